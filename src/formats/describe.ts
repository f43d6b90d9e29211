/** The answer of DescribeTaskDefinition, RegisterTaskDefinition or DeregisterTaskDefinition, wrapped or not, at any depth. */
import type { Format } from './format.ts';
import { isDescribed, jsonFile, onlyTask } from './json/jsonFile.ts';
import { stem, textAt } from './json/names.ts';
import { problemsOf } from './json/problemsOf.ts';
import { plainTask } from './json/setAside.ts';

/** Reading makes a plain register file of it: the task's own part of the text, with what cannot be registered set aside. */
export const describe: Format = {
  id: 'describe',
  label: 'Output of describe-task-definition',
  extension: 'json',
  holdsMore: true,
  recognises: (text) => {
    const file = jsonFile(text);
    const task = onlyTask(file);
    return task !== undefined && isDescribed(file.root, task);
  },
  read: (text, fileName) => {
    const { found, tree } = jsonFile(text);
    const problems = problemsOf(tree);
    const [first] = found;
    if (first === undefined) return { tasks: [], problems };
    const name = textAt(first.node, 'family') ?? stem(fileName) ?? 'Task definition';
    if (!tree.sound) {
      // Nothing can be taken out of a text that is read by guessing: it is shown where it stands.
      const source = { lens: first.root.length === 0 ? 'json' : 'jsonAt', root: first.root };
      return { tasks: [{ name, text, source, losses: [] }], problems };
    }
    const { text: plain, losses, setAside } = plainTask(text, first.root, 'all');
    return { tasks: [{ name, text: plain, source: { lens: 'json', root: [], setAside }, losses }], problems };
  },
};
