/** The run as planned, as faint outlines below the bars of a run in which something goes wrong. */
import type { ContainerRun, Run, Span } from '../../simulate/run.ts';
import { containerOf } from '../../simulate/stateAt.ts';
import { type Axis, xOf } from './axis.ts';

export interface Ghost {
  readonly x: number;
  readonly width: number;
  readonly title: string;
}

export const GHOST_HEIGHT = 6;

/** From the bottom of a bar to the ghost below it, in px: clear of the next lane where there is room for that. */
export function ghostDrop(laneHeight: number, barHeight: number): number {
  return Math.max(1, Math.min(4, (laneHeight - barHeight) / 2 - GHOST_HEIGHT - 1));
}

/** Seconds of the plan's start that the axis must hold, so that what comes later now can be compared. */
export function startOf(plan: Run): readonly number[] {
  const { runningAt } = plan.task;
  return runningAt === undefined ? [] : [runningAt];
}

/** From the pull until the end of the container's life in the plan; nothing where the run is the same. */
export function ghostsOf(container: ContainerRun, plan: Run | undefined, axis: Axis): readonly Ghost[] {
  const planned = plan && containerOf(plan, container.key);
  if (planned === undefined || sameLife(planned, container)) return [];
  const from = planned.pullStartedAt;
  if (from === undefined) return [];
  const to = planned.stoppedAt ?? plan?.endsAt ?? from;
  // Who is to end in the second in which it begins has no life to be outlined.
  if (to <= from) return [];
  const starts =
    planned.startedAt === undefined ? 'and never starts' : `starts at ${planned.startedAt.toFixed(1)} s`;
  return outline(from, to, axis, `As planned ${container.key} pulls from ${from.toFixed(1)} s, ${starts}`);
}

/** Where the task was RUNNING as planned; nothing where it is so still. */
export function taskGhosts(run: Run, plan: Run | undefined, axis: Axis): readonly Ghost[] {
  const { runningAt, stoppingAt } = plan?.task ?? {};
  if (plan === undefined || runningAt === undefined) return [];
  if (run.task.runningAt === runningAt && run.task.stoppingAt === stoppingAt) return [];
  return outline(
    runningAt,
    stoppingAt ?? plan.endsAt,
    axis,
    `As planned the task is RUNNING at ${runningAt.toFixed(1)} s`,
  );
}

function outline(from: number, to: number, axis: Axis, title: string): readonly Ghost[] {
  const last = axis.pieces.at(-1);
  if (last === undefined || from > last.to) return [];
  const x = xOf(axis, from);
  return [{ x, width: Math.max(3, xOf(axis, Math.min(to, last.to)) - x), title }];
}

function sameLife(one: ContainerRun, other: ContainerRun): boolean {
  return (
    one.exitCode === other.exitCode &&
    one.spans.length === other.spans.length &&
    one.spans.every((span, index) => sameSpan(span, other.spans[index]))
  );
}

const ENDED: ReadonlySet<Span['state']> = new Set(['exited', 'killed', 'givenUp', 'failed', 'neverRan']);

function sameSpan(one: Span, other: Span | undefined): boolean {
  // How long one that has ended stays so is only a question of where the run ends.
  const to = ENDED.has(one.state) ? one.to : other?.to;
  return one.state === other?.state && one.from === other.from && one.to === to;
}
