/** The document: the user's text, how a lens reads it, and the parts that are ours. Every change goes through here. */
import { cannotEdit, isLoaded, patch, read } from '../lens/index.ts';
import { type Edit, isRefusal, type Refusal } from '../model/edit.ts';
import { keepSame } from '../model/keepSame.ts';
import { formatPath, isWithin, type Path, pathKey } from '../model/path.ts';
import { isKnown, type Reading, type Source } from '../model/reading.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { Change } from './change.ts';
import type { Parts } from './parts/part.ts';
import { reconcile } from './reconcile.ts';

export type { Part, Parts } from './parts/part.ts';

export interface Design {
  readonly source: Source;
  /** The user's file, exactly. */
  readonly text: string;
  readonly parts: Parts;
}

/** A design of any text. Without a source the text itself tells how it holds the task. */
export function newDesign(text: string, source?: Source, parts: Parts = {}): Design {
  if (source !== undefined) return { source, text, parts };
  const reading = read(text);
  // What cannot be read yet can be in a moment.
  begun = isLoaded(reading.source) ? reading : undefined;
  return { source: reading.source, text, parts };
}

/** What found the source of the latest design: most designs are looked at as soon as they are made. */
let begun: Reading | undefined;

const READINGS_KEPT = 8;
const recent: Reading[] = [];

/** What the text of a design says; the same object as long as text and source are the same. */
export function readingOf(design: Design): Reading {
  const { text, source } = design;
  const isOfDesign = (reading: Reading) => reading.text === text && sameSource(reading.source, source);
  const found = recent.findIndex(isOfDesign);
  const first = begun !== undefined && isOfDesign(begun) ? begun : undefined;
  const reading = recent[found] ?? sharing(first ?? read(text, source), recent[0]);
  // What cannot be read yet can be in a moment.
  if (found !== 0 && isLoaded(source)) {
    if (found > 0) recent.splice(found, 1);
    recent.unshift(reading);
    recent.length = Math.min(recent.length, READINGS_KEPT);
  }
  return reading;
}

/** What an edit left as it was stays the same object from one reading to the next: nobody has to look at it again. */
function sharing(reading: Reading, before: Reading | undefined): Reading {
  const task = keepSame(before?.task, reading.task);
  return task === reading.task ? reading : { ...reading, task };
}

/**
 * The design after a change, or why it cannot be made; the very same design when nothing would be different.
 *
 * Refused are edits of a text that cannot be read as a whole, and edits that would write over a placeholder or a value
 * of the wrong type; unless the change says that it replaces them, and then the text around them stays as it is.
 */
export function applyChange(design: Design, change: Change): Design | Refusal {
  const { reform, ...rest } = change;
  const reformed = reform?.(design);
  if (reformed !== undefined) return applyChange({ ...reformed, parts: design.parts }, rest);
  const reading = readingOf(design);
  const before = { reading, parts: design.parts };
  const edits = reading.whole ? change.edits(reading.task, before) : [];
  if (isRefusal(edits)) return edits;
  if (!reading.whole && !onlyParts(change, before)) {
    return (
      cannotEdit(reading, []) ?? { refused: 'The text cannot be read, so it can only be changed as text.' }
    );
  }

  if (!change.replaces) {
    const refused = overwriting(reading, edits);
    if (refused !== undefined) return refused;
  }
  const text = edits.length === 0 ? design.text : patch(design.text, design.source, edits);
  if (isRefusal(text)) return text;

  const after = readingOf({ ...design, text }).task;
  let parts = text === design.text ? design.parts : reconcile(reading.task, after, design.parts);
  parts = change.parts?.(parts, after, before) ?? parts;
  if (text === design.text && sameParts(parts, design.parts)) return design;
  return { source: design.source, text, parts };
}

/**
 * The design with another text, typed or replaced by hand. `lastReadable` is the task that was on screen before: what is
 * ours follows its containers. While the new text cannot be read as a whole, the parts wait.
 */
export function withText(
  design: Design,
  text: string,
  lastReadable: TaskDefinition,
  source?: Source,
): Design {
  if (text === design.text && source === undefined) return design;
  const next: Design = { source: source ?? design.source, text, parts: design.parts };
  const reading = readingOf(next);
  return reading.whole ? { ...next, parts: reconcile(lastReadable, reading.task, design.parts) } : next;
}

function onlyParts(change: Change, before: { reading: Reading; parts: Parts }): boolean {
  const edits = change.edits(before.reading.task, before);
  return !isRefusal(edits) && edits.length === 0;
}

function overwriting(reading: Reading, edits: readonly Edit[]): Refusal | undefined {
  const made: Path[] = [];
  for (const edit of edits) {
    const path = writtenPlace(edit);
    // What an edit before this one has written is readable, whatever stood there.
    const fresh = made.some((earlier) => isWithin(path, earlier));
    if (!fresh && edit.op !== 'remove' && !isKnown(reading, path)) {
      const known = firstUnknown(reading, path);
      const place = reading.places.value(known);
      const raw = place === undefined ? '' : ` (${shortened(reading.text.slice(place.start, place.end))})`;
      const kind = reading.opaque.has(pathKey(known)) ? 'a placeholder' : 'no value that ECS takes there';
      return {
        refused: `${formatPath(known)} holds ${kind}${raw}. This change would write over it.`,
        path: known,
        remedy: { label: 'Replace it', edits },
      };
    }
    if (edit.op === 'set') made.push(path);
  }
  return undefined;
}

function writtenPlace(edit: Edit): Path {
  switch (edit.op) {
    case 'set':
    case 'remove':
      return edit.path;
    case 'insert':
      return edit.path.slice(0, -1);
    case 'move':
    case 'copy':
      return edit.path.slice(0, -1);
    default:
      return edit satisfies never;
  }
}

function firstUnknown(reading: Reading, path: Path): Path {
  for (let length = 0; length < path.length; length += 1) {
    const above = path.slice(0, length);
    if (!isKnown(reading, above)) return above;
  }
  return path;
}

function shortened(raw: string): string {
  return raw.length > 40 ? `${raw.slice(0, 39)}…` : raw;
}

function sameSource(a: Source, b: Source): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function sameParts(a: Parts, b: Parts): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
