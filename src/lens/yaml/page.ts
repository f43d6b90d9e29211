/** A YAML text with its lines, and the changes of single entries that leave everything else as it is. */
import type { Json } from '../../model/json.ts';
import { placeAmongKin } from '../../model/kin.ts';
import type { SyntaxNode } from '../syntax/tree.ts';
import { isList, isObject } from '../syntax/write/content.ts';
import { afterDash, afterKey, entry, inBrackets, isScalarValue } from './print.ts';
import { type ScalarValue, spell, spellLines } from './spell.ts';
import type { YamlStyle } from './style.ts';
import { isYamlBox, styleOfScalar, type YamlBox, type YamlChild } from './tree.ts';

/** Why something is not written, as the end of a sentence. */
export interface Blocked {
  readonly why: string;
}

export type Written = string | Blocked;

const ODD: Blocked = { why: 'it is written in a way that is not changed here. Change it in the text.' };

export class Page {
  constructor(
    readonly text: string,
    readonly style: YamlStyle,
  ) {}

  /** Gives an entry another value. `inFlow`: it stands within brackets. */
  replace(child: YamlChild, value: Json, inFlow: boolean): Written {
    const { text, style } = this;
    const old = child.value;
    const inLines = isYamlBox(old) && !old.flow;
    const simple = isScalarValue(value) || inFlow || Object.keys(value).length === 0;
    if (simple && !inLines) {
      const lines =
        typeof value === 'string' && styleOfScalar(old) === 'literal'
          ? spellLines(value, text.slice(old.start, old.end), style.eol)
          : undefined;
      const spelled =
        lines ?? (isScalarValue(value) ? spell(value, style.quote, old) : inBrackets(value, style));
      const gap = old.start === old.end && !/\s/.test(text.charAt(old.start - 1)) ? ' ' : '';
      return this.splice(old.start, old.end, gap + spelled);
    }
    if (inFlow && isYamlBox(old) && old.flow)
      return this.splice(old.start, old.end, inBrackets(value, style));
    const head = this.headOf(child);
    if (head === undefined) return ODD;
    const isItem = child.keyStart < 0;
    if (simple) return this.splice(head, old.end, ` ${inBrackets(value, style)}`);
    const column = this.column(child.itemStart);
    const written = isItem ? ` ${afterDash(value, column, style)}` : afterKey(value, column, style);
    return this.splice(head, Math.max(old.end, head), written);
  }

  /** Adds a member to a map: beside its kin, else at the end. */
  addMember(box: YamlBox, key: string, value: Json): Written {
    const { style } = this;
    const place = placeAmongKin(
      box.children.map((child) => child.key),
      key,
    );
    if (box.flow)
      return this.addInBrackets(box, place, `${spell(key, style.quote)}: ${inBrackets(value, style)}`);
    const first = box.children.find(({ keyStart, value: { start } }) => keyStart >= 0 && start >= keyStart);
    // Before the first member may stand the dash of a list.
    const last = box.children[place - 1] ?? box.children.at(-1);
    if (first === undefined || last === undefined) return ODD;
    const column = this.column(first.keyStart);
    if (/[^ -]/.test(this.before(first.keyStart))) return ODD;
    const at = this.lineEnd(Math.max(last.value.end, last.keyEnd));
    return this.splice(at, at, `${style.eol}${' '.repeat(column)}${entry(key, value, column, style)}`);
  }

  /** Puts an item into a list before an index. */
  addItem(box: YamlBox, index: number, value: Json): Written {
    if (box.flow) return this.addInBrackets(box, index, inBrackets(value, this.style));
    const [first] = box.children;
    if (first === undefined) return ODD;
    const column = this.column(first.itemStart);
    return this.addLines(box, index, `${' '.repeat(column)}- ${afterDash(value, column, this.style)}`);
  }

  /** The same with the text of an item, its dash and indentation included. */
  addLines(box: YamlBox, index: number, lines: string): Written {
    const { eol } = this.style;
    const [first] = box.children;
    const previous = box.children[index - 1];
    if (first === undefined || /[^ ]/.test(this.before(first.itemStart))) return ODD;
    if (previous === undefined) {
      const at = this.lineStart(first.itemStart);
      return this.splice(at, at, lines + eol);
    }
    const at = this.lineEnd(Math.max(previous.value.end, previous.itemStart));
    return this.splice(at, at, eol + lines);
  }

  addInBrackets(box: YamlBox, index: number, item: string): Written {
    const { children } = box;
    const next = children[index];
    const previous = children[index - 1];
    if (previous !== undefined) {
      const inner = next === undefined ? undefined : this.text.slice(previous.value.end, next.itemStart);
      const before = children[index - 2];
      const like = inner ?? (before && this.text.slice(before.value.end, previous.itemStart));
      const between = like !== undefined && /^,\s+$/.test(like) ? like : ', ';
      return this.splice(previous.value.end, previous.value.end, between + item);
    }
    if (next !== undefined) return this.splice(next.itemStart, next.itemStart, `${item}, `);
    return this.splice(box.start + 1, box.start + 1, item);
  }

  /** Takes an entry out of its box. `owner` is the entry whose value the box is. */
  remove(box: YamlBox, index: number, owner: YamlChild | undefined): Written {
    const child = box.children[index];
    if (child === undefined) return this.text;
    const next = box.children[index + 1];
    if (box.flow) return this.removeInBrackets(box, index);
    const end = Math.max(child.value.end, child.keyEnd, child.itemStart + 1);
    if (box.children.length === 1) {
      const empty = box.kind === 'array' ? '[]' : '{}';
      const head = owner && this.headOf(owner);
      if (head === undefined) return ODD;
      if (this.lineStart(head) === this.lineStart(child.itemStart))
        return this.splice(child.itemStart, end, empty);
      const [from, to] = this.wholeLines(child.itemStart, end);
      return `${this.text.slice(0, head)} ${empty}${this.text.slice(head, from)}${this.text.slice(to)}`;
    }
    if (!/[^ ]/.test(this.before(child.itemStart)))
      return this.splice(...this.wholeLines(child.itemStart, end), '');
    if (next === undefined) return ODD;
    const between = this.text.slice(end, next.itemStart);
    return this.splice(child.itemStart, between.trim() === '' ? next.itemStart : end, '');
  }

  /** The lines of a list item, its dash included. */
  linesOf({ itemStart, value }: YamlChild): string {
    return this.text.slice(this.lineStart(itemStart), this.lineEnd(Math.max(value.end, itemStart + 1)));
  }

  rename(child: YamlChild, name: string): Written {
    return this.splice(child.keyStart, child.keyEnd, spell(name, this.style.quote));
  }

  private removeInBrackets(box: YamlBox, index: number): Written {
    const child = box.children[index];
    const next = box.children[index + 1];
    const previous = box.children[index - 1];
    if (child === undefined) return this.text;
    const [from, to] =
      previous !== undefined
        ? [previous.value.end, child.value.end]
        : [child.itemStart, next?.itemStart ?? this.afterComma(child.value.end)];
    if (
      this.text.slice(from, child.itemStart).includes('#') ||
      this.text.slice(child.value.end, to).includes('#')
    )
      return ODD;
    return this.splice(from, to, '');
  }

  private afterComma(at: number): number {
    return at + (/^\s*,/.exec(this.text.slice(at, at + 200))?.[0].length ?? 0);
  }

  /** Where the value of an entry begins to be written: behind its colon or dash. */
  private headOf(child: YamlChild): number | undefined {
    if (child.keyStart < 0)
      return this.text.charAt(child.itemStart) === '-' ? child.itemStart + 1 : undefined;
    const gap = /^[ \t]*:/.exec(this.text.slice(child.keyEnd, child.keyEnd + 50))?.[0];
    return gap === undefined ? undefined : child.keyEnd + gap.length;
  }

  /** Whole lines, with the line end behind them, or before them where the text ends. */
  private wholeLines(from: number, to: number): [number, number] {
    const start = this.lineStart(from);
    const end = this.lineEnd(to);
    const eol = /^(?:\r\n?|\n)/.exec(this.text.slice(end, end + 2))?.[0].length ?? 0;
    if (eol > 0 || start === 0) return [start, end + eol];
    const before = /(?:\r\n?|\n)$/.exec(this.text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
    return [start - before, end];
  }

  private lineStart(at: number): number {
    return Math.max(this.text.lastIndexOf('\n', at - 1), this.text.lastIndexOf('\r', at - 1)) + 1;
  }

  private lineEnd(at: number): number {
    let end = at;
    while (end < this.text.length && !'\r\n'.includes(this.text.charAt(end))) end += 1;
    return end;
  }

  private column(at: number): number {
    return at - this.lineStart(at);
  }

  private before(at: number): string {
    return this.text.slice(this.lineStart(at), at);
  }

  private splice(from: number, to: number, by: string): string {
    return this.text.slice(0, from) + by + this.text.slice(to);
  }
}

/** Whether a value in the text says this already; a number and its text are the same to CloudFormation. */
export function says(node: SyntaxNode, value: Json): boolean {
  if (node.kind === 'bad') return false;
  if (node.kind === 'array')
    return (
      isList(value) &&
      value.length === node.children.length &&
      node.children.every((child, index) => says(child.value, value[index] ?? null))
    );
  if (node.kind === 'object') {
    if (!isObject(value)) return false;
    const keys = new Map(node.children.map((child) => [child.key, child.value]));
    return (
      keys.size === Object.keys(value).length &&
      [...keys].every(
        ([key, inner]) => key !== undefined && Object.hasOwn(value, key) && says(inner, value[key] ?? null),
      )
    );
  }
  if (isList(value) || isObject(value)) return false;
  const said = (node as { value: ScalarValue }).value;
  if (said === null || value === null) return said === value;
  return String(said) === String(value);
}
