/** Compares off the page's own thread: every single fault of both tasks is played. */
import { compared, type Sides } from './comparing.ts';

addEventListener('message', ({ data }: MessageEvent<{ readonly count: number; readonly sides: Sides }>) => {
  const { count, sides } = data;
  void compared(sides)
    .catch((error: unknown) => ({ problem: `These two cannot be compared (${String(error)}).` }))
    .then((answer) => postMessage({ count, answer }));
});
