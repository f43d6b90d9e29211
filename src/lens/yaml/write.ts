/** Writes edits into a YAML text: only the lines of what changes are touched. */
import type { Json } from '../../model/json.ts';
import { isWithin, type Path, samePath } from '../../model/path.ts';
import { childAt, isContainer, nodeAt, type SyntaxNode } from '../syntax/tree.ts';
import { isList, isObject, jsonOfNode } from '../syntax/write/content.ts';
import { type Blocked, Page, says, type Written } from './page.ts';
import { styleOf, type YamlStyle } from './style.ts';
import { isYamlBox, type YamlBox, type YamlChild } from './tree.ts';

/** An edit by a path below the value that `find` gives. */
export type YamlEdit =
  | { readonly op: 'set'; readonly path: Path; readonly value: Json }
  | { readonly op: 'insert'; readonly path: Path; readonly value: Json }
  | { readonly op: 'remove'; readonly path: Path }
  | { readonly op: 'move' | 'copy'; readonly from: Path; readonly path: Path };

/** Finds, in any state of the text, the value that the paths begin at; nothing when the text cannot be read. */
export type Find = (text: string) => SyntaxNode | undefined;

const UNSAFE: Blocked = {
  why: 'it cannot be written here without touching something else. Change it in the text.',
};

/** The text after an edit, or why it is not made. What was written is read again before it counts. */
export function writeYaml(text: string, find: Find, edit: YamlEdit): Written {
  const root = find(text);
  if (root === undefined) return { why: 'the text cannot be read.' };
  const writer = new YamlWriter(text, find, styleOf(text, root));
  const blocked = writer.apply(edit);
  if (blocked !== undefined) return blocked;
  const after = find(writer.text);
  if (after === undefined) return UNSAFE;
  if (edit.op === 'set' || edit.op === 'insert') {
    const node = nodeAt(after, edit.path);
    if (node === undefined || !says(node, edit.value)) return UNSAFE;
  }
  return writer.text;
}

class YamlWriter {
  text: string;

  constructor(
    text: string,
    private readonly find: Find,
    private readonly style: YamlStyle,
  ) {
    this.text = text;
  }

  apply(edit: YamlEdit): Blocked | undefined {
    switch (edit.op) {
      case 'set':
        return this.set(edit.path, edit.value);
      case 'insert':
        return this.insert(edit.path, edit.value);
      case 'remove':
        return this.remove(edit.path);
      default:
        return this.carry(edit.from, edit.path, edit.op === 'copy');
    }
  }

  private set(path: Path, value: Json): Blocked | undefined {
    const { node, depth } = this.reach(path);
    if (depth === path.length) return this.give(path, node, value);
    const step = path[depth];
    const rest = nested(path.slice(depth + 1), value);
    if (step === undefined || rest === undefined) return { why: 'this is beyond the end of its list.' };
    if (node.kind === 'literal' && node.value === null && depth > 0) {
      const whole = nested(path.slice(depth), value);
      return whole === undefined ? UNSAFE : this.replace(path.slice(0, depth), whole);
    }
    if (!isYamlBox(node) || node.tagged)
      return { why: 'what stands there is no object, so nothing can be written into it.' };
    if (node.kind === 'object' && typeof step === 'string')
      return this.write((page) => page.addMember(node, step, rest));
    if (node.kind === 'array' && step === node.children.length)
      return this.write((page) => page.addItem(node, node.children.length, rest));
    return { why: 'this is beyond the end of its list.' };
  }

  private insert(path: Path, value: Json): Blocked | undefined {
    const index = path.at(-1);
    const { node, depth } = this.reach(path.slice(0, -1));
    if (depth < path.length - 1 || node.kind === 'literal') return this.set(path, value);
    if (!isYamlBox(node) || node.kind !== 'array' || typeof index !== 'number')
      return { why: 'what stands there is no list, so nothing can be put into it.' };
    if (index > node.children.length) return { why: 'this is beyond the end of its list.' };
    return this.write((page) => page.addItem(node, index, value));
  }

  private remove(path: Path): Blocked | undefined {
    // Were an earlier member of the same key left, it would count again.
    for (let round = 0; round < 50; round += 1) {
      const found = this.entryAt(path);
      if (found === undefined) return undefined;
      const blocked = this.write((page) => page.remove(found.box, found.index, found.owner));
      if (blocked !== undefined || typeof path.at(-1) === 'number') return blocked;
    }
    return UNSAFE;
  }

  private carry(from: Path, path: Path, stays: boolean): Blocked | undefined {
    if (samePath(from, path)) return undefined;
    if (isWithin(path, from)) return { why: 'this lies inside what would be moved there.' };
    const found = this.entryAt(from);
    if (found === undefined) return { why: 'there is nothing.' };
    const { box, index } = found;
    const child = box.children[index];
    const target = path.at(-1);
    if (child === undefined || target === undefined) return UNSAFE;
    if (samePath(from.slice(0, -1), path.slice(0, -1))) {
      if (typeof target === 'number') return this.carryItem(box, from, child, target, stays);
      if (!stays && this.entryAt(path) === undefined) return this.write((page) => page.rename(child, target));
    }
    if (hasTags(child.value))
      return { why: 'it holds functions of the template, so it is moved in the text only.' };
    const value = jsonOfNode(child.value);
    const blocked = stays ? undefined : this.remove(from);
    return blocked ?? (typeof target === 'number' ? this.insert(path, value) : this.set(path, value));
  }

  private carryItem(
    box: YamlBox,
    from: Path,
    child: YamlChild,
    to: number,
    stays: boolean,
  ): Blocked | undefined {
    const page = new Page(this.text, this.style);
    const raw = box.flow ? this.text.slice(child.itemStart, child.value.end) : page.linesOf(child);
    if (!stays) {
      if (box.children.length === 1) return undefined;
      const blocked = this.remove(from);
      if (blocked !== undefined) return blocked;
    }
    const { node } = this.reach(from.slice(0, -1));
    if (!isYamlBox(node) || to > node.children.length) return { why: 'this is beyond the end of its list.' };
    return this.write((now) => (node.flow ? now.addInBrackets(node, to, raw) : now.addLines(node, to, raw)));
  }

  /** Writes only what differs; what says the same already stays as it is written. */
  private give(path: Path, node: SyntaxNode, value: Json): Blocked | undefined {
    if (says(node, value)) return undefined;
    const tagged = isYamlBox(node) && node.tagged;
    if (!tagged && node.kind === 'object' && isObject(value)) return this.giveObject(path, node, value);
    if (node.kind === 'array' && isList(value)) return this.giveList(path, node, value);
    return this.replace(path, value);
  }

  private giveObject(
    path: Path,
    node: SyntaxNode,
    value: { readonly [key: string]: Json },
  ): Blocked | undefined {
    const keys = node.kind === 'object' ? node.children.map(({ key }) => key) : [];
    for (const [key, inner] of Object.entries(value)) {
      const blocked = this.set([...path, key], inner);
      if (blocked !== undefined) return blocked;
    }
    for (const key of keys) {
      const blocked =
        key === undefined || Object.hasOwn(value, key) ? undefined : this.remove([...path, key]);
      if (blocked !== undefined) return blocked;
    }
    return undefined;
  }

  private giveList(path: Path, node: SyntaxNode, value: readonly Json[]): Blocked | undefined {
    const now = node.kind === 'array' ? node.children.map((child) => child.value) : [];
    const same = (a: SyntaxNode | undefined, b: Json | undefined) =>
      a !== undefined && b !== undefined && says(a, b);
    let head = 0;
    while (same(now[head], value[head])) head += 1;
    let tail = 0;
    while (tail < Math.min(now.length, value.length) - head && same(now.at(-1 - tail), value.at(-1 - tail)))
      tail += 1;
    const old = now.length - head - tail;
    const fresh = value.slice(head, value.length - tail);
    for (const [offset, item] of fresh.entries()) {
      const at = [...path, head + offset];
      const blocked = offset < old ? this.set(at, item) : this.insert(at, item);
      if (blocked !== undefined) return blocked;
    }
    for (let index = head + old - 1; index >= head + fresh.length; index -= 1) {
      const blocked = this.remove([...path, index]);
      if (blocked !== undefined) return blocked;
    }
    return undefined;
  }

  private replace(path: Path, value: Json): Blocked | undefined {
    const found = this.entryAt(path);
    const child = found?.box.children[found.index];
    if (found === undefined || child === undefined) return UNSAFE;
    return this.write((page) => page.replace(child, value, found.box.flow));
  }

  private write(how: (page: Page) => Written): Blocked | undefined {
    const written = how(new Page(this.text, this.style));
    if (typeof written !== 'string') return written;
    this.text = written;
    return undefined;
  }

  private reach(path: Path): { node: SyntaxNode; depth: number } {
    let node: SyntaxNode = this.find(this.text) ?? { kind: 'bad', start: 0, end: 0 };
    for (const [depth, step] of path.entries()) {
      const next = childAt(node, step)?.value;
      if (next === undefined) return { node, depth };
      node = next;
    }
    return { node, depth: path.length };
  }

  private entryAt(path: Path): { box: YamlBox; index: number; owner: YamlChild | undefined } | undefined {
    const step = path.at(-1);
    const { node, depth } = this.reach(path.slice(0, -1));
    if (step === undefined || depth < path.length - 1 || !isYamlBox(node)) return undefined;
    const index = typeof step === 'number' ? step : node.children.findLastIndex(({ key }) => key === step);
    if (node.children[index] === undefined) return undefined;
    const above = path.at(-2);
    const outer = above === undefined ? undefined : this.reach(path.slice(0, -2)).node;
    const owner = above === undefined ? undefined : childAt(outer, above);
    return {
      box: node,
      index,
      owner: owner !== undefined && 'itemStart' in owner ? (owner as YamlChild) : undefined,
    };
  }
}

function hasTags(node: SyntaxNode): boolean {
  if (isYamlBox(node) && node.tagged) return true;
  return isContainer(node) && node.children.some(({ value }) => hasTags(value));
}

/** The value with everything missing around it; nothing when a list would begin behind its start. */
function nested(path: Path, value: Json): Json | undefined {
  let made: Json = value;
  for (const step of path.toReversed()) {
    if (typeof step === 'number' && step !== 0) return undefined;
    made = typeof step === 'number' ? [made] : { [step]: made };
  }
  return made;
}
