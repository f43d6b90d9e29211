/** What differs in a run from the run as planned, in a sentence or two. */
import { casualties } from '../simulate/casualties.ts';
import type { Run } from '../simulate/run.ts';
import { listed, nameOf, seconds } from './words.ts';

/**
 * "The task is RUNNING at 43.0 s instead of 14.0 s." or "app starts at 43.0 s instead of 12.0 s. secrets-init and app end
 * otherwise." Empty when nothing differs.
 */
export function changed(plan: Run, run: Run): string {
  const sentences = [
    whenRunning(plan, run),
    whoStarts(plan, run),
    whoEnds(plan, run),
    whenStopped(plan, run),
  ];
  return sentences.filter((each) => each !== '').join(' ');
}

function whenRunning({ task: plan }: Run, { task }: Run): string {
  if (plan.runningAt === task.runningAt) return '';
  if (task.runningAt === undefined) return 'The task never is RUNNING.';
  if (plan.runningAt === undefined) return `The task is RUNNING at ${seconds(task.runningAt)}.`;
  return `The task is RUNNING at ${seconds(task.runningAt)} instead of ${seconds(plan.runningAt)}.`;
}

function whoStarts(plan: Run, run: Run): string {
  const moved = run.containers.flatMap((container) => {
    const planned = plan.containers.find(({ key }) => key === container.key);
    if (planned === undefined || planned.startedAt === container.startedAt) return [];
    const name = nameOf(run, container.key);
    if (container.startedAt === undefined) return [`${name} never starts`];
    const instead = planned.startedAt === undefined ? '' : ` instead of ${seconds(planned.startedAt)}`;
    return [`${name} starts at ${seconds(container.startedAt)}${instead}`];
  });
  return moved.length === 0 ? '' : `${listed(moved)}.`;
}

function whoEnds(plan: Run, run: Run): string {
  const ends = casualties(plan, run).filter(({ how }) => how === 'exits' || how === 'killed');
  if (ends.length === 0) return '';
  const words = ends.map(({ container, how, at, exitCode }) => {
    const name = nameOf(run, container);
    return how === 'killed'
      ? `${name} is killed at ${seconds(at)}`
      : `${name} exits with ${exitCode ?? 0} at ${seconds(at)}`;
  });
  return `${listed(words)}.`;
}

function whenStopped({ task: plan }: Run, { task }: Run): string {
  if (plan.stoppedAt === task.stoppedAt || task.stoppedAt === undefined) return '';
  return `The task is STOPPED at ${seconds(task.stoppedAt)}.`;
}
