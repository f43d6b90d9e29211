import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Edit, isRefusal } from '../model/edit.ts';
import type { Json } from '../model/json.ts';
import type { Path } from '../model/path.ts';
import { patch } from './index.ts';
import { parse } from './syntax/parse.ts';
import { jsonOfNode } from './syntax/write/content.ts';
import { blankLists, laidOut, layouts, scattered } from './testing/layout.ts';
import { at, edited, pathsOf, respelt, tasks, values } from './testing/tasks.ts';

const source = { lens: 'json', root: [] };

/** A task with a text of it. */
const documents = fc.oneof(
  fc.tuple(tasks, layouts).map(([value, layout]) => ({ value, text: laidOut(value, layout) })),
  fc.tuple(tasks, blankLists(false)).map(([value, blanks]) => ({ value, text: scattered(value, blanks) })),
);
const commented = fc
  .tuple(tasks, blankLists(true))
  .map(([value, blanks]) => ({ value, text: scattered(value, blanks) }));
/** Members stand one level from the column of their bracket, and in an empty one stands a comment. */
const aligned = {
  value: { family: 'app', volumes: [{ name: 'app', host: {} }] },
  text: '{"family"\r\n\t:"app",/* two */"volumes":\n\n    [//\n  {"name":"app",\r\n\t"host":{/* two */}}\n\n    ]//\n  }',
};
const choice = fc.nat(9999);

function write(text: string, ...edits: Edit[]): string {
  const written = patch(text, source, edits);
  if (isRefusal(written)) throw new Error(`${written.refused} ${JSON.stringify(edits)} ${text}`);
  return written;
}

function says(text: string): Json {
  const { root, sound } = parse(text);
  expect(sound, text).toBe(true);
  return root === undefined ? null : jsonOfNode(root);
}

function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % list.length];
}

function placesWhere(value: Json, wanted: (found: Json | undefined) => boolean): Path[] {
  return pathsOf(value).filter((path) => wanted(at(value, path)));
}

const isList = (value: Json | undefined) => Array.isArray(value);
const isObject = (value: Json | undefined) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: Json | undefined) => value !== undefined && !isList(value) && !isObject(value);

/** Members that have no kin in an object, or have some before or behind them. */
const NEW = ['added', 'memory', 'image', 'essential', 'cpu', 'entryPoint', 'secrets', 'containerDefinitions'];

/** An edit that adds something, with the one that takes it away. */
function addition(value: Json, number: number, wanted: Json): { add: Edit; remove: Edit } | undefined {
  const place = pick(placesWhere(value, number % 2 ? isList : isObject), number >> 1);
  const held = place && at(value, place);
  if (place === undefined || held === undefined) return undefined;
  const names = NEW.filter((name) => !Object.hasOwn(held as object, name));
  const path = Array.isArray(held)
    ? [...place, (number >> 3) % (held.length + 1)]
    : [...place, pick(names, number >> 3) ?? 'added'];
  const op = Array.isArray(held) ? 'insert' : 'set';
  return { add: { op, path, value: wanted }, remove: { op: 'remove', path } };
}

/** Edits of every kind whose places exist. */
function anyEdit(value: Json, number: number, wanted: Json): Edit | undefined {
  const path = pick(pathsOf(value).slice(1), number >> 3);
  if (path === undefined) return addition(value, number, wanted)?.add;
  const last = path.at(-1);
  const parent = path.slice(0, -1);
  switch (number % 7) {
    case 0:
      return { op: 'set', path, value: wanted };
    case 1:
      return { op: 'remove', path };
    case 2:
      if (typeof last === 'string') return { op: 'move', from: path, path: [...parent, 'renamed'] };
      return { op: 'move', from: path, path: [...parent, 0] };
    case 3:
      return { op: 'copy', from: path, path: typeof last === 'string' ? [...parent, 'copied'] : path };
    case 4:
      return { op: 'move', from: path, path: ['elsewhere'] };
    default:
      return addition(value, number >> 3, wanted)?.add;
  }
}

describe('for tasks of every layout', () => {
  test('a text reads as the changed task after any edit', () => {
    fc.assert(
      fc.property(fc.oneof(documents, commented), choice, values, ({ value, text }, number, wanted) => {
        const edit = anyEdit(value, number, wanted);
        if (edit !== undefined) expect(says(write(text, edit))).toEqual(edited(value, edit));
      }),
      { numRuns: 300 },
    );
  });

  test('several edits at once give what they give one after the other', () => {
    fc.assert(
      fc.property(
        fc.oneof(documents, commented),
        fc.array(fc.tuple(choice, values), { maxLength: 5 }),
        ({ value, text }, steps) => {
          const edits: Edit[] = [];
          let now = value as Json;
          let byOne = text;
          for (const [number, wanted] of steps) {
            const edit = anyEdit(now, number, wanted);
            if (edit === undefined) continue;
            edits.push(edit);
            now = edited(now, edit);
            byOne = write(byOne, edit);
          }
          expect(says(write(text, ...edits))).toEqual(now);
          expect(says(byOne)).toEqual(now);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('what is added and removed again leaves the same bytes', () => {
    fc.assert(
      fc.property(fc.oneof(documents, commented), choice, values, ({ value, text }, number, wanted) => {
        const edits = addition(value, number, wanted);
        if (edits === undefined) return;
        const back = [edits.remove, ...respelt(parse(text), edits.add.path.slice(0, -1))];
        expect(write(write(text, edits.add), ...back)).toBe(text);
      }),
      { numRuns: 300, examples: [[aligned, 2158, { name: 'app' }]] },
    );
  });

  test('adding only puts text in and removing only takes text out, one stretch each', () => {
    fc.assert(
      fc.property(documents, choice, values, ({ value, text }, number, wanted) => {
        const edits = addition(value, number, wanted);
        // The blanks of a line that stood between empty brackets may go.
        if (edits !== undefined) expect(difference(text, write(text, edits.add)).gone.trim()).toBe('');
        const path = pick(pathsOf(value).slice(1), number);
        if (path !== undefined) expect(difference(text, write(text, { op: 'remove', path })).come).toBe('');
      }),
      { numRuns: 300 },
    );
  });

  test('comments outlive every edit beside them', () => {
    fc.assert(
      fc.property(commented, choice, values, ({ value, text }, number, wanted) => {
        const edits = addition(value, number, wanted);
        if (edits !== undefined) expect(comments(write(text, edits.add))).toEqual(comments(text));
        const scalar = pick(placesWhere(value, isScalar), number);
        if (scalar === undefined || scalar.length === 0) return;
        const left = comments(write(text, { op: 'remove', path: scalar }));
        // A comment between a name and its value goes with the member.
        expect(comments(text).length - left.length).toBeLessThanOrEqual(2);
        if (typeof scalar.at(-1) === 'number') expect(left).toEqual(comments(text));
      }),
      { numRuns: 300 },
    );
  });

  test('a value set and set back leaves the same bytes', () => {
    fc.assert(
      fc.property(fc.oneof(documents, commented), choice, values, ({ value, text }, number, wanted) => {
        const path = pick(placesWhere(value, isScalar), number);
        if (path === undefined) return;
        const there: Edit = { op: 'set', path, value: wanted };
        const back: Edit = { op: 'set', path, value: at(value, path) ?? null };
        expect(write(write(text, there), back)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test('setting what is there already changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(documents, commented), choice, ({ value, text }, number) => {
        const path = pick(pathsOf(value), number) ?? [];
        expect(write(text, { op: 'set', path, value: at(value, path) ?? null })).toBe(text);
      }),
    );
  });

  test('a member renamed and renamed back leaves the same bytes', () => {
    fc.assert(
      fc.property(fc.oneof(documents, commented), choice, ({ value, text }, number) => {
        const named = pathsOf(value).filter((path) => typeof path.at(-1) === 'string');
        const path = pick(named, number);
        if (path === undefined) return;
        const other = [...path.slice(0, -1), 'renamed'];
        const renamed = write(text, { op: 'move', from: path, path: other });
        expect(difference(text, renamed).gone.length).toBeLessThanOrEqual(String(path.at(-1)).length * 2 + 2);
        expect(write(renamed, { op: 'move', from: other, path })).toBe(text);
      }),
    );
  });

  test('an item moved within its list and back leaves the same bytes', () => {
    fc.assert(
      fc.property(fc.oneof(documents, commented), choice, choice, ({ value, text }, number, other) => {
        const from = pick(
          pathsOf(value).filter((path) => typeof path.at(-1) === 'number'),
          number,
        );
        const list = from && at(value, from.slice(0, -1));
        if (from === undefined || !Array.isArray(list)) return;
        const path = [...from.slice(0, -1), other % list.length];
        expect(write(write(text, { op: 'move', from, path }), { op: 'move', from: path, path: from })).toBe(
          text,
        );
      }),
    );
  });

  test('a copy put beside its original and taken out again leaves the same bytes', () => {
    fc.assert(
      fc.property(fc.oneof(documents, commented), choice, ({ value, text }, number) => {
        const from = pick(
          pathsOf(value).filter((path) => typeof path.at(-1) === 'number'),
          number,
        );
        if (from === undefined) return;
        const path = [...from.slice(0, -1), Number(from.at(-1)) + 1];
        expect(write(write(text, { op: 'copy', from, path }), { op: 'remove', path })).toBe(text);
      }),
    );
  });
});

/** What is left of two texts when the same beginning and the same end are taken off. */
function difference(before: string, after: string): { gone: string; come: string } {
  const shorter = Math.min(before.length, after.length);
  let front = 0;
  while (front < shorter && before[front] === after[front]) front += 1;
  let back = 0;
  while (back < shorter - front && before.at(-1 - back) === after.at(-1 - back)) back += 1;
  return { gone: before.slice(front, before.length - back), come: after.slice(front, after.length - back) };
}

function comments(text: string): string[] {
  const tokens = text.matchAll(/"(?:[^"\\]|\\.)*"|(\/\*[\s\S]*?\*\/|\/\/[^\r\n]*)/g);
  return [...tokens].flatMap(([, comment]) => (comment === undefined ? [] : [comment]));
}
