/** The text that registers the task of a reading. */
import { treeOf } from '../../lens/recentTrees.ts';
import { nodeAt } from '../../lens/syntax/tree.ts';
import { formatPath } from '../../model/path.ts';
import type { Reading } from '../../model/reading.ts';
import type { Loss } from '../format.ts';
import { dedented, isJson } from './ownText.ts';
import { plainTask } from './setAside.ts';
import { strictJson } from './strictJson.ts';

/**
 * The JSON that registers the task of a reading, in the file's own formatting: the task alone, without members that only
 * DescribeTaskDefinition returns, without comments. A file that is such JSON already comes back to the byte; one that
 * holds only containers gets a task round them; what cannot be read comes back as it is.
 */
export function registerText(reading: Reading): string {
  const { text, source, places } = reading;
  if (!isJson(source)) return `${JSON.stringify(reading.task, null, 2)}\n`;
  const node = nodeAt(treeOf(text).root, source.root);
  if (node === undefined) return text;
  const list = places.value(['containerDefinitions']);
  if (list !== undefined && list.start === node.start) return strictJson(wrapped(text, node.start, node.end));
  return strictJson(plainTask(text, source.root, 'read-only').text);
}

function wrapped(text: string, start: number, end: number): string {
  const list = text.startsWith('[', start);
  const raw = dedented(text, start, end);
  const eol = /\r\n?|\n/.exec(raw)?.[0] ?? '\n';
  const indented = (by: string) => raw.replace(/\r\n?|\n/g, (found) => `${found}${by}`);
  const value = list ? indented('  ') : `[${eol}    ${indented('    ')}${eol}  ]`;
  return `{${eol}  "containerDefinitions": ${value}${eol}}${eol}`;
}

/** What `registerText` leaves out of a file, or cannot fill in. */
export function takenOut(reading: Reading): readonly Loss[] {
  if (!isJson(reading.source)) return unfilled(reading);
  const readOnly = reading.problems
    .filter(({ kind }) => kind === 'read-only-member')
    .map(({ path }) => ({
      path,
      message: `${formatPath(path)} is only part of what DescribeTaskDefinition returns.`,
    }));
  if (reading.source.lens !== 'template') return readOnly;
  const open = [...reading.opaque].map(([key, text]) => ({
    path: key.split('/').slice(1),
    message: `${key.slice(1).replaceAll('/', '.')} is still the placeholder ${text}: fill it in before you register the task.`,
  }));
  return [...readOnly, ...open];
}

/** What a template leaves to its stack: its text where the API takes one, and nothing where it takes a number. */
function unfilled({ opaque }: Reading): readonly Loss[] {
  return [...opaque].map(([key, text]) => ({
    path: key.split('/').slice(1),
    message: `${key.slice(1).replaceAll('/', '.')} is known only in the stack, as ${text}: fill it in.`,
  }));
}
