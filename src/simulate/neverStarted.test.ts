import { describe, expect, it } from 'vitest';
import { withGivenUp } from './neverStarted.ts';
import { type RealRun, readRealRuns } from './realRun.ts';
import { payments, taskOf } from './testing/tasks.ts';

function described(containers: readonly unknown[], more: Readonly<Record<string, unknown>> = {}): RealRun {
  const times = { createdAt: 100, pullStartedAt: 110, pullStoppedAt: 114, stoppingAt: 117, stoppedAt: 140 };
  const [run] = readRealRuns(JSON.stringify({ lastStatus: 'STOPPED', ...times, ...more, containers })).runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

const ended = (name: string, exitCode?: number, reason?: string) => ({
  name,
  lastStatus: 'STOPPED',
  exitCode,
  reason,
});

const lifeOf = (run: RealRun, name: string) =>
  run.containers
    .find((container) => container.name === name)
    ?.spans.map(({ state, from }) => `${state} ${from}`);

const GIVEN_UP = ['waiting 0', 'givenUp 17'];
const RAN = ['waiting 0', 'pulling 10', 'running 14', 'stopping 17', 'exited 40'];

describe('a container that reports nothing but the code 143', () => {
  const failed = [ended('secrets-init', 1), ended('envoy', 143), ended('app', 143)];

  it('was given up when it needs the SUCCESS of one that failed, and never pulled or started', () => {
    const run = withGivenUp(payments, described(failed));
    expect(lifeOf(run, 'app')).toEqual(GIVEN_UP);
    expect(lifeOf(run, 'envoy'), 'nobody kept it from running').toEqual(RAN);
  });

  it('ran when the task was RUNNING, or when what it waits for went well', () => {
    expect(lifeOf(withGivenUp(payments, described(failed, { startedAt: 115 })), 'app')).toContain(
      'stopping 17',
    );
    const well = [ended('secrets-init', 0), ended('envoy', 143), ended('app', 143)];
    expect(withGivenUp(payments, described(well))).toEqual(described(well));
    const goesOn = [{ name: 'secrets-init', lastStatus: 'RUNNING' }, ended('envoy', 143), ended('app', 143)];
    expect(withGivenUp(payments, described(goesOn))).toEqual(described(goesOn));
  });

  it('is the only one: another code or a reason of its own says that it ran', () => {
    for (const app of [ended('app', 137), ended('app', 143, 'OutOfMemoryError: x')]) {
      const run = described([ended('secrets-init', 1), ended('envoy', 143), app]);
      expect(withGivenUp(payments, run)).toEqual(run);
    }
  });

  it('was given up along with the one that it waits for', () => {
    const waits = (name: string, on: string) => ({
      name,
      dependsOn: [{ containerName: on, condition: 'START' as const }],
    });
    const task = taskOf(waits('last', 'middle'), waits('middle', 'first'), { name: 'first' });
    const run = described([
      ended('last', 143),
      ended('middle', 143),
      ended('first', undefined, 'CannotPullContainerError: x'),
    ]);
    expect(lifeOf(withGivenUp(task, run), 'last')).toEqual(GIVEN_UP);
    expect(lifeOf(withGivenUp(task, run), 'middle')).toEqual(GIVEN_UP);
  });
});

describe('a container whose reason says that it was given up', () => {
  it('is drawn so without looking at the task', () => {
    const reason =
      'CannotStartContainerError: dependency graph: container ordering dependency [a] for target [b] did not exit successfully.';
    expect(lifeOf(described([ended('b', 143, reason)]), 'b')).toEqual(GIVEN_UP);
  });
});
