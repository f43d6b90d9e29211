/** Whether ECS Exec is wanted of a task: a service or a run is started with it, the definition does not say so. */
import type { Reading } from '../../model/reading.ts';

const wanted = new WeakSet<Reading>();

/** The same reading, of a task in whose containers somebody will open a shell. */
export function withExec(reading: Reading): Reading {
  const copy = { ...reading };
  wanted.add(copy);
  return copy;
}

export function wantsExec(reading: Reading): boolean {
  return wanted.has(reading);
}
