/** How the inspector writes a field: set, or taken out with the structures that only held it. */
import { removeField, setField } from '../../src/edit/changes/fields.ts';
import { valueAt } from '../../src/edit/changes/writer.ts';
import type { Refusal } from '../../src/model/edit.ts';
import { fieldsAlong } from '../../src/model/fields/fieldAt.ts';
import type { Json } from '../../src/model/json.ts';
import { isWithin, type Path, pathKey } from '../../src/model/path.ts';
import type { Reading } from '../../src/model/reading.ts';
import { apply, designStore } from '../store/designStore.ts';
import { mustReplace } from './fieldFacts.ts';

/**
 * What goes when a field goes: the field, or the outermost optional structure around it that holds nothing else, not
 * even something that cannot be read. Items of lists stay.
 */
export function removalPath(reading: Reading, path: Path): Path {
  const fields = fieldsAlong(path);
  let going = path;
  while (going.length > 1) {
    const above = going.slice(0, -1);
    if (fields[above.length]?.kind !== 'structure' || typeof above.at(-1) === 'number') break;
    const value = valueAt(reading.task, above);
    if (typeof value !== 'object' || value === null) break;
    const others = Object.keys(value).filter((key) => key !== going.at(-1));
    const inside = (at: Path) => isWithin(at, above) && at.length > above.length && !isWithin(at, path);
    const key = `${pathKey(above)}/`;
    const here = pathKey(path);
    const unread = [...reading.opaque.keys(), ...reading.unreadable].some(
      (each) => each.startsWith(key) && each !== here && !each.startsWith(`${here}/`),
    );
    if (others.length > 0 || unread || reading.problems.some((problem) => inside(problem.path))) break;
    going = above;
  }
  return going;
}

/**
 * Gives a field a value, or with `undefined` takes it out. It writes over a placeholder or an unreadable value at this
 * very place, because the user sees what stands there. Returns why it was not done; the screen has said so.
 */
export function writeField(path: Path, value: Json | undefined, label?: string): Refusal | undefined {
  const { reading } = designStore.getState();
  const options = label === undefined ? {} : { label };
  if (value === undefined) return apply(removeField(removalPath(reading, path), options));
  return apply(setField(path, value, { ...options, replaces: mustReplace(reading, path) }));
}
