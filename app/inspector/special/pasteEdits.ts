import { valueAt, type Writer } from '../../../src/edit/changes/writer.ts';
import type { Json } from '../../../src/model/json.ts';
import type { Path } from '../../../src/model/path.ts';
import type { PastedVariables } from '../pastedVariables.ts';

/**
 * Writes what was pasted: of names that are there the value changes, others come at the end. Secrets go to the list of
 * secrets and variables to that of variables; into a list of secrets plain values go as where the secret lies.
 */
export function pasteEdits(
  writer: Writer,
  path: Path,
  member: 'value' | 'valueFrom',
  { variables, secrets }: PastedVariables,
): void {
  const isContainer = path.length === 3;
  const beside = (name: string) => (isContainer ? [...path.slice(0, -1), name] : path);
  if (member === 'valueFrom') {
    merge(writer, path, 'valueFrom', [
      ...secrets.map(({ name, valueFrom }) => [name, valueFrom] as const),
      ...variables.map(({ name, value }) => [name, value] as const),
    ]);
    return;
  }
  merge(
    writer,
    path,
    'value',
    variables.map(({ name, value }) => [name, value] as const),
  );
  merge(
    writer,
    beside('secrets'),
    'valueFrom',
    secrets.map(({ name, valueFrom }) => [name, valueFrom] as const),
  );
}

function merge(
  writer: Writer,
  list: Path,
  member: string,
  pairs: readonly (readonly [name: string, value: string])[],
): void {
  const before = valueAt(writer.task, list);
  const items: readonly unknown[] = Array.isArray(before) ? before : [];
  const fresh: Json[] = [];
  for (const [name, value] of pairs) {
    const index = items.findLastIndex((item) => (item as { name?: unknown } | undefined)?.name === name);
    if (index < 0) fresh.push({ name, [member]: value });
    else if (valueAt(writer.task, [...list, index, member]) !== value) {
      writer.set([...list, index, member], value);
    }
  }
  if (fresh.length > 0) writer.append(list, ...fresh);
}
