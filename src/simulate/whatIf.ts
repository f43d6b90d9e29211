/** What may go otherwise with one container, as behaviours of a scenario: each is played through the same engine. */
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { behaviourOf, said } from './defaults.ts';
import { type FaultId, faultKinds } from './faultKinds.ts';
import type { ContainerRun, Run, Span } from './run.ts';
import type { Behaviour, Exit, Scenario } from './scenario.ts';
import { inSeconds, roundSeconds } from './seconds.ts';
import { spanAt } from './stateAt.ts';

/** The faults of the blast radius, and a pull that fails, which does to the task what a start that fails does. */
export type WhatIfId = FaultId | 'pullFails';

export interface WhatIf {
  readonly id: WhatIfId;
  /** "dies at 12.0 s, exit code 1". */
  readonly title: string;
  /** What is to be said of the container; absent: it cannot happen, for the reason in `refused`. */
  readonly behaviour?: Behaviour;
  readonly refused?: string;
}

/** What the new members of a behaviour make void of the old ones. */
const VOIDS: Readonly<Partial<Record<keyof Behaviour, readonly (keyof Behaviour)[]>>> = {
  exits: ['exitsByRun'],
  exitsByRun: ['exits'],
  neverHealthy: ['healthyAfterSeconds', 'unhealthyAfterSeconds'],
  readyAfterSeconds: ['neverHealthy'],
  healthyAfterSeconds: ['neverHealthy'],
  sigtermExit: ['ignoresSigterm'],
};

/** The scenario in which the container behaves so as well; what contradicts it is not said any more. */
export function withBehaviour(scenario: Scenario, container: string, behaviour: Behaviour): Scenario {
  const isVoid = new Set(Object.keys(behaviour).flatMap((member) => VOIDS[member as keyof Behaviour] ?? []));
  const kept = Object.entries(said(scenario, container)).filter(
    ([member]) => !isVoid.has(member as keyof Behaviour),
  );
  const next: Behaviour = { ...Object.fromEntries(kept), ...behaviour };
  return { ...scenario, behaviours: { ...scenario.behaviours, [container]: next } };
}

/** In the order of a menu. */
const ORDER: readonly WhatIfId[] = [
  'exits1',
  'killed',
  'exits0',
  'neverHealthy',
  'turnsUnhealthy',
  'pullFails',
  'cannotStart',
  'ignoresSigterm',
];

/** What can be asked of a container: `at` is the second in which it would die or turn unhealthy. */
export function whatIfs(
  task: TaskDefinition,
  scenario: Scenario,
  run: Run,
  container: ContainerRun,
  at: number,
): readonly WhatIf[] {
  const usual = behaviourOf(task, scenario, container.key);
  return ORDER.map((id): WhatIf => {
    const title = titleOf(id, at);
    const refused = refusalOf(id, container, at);
    if (id === 'pullFails') return { id, title, behaviour: { pullFails: true } };
    const kind = faultKinds.find((each) => each.id === id);
    if (refused !== undefined || kind === undefined || usual === undefined)
      return { id, title, refused: refused ?? 'It is not in this task' };
    return { id, title, behaviour: kind.behaviour(run, container, usual, at) };
  });
}

function titleOf(id: WhatIfId, at: number): string {
  switch (id) {
    case 'exits0':
      return `ends at ${inSeconds(at)}, exit code 0`;
    case 'exits1':
      return `dies at ${inSeconds(at)}, exit code 1`;
    case 'killed':
      return `out of memory at ${inSeconds(at)}, 137`;
    case 'neverHealthy':
      return 'never healthy';
    case 'turnsUnhealthy':
      return `unhealthy from ${inSeconds(at)} on`;
    case 'cannotStart':
      return 'cannot start';
    case 'pullFails':
      return 'pull fails';
    case 'ignoresSigterm':
      return 'ignores SIGTERM';
    default:
      return id satisfies never;
  }
}

function refusalOf(id: WhatIfId, container: ContainerRun, at: number): string | undefined {
  const { hasHealthCheck, startedAt, stoppedAt, signalledAt, spans } = container;
  if (id === 'neverHealthy' || id === 'turnsUnhealthy') {
    if (!hasHealthCheck) return 'It has no health check';
    if (id === 'turnsUnhealthy' && spanAt(container, at)?.state !== 'healthy')
      return `It is not HEALTHY at ${inSeconds(at)}`;
  }
  if (id === 'pullFails' || id === 'cannotStart' || id === 'neverHealthy') return undefined;
  if (startedAt === undefined) return 'It never starts';
  if (id === 'ignoresSigterm') {
    return signalledAt === undefined && !spans.some(({ state }) => state === 'stopping')
      ? 'It gets no SIGTERM in this run'
      : undefined;
  }
  if (at < startedAt) return `It does not run yet at ${inSeconds(at)}`;
  const ends = Math.min(stoppedAt ?? Number.POSITIVE_INFINITY, signalledAt ?? Number.POSITIVE_INFINITY);
  return id !== 'turnsUnhealthy' && at > ends ? `It does not run any more at ${inSeconds(at)}` : undefined;
}

/**
 * The behaviour that ends a stretch of a container's life at another second, to a tenth; `undefined` for one that no
 * duration of its own ends. A second before the stretch began counts as its beginning.
 */
export function endedAt(
  task: TaskDefinition,
  scenario: Scenario,
  container: ContainerRun,
  span: Pick<Span, 'state' | 'from' | 'to'>,
  second: number,
): Behaviour | undefined {
  const usual = behaviourOf(task, scenario, container.key);
  const { startedAt, restarts, signalledAt, stoppedAt } = container;
  if (usual === undefined || restarts > 0) return undefined;
  const until = Math.max(span.from, second);
  const since = (from: number) => Math.round((until - from) * 10) / 10;
  switch (span.state) {
    case 'pulling':
      return { pullSeconds: since(span.from) };
    case 'starting':
      return { startSeconds: since(span.from) };
    case 'notReady': {
      if (startedAt === undefined || usual.neverHealthy) return undefined;
      const known = said(scenario, container.key).healthyAfterSeconds !== undefined;
      return { [known ? 'healthyAfterSeconds' : 'readyAfterSeconds']: since(startedAt) };
    }
    case 'running':
    case 'healthy':
    case 'unhealthy': {
      const exit = usual.exitsByRun[0];
      if (startedAt === undefined || !exit || signalledAt !== undefined || span.to !== stoppedAt)
        return undefined;
      return { exits: { afterSeconds: since(startedAt), code: exit.code } };
    }
    case 'stopping':
      if (usual.ignoresSigterm) return undefined;
      return { sigtermExit: { afterSeconds: since(span.from), code: usual.sigtermExit.code } };
    default:
      return undefined;
  }
}

/** The behaviour with which a container ends with another code; `undefined` for one that was killed or never ran. */
export function endedWith(
  task: TaskDefinition,
  scenario: Scenario,
  container: ContainerRun,
  code: number,
): Behaviour | undefined {
  const usual = behaviourOf(task, scenario, container.key);
  const { startedAt, signalledAt, stoppedAt, restarts } = container;
  if (usual === undefined || startedAt === undefined || stoppedAt === undefined) return undefined;
  if (signalledAt !== undefined) {
    if (usual.ignoresSigterm) return undefined;
    return { sigtermExit: { afterSeconds: usual.sigtermExit.afterSeconds, code } };
  }
  const last: Exit | null | undefined = usual.exitsByRun[Math.min(restarts, usual.exitsByRun.length - 1)];
  if (restarts > 0 || usual.exitsByRun.length > 1) {
    return {
      exitsByRun: usual.exitsByRun.map((exit, run) =>
        run === Math.min(restarts, usual.exitsByRun.length - 1) && exit !== null ? { ...exit, code } : exit,
      ),
    };
  }
  return { exits: { afterSeconds: roundSeconds(last?.afterSeconds ?? stoppedAt - startedAt), code } };
}
