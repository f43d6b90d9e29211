/** What is said of a container's behaviour: what is wrong with it, and how a change of it is called. */
import { durationProblem, exitCodeProblem, rangeProblem } from '../../model/duration.ts';
import { asRecord } from '../parts/part.ts';
import type { BehaviourData } from '../parts/scenarios.ts';

const DURATIONS: ReadonlySet<string> = new Set([
  'pullSeconds',
  'startSeconds',
  'readyAfterSeconds',
  'healthyAfterSeconds',
  'unhealthyAfterSeconds',
  'failingCheckSeconds',
]);

/** The first thing in these members that cannot be played, as a sentence. */
export function behaviourProblem(members: BehaviourData): string | undefined {
  for (const [member, value] of Object.entries(members)) {
    const problem = value === undefined ? undefined : memberProblem(member, value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function memberProblem(member: string, value: unknown): string | undefined {
  if (DURATIONS.has(member)) return durationProblem(value);
  if (member === 'exits' || member === 'sigtermExit') return exitProblem(value);
  if (member === 'exitsByRun') {
    const list = Array.isArray(value) ? value : [];
    return list
      .map((exit) => (exit === null ? undefined : exitProblem(exit)))
      .find((one) => one !== undefined);
  }
  if (member !== 'ranges') return undefined;
  return Object.values(asRecord(value) ?? {})
    .map((range) => rangeProblem(asRecord(range)?.min, asRecord(range)?.max))
    .find((one) => one !== undefined);
}

function exitProblem(value: unknown): string | undefined {
  const { afterSeconds, code } = asRecord(value) ?? {};
  return durationProblem(afterSeconds) ?? exitCodeProblem(code);
}

/** How a change of these members is called: "Let envoy exit with 1 after 2.0 s". */
export function behaviourLabel(name: string, members: BehaviourData): string {
  const said = Object.entries(members).filter(([, value]) => value !== undefined);
  const [first] = said;
  if (first === undefined) return `Let ${name} behave as usual`;
  const words = said.length === 1 ? memberWords(...first) : undefined;
  return words === undefined ? `Change how ${name} behaves` : `Let ${name} ${words}`;
}

function memberWords(member: string, value: unknown): string | undefined {
  const at = typeof value === 'number' ? `${value.toFixed(1)} s` : '';
  switch (member) {
    case 'pullSeconds':
      return `pull for ${at}`;
    case 'startSeconds':
      return `take ${at} to start`;
    case 'readyAfterSeconds':
      return `be ready after ${at}`;
    case 'healthyAfterSeconds':
      return `be HEALTHY after ${at}`;
    case 'unhealthyAfterSeconds':
      return `turn unhealthy after ${at}`;
    case 'neverHealthy':
      return value === true ? 'never be healthy' : 'become healthy';
    case 'pullFails':
      return value === true ? 'fail to be pulled' : 'be pulled';
    case 'cannotStart':
      return value === true ? 'fail to start' : 'start';
    case 'cannotRestart':
      return value === true ? 'fail to restart' : 'restart';
    case 'ignoresSigterm':
      return value === true ? 'ignore SIGTERM' : 'heed SIGTERM';
    case 'exits':
      return exitWords('exit', value);
    case 'sigtermExit':
      return exitWords('leave on SIGTERM', value);
    case 'ranges':
      return 'take a varying time';
    default:
      return undefined;
  }
}

function exitWords(verb: string, value: unknown): string {
  const { afterSeconds, code } = asRecord(value) ?? {};
  const after = typeof afterSeconds === 'number' ? ` after ${afterSeconds.toFixed(1)} s` : '';
  return `${verb} with ${String(code)}${after}`;
}
