/** Asks the reader, which works off the page's own thread. */
import type { FoundTask, Switches } from '../../src/formats/format.ts';
import type { Theme } from '../../src/picture/svg/palette.ts';
import { workerAddress } from '../store/workerAddress.ts';
import type { Found, Preview, Question, Sent } from './reading.ts';
import { received } from './reading.ts';
import type { Asked } from './reading.worker.ts';
import readerUrl from './reading.worker.ts?worker&url';

let worker: Worker | undefined;
let count = 0;

function ask<Answer>(question: Question, answered: (answer: Answer) => void): () => void {
  worker ??= new Worker(workerAddress(readerUrl), { type: 'module', name: 'reader' });
  const asked = worker;
  count += 1;
  const own = count;
  const forget = () => asked.removeEventListener('message', listen);
  const listen = ({ data }: MessageEvent<{ readonly count: number; readonly answer: Answer }>) => {
    if (data.count !== own) return;
    forget();
    answered(data.answer);
  };
  asked.addEventListener('message', listen);
  asked.postMessage({ count: own, question } satisfies Asked);
  return forget;
}

/** What is in a text; the answer does not come when it is no longer wanted. Returned: no longer want it. */
export function askFound(
  text: string,
  fileName: string | undefined,
  switches: Switches,
  answered: (found: Found) => void,
): () => void {
  return ask<Sent>({ ask: 'found', text, fileName, switches }, (found) => answered(received(found, text)));
}

/** One task drawn and checked. */
export function askPreview(
  { name, text, source }: FoundTask,
  theme: Theme,
  answered: (preview: Preview) => void,
): () => void {
  return ask({ ask: 'preview', task: { name, text, source, losses: [] }, theme }, answered);
}
