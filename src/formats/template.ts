/** JSON with the placeholders and directives of a template in it, which is no JSON until its own tool has filled it in. */
import { findTasks } from '../lens/findTasks.ts';
import { templateTreeOf } from '../lens/recentTrees.ts';
import { isTemplate } from '../lens/template.ts';
import { formatPath } from '../model/path.ts';
import type { Format, FoundTask } from './format.ts';
import { stem, textAt } from './json/names.ts';
import { problemsOf } from './json/problemsOf.ts';

/** More of them nobody chooses from, and each carries the whole text. */
const MOST_TASKS = 50;

/** Each task is edited where it stands; the template stays a template. */
export const template: Format = {
  id: 'template',
  label: 'Template of a task definition',
  extension: 'json.tpl',
  recognises: isTemplate,
  read: (text, fileName) => {
    const tree = templateTreeOf(text);
    const found = findTasks(tree.root);
    const tasks = found.slice(0, MOST_TASKS).map(({ root, node }): FoundTask => {
      const named = textAt(node, 'family') ?? textAt(node, 'name');
      const path = root.length === 0 ? undefined : formatPath(root);
      const name =
        found.length > 1 && named !== undefined && path !== undefined
          ? `${path} (${named})`
          : (named ?? path);
      const source = { lens: 'template', root };
      return { name: name ?? stem(fileName) ?? 'Task definition', text, source, losses: [] };
    });
    return { tasks, problems: problemsOf(tree) };
  },
};
