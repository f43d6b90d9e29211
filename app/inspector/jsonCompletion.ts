/** Which member names fit at a place of a small piece of JSON while it is typed, whole or not. */
import type { Field } from '../../src/model/fields/field.ts';

/** What may be put in, and the stretch of the text that it takes the place of. */
export interface Completion {
  readonly start: number;
  readonly end: number;
  readonly members: readonly { readonly name: string; readonly field: Field }[];
}

interface Level {
  readonly kind: '{' | '[';
  readonly seen: Set<string>;
  key: string | undefined;
  /** After the colon: a value comes. */
  value: boolean;
  index: number;
}

/**
 * The members that the field at the caret still lacks and that begin as what is typed; nothing where the caret stands in
 * a value or where the API has no such place. Names that come after the caret count as there.
 */
export function completionAt(text: string, caret: number, root: Field): Completion | undefined {
  const before = scan(text.slice(0, caret));
  const level = before.levels.at(-1);
  if (level?.kind !== '{' || level.value) return undefined;
  const field = fieldOf(root, before.levels);
  if (field?.kind !== 'structure') return undefined;
  const typed = before.open?.text ?? '';
  const start = before.open?.start ?? caret;
  const rest = before.open === undefined ? '' : (/^[^"\n,:{}[\]]*"?/.exec(text.slice(caret))?.[0] ?? '');
  const end = caret + rest.length;
  if (/^\s*:/.test(text.slice(end))) return undefined;
  const later = namesAfter(text.slice(end));
  const members = Object.entries(field.fields)
    .filter(([name]) => !level.seen.has(name) && !later.has(name))
    .filter(([name]) => name.toLowerCase().startsWith(typed.toLowerCase()))
    .map(([name, member]) => ({ name, field: member }));
  return members.length === 0 ? undefined : { start, end, members };
}

/** The text of a member with a value to begin with. */
export function memberText(name: string, field: Field): string {
  return `${JSON.stringify(name)}: ${emptyValue(field)}`;
}

function emptyValue(field: Field): string {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return JSON.stringify(field.default ?? '');
    case 'enum':
      return JSON.stringify(field.default ?? Object.keys(field.values)[0] ?? '');
    case 'boolean':
      return String(!(field.default ?? false));
    case 'list':
      return '[]';
    case 'map':
    case 'structure':
      return '{}';
    default:
      return String(field.default ?? field.min ?? 0);
  }
}

/** Goes through the text up to the caret. `open`: the caret stands in a text that is not closed. */
function scan(text: string): { levels: readonly Level[]; open?: { start: number; text: string } } {
  const levels: Level[] = [];
  const tokens = /"((?:[^"\\]|\\.)*)("?)|[{}[\],:]|[^\s"{}[\],:]+/gs;
  for (const token of text.matchAll(tokens)) {
    const level = levels.at(-1);
    const [all, inside] = token;
    if (inside !== undefined) {
      if (token[2] === '') return { levels, open: { start: token.index, text: inside } };
      if (level?.kind === '{' && !level.value) level.key = inside;
    } else if (all === '{' || all === '[') {
      levels.push({ kind: all, seen: new Set(), key: undefined, value: false, index: 0 });
    } else if (all === '}' || all === ']') levels.pop();
    else if (all === ':' && level !== undefined) {
      level.value = true;
      if (level.key !== undefined) level.seen.add(level.key);
    } else if (all === ',' && level !== undefined) {
      level.value = false;
      level.index += 1;
    }
  }
  return { levels };
}

function fieldOf(root: Field, levels: readonly Level[]): Field | undefined {
  let field: Field | undefined = root;
  for (const level of levels.slice(0, -1)) {
    if (field?.kind === 'list') field = level.kind === '[' ? field.item : undefined;
    else if (field?.kind === 'structure') {
      const key: string = level.key ?? '';
      field = Object.hasOwn(field.fields, key) ? field.fields[key] : undefined;
    } else return undefined;
  }
  return field;
}

/** The member names of the present object that stand behind the caret. */
function namesAfter(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  let depth = 0;
  for (const token of text.matchAll(/"((?:[^"\\]|\\.)*)"(\s*:)?|[{}[\]]/gs)) {
    if (token[0] === '{' || token[0] === '[') depth += 1;
    else if (token[0] === '}' || token[0] === ']') {
      depth -= 1;
      if (depth < 0) break;
    } else if (depth === 0 && token[2] !== undefined) names.add(token[1] ?? '');
  }
  return names;
}
