/**
 * From one event to the next until the task is STOPPED or the horizon is reached.
 *
 * After every event passes over the containers in list order are repeated until one changes nothing: this is how the
 * agent's own engine comes to its results, list order included.
 */
import { behaviors } from './behaviors/index.ts';
import { leavesAgentAsleep } from './behaviors/polling.ts';
import { becomeStopped } from './running.ts';
import type { Due, DueKind, Live, World } from './world.ts';
import { KNOWN, log } from './world.ts';

/** More events than any sensible run has: a container that restarts without end in no time. */
const MOST_EVENTS = 20_000;

const preparers = behaviors.flatMap(({ prepare }) => prepare ?? []);
const steps = behaviors.flatMap(({ step }) => step ?? []);
const settlers = behaviors.flatMap(({ settle }) => settle ?? []);
const runners = behaviors.flatMap(({ runs }) => runs ?? []);
const leavers = behaviors.flatMap(({ leaves }) => leaves ?? []);
const signals = behaviors.flatMap(({ signalled }) => signalled ?? []);
const handlers = new Map(
  behaviors.flatMap(({ due }) => Object.entries(due ?? {}) as [DueKind, NonNullable<typeof due>[DueKind]][]),
);

/** Lives through the whole run. `world` is as `newWorld` made it. */
export function live(world: World): void {
  world.tell = {
    runs: (container) => {
      for (const runs of runners) runs(world, container);
    },
    leaves: (container, code) => leavers.some((leaves) => leaves(world, container, code)),
    signalled: (container) => {
      for (const signalled of signals) signalled(world, container);
    },
  };
  for (const prepare of preparers) prepare(world);
  react(world);
  for (let count = 0; world.stoppedAt === undefined; ) {
    const due = world.queue.peek();
    if (due === undefined || !(due.at <= world.scenario.horizonSeconds)) return;
    world.queue.take();
    if (isStale(due)) continue;
    count += 1;
    if (count > MOST_EVENTS) {
      const text = `More than ${MOST_EVENTS} events: the run ends early.`;
      world.uncertain.push({ kind: 'cutShort', at: due.at, text });
      return;
    }
    world.now = due.at;
    if (happen(world, due) && !leavesAgentAsleep(world, due)) react(world);
  }
}

/** What was scheduled for a run that is over means nothing any more. */
function isStale({ container, run }: Due): boolean {
  return (
    container !== undefined && (container.known === KNOWN.STOPPED || (run >= 0 && run !== container.run))
  );
}

function happen(world: World, due: Due): boolean {
  const handler = handlers.get(due.kind) as
    | ((world: World, due: Due, container: Live | undefined) => boolean)
    | undefined;
  return handler?.(world, due, due.container) ?? false;
}

function react(world: World): void {
  world.lookedAt = world.now;
  do for (const settle of settlers) settle(world);
  while (pass(world));
}

/** Once over all containers; whether anything changed. */
function pass(world: World): boolean {
  let changed = false;
  for (const container of world.containers) {
    const { known, wanted } = container;
    if (known === KNOWN.STOPPED || (known === KNOWN.RUNNING && wanted === 'RUNNING')) continue;
    const done = step(world, container);
    if (done !== 'wait' && done !== 'next') changed = true;
    if (done === 'endPass') break;
  }
  if (changed) endPass(world);
  return changed;
}

function step(world: World, container: Live) {
  for (const behave of steps) {
    const done = behave(world, container);
    if (done !== 'next') return done;
  }
  return 'next';
}

function endPass(world: World): void {
  for (const container of world.containers) {
    const { endsWithPass } = container;
    if (endsWithPass === undefined) continue;
    container.endsWithPass = undefined;
    container.givenUp = endsWithPass.type === 'givenUp';
    becomeStopped(world, container);
    log(world, endsWithPass.type, container, endsWithPass.because, container.exitCode);
  }
}
