/** A single container definition, without a list or a task round it. */
import type { Format } from './format.ts';
import { stem, textAt } from './json/names.ts';
import { problemsOf } from './json/problemsOf.ts';
import { shapeOf } from './json/shapeOf.ts';

export const container: Format = {
  id: 'container',
  label: 'One container definition (JSON)',
  extension: 'json',
  recognises: (text) => shapeOf(text).shape === 'container',
  read: (text, fileName) => {
    const { tree } = shapeOf(text);
    const name = textAt(tree.root, 'name') ?? stem(fileName) ?? 'Container definition';
    const task = { name, text, source: { lens: 'jsonContainer', root: [] }, losses: [] };
    return { tasks: [task], problems: problemsOf(tree) };
  },
};
