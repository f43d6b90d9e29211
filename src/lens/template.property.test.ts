// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are placeholders of other people's templates
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Edit, isRefusal } from '../model/edit.ts';
import type { Json } from '../model/json.ts';
import type { Path } from '../model/path.ts';
import { patch } from './index.ts';
import { parseTemplate } from './syntax/parseTemplate.ts';
import type { SyntaxNode } from './syntax/tree.ts';
import { blankLists, laidOut, layouts, scattered } from './testing/layout.ts';
import { at, edited, pathsOf, respelt, tasks, values } from './testing/tasks.ts';

const source = { lens: 'template', root: [] };
const PLACEHOLDERS = ['${cpu}', '{{ .Memory }}', '$VALUE', '<NAME>', '${a - 250}', '{{ env `X` }}', '__X__'];
const marked = (number: number) => `placeholder-${number}-`;

/** A task with a text of it in which some values are placeholders without quotation marks. */
const templates = fc
  .tuple(tasks, fc.oneof(layouts, blankLists(true)), fc.array(fc.nat(9999), { minLength: 1, maxLength: 4 }))
  .map(([task, layout, picks]) => {
    let value: Json = task;
    picks.forEach((pick, index) => {
      const scalars = pathsOf(value).filter((path) => isScalar(at(value, path)));
      const path = scalars[pick % scalars.length];
      if (path !== undefined) value = edited(value, { op: 'set', path, value: marked(index) });
    });
    const json = 'unit' in layout ? laidOut(value, layout) : scattered(value, layout);
    const text = PLACEHOLDERS.reduce(
      (written, placeholder, index) => written.replace(`"${marked(index)}"`, () => placeholder),
      json,
    );
    return { value, text };
  });
const choice = fc.nat(9999);

function isScalar(value: Json | undefined): boolean {
  return value !== undefined && (value === null || typeof value !== 'object');
}

/** What a template says, each placeholder as its mark. */
function says(text: string): Json {
  const { root, sound } = parseTemplate(text);
  expect(sound, text).toBe(true);
  const saidBy = (node: SyntaxNode): Json => {
    switch (node.kind) {
      case 'array':
        return node.children.map((child) => saidBy(child.value));
      case 'object':
        return Object.fromEntries(node.children.map(({ key = '', value }) => [key, saidBy(value)]));
      case 'bad':
        return marked(PLACEHOLDERS.indexOf(node.placeholder ?? ''));
      default:
        return node.value;
    }
  };
  return root === undefined ? null : saidBy(root);
}

function write(text: string, ...edits: Edit[]): string {
  const written = patch(text, source, edits);
  if (isRefusal(written)) throw new Error(`${written.refused} ${text}`);
  return written;
}

function addition(value: Json, number: number, wanted: Json): { add: Edit; remove: Edit } | undefined {
  const boxes = pathsOf(value).filter((path) => !isScalar(at(value, path)));
  const place = boxes[number % boxes.length];
  const held = place && at(value, place);
  if (place === undefined || held === undefined) return undefined;
  const path: Path = Array.isArray(held) ? [...place, number % (held.length + 1)] : [...place, 'added'];
  const op = Array.isArray(held) ? 'insert' : 'set';
  return { add: { op, path, value: wanted }, remove: { op: 'remove', path } };
}

describe('templates of every layout', () => {
  test('read as the changed task after an edit, with every other placeholder as it was', () => {
    fc.assert(
      fc.property(templates, choice, values, ({ value, text }, number, wanted) => {
        expect(says(text)).toEqual(value);
        const path = pathsOf(value).slice(1)[number % Math.max(1, pathsOf(value).length - 1)];
        const edits = [addition(value, number, wanted)?.add, path && { op: 'remove' as const, path }];
        for (const edit of edits)
          if (edit !== undefined) expect(says(write(text, edit))).toEqual(edited(value, edit));
      }),
    );
  });

  test('have the same bytes after adding and removing, setting and setting back', () => {
    fc.assert(
      fc.property(templates, choice, values, ({ value, text }, number, wanted) => {
        const steps = addition(value, number, wanted);
        if (steps !== undefined) {
          const back = [steps.remove, ...respelt(parseTemplate(text), steps.add.path.slice(0, -1))];
          expect(write(write(text, steps.add), ...back)).toBe(text);
        }
        const known = pathsOf(value).filter((path) => {
          const held = at(value, path);
          return isScalar(held) && !String(held).startsWith('placeholder-');
        });
        const path = known[number % Math.max(1, known.length)];
        if (path === undefined) return;
        const back: Edit = { op: 'set', path, value: at(value, path) ?? null };
        expect(write(write(text, { op: 'set', path, value: wanted }), back)).toBe(text);
      }),
      { examples: [[{ value: {}, text: '{\n}\n' }, 0, { name: 'app' }]] },
    );
  });

  test('are never written into where a directive decides what stands there', () => {
    fc.assert(
      fc.property(templates, choice, values, ({ value, text }, number, wanted) => {
        const steps = addition(value, number, wanted);
        const open = text.indexOf('{') + 1;
        const conditional = `${text.slice(0, open)} %{ if big } ${text.slice(open)}`;
        if (steps === undefined) return;
        const written = patch(conditional, source, [steps.add]);
        if (steps.add.path.length === 1) expect(isRefusal(written)).toBe(true);
        else if (!isRefusal(written)) expect(written).toContain('%{ if big }');
      }),
    );
  });
});
