/** What many runs of a scenario amount to, in words: the text beside a histogram. */
import type { Spread } from '../simulate/spread.ts';
import { listed, seconds } from './words.ts';

/**
 * "Half of 10,000 runs are RUNNING within 15.0 s, 95 % within 20.1 s and 99 % within 21.9 s. envoy holds the task up in
 * 91 % of them." Empty without a run.
 */
export function spreadInWords(spread: Spread): string {
  const { runs, never, p50, p95, p99, holders } = spread;
  if (runs === 0) return '';
  const all = counted(runs);
  if (never === runs) return `The task is RUNNING in none of ${all} runs.`;
  const within = [
    p50 === undefined ? undefined : `half of ${all} runs are RUNNING within ${seconds(p50)}`,
    p95 === undefined ? undefined : `95 % within ${seconds(p95)}`,
    p99 === undefined ? undefined : `99 % within ${seconds(p99)}`,
  ].filter((part) => part !== undefined);
  const [first] = holders;
  const times = within.length === 0 ? '' : `H${listed(within).slice(1)}.`;
  const lost = never === 0 ? '' : `In ${shareOf(never, runs)} of ${all} runs the task never is RUNNING.`;
  const held =
    first === undefined
      ? ''
      : `${first.container} holds the task up in ${shareOf(first.count, runs - never)} of ${never === 0 ? 'them' : 'the others'}.`;
  return [times, lost, held].filter((part) => part !== '').join(' ');
}

/** "From StopTask to STOPPED it takes half of all runs 4.0 s at most, …". Empty where no run is stopped from outside. */
export function stopInWords({ stop }: Spread): string {
  if (stop === undefined) return '';
  const { p50, p95, p99 } = stop;
  if (p50 === p99) return `From StopTask to STOPPED: ${seconds(p50)}.`;
  return `From StopTask to STOPPED: half of all runs within ${seconds(p50)}, 95 % within ${seconds(p95)}, 99 % within ${seconds(p99)}.`;
}

/** "10,000": with a comma between thousands, whatever the language of the page. */
export function counted(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** "91 %"; "less than 1 %" and "more than 99 %" where rounding would say none or all. */
export function shareOf(count: number, all: number): string {
  const percent = (count / all) * 100;
  if (percent > 0 && percent < 1) return 'less than 1 %';
  if (percent > 99 && percent < 100) return 'more than 99 %';
  return `${Math.round(percent)} %`;
}
