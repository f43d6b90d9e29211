/**
 * Puts members into an opened object or array and takes them out, so that the one undoes the other to the byte.
 *
 * The blanks of a new member are those of its neighbours. `[]` becomes the usual three lines, and so do brackets with
 * blank lines between: whoever wants those back remembers how they were spelt. Blanks within a line come to stand on
 * both sides. Where a comment stands in the brackets, what they held is seen from what stands there after they were
 * filled: a line end stays as a blank line.
 */
import {
  countLineEnds,
  endsInLineComment,
  hasLineEnd,
  indentAfter,
  keepComments,
  splitAfterComments,
  splitAfterLine,
} from './blanks.ts';
import type { Box, Slot } from './piece.ts';
import type { Style } from './style.ts';

/** Where a new member will stand: its place is made first, its value is written for it then. */
export interface Opening {
  readonly index: number;
  /** The indentation of the line in which it begins. */
  readonly base: string;
  readonly slot: Slot;
}

/** The value of a slot that is still to be written. */
const NOTHING = { kind: 'raw', source: '', node: { kind: 'bad', start: 0, end: 0 } } as const;

function emptySlot(lead: string, comma: boolean): Slot {
  return { lead, key: undefined, value: NOTHING, trail: '', comma };
}

/** Makes room before an index. `base` is the indentation of the line of the opening bracket. */
export function makeRoom(box: Box, index: number, base: string, style: Style, inline: boolean): Opening {
  const { slots } = box;
  if (slots.length === 0) return fill(box, base, style, inline);
  if (index >= slots.length) return append(box, base, style);
  return index === 0 ? prepend(box, base, style) : between(box, index, base, style);
}

function opening(box: Box, index: number, base: string, slot: Slot): Opening {
  box.slots.splice(index, 0, slot);
  return { index, base: indentAfter(slot.lead, base), slot };
}

function fill(box: Box, base: string, style: Style, inline: boolean): Opening {
  const { comments, blanks } = splitAfterComments(box.tail);
  const oneLine = !hasLineEnd(blanks) && (inline || blanks !== '');
  if (oneLine) {
    box.tail = blanks;
    return opening(box, 0, base, emptySlot(comments + blanks, false));
  }
  if (blanks === '' || comments === '') {
    // The closing bracket may stand under its own, not under the member's name.
    const usual = style.eol + (hasLineEnd(blanks) ? indentAfter(blanks, base) : base);
    box.tail = usual;
    return opening(box, 0, base, emptySlot(comments + usual + style.unit, false));
  }
  const lead = style.eol + indentAfter(blanks, base) + style.unit;
  // A comment to the end of its line never stands before an empty `blanks`, so the usual lines can only mean themselves.
  const asUsual = countLineEnds(blanks) === 1 && indentAfter(blanks, '') === base && endsAt(blanks, base);
  const extra = asUsual && !endsInLineComment(comments) ? style.eol : '';
  box.tail = blanks;
  return opening(box, 0, base, emptySlot(comments + extra + lead, false));
}

function endsAt(blanks: string, base: string): boolean {
  return blanks.replace(/^(?:\r\n?|\n)/, '') === base;
}

function append(box: Box, base: string, style: Style): Opening {
  const last = box.slots[box.slots.length - 1];
  const trailing = last?.comma ?? false;
  const { comments, blanks } = splitAfterComments(box.tail);
  let lead = neighbourLead(box, box.slots.length - 1, base, style);
  if (endsInLineComment(comments) && !hasLineEnd(lead)) lead = style.eol + base + style.unit;
  if (last !== undefined) last.comma = true;
  box.tail = blanks;
  return opening(box, box.slots.length, base, emptySlot(comments + lead, trailing));
}

/** The blanks before a new member that follows the one at `index`. */
function neighbourLead(box: Box, index: number, base: string, style: Style): string {
  const { blanks } = splitAfterComments(box.slots[index]?.lead ?? '');
  if (hasLineEnd(blanks)) return style.eol + indentAfter(blanks, base);
  if (index > 0) return blanks;
  const next = box.slots[1];
  return next === undefined ? style.gap : neighbourLead(box, 1, base, style);
}

function between(box: Box, index: number, base: string, style: Style): Opening {
  const next = box.slots[index];
  const { line, rest } = splitAfterLine(next?.lead ?? '');
  if (next !== undefined) next.lead = rest;
  // What the one behind keeps in its line, stays in it.
  let lead = /^[ \t]*$/.test(rest) ? rest : neighbourLead(box, index - 1, base, style);
  if (endsInLineComment(line) && !hasLineEnd(lead)) lead = style.eol + base + style.unit;
  return opening(box, index, base, emptySlot(line + lead, true));
}

function prepend(box: Box, base: string, style: Style): Opening {
  const first = box.slots[0];
  const { line, rest } = splitAfterLine(first?.lead ?? '');
  const usual = hasLineEnd(rest) ? style.eol + indentAfter(rest, base) : neighbourLead(box, 0, base, style);
  const commented = splitAfterComments(rest).comments !== '';
  if (first !== undefined) first.lead = commented ? rest : usual;
  const lead = commented ? (hasLineEnd(rest) ? usual : '') : rest;
  return opening(box, 0, base, emptySlot(line + lead, true));
}

/** Takes the member at an index out. Its comments stay; `close` is the indentation that a closing bracket has. */
export function takeOut(box: Box, index: number, close: string): void {
  const [gone] = box.slots.splice(index, 1);
  if (gone === undefined) return;
  const before = box.slots[index - 1];
  const next = box.slots[index];
  const dropped = gone.lead + gone.trail;
  if (next !== undefined) {
    const stays = index === 0 && splitAfterComments(next.lead).comments === '' && gone.trail === '';
    next.lead = stays ? gone.lead : keepComments(dropped, next.lead);
  } else if (before !== undefined) {
    const between = keepComments(dropped, box.tail);
    before.comma = gone.comma;
    box.tail = gone.comma ? between : before.trail + between;
    if (!gone.comma) before.trail = '';
  } else box.tail = emptied(dropped, box.tail, close);
}

/** What stands between the brackets when the last member has gone: what stood there before `fill`, but for blank lines. */
function emptied(lead: string, tail: string, close: string): string {
  const { comments, blanks } = splitAfterComments(lead);
  if (endsInLineComment(comments) || splitAfterComments(tail).comments !== '')
    return keepComments(lead, tail);
  if (!hasLineEnd(blanks)) return comments + tail;
  if (comments === '') return '';
  const usual = countLineEnds(tail) === 1 && endsAt(tail, close);
  return comments + (usual && countLineEnds(blanks) === 1 ? '' : tail);
}
