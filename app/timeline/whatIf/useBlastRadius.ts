import { useEffect, useState } from 'react';
import type { TaskDefinition } from '../../../src/model/taskDefinition.ts';
import type { Scenario } from '../../../src/simulate/scenario.ts';
import { workerAddress } from '../../store/workerAddress.ts';
import type { ToldBlastRadius } from './blast.worker.ts';
import blastWorkerUrl from './blast.worker.ts?worker&url';

interface Answer {
  readonly count: number;
  readonly blast: ToldBlastRadius;
}

let worker: Worker | undefined;
let count = 0;

function ask(
  task: TaskDefinition,
  scenario: Scenario,
  answered: (blast: ToldBlastRadius) => void,
): () => void {
  worker ??= new Worker(workerAddress(blastWorkerUrl), { type: 'module', name: 'blast radius' });
  const asked = worker;
  count += 1;
  const own = count;
  const listen = ({ data }: MessageEvent<Answer>) => {
    if (data.count !== own) return;
    asked.removeEventListener('message', listen);
    answered(data.blast);
  };
  asked.addEventListener('message', listen);
  asked.postMessage({ count: own, task, scenario });
  return () => asked.removeEventListener('message', listen);
}

/** Typing comes first: so many milliseconds of quiet before all faults are played anew. */
const QUIET_MS = 150;

export interface KnownBlastRadius {
  readonly blast: ToldBlastRadius;
  /** It is that of the task and plan before; theirs is being worked out. */
  readonly stale: boolean;
}

/** What every single fault does to the task; `undefined` until it is known. While it is worked out anew the last one stays. */
export function useBlastRadius(task: TaskDefinition, scenario: Scenario): KnownBlastRadius | undefined {
  const [known, setKnown] = useState<
    | { readonly blast: ToldBlastRadius; readonly task: TaskDefinition; readonly scenario: Scenario }
    | undefined
  >(undefined);
  useEffect(() => {
    let forget: (() => void) | undefined;
    const timer = setTimeout(() => {
      forget = ask(task, scenario, (blast) => setKnown({ blast, task, scenario }));
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      forget?.();
    };
  }, [task, scenario]);
  return known && { blast: known.blast, stale: known.task !== task || known.scenario !== scenario };
}
