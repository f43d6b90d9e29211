/** The task's own lane in words: its status, its health while it is meant to run, and what ECS reports of its end. */
import type { TaskRun } from '../../simulate/run.ts';
import { time } from './time.ts';

/**
 * "Task RUNNING from 14.0 s, HEALTHY"; "Task STOPPED at 90.0 s: EssentialContainerExited, Essential container in task
 * exited". Health is that of the essential containers with a health check, UNKNOWN as long as nothing is said.
 */
export function taskWords(task: TaskRun, { status, from, to }: TaskRun['spans'][number]): string {
  const { stopCode, stoppedReason } = task;
  if (status === 'STOPPED') {
    const reported = [stopCode, stoppedReason].filter((part) => part !== undefined).join(', ');
    return `Task STOPPED at ${time(from)}${reported && `: ${reported}`}`;
  }
  const words = `Task ${status} from ${time(from)}`;
  return status === 'STOPPING' ? words : [words, ...healthWords(task, from, to)].join(', ');
}

function healthWords({ health }: TaskRun, from: number, to: number): readonly string[] {
  const before = health.findLast(({ at }) => at <= from);
  const changes = health.filter(({ at }) => at > from && at < to);
  return [
    ...(before === undefined || before.health === 'UNKNOWN' ? [] : [before.health]),
    ...changes.map(({ at, health: next }) => `${next} from ${time(at)}`),
  ];
}
