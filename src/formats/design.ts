/** A design of this designer, with layout, scenarios and notes, as it is downloaded. */
import { fromFile, toFile } from '../edit/designFile.ts';
import { detect } from '../lens/index.ts';
import { treeOf } from '../lens/recentTrees.ts';
import { nodeAt } from '../lens/syntax/tree.ts';
import { isRefusal } from '../model/edit.ts';
import type { Format } from './format.ts';
import { jsonFile } from './json/jsonFile.ts';
import { stem, textAt } from './json/names.ts';
import { aboutAll } from './json/problemsOf.ts';

export const design: Format = {
  id: 'design',
  label: 'Design with layout and notes',
  extension: 'ecs-design.json',
  recognises: (text) => textAt(jsonFile(text).root, 'kind') === 'ecs-task-design',
  marked: true,
  read: (file, fileName) => {
    const kept = fromFile(file);
    if (isRefusal(kept)) return { tasks: [], problems: [aboutAll(kept.refused)] };
    const { text, source, parts } = kept;
    const family = textAt(nodeAt(treeOf(text).root, source.root), 'family');
    const name = family ?? stem(fileName) ?? 'Design';
    return { tasks: [{ name, text, source, losses: [], parts }], problems: [] };
  },
  write: (_task, text, source, parts = {}) => ({
    text: toFile({ text, source: source ?? detect(text), parts }),
    losses: [],
  }),
};
