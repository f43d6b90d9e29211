import { spoken } from './axis.ts';

/** A second of a run as a title says it: "4.0 s", and later than a hundred seconds in rough words. */
export function time(second: number): string {
  return second < 100 ? `${second.toFixed(1)} s` : spoken(second);
}
