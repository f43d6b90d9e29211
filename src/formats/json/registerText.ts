/** The text that registers the task of a reading. */
import { aroundContainers } from '../../lens/enclose.ts';
import { patch } from '../../lens/index.ts';
import { templateTreeOf, treeOf } from '../../lens/recentTrees.ts';
import { nodeAt } from '../../lens/syntax/tree.ts';
import { type Edit, isRefusal } from '../../model/edit.ts';
import type { Json } from '../../model/json.ts';
import { formatPath } from '../../model/path.ts';
import type { Reading, Source } from '../../model/reading.ts';
import type { Loss } from '../format.ts';
import { noFamily, placeholdersOf } from '../write/losses.ts';
import { plain } from '../write/plain.ts';
import { dedented, isJson } from './ownText.ts';
import { plainTask } from './setAside.ts';
import { strictJson } from './strictJson.ts';

/**
 * The JSON that registers the task of a reading, in the file's own formatting: the task alone, without members that only
 * DescribeTaskDefinition returns, without comments. A file that is such JSON already comes back to the byte; one that
 * holds only containers gets a task round them; what cannot be read comes back as it is.
 */
export function registerText(reading: Reading): string {
  const { text, source } = reading;
  if (!isJson(source)) return `${JSON.stringify(plain(reading.task), null, 2)}\n`;
  const node = nodeAt(treeOf(text).root, source.root);
  if (node === undefined) return text;
  if (holdsContainers(reading)) {
    const alone = dedented(text, node.start, node.end);
    const eol = /\r\n?|\n/.exec(alone)?.[0] ?? '\n';
    return strictJson((aroundContainers(templateTreeOf(alone), {}) ?? alone) + eol);
  }
  return strictJson(plainTask(text, source.root, 'read-only').text);
}

/** A text to register with the members behind it that were set aside on import: what a description showed. */
export function describedText(plainText: string, { setAside = {} }: Source): string {
  const edits = Object.entries(setAside).map(
    ([member, value]): Edit => ({ op: 'set', path: [member], value: value as Json }),
  );
  const patched = patch(plainText, { lens: 'json', root: [] }, edits);
  return isRefusal(patched) ? plainText : patched;
}

/** Whether the file holds containers without a task round them. */
function holdsContainers({ text, source, places }: Reading): boolean {
  const list = places.value(['containerDefinitions']);
  return list !== undefined && list.start === nodeAt(treeOf(text).root, source.root)?.start;
}

/** What `registerText` leaves out of a file, or cannot fill in. */
export function takenOut(reading: Reading): readonly Loss[] {
  const { text, source } = reading;
  const plainFile = isJson(source) && !holdsContainers(reading);
  const out = plainFile ? plainTask(text, source.root, 'read-only').losses : [];
  return [...out, ...leftOpen(reading), ...noFamily(reading)];
}

/** What a template leaves to its own tool or stack: JSON has its text where the API takes one. */
export function leftOpen(reading: Reading): readonly Loss[] {
  const { lens } = reading.source;
  if (isJson(reading.source) && lens !== 'template') return [];
  return placeholdersOf(reading).map(([path, raw]) => ({
    path,
    message: isJson(reading.source)
      ? `${formatPath(path)} is still the placeholder ${raw}: fill it in before you register the task.`
      : `${formatPath(path)} is known only in the stack, as ${raw}: fill it in.`,
  }));
}
