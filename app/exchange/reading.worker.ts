/** Reads what people bring off the page's own thread. */
import type { FoundTask, Switches } from '../../src/formats/format.ts';
import { found, preview } from './reading.ts';

export type Question = { readonly count: number } & (
  | {
      readonly ask: 'found';
      readonly text: string;
      readonly fileName: string | undefined;
      readonly switches: Switches;
    }
  | { readonly ask: 'preview'; readonly task: FoundTask }
);

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const { count } = data;
  const answer = data.ask === 'found' ? found(data.text, data.fileName, data.switches) : preview(data.task);
  postMessage({ count, answer });
});
