import { useEffect, useRef, useState } from 'react';
import type { TaskDefinition } from '../../../src/model/taskDefinition.ts';
import type { Scenario } from '../../../src/simulate/scenario.ts';
import type { Spread } from '../../../src/simulate/spread.ts';
import { workerAddress } from '../../store/workerAddress.ts';
import type { SpreadQuestion } from './spread.worker.ts';
import spreadWorkerUrl from './spread.worker.ts?worker&url';

/** So many runs make a spread. */
export const RUNS = 10_000;

export interface SpreadRuns {
  /** Of the runs so far; that of the scenario before stays until the first answer. */
  readonly spread: Spread | undefined;
  readonly state: 'running' | 'cancelled' | 'done';
  cancel(): void;
  again(): void;
}

/** Typing comes first: so many milliseconds of quiet before all runs are played anew. */
const QUIET_MS = 200;

/** How long the task takes to be RUNNING in many runs of the scenario; played anew whenever either has changed. */
export function useSpread(task: TaskDefinition, scenario: Scenario): SpreadRuns {
  const [spread, setSpread] = useState<Spread | undefined>(undefined);
  const [state, setState] = useState<SpreadRuns['state']>('running');
  const [attempt, setAttempt] = useState(0);
  const end = useRef<(() => void) | undefined>(undefined);
  // Another name, or a card that was moved, makes another scenario that plays the same.
  const played = JSON.stringify({ ...scenario, id: '', name: '', expectations: [] });
  useEffect(() => {
    let worker: Worker | undefined;
    setState('running');
    const timer = setTimeout(() => {
      worker = new Worker(workerAddress(spreadWorkerUrl), { type: 'module', name: `spread ${attempt}` });
      worker.onmessage = ({ data }: MessageEvent<Spread>) => {
        setSpread(data);
        if (data.runs >= RUNS) setState('done');
      };
      worker.postMessage({
        task,
        scenario: JSON.parse(played) as Scenario,
        runs: RUNS,
      } satisfies SpreadQuestion);
    }, QUIET_MS);
    end.current = () => {
      clearTimeout(timer);
      worker?.terminate();
    };
    return end.current;
  }, [task, played, attempt]);
  return {
    spread,
    state,
    cancel() {
      end.current?.();
      setState('cancelled');
    },
    again: () => setAttempt(attempt + 1),
  };
}
