/** Puts the edits of a change together, and remembers how the defaults that it overrides were written. */
import type { Edit, Refusal } from '../../model/edit.ts';
import type { Json } from '../../model/json.ts';
import { mounts } from '../../model/mounts.ts';
import { namedContainers } from '../../model/namedContainers.ts';
import { type NodeKey, TASK_KEY } from '../../model/nodeKey.ts';
import { type Path, pathKey } from '../../model/path.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { Before, Change } from '../change.ts';
import {
  type AsWritten,
  asWritten,
  type DefaultForm,
  type EmptyPair,
  isEmptyPair,
} from '../parts/as-written.ts';
import { getPart, type Parts, setPart } from '../parts/part.ts';

/** What a change writes. Edits are collected in order; each path is that of the task as the edits before it leave it. */
export interface Writer {
  readonly task: TaskDefinition;
  readonly before: Before;
  readonly edits: Edit[];
  set(path: Path, value: Json): void;
  remove(path: Path): void;
  /** Adds items at the end of a list; a list that is left out, or `null`, is made. */
  append(list: Path, ...values: readonly Json[]): void;
  /**
   * Takes items out by their indexes. With the last one the list goes too, unless it stood there empty before, or it is
   * `containerDefinitions`, which ECS demands.
   */
  removeItems(list: Path, indexes: readonly number[]): void;
  /** Overrides a default; how it is written now is remembered. */
  override(path: Path, value: Json): void;
  /** Back to the default: as it was written before, else as `otherwise` says. */
  restore(path: Path, otherwise: 'absent' | Json): void;
}

/** A change made by a function that writes its edits, or says why it cannot. It may be run more than once. */
export function changeOf(
  label: string,
  write: (writer: Writer) => Refusal | undefined,
  more: Pick<Change, 'mergeKey' | 'replaces' | 'parts'> = {},
): Change {
  const { parts, ...rest } = more;
  return {
    label,
    ...rest,
    edits(_task, before) {
      const writer = new CollectingWriter(before);
      return write(writer) ?? writer.edits;
    },
    parts(current, after, before) {
      const writer = new CollectingWriter(before);
      const noted = write(writer) === undefined ? writer.noted(current) : current;
      return parts?.(noted, after, before) ?? noted;
    },
  };
}

class CollectingWriter implements Writer {
  readonly edits: Edit[] = [];
  readonly task: TaskDefinition;
  readonly before: Before;
  private readonly notes = new Map<string, { path: Path; form: DefaultForm | undefined }>();
  private readonly appended = new Map<string, number>();
  private stored: AsWritten | undefined;

  constructor(before: Before) {
    this.before = before;
    this.task = before.reading.task;
  }

  set(path: Path, value: Json): void {
    const around = path.slice(0, -1);
    const form = valueAt(this.task, path) === undefined ? this.formOf(around) : undefined;
    if (isEmptyPair(form) && form.startsWith('{')) this.note(around, form);
    this.edits.push({ op: 'set', path, value });
  }

  remove(path: Path): void {
    const around = path.slice(0, -1);
    const last = path.at(-1);
    const members = valueAt(this.task, around);
    const alone =
      typeof last === 'string' && typeof members === 'object' && Object.keys(members ?? {}).join() === last;
    const form = alone ? this.noteAt(around) : undefined;
    this.edits.push({ op: 'remove', path });
    if (isEmptyPair(form)) this.spell(around, form);
  }

  append(list: Path, ...values: readonly Json[]): void {
    const key = pathKey(list);
    const form = this.formOf(list);
    for (const value of values) {
      const added = this.appended.get(key) ?? 0;
      this.appended.set(key, added + 1);
      const usual = form === 'absent' && !isDemanded(list);
      if (added === 0 && form !== undefined && !usual) this.note(list, form);
      if (added === 0 && form === null) this.set(list, [value]);
      else this.edits.push({ op: 'insert', path: [...list, lengthAt(this.task, list) + added], value });
    }
  }

  removeItems(list: Path, indexes: readonly number[]): void {
    const doomed = [...new Set(indexes)].sort((a, b) => b - a);
    const emptied = doomed.length > 0 && doomed.length === lengthAt(this.task, list);
    const noted = this.noteAt(list);
    const form = emptied ? (noted !== undefined ? noted : isDemanded(list) ? 'empty' : 'absent') : 'empty';
    if (form === 'absent' || form === null) this.restore(list, form);
    else {
      if (emptied) this.note(list, undefined);
      for (const index of doomed) this.remove([...list, index]);
      if (emptied && isEmptyPair(form)) this.spell(list, form);
    }
  }

  override(path: Path, value: Json): void {
    const form = this.formOf(path);
    if (form !== undefined) this.note(path, form);
    this.set(path, value);
  }

  restore(path: Path, otherwise: 'absent' | Json): void {
    const noted = this.noteAt(path);
    const form = noted === undefined ? otherwise : noted;
    this.note(path, undefined);
    if (form === 'absent') this.remove(path);
    else if (isEmptyPair(form)) this.spell(path, form);
    else this.set(path, form);
  }

  /** Gives empty brackets back the lines that stood between them. */
  private spell(path: Path, written: EmptyPair): void {
    this.note(path, undefined);
    this.edits.push({ op: 'set', path, value: written.startsWith('{') ? {} : [], written });
  }

  /** The parts with what this change remembers. */
  noted(parts: Parts): Parts {
    if (this.notes.size === 0) return parts;
    const forms = new Map(
      Object.entries(getPart(parts, asWritten)).map(([key, members]) => [
        key,
        new Map(Object.entries(members)),
      ]),
    );
    for (const { path, form } of this.notes.values()) {
      const { node, member } = ownerOf(this.task, path);
      const members = forms.get(node) ?? new Map<string, DefaultForm>();
      if (form === undefined) members.delete(member);
      else members.set(member, form);
      if (members.size === 0) forms.delete(node);
      else forms.set(node, members);
    }
    const entries = [...forms].map(([key, members]) => [key, Object.fromEntries(members)] as const);
    return setPart(parts, asWritten, Object.fromEntries(entries));
  }

  private note(path: Path, form: DefaultForm | undefined): void {
    this.notes.set(pathKey(path), { path, form });
  }

  private noteAt(path: Path): DefaultForm | undefined {
    this.stored ??= getPart(this.before.parts, asWritten);
    const { node, member } = ownerOf(this.task, path);
    const members = Object.hasOwn(this.stored, node) ? this.stored[node] : undefined;
    return members !== undefined && Object.hasOwn(members, member) ? members[member] : undefined;
  }

  /** How a place that may hold a default is written; nothing when it holds something else. */
  private formOf(path: Path): DefaultForm | undefined {
    const { places, text } = this.before.reading;
    const place = places.value(path);
    if (place === undefined) return 'absent';
    const raw = text.slice(place.start, place.end);
    if (raw === 'null') return null;
    if (raw === 'true' || raw === 'false') return raw === 'true';
    if (isEmptyPair(raw) && /[\r\n]/.test(raw)) return raw;
    return /^\[\s*\]$/.test(raw) ? [] : undefined;
  }
}

function isDemanded(list: Path): boolean {
  return list.length === 1 && list[0] === 'containerDefinitions';
}

/** The node that a path belongs to and the rest of the path below it; the task where it is no container or volume. */
function ownerOf(task: TaskDefinition, path: Path): { node: NodeKey; member: string } {
  const [list, index] = path;
  if (typeof index === 'number' && list === 'containerDefinitions') {
    const container = namedContainers(task).find((one) => one.index === index);
    if (container !== undefined) return { node: container.key, member: pathKey(path.slice(2)) };
  }
  if (typeof index === 'number' && list === 'volumes') {
    const volume = mounts(task, []).volumes.find((one) => one.index === index);
    if (volume !== undefined) return { node: volume.key, member: pathKey(path.slice(2)) };
  }
  return { node: TASK_KEY, member: pathKey(path) };
}

/** What the view holds at a path; nothing where it holds nothing. */
export function valueAt(task: TaskDefinition, path: Path): unknown {
  let value: unknown = task;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function lengthAt(task: TaskDefinition, list: Path): number {
  const value = valueAt(task, list);
  return Array.isArray(value) ? value.length : 0;
}
