/** The way to RUNNING in one lane, and what the gate at its beginning costs. */
import type { PathStep } from '../../simulate/criticalPath.ts';
import type { WaitCost } from '../../simulate/waitCosts.ts';
import { type Axis, xOf } from './axis.ts';
import { time } from './time.ts';

export interface CriticalStep {
  /** Seconds. */
  readonly from: number;
  readonly x: number;
  readonly width: number;
  readonly title: string;
}

/** The parts of the critical path that lie in the lane of one container. */
export function criticalSteps(
  path: readonly PathStep[],
  key: string,
  costs: readonly WaitCost[],
  axis: Axis,
): readonly CriticalStep[] {
  return path
    .filter(({ container }) => container === key)
    .map(({ from, to, released }) => {
      const cost = released && costs.find(({ container, at }) => container === key && at === from);
      const held = cost === undefined || cost.held === 0 ? '' : `; ${costInWords(cost)}`;
      return {
        from,
        x: xOf(axis, from),
        width: Math.max(1, xOf(axis, to) - xOf(axis, from)),
        title: `Critical path to RUNNING: ${key} from ${time(from)} to ${time(to)}${held}`,
      };
    });
}

/** "held 9.0 s by envoy HEALTHY, 2.0 s of it free to gain". */
export function costInWords({ held, on, condition, idle }: WaitCost): string {
  const free = idle > 0 ? `, ${idle.toFixed(1)} s of it free to gain` : '';
  return `held ${held.toFixed(1)} s by ${on} ${condition}${free}`;
}
