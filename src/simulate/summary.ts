/** What a simulated life amounts to, per container and for the task. */

import { fillQuietProbes } from './probes.ts';
import { reasonOf } from './reason.ts';
import { refusals } from './refused.ts';
import type { ContainerRun, Gate, Run, RunEvent } from './run.ts';
import { Spans } from './spans.ts';
import { taskRun } from './taskRun.ts';
import { doubts } from './uncertain.ts';
import type { Live, World } from './world.ts';

/** The run of a world that has lived. */
export function summarise(world: World): Run {
  const { scenario, containers, events } = world;
  const cut = world.uncertain.some(({ kind }) => kind === 'cutShort');
  const horizon = Number.isFinite(scenario.horizonSeconds) ? Math.max(0, scenario.horizonSeconds) : world.now;
  const endsAt = world.stoppedAt ?? (cut ? world.now : horizon);
  const spans = new Map(containers.map((container) => [container.key, new Spans(container)]));
  for (const event of events) {
    if (event.container !== undefined) spans.get(event.container)?.tell(event);
  }
  return {
    events,
    containers: containers.map((container) =>
      containerRun(container, spans.get(container.key)?.end(endsAt) ?? [], events, endsAt),
    ),
    task: taskRun(world, endsAt),
    endsAt,
    refused: refusals(world),
    uncertain: doubts(world),
  };
}

function containerRun(
  container: Live,
  spans: ContainerRun['spans'],
  events: readonly RunEvent[],
  endsAt: number,
): ContainerRun {
  const { key, name, index, essential, hasHealthCheck, probes, restarts } = container;
  const { pullStartedAt, startedAt, signalledAt, stoppedAt, exitCode } = container;
  fillQuietProbes(container, stoppedAt ?? endsAt);
  const reason = reasonOf(container, events);
  return {
    key,
    name,
    index,
    essential,
    hasHealthCheck,
    spans,
    gates: container.gates.map(gate),
    probes,
    restarts,
    ...(pullStartedAt !== undefined && { pullStartedAt }),
    ...(startedAt !== undefined && { startedAt }),
    ...(signalledAt !== undefined && { signalledAt }),
    ...(stoppedAt !== undefined && { stoppedAt }),
    ...(exitCode !== undefined && { exitCode }),
    ...(reason !== undefined && { reason }),
  };
}

function gate({ on, condition, origin, path, releasedAt, circular }: Live['gates'][number]): Gate {
  return {
    on: on.key,
    condition,
    origin,
    path,
    ...(releasedAt !== undefined && { releasedAt }),
    ...(circular && { circular }),
  };
}
