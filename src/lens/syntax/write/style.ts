/** The habits of a file: indentation, line ends, colons, and which lists and objects it writes in one line. */
import { type ContainerNode, isContainer, type SyntaxNode, startOf } from '../tree.ts';
import { hasLineEnd, indentAfter } from './blanks.ts';
import type { Spell } from './spelling.ts';

export interface Style {
  readonly eol: string;
  /** One level of indentation. */
  readonly unit: string;
  /** Members stand one level from the column of their bracket, not of its line (PowerShell's ConvertTo-Json). */
  readonly aligned: boolean;
  /** Everything stands in one line. */
  readonly oneLine: boolean;
  readonly colon: string;
  /** What stands after a comma within a line. */
  readonly gap: string;
  /** What stands inside the brackets of an object, and of an array, written in one line. */
  readonly objectPad: string;
  readonly arrayPad: string;
  /** By the name of a member (with `[]` for the items of its list): whether such a value begins in the bracket's line. */
  readonly inline: ReadonlyMap<string, boolean>;
  /** Whether lists of scalars, and lists of objects, mostly begin in the bracket's line; nothing without an example. */
  readonly scalarsInline: boolean | undefined;
  readonly objectsInline: boolean | undefined;
  readonly spell: Spell;
}

const DEFAULT_UNIT = '  ';

/** Looks at a whole file once. A file without any layout gets two spaces, one member a line. */
export function styleOf(text: string, root: SyntaxNode, spell: Spell): Style {
  const inline = new Map<string, boolean>();
  const sums = new Map<string, number>();
  const votes = { scalars: 0, objects: 0, aligned: 0 };
  const units = new Tally();
  const alignedUnits = new Tally();
  const colons = new Tally();
  const gaps = new Tally();
  const objectPads = new Tally();
  const arrayPads = new Tally();

  const look = (node: ContainerNode, name: string, base: string): string => {
    const [first, second] = node.children;
    if (first === undefined) return base;
    const lead = text.slice(node.start + 1, startOf(first));
    const sameLine = !hasLineEnd(lead);
    // Two members of one name may be two things: most of them tell, of as many the last.
    const sum = (sums.get(name) ?? 0) + (sameLine ? 1 : -1);
    sums.set(name, sum);
    inline.set(name, sum === 0 ? sameLine : sum > 0);
    if (node.kind === 'array') {
      const kind = isContainer(first.value) ? 'objects' : 'scalars';
      votes[kind] += sameLine ? 1 : -1;
    }
    if (first.keyStart >= 0) colons.count(plain(text.slice(first.keyEnd, first.value.start)));
    if (!sameLine) {
      const indent = indentAfter(lead, base);
      units.count(stepBetween(base, indent));
      const under = ' '.repeat(columnIn(text, node.start));
      alignedUnits.count(stepBetween(under, indent));
      if (under !== base) votes.aligned += under === indentBefore(text, node.end - 1) ? 1 : -1;
      return indent;
    }
    if (second !== undefined && first.comma >= 0)
      gaps.count(blank(text.slice(first.comma + 1, startOf(second))));
    (node.kind === 'object' ? objectPads : arrayPads).count(blank(lead));
    return base;
  };

  const open: { node: ContainerNode; name: string; base: string }[] = [];
  if (isContainer(root)) open.push({ node: root, name: '', base: '' });
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { node, name } = at;
    const base = look(node, name, at.base);
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child === undefined || !isContainer(child.value)) continue;
      open.push({ node: child.value, name: child.key ?? `${name}[]`, base });
    }
  }

  const body = text.slice(root.start, root.end);
  const empty = isContainer(root) && root.children.length === 0;
  const colon = colons.most() ?? ': ';
  const aligned = votes.aligned > 0;
  return {
    eol: /\r\n?|\n/.exec(text)?.[0] ?? '\n',
    unit: (aligned ? alignedUnits : units).most() ?? DEFAULT_UNIT,
    aligned,
    oneLine: !empty && !hasLineEnd(body),
    colon,
    gap: gaps.most() ?? (/\s$/.test(colon) ? ' ' : ''),
    objectPad: objectPads.most() ?? '',
    arrayPad: arrayPads.most() ?? '',
    inline,
    scalarsInline: majority(votes.scalars),
    objectsInline: majority(votes.objects),
    spell,
  };
}

/** What an indentation adds to the one around it, or nothing when it does not begin with it. */
export function stepBetween(outer: string, inner: string): string | undefined {
  return inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : undefined;
}

/** How far back the beginning of a line is looked for: a file in one line is no reason to read it again and again. */
const FURTHEST = 1000;

const isLineEnd = (text: string, at: number) => text[at] === '\n' || text[at] === '\r';

/** How many characters stand before an offset in its line. */
function columnIn(text: string, offset: number): number {
  const furthest = Math.max(0, offset - FURTHEST);
  let start = offset;
  while (start > furthest && !isLineEnd(text, start - 1)) start -= 1;
  return offset - start;
}

/** The blanks between an offset and the beginning of its line, if there is nothing else; else nothing. */
function indentBefore(text: string, offset: number): string | undefined {
  const furthest = Math.max(0, offset - FURTHEST);
  let start = offset;
  while (start > furthest && (text[start - 1] === ' ' || text[start - 1] === '\t')) start -= 1;
  return start === furthest || isLineEnd(text, start - 1) ? text.slice(start, offset) : undefined;
}

/** Counts examples of a habit. */
export class Tally {
  private readonly counts = new Map<string, number>();

  count(example: string | undefined): void {
    if (example !== undefined) this.counts.set(example, (this.counts.get(example) ?? 0) + 1);
  }

  /** The most frequent example, of equals the first; nothing without any. */
  most(): string | undefined {
    let best: string | undefined;
    for (const [example, count] of this.counts) {
      if (best === undefined || count > (this.counts.get(best) ?? 0)) best = example;
    }
    return best;
  }
}

function majority(votes: number): boolean | undefined {
  return votes === 0 ? undefined : votes > 0;
}

/** Blanks within a line; many of them are left over from lines that somebody joined, and count as one. */
function blank(text: string): string | undefined {
  if (!/^[ \t]*$/.test(text)) return undefined;
  return text.length > 1 ? ' ' : text;
}

/** A colon with blanks of its own line and nothing else. */
export function plain(colon: string): string | undefined {
  return /^[ \t]*:[ \t]*$/.test(colon) ? colon : undefined;
}
