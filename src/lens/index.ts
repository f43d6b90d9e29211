/** All lenses, and the functions that choose one: a source names its lens, a text without a source is looked at. */
import type { Edit, Refusal } from '../model/edit.ts';
import type { Path } from '../model/path.ts';
import type { Reading, Source } from '../model/reading.ts';
import { findTasks } from './findTasks.ts';
import { json } from './json.ts';
import { jsonAt } from './jsonAt.ts';
import { jsonContainer } from './jsonContainer.ts';
import type { Lens } from './lens.ts';
import { loadedLens } from './loaded.ts';
import { treeOf } from './recentTrees.ts';
import { template } from './template.ts';
import { waiting } from './waiting.ts';

export { decodeText } from './decodeText.ts';
export { enclose } from './enclose.ts';

/** In the order in which a text is offered to them; the last one takes any text. */
export const lenses: readonly Lens[] = [template, jsonAt, jsonContainer, json];

const cloudformation = () => import('./cloudformation/index.ts');

/** Lenses with a parser of their own: loaded when a source names them. No text is offered to them unasked. */
const later: Readonly<Record<string, () => Promise<unknown>>> = {
  'cloudformation-yaml': cloudformation,
  'cloudformation-json': cloudformation,
};

/** Whether texts of this source can be read now; else `loadLens` has to come first. */
export function isLoaded({ lens }: Source): boolean {
  return !Object.hasOwn(later, lens) || loadedLens(lens) !== undefined;
}

/** Loads what reads texts of this source. After that, reading is as immediate as with any other lens. */
export async function loadLens(source: Source): Promise<void> {
  if (!isLoaded(source)) await later[source.lens]?.();
}

/** The lens of a source; the plain one for a name that this version does not know. */
export function lensFor(source: Source): Lens {
  const lens = lenses.find(({ id }) => id === source.lens) ?? loadedLens(source.lens);
  return lens ?? (isLoaded(source) ? json : waiting);
}

/** How a text holds its task definition, judged by the text alone. */
export function detect(text: string): Source {
  for (const lens of lenses) {
    const source = lens.detect(text);
    if (source !== undefined) return source;
  }
  return { lens: json.id, root: [] };
}

/** Reads any text; never throws. Without a source the text itself tells how it holds the task. */
export function read(text: string, source: Source = detect(text)): Reading {
  return lensFor(source).read(text, source);
}

/** Writes edits into a text, one after the other, or says why it cannot; then nothing of them is written. */
export function patch(text: string, source: Source, edits: readonly Edit[]): string | Refusal {
  return lensFor(source).patch(text, source, edits);
}

/** Why a place of a reading cannot be edited, or nothing when it can. */
export function cannotEdit(reading: Reading, path: Path): Refusal | undefined {
  return lensFor(reading.source).cannotEdit(reading, path);
}

/** Every place of a JSON text that holds a task definition, the one that `read` takes first. Empty when there is none. */
export function sourcesIn(text: string): readonly Source[] {
  return findTasks(treeOf(text).root).map(({ root, holds }) => ({
    lens:
      holds === 'container' ? jsonContainer.id : root.length === 0 && holds === 'task' ? json.id : jsonAt.id,
    root,
  }));
}
