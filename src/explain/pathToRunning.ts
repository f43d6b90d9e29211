/** The way to RUNNING step by step, with what each gate on it costs and what of that can be gained. */
import { criticalPath } from '../simulate/criticalPath.ts';
import type { ContainerKey, Run } from '../simulate/run.ts';
import type { WaitCost } from '../simulate/waitCosts.ts';
import { nameOf, seconds, sentence } from './words.ts';

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

/** "2.0 s of that are free to gain: more frequent checks are enough." Empty where there is nothing for nothing. */
export function freeToGain(costs: readonly WaitCost[]): string {
  const free = costs.reduce((sum, { idle }) => sum + idle, 0);
  return free === 0 ? '' : `${seconds(free)} of that are free to gain: more frequent checks are enough.`;
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
    cost.idle > 0 ? `. ${seconds(cost.idle)} are free to gain: more frequent checks are enough` : '';
  return sentence(held + gain + idle);
}
