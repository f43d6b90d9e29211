/** Any member of the task by its path: set, remove, toggle essential. */
import type { Edit } from '../../model/edit.ts';
import type { Json } from '../../model/json.ts';
import type { NodeKey } from '../../model/nodeKey.ts';
import { type Path, pathKey } from '../../model/path.ts';
import type { Change } from '../change.ts';
import { containerAt, isGone, titleOf } from './address.ts';
import { editsBetween } from './editsBetween.ts';
import { changeOf, valueAt, type Writer } from './writer.ts';

export interface FieldOptions {
  /** A label of its own; else "Set image". */
  readonly label?: string;
  /** It may write over a placeholder or a value that cannot be read: the user saw it and typed over it. */
  readonly replaces?: boolean;
}

/**
 * Gives a member a value; objects missing above it are made. Of a structure only what differs is written, so members
 * that the view does not know stay. Typing in one field is one step of undo.
 */
export function setField(path: Path, value: Json, { label, replaces }: FieldOptions = {}): Change {
  const write = (writer: Writer) => {
    const now = valueAt(writer.task, path);
    if (now === undefined) writer.set(path, value);
    else writer.edits.push(...editsBetween(path, now, value));
    return undefined;
  };
  return changeOf(label ?? `Set ${titleOfPath(path)}`, write, {
    mergeKey: `set:${pathKey(path)}`,
    ...(replaces ? { replaces } : {}),
  });
}

/** Takes a member or a list item out; with its last item an optional list goes too. */
export function removeField(path: Path, { label }: Pick<FieldOptions, 'label'> = {}): Change {
  return changeOf(label ?? `Remove ${titleOfPath(path)}`, (writer) => {
    const last = path.at(-1);
    if (typeof last !== 'number') writer.remove(path);
    else writer.removeItems(path.slice(0, -1), [last]);
    return undefined;
  });
}

/** Adds an item at the end of a list, which is made where it is missing. */
export function addItem(list: Path, value: Json, { label }: Pick<FieldOptions, 'label'> = {}): Change {
  return changeOf(label ?? `Add to ${titleOfPath(list)}`, (writer) => {
    writer.append(list, value);
    return undefined;
  });
}

/** Plain edits as a change: what a quick fix or a remedy brings along. */
export function applyEdits(
  label: string,
  edits: readonly Edit[],
  { replaces }: Pick<FieldOptions, 'replaces'> = {},
): Change {
  return { label, ...(replaces ? { replaces } : {}), edits: () => edits };
}

/** Makes a container essential, or no longer so. What is left out counts as essential, and is left out again. */
export function toggleEssential(key: NodeKey): Change {
  return changeOf(`Toggle essential of ${titleOf(key)}`, (writer) => {
    const container = containerAt(writer.task, key);
    if (container === undefined) return isGone(key);
    writeEssential(writer, container.index, container.definition.essential === false);
    return undefined;
  });
}

/** Makes a container essential or not; the same as it is changes nothing. */
export function setEssential(key: NodeKey, essential: boolean): Change {
  return changeOf(`Make ${titleOf(key)} ${essential ? 'essential' : 'non-essential'}`, (writer) => {
    const container = containerAt(writer.task, key);
    if (container === undefined) return isGone(key);
    if ((container.definition.essential !== false) !== essential)
      writeEssential(writer, container.index, essential);
    return undefined;
  });
}

function writeEssential(writer: Writer, index: number, essential: boolean): void {
  const path = ['containerDefinitions', index, 'essential'];
  if (essential) writer.restore(path, true);
  else writer.override(path, false);
}

function titleOfPath(path: Path): string {
  const names = path.filter((step) => typeof step === 'string');
  return names.at(-1) ?? 'the task';
}
