/** Who ends in the course of a fault, how, and in which order. */
import type { ContainerKey, ContainerRun, Run, RunEventType } from './run.ts';

/** One container that ends otherwise than in the plan. */
export interface Casualty {
  readonly container: ContainerKey;
  readonly how: /** Its process leaves by itself. */
    | 'exits'
    /** It leaves on its stop signal. */
    | 'signalled'
    /** It is killed at the end of its stop timeout. */
    | 'killed'
    | 'givenUp'
    | 'cannotStart'
    /** It is stopped with the task before it ever ran. */
    | 'neverRuns';
  readonly at: number;
  readonly exitCode?: number;
}

/** Those that end in `run` otherwise than in `plan`, in the order in which they do. */
export function casualties(plan: Run, run: Run): readonly Casualty[] {
  const byKey = new Map(run.containers.map((container, place) => [container.key, { container, place }]));
  const found: Casualty[] = [];
  for (const { type, container: key } of run.events) {
    if (key === undefined || !isEnd(type)) continue;
    const { container, place = 0 } = byKey.get(key) ?? {};
    if (container?.stoppedAt === undefined) continue;
    const { stoppedAt: at, exitCode } = container;
    const planned = plan.containers[place];
    if (planned?.stoppedAt === at && planned.exitCode === exitCode) continue;
    found.push({
      container: key,
      how: how(type, container),
      at,
      ...(exitCode !== undefined && { exitCode }),
    });
  }
  return found;
}

type End = 'exited' | 'killed' | 'givenUp' | 'cancelled';

function isEnd(type: RunEventType): type is End {
  return type === 'exited' || type === 'killed' || type === 'givenUp' || type === 'cancelled';
}

function how(end: End, { spans, signalledAt }: ContainerRun): Casualty['how'] {
  if (end === 'killed' || end === 'givenUp') return end;
  if (end === 'cancelled') return spans.at(-1)?.state === 'failed' ? 'cannotStart' : 'neverRuns';
  return signalledAt === undefined ? 'exits' : 'signalled';
}
