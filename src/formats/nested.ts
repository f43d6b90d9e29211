/** Any JSON in which task definitions sit: several of them, or one deep inside something else. */
import { formatPath } from '../model/path.ts';
import type { Format, FoundTask } from './format.ts';
import { isDescribed, isRegistration, jsonFile, onlyTask } from './json/jsonFile.ts';
import { textAt } from './json/names.ts';
import { aboutAll, problemsOf } from './json/problemsOf.ts';
import { plainTask } from './json/setAside.ts';

/** More of them nobody chooses from, and each carries the whole text. */
const MOST_TASKS = 50;

/** Each task is called by its path. It stays where it is; a described one becomes a file of its own. */
export const nested: Format = {
  id: 'nested',
  label: 'JSON with task definitions inside',
  extension: 'json',
  recognises: (text) => {
    const file = jsonFile(text);
    if (file.found[0]?.holds !== 'task') return false;
    const task = onlyTask(file);
    return task === undefined || !(isDescribed(file.root, task) || isRegistration(file));
  },
  read: (text) => {
    const { found, tree } = jsonFile(text);
    const tasks = found.slice(0, MOST_TASKS).map((one): FoundTask => {
      const path = one.root.length === 0 ? 'taskDefinition' : formatPath(one.root);
      const family = textAt(one.node, 'family');
      const name = family === undefined ? path : `${path} (${family})`;
      if (!tree.sound || !isDescribed(tree.root, one)) {
        return { name, text, source: { lens: 'jsonAt', root: one.root }, losses: [] };
      }
      const { text: plain, losses, setAside } = plainTask(text, one.root, 'all');
      return { name, text: plain, source: { lens: 'json', root: [], setAside }, losses };
    });
    const more = found.length - tasks.length;
    const rest = aboutAll(
      `${more} more task definitions are in this file; only the first ${MOST_TASKS} are offered.`,
    );
    return { tasks, problems: more > 0 ? [...problemsOf(tree), rest] : problemsOf(tree) };
  },
};
