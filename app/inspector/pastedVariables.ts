/** Environment variables as people paste them: the lines of a .env file, a JSON object, or the list of a task definition. */

/** What a pasted text holds. Names as they stand; of a name that stands twice the last value counts. */
export interface PastedVariables {
  readonly variables: readonly { readonly name: string; readonly value: string }[];
  /** From a list with `valueFrom`. */
  readonly secrets: readonly { readonly name: string; readonly valueFrom: string }[];
}

/**
 * Reads a pasted text; nothing where it is not wholly variables, so that it is taken as the plain text of a cell. A
 * single line counts only as `NAME=value` with a name in capitals, and only if `oneLine` is allowed.
 */
export function pastedVariables(text: string, { oneLine = true } = {}): PastedVariables | undefined {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return undefined;
  return /^[[{"]/.test(trimmed) ? fromJson(trimmed) : fromLines(trimmed, oneLine);
}

function fromJson(text: string): PastedVariables | undefined {
  const value = parsed(text.replace(/,\s*$/, ''));
  if (Array.isArray(value)) return fromList(value);
  if (!isObject(value)) return undefined;
  const { environment, secrets } = value;
  const lists = [environment, secrets].filter((list) => list !== undefined);
  if (lists.length > 0 && lists.every(Array.isArray)) return fromList(lists.flat());
  if (typeof value.name === 'string' && ('value' in value || 'valueFrom' in value)) return fromList([value]);
  const entries = Object.entries(value);
  if (entries.length === 0 || entries.some(([, each]) => plainText(each) === undefined)) return undefined;
  return distinct(entries.map(([name, each]) => ({ name, value: plainText(each) ?? '' })));
}

/** JSON; also a member by itself (`"environment": [...]`), or items of a list without their brackets. */
function parsed(text: string): unknown {
  for (const candidate of [text, `{${text}}`, `[${text}]`]) {
    try {
      const value: unknown = JSON.parse(candidate);
      if (typeof value === 'object') return value;
    } catch {
      // The next reading of it may do.
    }
  }
  return undefined;
}

function fromList(list: readonly unknown[]): PastedVariables | undefined {
  const variables: { name: string; value: string }[] = [];
  const secrets: { name: string; valueFrom: string }[] = [];
  for (const item of list) {
    // `NAME=value` items, as in a compose file or of docker inspect.
    const line = typeof item === 'string' ? /^([^=\s]+)=([\s\S]*)$/.exec(item) : null;
    if (line) {
      variables.push({ name: line[1] ?? '', value: line[2] ?? '' });
      continue;
    }
    if (!isObject(item) || typeof item.name !== 'string') return undefined;
    if (typeof item.valueFrom === 'string') secrets.push({ name: item.name, valueFrom: item.valueFrom });
    else {
      const value = plainText(item.value ?? '');
      if (value === undefined) return undefined;
      variables.push({ name: item.name, value });
    }
  }
  if (variables.length + secrets.length === 0) return undefined;
  return { ...distinct(variables), secrets: [...byName(secrets).values()] };
}

const ASSIGNMENT = /^(?:-\s+)?(?:export\s+)?([A-Za-z_][\w.-]*)\s*=[ \t]*/;

function fromLines(text: string, oneLine: boolean): PastedVariables | undefined {
  const variables: { name: string; value: string }[] = [];
  let rest = text.replace(/\r\n?/g, '\n');
  while (rest !== '') {
    const blank = /^[ \t]*(?:#[^\n]*)?(?:\n|$)/.exec(rest);
    if (blank) {
      rest = rest.slice(blank[0].length);
      continue;
    }
    rest = rest.trimStart();
    const head = ASSIGNMENT.exec(rest);
    if (!head) return undefined;
    const { value, length } = readValue(rest.slice(head[0].length));
    variables.push({ name: head[1] ?? '', value });
    rest = rest.slice(head[0].length + length);
  }
  const [only] = variables;
  if (only === undefined) return undefined;
  if (variables.length === 1 && !(oneLine && /^[A-Z_][A-Z0-9_]*$/.test(only.name))) return undefined;
  return distinct(variables);
}

/** The value at the beginning of a text, and how much of the text it takes with the end of its line. */
function readValue(text: string): { readonly value: string; readonly length: number } {
  const double = /^"((?:[^"\\]|\\[\s\S])*)"[ \t]*(?:#[^\n]*)?(?:\n|$)/.exec(text);
  if (double) return { value: unescaped(double[1] ?? ''), length: double[0].length };
  const single = /^'([^']*)'[ \t]*(?:#[^\n]*)?(?:\n|$)/.exec(text);
  if (single) return { value: single[1] ?? '', length: single[0].length };
  const line = /^[^\n]*(?:\n|$)/.exec(text)?.[0] ?? '';
  const comment = line.search(/(^|\s)#/);
  return { value: (comment < 0 ? line : line.slice(0, comment)).trim(), length: line.length };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescaped(text: string): string {
  return text.replace(/\\([nrt"\\$`])/g, (_, letter: string) => ESCAPES[letter] ?? letter);
}

function plainText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function distinct(variables: readonly { name: string; value: string }[]): PastedVariables {
  return { variables: [...byName(variables).values()], secrets: [] };
}

function byName<T extends { readonly name: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((each) => [each.name, each]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
