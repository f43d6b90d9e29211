/** What of a text no other language can be given: unknown members, values of the wrong type, placeholders for them. */
import { read } from '../../lens/index.ts';
import { formatPath, type Path, pathKey } from '../../model/path.ts';
import type { Reading, Source } from '../../model/reading.ts';
import type { Loss } from '../format.ts';

/** Everything of the text that the view of its task lacks, by its place. */
export function lostInView(text: string, source: Source | undefined): readonly Loss[] {
  const reading = read(text, source);
  const losses: Loss[] = [];
  for (const { kind, path, message } of reading.problems) {
    if (kind === 'unknown-member' || kind === 'wrong-type')
      losses.push({ path, message: `Left out. ${message}` });
    else if (kind === 'read-only-member')
      losses.push({
        path,
        message: `${formatPath(path)} is only part of what DescribeTaskDefinition returns.`,
      });
  }
  for (const [path, raw] of placeholdersOf(reading)) {
    if (valueAt(reading.task, path) === undefined) {
      losses.push({ path, message: `The placeholder ${raw} is left out: no text can stand there.` });
    }
  }
  return [...losses, ...noFamily(reading)];
}

/** The places of placeholders and intrinsics, each with its text. */
export function placeholdersOf({ task, opaque }: Reading): readonly (readonly [path: Path, raw: string])[] {
  return [...opaque].map(([key, raw]) => {
    const path: (string | number)[] = [];
    let value: unknown = task;
    // A step of digits is an index where the view has a list.
    for (const escaped of key.split('/').slice(1)) {
      const step = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
      const next = Array.isArray(value) ? Number(step) : step;
      path.push(next);
      value = valueAt(value, [next]);
    }
    return [path, raw] as const;
  });
}

/** What a file of containers alone lacks to be a task. */
export function noFamily({ task, opaque }: Reading): readonly Loss[] {
  if (task.family !== undefined || opaque.has(pathKey(['family']))) return [];
  return [{ path: ['family'], message: 'The task has no family: give it one before it is registered.' }];
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** Losses with one entry a place and sentence. */
export function eachOnce(losses: readonly Loss[]): readonly Loss[] {
  return [...new Map(losses.map((loss) => [`${pathKey(loss.path)} ${loss.message}`, loss])).values()];
}
