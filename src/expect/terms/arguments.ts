/** The arguments that predicates share, and how their values are read: whatever was stored, nothing throws. */
import type { Args, Argument } from '../predicate.ts';

export const CONTAINER: Argument = { name: 'container', label: 'Container', type: { kind: 'container' } };
export const OTHER: Argument = { name: 'other', label: 'Other container', type: { kind: 'container' } };
export const VOLUME: Argument = { name: 'volume', label: 'Volume', type: { kind: 'volume' } };
export const BEFORE: Argument = {
  name: 'before',
  label: 'Before',
  type: { kind: 'seconds' },
  optional: true,
};
export const CODE: Argument = { name: 'code', label: 'Exit code', type: { kind: 'code' }, suggestion: 0 };

/** The text of an argument; empty when it is none. */
export function textOf(args: Args, name: string): string {
  const value = args[name];
  return typeof value === 'string' ? value : '';
}

/** The number of an argument; `undefined` when it is none. */
export function numberOf(args: Args, name: string): number | undefined {
  const value = args[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** What stands for an argument in a sentence: its text, or three dots. */
export function wordOf(args: Args, name: string): string {
  return textOf(args, name) || '…';
}
