/** Fixes for what reading found. */
import type { Edit } from '../../model/edit.ts';
import type { Field } from '../../model/fields/field.ts';
import { fieldAt } from '../../model/fields/fieldAt.ts';
import { expectedOf, memberOf } from '../../model/fields/shape.ts';
import type { Path } from '../../model/path.ts';
import type { Problem, Reading } from '../../model/reading.ts';
import type { Fix } from '../rule.ts';
import { meantMember } from './misspelt.ts';
import { retyped } from './retyped.ts';
import { writtenText } from './wrongWord.ts';

/** Takes the member out; safe for one that ECS itself had written, and that no registration has. */
export function removed(_: Reading, { path, kind }: Problem): Fix {
  const safe = kind === 'read-only-member';
  return { label: `Remove ${path.at(-1)}`, safe, edits: [{ op: 'remove', path }] };
}

/** Gives the member the name that was meant, with what is misspelt below it; takes it out when nothing was. */
export function renamed(reading: Reading, problem: Problem): Fix {
  const { path } = problem;
  const target = meantMember(reading, path);
  if (!target) return removed(reading, problem);
  const edits: Edit[] = [{ op: 'move', from: path, path: target }];
  const field = fieldAt(target);
  const place = reading.places.value(path);
  if (field && place) edits.push(...respelt(reading.text.slice(place.start, place.end), field, target));
  return { label: `Rename it to ${target.at(-1)}`, safe: true, edits };
}

/** Members below that differ from those of the API in case only: who writes MountPoints writes ContainerPath. */
function respelt(raw: string, field: Field, path: Path): Edit[] {
  const edits: Edit[] = [];
  const walk = (value: unknown, of: Field, at: Path): void => {
    if (Array.isArray(value) && of.kind === 'list') {
      for (const [index, item] of value.entries()) walk(item, of.item, [...at, index]);
    } else if (of.kind === 'structure' && typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) {
        const names = Object.keys(of.fields);
        const name = names.includes(key) ? key : names.find((one) => one.toLowerCase() === key.toLowerCase());
        if (name === undefined || (name !== key && Object.hasOwn(value, name))) continue;
        if (name !== key) edits.push({ op: 'move', from: [...at, key], path: [...at, name] });
        const below = memberOf(of.fields, name);
        if (below) walk(member, below, [...at, name]);
      }
    }
  };
  try {
    walk(JSON.parse(raw), field, path);
  } catch {
    // Comments or other liberties: the one member is renamed, the rest is told afterwards.
    return [];
  }
  return edits;
}

/** Leaves the null out; two lists want their values to be there, if only as empty texts. */
export function withoutNull(_: Reading, { path }: Problem): Fix {
  const list = path.at(-3);
  const emptied = path.at(-1) === 'value' && (list === 'environment' || list === 'properties');
  const edit: Edit = emptied ? { op: 'set', path, value: '' } : { op: 'remove', path };
  return { label: emptied ? 'Make it an empty text' : 'Leave it out', safe: true, edits: [edit] };
}

/** Writes the value in the type that the API takes, when it is plain what was meant. */
export function retypedMember(reading: Reading, { path, place }: Problem): Fix | undefined {
  const field = fieldAt(path);
  const at = reading.places.value(path) ?? place;
  if (!field || !reading.whole) return undefined;
  const raw = reading.text.slice(at.start, at.end);
  if (path.at(-1) === 'command' && path.at(-2) === 'healthCheck' && raw.startsWith('"')) {
    const line = writtenText(reading, { path, place });
    return line
      ? {
          label: 'Write it as ["CMD-SHELL", …]',
          safe: true,
          edits: [{ op: 'set', path, value: ['CMD-SHELL', line.replace(/^CMD(-SHELL)?\s+/, '')] }],
        }
      : undefined;
  }
  const value = retyped(raw, field);
  return value === undefined
    ? undefined
    : { label: `Write it as ${expectedOf(field)}`, safe: true, edits: [{ op: 'set', path, value }] };
}
