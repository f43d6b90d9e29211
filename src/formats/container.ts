/** A single container definition, without a list or a task round it. */
import type { Format } from './format.ts';
import { jsonFile } from './json/jsonFile.ts';
import { stem, textAt } from './json/names.ts';
import { problemsOf } from './json/problemsOf.ts';

export const container: Format = {
  id: 'container',
  label: 'One container definition (JSON)',
  extension: 'json',
  recognises: (text) => jsonFile(text).found[0]?.holds === 'container',
  read: (text, fileName) => {
    const { tree } = jsonFile(text);
    const name = textAt(tree.root, 'name') ?? stem(fileName) ?? 'Container definition';
    const task = { name, text, source: { lens: 'jsonContainer', root: [] }, losses: [] };
    return { tasks: [task], problems: problemsOf(tree) };
  },
};
