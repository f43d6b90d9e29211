/** A whole design as one text, for keeping: the user's text, how it is read, and all parts, also those unknown here. */
import type { Refusal } from '../model/edit.ts';
import type { Path } from '../model/path.ts';
import type { Source } from '../model/reading.ts';
import type { Design } from './design.ts';
import { asRecord, type Part, type Parts } from './parts/part.ts';

const KIND = 'ecs-task-design';
const VERSION = 1;

/** The design as JSON text. */
export function toFile(design: Design): string {
  const { source, text, parts } = design;
  return JSON.stringify({ kind: KIND, version: VERSION, source, text, parts });
}

/**
 * The design in a text that `toFile` made. Anything else is refused, and so is a file of a newer version: reading half
 * of it would lose the rest. Parts are not looked into.
 */
export function fromFile(text: string): Design | Refusal {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { refused: 'This is not a saved design: it is no JSON.' };
  }
  const { kind, version, source, text: saved, parts } = asRecord(file) ?? {};
  if (kind !== KIND) return { refused: 'This is JSON, but not a saved design.' };
  if (typeof version !== 'number' || version > VERSION) {
    return { refused: 'This design was saved by a newer version of the designer. Open it there.' };
  }
  const readable = readSource(source);
  if (typeof saved !== 'string' || readable === undefined)
    return { refused: 'This saved design is damaged.' };
  return { source: readable, text: saved, parts: readParts(parts) };
}

function readSource(value: unknown): Source | undefined {
  const { lens, root, setAside, switches } = asRecord(value) ?? {};
  if (typeof lens !== 'string' || !isPath(root)) return undefined;
  const aside = asRecord(setAside);
  const chosen = Object.entries(asRecord(switches) ?? {}).filter(isSwitch);
  return {
    lens,
    root,
    ...(aside === undefined ? {} : { setAside: aside }),
    ...(chosen.length === 0 ? {} : { switches: Object.fromEntries(chosen) }),
  };
}

function isSwitch(entry: [string, unknown]): entry is [string, boolean] {
  return typeof entry[1] === 'boolean';
}

function isPath(value: unknown): value is Path {
  return Array.isArray(value) && value.every((step) => typeof step === 'string' || Number.isInteger(step));
}

function readParts(value: unknown): Parts {
  const entries = Object.entries(asRecord(value) ?? {});
  return Object.fromEntries(entries.filter((entry): entry is [string, Part] => isPart(entry[1])));
}

function isPart(value: unknown): value is Part {
  return typeof asRecord(value)?.v === 'number';
}
