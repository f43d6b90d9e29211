import { items } from '../../model/list.ts';
import { type EndlessWait, endlessPending } from '../../simulate/endlessPending.ts';
import type { Run } from '../../simulate/run.ts';
import { containerOf } from '../../simulate/stateAt.ts';
import { fargate } from '../terms/examples.ts';
import { seconds } from '../terms/seconds.ts';
import { from } from '../terms/sources.ts';
import { quote } from '../terms/words.ts';
import type { LifecycleRule } from './lifecycleRule.ts';

const on = (containerName: string, condition: string) => ({ dependsOn: [{ containerName, condition }] });
const CHECKED = { healthCheck: { command: ['CMD-SHELL', 'exit 0'] }, essential: false };

/** A container that waits for what never comes. */
export const endlessPendingRule: LifecycleRule = {
  id: 'endless-pending',
  severity: 'warning',
  title: 'A container waits without an end',
  why: 'The task stays PENDING: nothing fails, nothing stops, and a deployment waits for it until somebody looks.',
  source: from('aws/containers-roadmap #817', 'https://github.com/aws/containers-roadmap/issues/817'),
  examples: {
    good: [
      {
        title: 'It gets healthy',
        task: fargate({}, on('sidecar', 'HEALTHY'), CHECKED),
      },
      {
        title: 'It never gets healthy, and startTimeout ends the wait',
        task: fargate({}, on('sidecar', 'HEALTHY'), { ...CHECKED, startTimeout: 60 }),
        behaviours: { sidecar: { neverHealthy: true } },
      },
    ],
    bad: [
      {
        title: 'It has ended before it was healthy',
        task: fargate({}, on('sidecar', 'HEALTHY'), CHECKED),
        behaviours: { sidecar: { exits: { afterSeconds: 2, code: 0 }, neverHealthy: true } },
      },
      {
        title: 'It never gets healthy',
        task: fargate({}, on('sidecar', 'HEALTHY'), CHECKED),
        behaviours: { sidecar: { neverHealthy: true } },
      },
    ],
  },
  *check({ reading, run }) {
    for (const wait of endlessPending(run)) {
      const { index = -1, gates = [], name = wait.container } = containerOf(run, wait.container) ?? {};
      const gate = gates.find(
        ({ on: target, condition }) => target === wait.on && condition === wait.condition,
      );
      const target = containerOf(run, wait.on);
      if (index < 0 || !gate || !target) continue;
      const timed = reading.task.containerDefinitions?.[target.index]?.startTimeout !== undefined;
      const path = gate.path.length > 0 ? gate.path : ['containerDefinitions', index, 'dependsOn'];
      yield {
        path,
        container: wait.container,
        at: hopelessAt(run, wait),
        until: wait.seconds,
        message: `${quote(name)} waits for ${quote(target.name)} to be ${wait.condition}, and ${reasonWords(wait)}: the task is still PENDING after ${seconds(wait.seconds)}. ${advice(wait, timed)}`,
      };
    }
  },
};

/** From when on it is plain: where the awaited container has ended, from then; else from the beginning of the wait. */
function hopelessAt(run: Run, { on: target, container, seconds: until }: EndlessWait): number {
  const stoppedAt = containerOf(run, target)?.stoppedAt;
  const ended = stoppedAt !== undefined && stoppedAt < until ? stoppedAt : 0;
  const spans = items(containerOf(run, container)?.spans ?? []);
  const waiting = spans.find(([{ state }]) => state === 'waiting')?.[0].from ?? 0;
  return Math.max(waiting, ended);
}

function reasonWords({ reason, container, on: target }: EndlessWait): string {
  switch (reason) {
    case 'noHealthCheck':
      return 'that has no health check';
    case 'stoppedUnhealthy':
      return 'that has ended without ever having been healthy';
    case 'noExitCode':
      return 'that has ended without an exit code';
    case 'circle':
      return container === target ? 'that is itself' : 'both wait for each other';
    case 'notHealthy':
      return 'no check of it passes';
    case 'runsOn':
      return 'that does not end';
    case 'notStarted':
      return 'that has not started itself';
    default:
      return reason satisfies never;
  }
}

function advice({ reason, on: target }: EndlessWait, timed: boolean): string {
  switch (reason) {
    case 'noHealthCheck':
      return `Give ${quote(target)} a health check, or wait for START.`;
    case 'circle':
      return 'Take one of the dependencies out.';
    case 'notStarted':
      return 'See what keeps that one.';
    case 'runsOn':
    case 'notHealthy':
      return timed
        ? 'Wait for another condition.'
        : `Give ${quote(target)} a startTimeout, so that the task stops with a reason.`;
    default:
      return `Even a startTimeout does not end this wait: make ${quote(target)} essential, or wait for another condition.`;
  }
}
