/** A bare list of container definitions, as Terraform keeps them in a file of their own. */
import { read } from '../lens/index.ts';
import { treeOf } from '../lens/recentTrees.ts';
import { nodeAt, type SyntaxNode } from '../lens/syntax/tree.ts';
import { containerFields } from '../model/fields/containerFields.ts';
import { items } from '../model/list.ts';
import type { Format, Loss } from './format.ts';
import { jsonFile } from './json/jsonFile.ts';
import { stem } from './json/names.ts';
import { isJson, ownText } from './json/ownText.ts';
import { problemsOf } from './json/problemsOf.ts';
import { leftOpen } from './json/registerText.ts';
import { strictJson } from './json/strictJson.ts';

export const containers: Format = {
  id: 'containers',
  label: 'List of container definitions (JSON)',
  extension: 'json',
  recognises: (text) => {
    const [first] = jsonFile(text).found;
    return first?.holds === 'containers' && holdsContainers(first.node);
  },
  read: (text, fileName) => {
    const name = stem(fileName) ?? 'Container definitions';
    const task = { name, text, source: { lens: 'jsonAt', root: [] }, losses: [] };
    return { tasks: [task], problems: problemsOf(jsonFile(text).tree) };
  },
  write: (task, text, source) => {
    const reading = read(text, source);
    const list = reading.places.value(['containerDefinitions']);
    const { root } = treeOf(text);
    const whole = nodeAt(root, reading.source.root);
    const losses = [
      ...Object.keys(task)
        .filter((member) => member !== 'containerDefinitions')
        .map(
          (member): Loss => ({ path: [member], message: `${member} has no place in a list of containers.` }),
        ),
      ...leftOpen(reading).filter(({ path }) => path[0] === 'containerDefinitions'),
    ];
    if (list === undefined || whole === undefined || !isJson(reading.source))
      return { text: printed(items(task.containerDefinitions)), losses };
    // A file that is such a list already stays as it is, with what stands round it.
    if (whole === root && list.start === whole.start && text.startsWith('[', list.start)) {
      return { text: strictJson(text), losses };
    }
    const own = ownText(text, list);
    return { text: strictJson(own.startsWith('[') ? own : `[${own.trimEnd()}]\n`), losses };
  },
};

/** A list of containers has at least one: any list of objects with names would pass for one otherwise. */
function holdsContainers(list: SyntaxNode): boolean {
  if (list.kind !== 'array') return false;
  return list.children.some(({ value: item }) => {
    if (item.kind !== 'object') return false;
    const members = new Set(
      item.children.map(({ key }) => key ?? '').filter((key) => Object.hasOwn(containerFields, key)),
    );
    return members.has('image') || (members.has('name') && members.size >= 2);
  });
}

function printed(list: readonly (readonly [unknown, number])[]): string {
  return `${JSON.stringify(
    list.map(([container]) => container),
    null,
    2,
  )}\n`;
}
