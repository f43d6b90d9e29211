/** What a new or moved value takes over from where it comes to stand. */
import type { Json } from '../../../model/json.ts';
import { placeAmongKin } from '../../../model/kin.ts';
import type { Path } from '../../../model/path.ts';
import { hasLineEnd, indentAfter } from './blanks.ts';
import { isList, isObject } from './content.ts';
import { type Box, isOneLine, kindOf, openSlot, type Slot, textOf } from './piece.ts';
import type { Spot } from './print.ts';
import { plain, type Style, stepBetween, Tally } from './style.ts';

/** A value with objects and lists around it, for steps that are missing; nothing when a list would need other items first. */
export function nested(steps: Path, value: Json): Json | undefined {
  let built: Json = value;
  for (const step of steps.toReversed()) {
    if (typeof step === 'string') built = { [step]: built };
    else if (step === 0) built = [built];
    else return undefined;
  }
  return built;
}

/** Before which slot a new item or member comes to stand. */
export function placeFor({ slots }: Box, step: string | number): number {
  if (typeof step === 'number') return step;
  return placeAmongKin(
    slots.map(({ key }) => key?.name),
    step,
  );
}

/** Exchanges values only: blanks, commas and comments stay where they are, so that moving back gives the same text. */
export function reorder(box: Box, from: number, to: number): void {
  const values = box.slots.map(({ value }) => value);
  const [moved] = values.splice(from, 1);
  if (moved === undefined) return;
  values.splice(to, 0, moved);
  box.slots.forEach((slot, index) => {
    slot.value = values[index] ?? slot.value;
  });
}

/** The text of a value, moved from a line with one indentation to a line with another. */
export function indented(text: string, from: string, to: string): string {
  if (from === to || !hasLineEnd(text)) return text;
  const lines = text.match(/(?:\r\n?|\n)[ \t]*/g) ?? [];
  const all = lines.every((line) => line.replace(/^[\r\n]+/, '').startsWith(from) || /[\r\n]$/.test(line));
  if (!all) return text;
  return text.replace(/(\r\n?|\n)([ \t]*)/g, (line: string, end: string, blanks: string) =>
    blanks.startsWith(from) ? end + to + blanks.slice(from.length) : line,
  );
}

/** In which line and column the value of a slot begins; `base` is the indentation of its line. */
export function placeOf({ lead, key }: Slot, base: string): Pick<Spot, 'base' | 'column'> {
  const column = base.length + (key === undefined ? 0 : key.text.length + key.colon.length);
  return { base, column: hasLineEnd(lead) ? column : undefined };
}

/**
 * The indentation that the text of a slot goes by: of the line in which it begins; where it begins behind a bracket, of
 * the line in which its own closes, for `[{` may stand further out than `}, {`.
 */
export function baseOf(slot: Slot, base: string): string {
  if (hasLineEnd(slot.lead)) return indentAfter(slot.lead, base);
  return /[\r\n]([ \t]*)[\]}]$/.exec(textOf(slot.value))?.[1] ?? base;
}

/** The indentation of the line in which a slot begins: behind the bracket of the one before it, of the line in which that closes. */
export function lineOf({ slots }: Box, index: number, base: string): string {
  const slot = slots[index];
  const before = slots[index - 1];
  if (slot === undefined || (before !== undefined && !hasLineEnd(slot.lead)))
    return before === undefined ? base : baseOf(before, base);
  return indentAfter(slot.lead, base);
}

/** The colon that most members of a box have, of equals the one beside which a new member comes to stand; else the file's. */
export function colonIn(box: Box, like: Slot | undefined, style: Style): string {
  const colons = new Tally();
  const others = box.slots.filter((slot) => slot !== like);
  for (const slot of like === undefined ? others : [like, ...others])
    colons.count(slot.key && plain(slot.key.colon));
  return colons.most() ?? style.colon;
}

/** Whether a box with members stands in one line as a whole. */
export function isOneLineBox(box: Box): boolean {
  return box.slots.length > 0 && isOneLine(box);
}

/**
 * One level of indentation as the members of a box have it, and the values of several lines among them, for members may
 * stand further in; else the file's.
 */
export function unitIn(box: Box, base: string, style: Style): string {
  if (style.aligned) return style.unit;
  const lead = box.slots.find((slot) => hasLineEnd(slot.lead))?.lead;
  if (lead === undefined) return style.unit;
  const indent = indentAfter(lead, base);
  const steps = new Tally();
  steps.count(stepBetween(base, indent));
  for (const slot of box.slots) {
    const inner = hasLineEnd(slot.lead) ? FIRST_LINE.exec(textOf(slot.value))?.[1] : undefined;
    if (inner !== undefined) steps.count(stepBetween(indentAfter(slot.lead, base), inner));
  }
  const step = steps.most();
  if (step !== undefined && !isMixed(step)) return step;
  // Lines of spaces in a file of tabs, and the other way round.
  const mixed = indent !== '' && indent.includes('\t') !== style.unit.includes('\t');
  return mixed ? (indent.includes('\t') ? '\t' : '    ') : style.unit;
}

/** The indentation of the first line inside a bracket that ends its own. */
const FIRST_LINE = /^[[{][ \t]*(?:\r\n?|\n)([ \t]*)[^\s\]}]/;

/** Tabs and blanks in one indentation are nobody's habit. */
function isMixed(indent: string): boolean {
  return / \t|\t /.test(indent);
}

/** How the neighbour of a new item is laid out, if it is of the same kind. */
export function likeNeighbour(
  slot: Slot | undefined,
  value: Json,
  style: Style,
): Pick<Spot, 'colon' | 'colons' | 'like' | 'likeInline'> {
  const wanted = isList(value) ? 'array' : isObject(value) ? 'object' : undefined;
  if (slot === undefined || wanted === undefined || kindOf(slot.value) !== wanted) return {};
  const box = openSlot(slot);
  const lead = box?.slots[0]?.lead;
  if (box === undefined || lead === undefined) return {};
  const colon = colonIn(box, undefined, style);
  const colons = new Map(
    box.slots.flatMap(({ key }) => (key && plain(key.colon) !== undefined ? [[key.name, key.colon]] : [])),
  );
  if (!hasLineEnd(lead)) return { colon, colons, likeInline: true };
  const inner = indentAfter(lead, '');
  const like =
    hasLineEnd(box.tail) && !isMixed(inner) ? { inner, close: indentAfter(box.tail, '') } : undefined;
  return { colon, colons, likeInline: false, like };
}

/** The member name under which a value stands, with `[]` for each list on the way to it. */
export function nameOf(path: Path): string {
  let name = '';
  for (const step of path) name = typeof step === 'number' ? `${name}[]` : step;
  return name;
}
