import { useEffect, useState } from 'react';
import { workerAddress } from '../store/workerAddress.ts';
import type { Compared, Side, Sides } from './comparing.ts';
import comparingUrl from './comparing.worker.ts?worker&url';

/** Typing comes first: so many milliseconds of quiet before a text is compared anew. */
const QUIET_MS = 120;

let worker: Worker | undefined;
let count = 0;

function ask(sides: Sides, answered: (compared: Compared) => void): () => void {
  worker ??= new Worker(workerAddress(comparingUrl), { type: 'module', name: 'comparing' });
  const asked = worker;
  count += 1;
  const own = count;
  const forget = () => asked.removeEventListener('message', listen);
  const listen = ({ data }: MessageEvent<{ readonly count: number; readonly answer: Compared }>) => {
    if (data.count !== own) return;
    forget();
    answered(data.answer);
  };
  asked.addEventListener('message', listen);
  asked.postMessage({ count: own, sides });
  return forget;
}

/** What differs between two sides; while it is worked out anew the last answer stays, and `pending` says so. */
export function useCompared(
  before: Side | undefined,
  after: Side | undefined,
  { scenario, theme }: Pick<Sides, 'scenario' | 'theme'>,
): { readonly compared: Compared | undefined; readonly pending: boolean } {
  const [answer, setAnswer] = useState<{ readonly of: readonly unknown[]; readonly compared: Compared }>();
  useEffect(() => {
    if (before === undefined || after === undefined) return undefined;
    let forget: (() => void) | undefined;
    const timer = setTimeout(() => {
      forget = ask({ before, after, scenario, theme }, (compared) =>
        setAnswer({ of: [before, after, scenario, theme], compared }),
      );
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      forget?.();
    };
  }, [before, after, scenario, theme]);
  if (before === undefined || after === undefined) return { compared: undefined, pending: false };
  const pending = ![before, after, scenario, theme].every((each, place) => answer?.of[place] === each);
  return { compared: answer?.compared, pending };
}
