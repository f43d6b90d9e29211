/** The way to RUNNING step by step, with what each gate on it costs and what of that can be gained. */
import { criticalPath } from '../simulate/criticalPath.ts';
import type { ContainerKey, Run } from '../simulate/run.ts';
import type { WaitCost } from '../simulate/waitCosts.ts';
import { listed, nameOf, seconds, sentence } from './words.ts';

export interface PathStepWords {
  readonly container: ContainerKey;
  readonly name: string;
  /** Seconds. */
  readonly from: number;
  /** "0.0 s to 12.0 s". */
  readonly when: string;
  /** What released it, and what that cost. Absent for the first of the chain. */
  readonly gate?: { readonly on: ContainerKey; readonly words: string };
}

/** In the order of time; empty for a task that is never RUNNING. `costs` are those of the same run. */
export function pathToRunning(run: Run, costs: readonly WaitCost[]): readonly PathStepWords[] {
  return criticalPath(run).map(({ container, from, to, released }) => {
    const cost = costs.find((each) => each.container === container && each.at === from);
    return {
      container,
      name: nameOf(run, container),
      from,
      when: `${seconds(from)} to ${seconds(to)}`,
      ...(released && { gate: { on: released.on, words: gateWords(run, released, cost) } }),
    };
  });
}

/**
 * "2.0 s are free to gain: check envoy more often." Empty where there is nothing for nothing, and for a task that ends
 * of itself: then that is what is to be said. `costs` are those of the same run.
 */
export function freeToGain(run: Run, costs: readonly WaitCost[]): string {
  const { stopCause } = run.task;
  const idle = costs.filter((cost) => cost.idle > 0);
  if (idle.length === 0 || (stopCause !== undefined && stopCause !== 'StopTask')) return '';
  const free = idle.reduce((sum, cost) => sum + cost.idle, 0);
  const whom = listed([...new Set(idle.map(({ on }) => nameOf(run, on)))]);
  return `${seconds(free)} ${free === 1 ? 'is' : 'are'} free to gain: check ${whom} more often.`;
}

function gateWords(
  run: Run,
  { on, condition }: Pick<WaitCost, 'on' | 'condition'>,
  cost: WaitCost | undefined,
): string {
  const gate = `${nameOf(run, on)} ${condition}`;
  if (cost === undefined || cost.held === 0) return sentence(`released by ${gate}`);
  const held = `held ${seconds(cost.held)} by ${gate}`;
  const gain =
    cost.gain > 0
      ? `; the task could be RUNNING up to ${seconds(cost.gain)} earlier`
      : '; others keep the task PENDING as long';
  const idle =
    cost.idle > 0
      ? `. ${seconds(cost.idle)} ${cost.idle === 1 ? 'is' : 'are'} free to gain: more frequent checks are enough`
      : '';
  return sentence(held + gain + idle);
}
