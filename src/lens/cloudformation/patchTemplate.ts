/** Writes edits of a task into its template: each is taken to the template's names and places, then written there. */
import { type Edit, isRefusal, type Refusal } from '../../model/edit.ts';
import { formatPath, type Path } from '../../model/path.ts';
import type { Source } from '../../model/reading.ts';
import { treeOf } from '../recentTrees.ts';
import type { SyntaxNode } from '../syntax/tree.ts';
import { type Obstacle, Writer } from '../syntax/write/writer.ts';
import { writeYaml, type YamlEdit } from '../yaml/write.ts';
import { fieldOf, pathInFile } from './filePath.ts';
import { toTemplate } from './names.ts';
import { open } from './readTemplate.ts';
import type { Language } from './template.ts';

export function patchTemplate(
  text: string,
  source: Source,
  edits: readonly Edit[],
  language: Language,
): string | Refusal {
  let now = text;
  for (const edit of edits) {
    const next = one(now, source, edit, language);
    if (isRefusal(next)) return next;
    now = next;
  }
  return now;
}

/** Why a text takes no edits at all. */
export function notWhole(text: string, source: Source, language: Language): Refusal {
  const [first] = open(text, source, language).part.problems;
  const why = first === undefined ? '' : ` ${first.message}`;
  return { refused: `This template cannot be read, so it can only be changed as text.${why}` };
}

function one(text: string, source: Source, edit: Edit, language: Language): string | Refusal {
  const { part, properties, tree } = open(text, source, language);
  if (!part.sound || tree === undefined || properties === undefined) return notWhole(text, source, language);
  const path = pathInFile(tree, edit.path, edit.op === 'insert');
  if (isRefusal(path)) return path;
  if (path.length === 0) return { refused: 'The task definition as a whole can only be changed as text.' };
  const from = 'from' in edit ? pathInFile(tree, edit.from) : path;
  if (isRefusal(from)) return from;
  const written = inFile(edit, path, from);
  const result =
    language === 'json'
      ? writeJson(text, source.root, written, edit.op === 'set' ? edit.written : undefined)
      : writeYaml(text, (now) => soundProperties(now, source), written);
  if (typeof result === 'string') return result;
  const { why } = result;
  return { refused: `${formatPath(edit.path)}: ${why}`, path: edit.path };
}

function soundProperties(text: string, source: Source): SyntaxNode | undefined {
  const { part, properties } = open(text, source, 'yaml');
  return part.sound ? properties : undefined;
}

function inFile(edit: Edit, path: Path, from: Path): YamlEdit {
  switch (edit.op) {
    case 'set':
    case 'insert':
      return { op: edit.op, path, value: toTemplate(edit.value, fieldOf(edit.path)) };
    case 'remove':
      return { op: 'remove', path };
    case 'move':
    case 'copy':
      return { op: edit.op, from, path };
    default:
      return edit satisfies never;
  }
}

/** `spelt`: how an empty list or object is written, with the lines between its brackets. */
function writeJson(text: string, root: Path, edit: YamlEdit, spelt?: string): string | { why: string } {
  const tree = treeOf(text);
  if (tree.root === undefined) return { why: 'there is nothing to write into.' };
  const writer = new Writer({ ...tree, root: tree.root });
  const path = [...root, ...edit.path];
  let obstacle: Obstacle | undefined;
  if (edit.op === 'set') {
    obstacle = writer.set(path, edit.value);
    if (obstacle === undefined && spelt !== undefined) writer.spellEmpty(path, spelt);
  } else if (edit.op === 'insert') obstacle = writer.insert(path, edit.value);
  else if (edit.op === 'remove') obstacle = writer.remove(path);
  else {
    const from = [...root, ...edit.from];
    obstacle = edit.op === 'move' ? writer.move(from, path) : writer.copy(from, path);
  }
  return obstacle === undefined ? writer.text() : { why: WORDS[obstacle.why] };
}

const WORDS: Readonly<Record<Obstacle['why'], string>> = {
  'no-object': 'what stands there is no object, so nothing can be written into it.',
  'no-list': 'what stands there is no list, so nothing can be put into it.',
  'no-such-item': 'this is beyond the end of its list.',
  'nothing-there': 'there is nothing.',
  'into-itself': 'this lies inside what would be moved there.',
  whole: 'this cannot be taken out, nor moved.',
};
