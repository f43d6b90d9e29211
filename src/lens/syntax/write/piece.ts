/** A text taken apart for editing: what is not touched stays a stretch of the old text, what is opened becomes slots. */
import { parse } from '../parse.ts';
import { type ContainerNode, isContainer, type SyntaxNode, startOf } from '../tree.ts';
import { hasLineEnd } from './blanks.ts';

/** A value as it stands in some text. */
export interface Raw {
  readonly kind: 'raw';
  readonly source: string;
  readonly node: SyntaxNode;
}

/** An object or array whose members can be changed. `tail` is what stands before the closing bracket. */
export interface Box {
  readonly kind: 'object' | 'array';
  readonly slots: Slot[];
  tail: string;
}

export type Piece = Raw | Box;

/** One member or item with what stands around it: lead, key, colon, value, trail, comma. */
export interface Slot {
  lead: string;
  /** Nothing for an item. */
  key: { readonly name: string; readonly text: string; readonly colon: string } | undefined;
  value: Piece;
  /** Between the value and its comma; empty without one. */
  trail: string;
  comma: boolean;
}

/** What kind of value a piece is. */
export function kindOf(piece: Piece): SyntaxNode['kind'] {
  return piece.kind === 'raw' ? piece.node.kind : piece.kind;
}

export function isNull(piece: Piece): boolean {
  return piece.kind === 'raw' && piece.node.kind === 'literal' && piece.node.value === null;
}

/** The value of a slot, opened in place; nothing when it is no object and no array. */
export function openSlot(slot: Slot): Box | undefined {
  if (slot.value.kind !== 'raw') return slot.value;
  const { source, node } = slot.value;
  if (!isContainer(node)) return undefined;
  const box = open(source, node);
  slot.value = box;
  return box;
}

function open(source: string, node: ContainerNode): Box {
  let at = node.start + 1;
  const slots = node.children.map((child): Slot => {
    const { key, keyStart, keyEnd, value, comma } = child;
    const lead = source.slice(at, startOf(child));
    at = comma >= 0 ? comma + 1 : value.end;
    return {
      lead,
      key:
        key === undefined
          ? undefined
          : { name: key, text: source.slice(keyStart, keyEnd), colon: source.slice(keyEnd, value.start) },
      value: { kind: 'raw', source, node: value },
      trail: comma >= 0 ? source.slice(value.end, comma) : '',
      comma: comma >= 0,
    };
  });
  return { kind: node.kind, slots, tail: source.slice(at, node.end - 1) };
}

/** The index of the slot at a step of a path, the last one where a key stands twice; -1 when there is none. */
export function slotIndex(box: Box, step: string | number): number {
  if (box.kind === 'array') return typeof step === 'number' && step < box.slots.length ? step : -1;
  return box.slots.findLastIndex(({ key }) => key?.name === step);
}

/** The text of a piece. */
export function textOf(piece: Piece): string {
  if (piece.kind === 'raw') return piece.source.slice(piece.node.start, piece.node.end);
  let text = piece.kind === 'object' ? '{' : '[';
  for (const { lead, key, value, trail, comma } of piece.slots) {
    text += lead;
    if (key !== undefined) text += key.text + key.colon;
    text += textOf(value);
    if (comma) text += `${trail},`;
  }
  return `${text}${piece.tail}${piece.kind === 'object' ? '}' : ']'}`;
}

/** A piece of a text that holds nothing but a value. */
export function pieceOf(text: string): Raw {
  const { root } = parse(text);
  const node = root?.end === text.length ? root : ({ kind: 'bad', start: 0, end: text.length } as const);
  return { kind: 'raw', source: text, node };
}

/** Whether a value stands in one line as a whole. */
export function isOneLine(piece: Piece): boolean {
  if (piece.kind === 'raw') return !hasLineEnd(piece.source.slice(piece.node.start, piece.node.end));
  return (
    !hasLineEnd(piece.tail) &&
    piece.slots.every(
      ({ lead, key, value, trail }) =>
        !hasLineEnd(lead) && !hasLineEnd(key?.colon ?? '') && !hasLineEnd(trail) && isOneLine(value),
    )
  );
}
