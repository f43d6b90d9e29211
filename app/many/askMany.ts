import { workerAddress } from '../store/workerAddress.ts';
import type { Questions } from './many.worker.ts';
import manyUrl from './many.worker.ts?worker&url';

let worker: Worker | undefined;
let count = 0;
const open = new Map<number, (answer: never) => void>();

/** Asks the worker that reads and changes many files. */
export function askMany<Kind extends keyof Questions>(
  kind: Kind,
  asked: Questions[Kind]['asked'],
): Promise<Questions[Kind]['answer']> {
  if (worker === undefined) {
    worker = new Worker(workerAddress(manyUrl), { type: 'module', name: 'many' });
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<{ readonly count: number; readonly answer: never }>) => {
        open.get(data.count)?.(data.answer);
        open.delete(data.count);
      },
    );
  }
  count += 1;
  const own = count;
  const answered = new Promise<Questions[Kind]['answer']>((resolve) => {
    open.set(own, resolve as (answer: never) => void);
  });
  worker.postMessage({ count: own, kind, asked });
  return answered;
}
