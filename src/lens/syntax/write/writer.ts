/** Applies edits to a JSON text. Paths are those of the file, from the outermost value on. */
import type { Json } from '../../../model/json.ts';
import { isWithin, type Path, samePath } from '../../../model/path.ts';
import type { SyntaxNode, SyntaxTree } from '../tree.ts';
import { hasLineEnd, indentAfter } from './blanks.ts';
import { isList, isObject, jsonOf, sameJson } from './content.ts';
import { Habits } from './habits.ts';
import {
  type Box,
  isNull,
  isOneLine,
  kindOf,
  openSlot,
  type Piece,
  pieceOf,
  type Slot,
  slotIndex,
  textOf,
} from './piece.ts';
import { listInline, outerOf, type Spot } from './print.ts';
import { makeRoom, takeOut } from './slots.ts';
import {
  baseOf,
  colonIn,
  indented,
  isOneLineBox,
  likeNeighbour,
  lineOf,
  nameOf,
  nested,
  placeFor,
  placeOf,
  reorder,
  unitIn,
} from './surroundings.ts';

/** Why an edit cannot be written. `instead`: a value at a place on the way that would make room for it. */
export interface Obstacle {
  readonly path: Path;
  readonly why: 'no-object' | 'no-list' | 'no-such-item' | 'nothing-there' | 'into-itself' | 'whole';
  readonly instead?: { readonly path: Path; readonly value: Json };
}

/** How far a path leads: to the box that holds its last step, or to what is in the way. */
interface Reached {
  readonly box: Box;
  /** The indentation of the line of the box's opening bracket. */
  readonly base: string;
  /** The box must stay in its line: it stands in an object or list that does. */
  readonly inline: boolean;
  /** How many steps lead to the box. */
  readonly depth: number;
  readonly slot: Slot;
}

export class Writer {
  private readonly root: Slot;
  private readonly before: string;
  private readonly after: string;
  private readonly habits: Habits;

  constructor(tree: SyntaxTree & { readonly root: SyntaxNode }) {
    const { text, root } = tree;
    this.habits = new Habits(tree);
    this.before = text.slice(0, root.start);
    this.after = text.slice(root.end);
    const value: Piece = { kind: 'raw', source: text, node: root };
    this.root = { lead: this.before, key: undefined, value, trail: '', comma: false };
  }

  text(): string {
    return this.before + textOf(this.root.value) + this.after;
  }

  set(path: Path, value: Json): Obstacle | undefined {
    const last = path.at(-1);
    if (last === undefined) {
      this.give(this.root, value, { base: '', inline: false, name: '' });
      return undefined;
    }
    const reached = this.reach(path, value);
    if (!('box' in reached)) return reached.obstacle;
    const { box, depth, base } = reached;
    const rest = nested(path.slice(depth + 1), value);
    const step = path[depth];
    if (rest === undefined || step === undefined) return { path, why: 'no-such-item' };
    const index = slotIndex(box, step);
    const slot = box.slots[index];
    if (slot === undefined) {
      if (typeof step === 'number' && step !== box.slots.length) return { path, why: 'no-such-item' };
      this.add(reached, placeFor(box, step), step, rest, path.slice(0, depth));
    } else {
      const inline = reached.inline || isOneLineBox(reached.box);
      this.give(slot, rest, {
        ...placeOf(slot, indentAfter(slot.lead, base)),
        inline,
        name: nameOf(path.slice(0, depth + 1)),
      });
    }
    return undefined;
  }

  /** Spells an empty list or object: its brackets with the blanks between. Comments that stand in it stay. */
  spellEmpty(path: Path, written: string): undefined {
    const found = this.find(path);
    const slot = path.length === 0 ? this.root : found?.parent.box.slots[found.index];
    if (slot === undefined || !isEmptyPair(written)) return;
    const now = textOf(slot.value);
    if (isEmptyPair(now) && now[0] === written[0]) slot.value = pieceOf(written);
  }

  insert(path: Path, value: Json): Obstacle | undefined {
    const index = path.at(-1);
    if (typeof index !== 'number') return { path, why: 'whole' };
    const reached = this.reach(path, value);
    if (!('box' in reached)) return reached.obstacle;
    const { box, depth } = reached;
    if (depth < path.length - 1) {
      // The list is missing, or something around it.
      return this.set(path, value);
    }
    if (index > box.slots.length) return { path, why: 'no-such-item' };
    this.add(reached, index, index, value, path.slice(0, -1));
    return undefined;
  }

  remove(path: Path): Obstacle | undefined {
    if (path.length === 0) return { path, why: 'whole' };
    const found = this.find(path);
    if (found === undefined) return undefined;
    const { box } = found.parent;
    const step = path.at(-1);
    if (step === undefined) return undefined;
    // Were an earlier member of the same key left, it would count again.
    for (let index = found.index; index >= 0; index = typeof step === 'string' ? slotIndex(box, step) : -1) {
      this.takeOut(found.parent, index);
    }
    return undefined;
  }

  move(from: Path, path: Path): Obstacle | undefined {
    if (samePath(from, path))
      return this.find(from) === undefined ? { path: from, why: 'nothing-there' } : undefined;
    if (from.length === 0) return { path: from, why: 'whole' };
    if (isWithin(path, from)) return { path, why: 'into-itself' };
    const found = this.find(from);
    if (found === undefined) return { path: from, why: 'nothing-there' };
    const target = path.at(-1);
    const parent = from.slice(0, -1);
    if (target !== undefined && samePath(parent, path.slice(0, -1))) {
      const { box } = found.parent;
      if (box.kind === 'array' && typeof target === 'number') {
        if (target > box.slots.length) return { path, why: 'no-such-item' };
        reorder(box, found.index, Math.min(target, box.slots.length - 1));
        return undefined;
      }
      if (box.kind === 'object' && typeof target === 'string') {
        this.rename(box, found.parent.base, String(from.at(-1)), target);
        return undefined;
      }
    }
    const { text, base } = this.lift(found.parent, found.index);
    const blocked = this.obstacleTo(path, from);
    if (blocked !== undefined) return blocked;
    this.remove(from);
    return this.put(path, text, base);
  }

  copy(from: Path, path: Path): Obstacle | undefined {
    if (from.length === 0) return { path: from, why: 'whole' };
    const found = this.find(from);
    if (found === undefined) return { path: from, why: 'nothing-there' };
    const { text, base } = this.lift(found.parent, found.index);
    return this.put(path, text, base);
  }

  /** Puts a value around all that there is: what was the outermost value is at `path` of it now. */
  enclose(around: Json, path: Path): void {
    const text = textOf(this.root.value);
    const spot: Spot = { base: '', inline: false, likeInline: false, name: '' };
    this.root.value = pieceOf(this.habits.print(around, spot));
    this.put(path, text, '');
  }

  /** The slot at a path; nothing when there is none. */
  private find(path: Path): { parent: Reached; index: number } | undefined {
    const last = path.at(-1);
    if (last === undefined) return undefined;
    const parent = this.reach(path, null);
    if (!('box' in parent) || parent.depth < path.length - 1) return undefined;
    const index = slotIndex(parent.box, last);
    return index < 0 ? undefined : { parent, index };
  }

  /**
   * Walks as far as objects and lists lead: to the box of the last step, or to the one in which the next step is missing
   * or null. Anything else on the way is an obstacle.
   */
  private reach(path: Path, value: Json): Reached | { obstacle: Obstacle } {
    let slot = this.root;
    let base = indentAfter(slot.lead, '');
    let parent: Reached | undefined;
    for (let depth = 0; depth < path.length; depth += 1) {
      const step = path[depth];
      const wanted = typeof step === 'number' ? 'array' : 'object';
      if (parent !== undefined && isNull(slot.value)) return parent;
      const box: Box | undefined = kindOf(slot.value) === wanted ? openSlot(slot) : undefined;
      if (box === undefined || step === undefined) {
        const at = path.slice(0, depth);
        const rest = nested(path.slice(depth), value);
        const why = wanted === 'array' ? 'no-list' : 'no-object';
        return {
          obstacle:
            rest === undefined ? { path: at, why } : { path: at, why, instead: { path: at, value: rest } },
        };
      }
      const inline: boolean = parent !== undefined && (parent.inline || isOneLineBox(parent.box));
      const reached: Reached = { box, base, inline, depth, slot };
      const next = box.slots[slotIndex(box, step)];
      if (next === undefined || depth === path.length - 1) return reached;
      parent = reached;
      slot = next;
      base = baseOf(slot, base);
    }
    return { obstacle: { path, why: 'whole' } };
  }

  /** Gives an existing slot a value; what is equal already, at any depth, stays as it is written. */
  private give(slot: Slot, value: Json, spot: Spot): void {
    const kind = kindOf(slot.value);
    if (isObject(value) && kind === 'object') this.giveObject(slot, value, spot);
    else if (isList(value) && kind === 'array') this.giveList(slot, value, spot);
    else if (!sameJson(jsonOf(slot.value), value)) slot.value = pieceOf(this.habits.print(value, spot));
  }

  private giveObject(slot: Slot, value: { readonly [key: string]: Json }, spot: Spot): void {
    if (sameJson(jsonOf(slot.value), value)) return;
    const wasInline = isOneLine(slot.value);
    const box = openSlot(slot);
    if (box === undefined) return;
    const reached: Reached = { box, base: spot.base, inline: spot.inline, depth: 0, slot };
    let behind = -1;
    for (const key of Object.keys(value)) {
      const index = slotIndex(box, key);
      const member = box.slots[index];
      if (member === undefined) {
        behind += 1;
        this.add(reached, behind, key, value[key] ?? null, [spot.name]);
      } else {
        const inline = spot.inline || wasInline;
        this.give(member, value[key] ?? null, {
          ...placeOf(member, indentAfter(member.lead, spot.base)),
          inline,
          name: key,
        });
        behind = Math.max(behind, index);
      }
    }
    // Last, so that the new members could take after the old.
    for (let index = box.slots.length - 1; index >= 0; index -= 1) {
      const name = box.slots[index]?.key?.name;
      if (name === undefined || !Object.hasOwn(value, name)) this.takeOut(reached, index);
    }
  }

  private giveList(slot: Slot, value: readonly Json[], spot: Spot): void {
    const wasInline = isOneLine(slot.value);
    const box = openSlot(slot);
    if (box === undefined) return;
    const reached: Reached = { box, base: spot.base, inline: spot.inline, depth: 0, slot };
    const old = box.slots.map((item) => jsonOf(item.value));
    let front = 0;
    const shorter = Math.min(old.length, value.length);
    while (front < shorter && sameJson(old[front] ?? null, value[front] ?? null)) front += 1;
    let back = 0;
    while (
      back < shorter - front &&
      sameJson(old[old.length - 1 - back] ?? null, value[value.length - 1 - back] ?? null)
    )
      back += 1;
    for (let index = old.length - back - 1; index >= value.length - back; index -= 1)
      this.takeOut(reached, index);
    const inline = spot.inline || wasInline;
    for (let index = front; index < value.length - back; index += 1) {
      const item = box.slots[index];
      const wanted = value[index] ?? null;
      if (item === undefined || index >= old.length - back)
        this.add(reached, index, index, wanted, [spot.name]);
      else
        this.give(item, wanted, {
          ...placeOf(item, indentAfter(item.lead, spot.base)),
          inline,
          name: `${spot.name}[]`,
        });
    }
  }

  /** Puts a new member or item before an index. `path` is the box's, for its name. */
  private add(reached: Reached, index: number, step: string | number, value: Json, path: Path): Slot {
    const { box, base } = reached;
    const like = box.slots[index - 1] ?? box.slots[index];
    const name = typeof step === 'string' ? step : `${nameOf(path)}[]`;
    const unit = unitIn(reached.box, reached.base, this.habits.style);
    const sameLine = reached.inline || isOneLineBox(reached.box);
    const room = makeRoom(
      box,
      index,
      box.slots.length === 0 ? this.closingLine(reached) : base,
      { ...this.habits.style, unit },
      sameLine || this.fillsInline(reached, value, path),
    );
    // A list may begin in the line of its bracket and hold values of several lines: `[{ … }]`.
    const inline = sameLine || (box.kind === 'object' && !hasLineEnd(room.slot.lead));
    const colon = box.kind === 'object' ? colonIn(box, like, this.habits.style) : this.habits.style.colon;
    if (typeof step === 'string') room.slot.key = { name: step, text: this.habits.spell(step), colon };
    const spot: Spot = {
      ...placeOf(room.slot, room.base),
      inline: inline && !hasLineEnd(room.slot.lead),
      unit,
      colon,
      name,
    };
    const neighbour = typeof step === 'number' ? likeNeighbour(like, value, this.habits.style) : {};
    room.slot.value = pieceOf(this.habits.print(value, { ...spot, ...neighbour }));
    return room.slot;
  }

  private takeOut(reached: Reached, index: number): void {
    const { box, base } = reached;
    // The habits of the file matter to the last member alone, and cost a look at all of it.
    takeOut(box, index, box.slots.length === 1 ? this.closingLine(reached) : base);
  }

  /** The indentation of the closing bracket of a box, where it begins a line. */
  private closingLine({ slot, base }: Pick<Reached, 'slot' | 'base'>): string {
    return outerOf(placeOf(slot, base), this.habits.style);
  }

  /** Whether the first member of an empty box goes into the line of the brackets. */
  private fillsInline({ box, base, inline }: Reached, value: Json, path: Path): boolean {
    if (inline) return true;
    if (path.length === 0 && box.slots.length === 0) return false;
    const spot: Spot = { base, inline, name: nameOf(path) };
    if (box.kind === 'array') return listInline([value], this.habits.style, spot);
    return this.habits.style.oneLine || (this.habits.style.inline.get(spot.name) ?? false);
  }

  private rename(box: Box, base: string, from: string, to: string): void {
    for (let index = slotIndex(box, to); index >= 0; index = slotIndex(box, to)) takeOut(box, index, base);
    for (const slot of box.slots) {
      if (slot.key?.name === from) slot.key = { ...slot.key, name: to, text: this.habits.spell(to) };
    }
  }

  private lift({ box, base }: Reached, index: number): { text: string; base: string } {
    const slot = box.slots[index];
    return slot === undefined
      ? { text: 'null', base }
      : { text: textOf(slot.value), base: baseOf(slot, base) };
  }

  /** What would be in the way of `path` once `from` has gone; found before anything is changed. */
  private obstacleTo(path: Path, from: Path): Obstacle | undefined {
    const parent = from.slice(0, -1);
    const index = from.at(-1);
    // Below a list from which an item goes, the later items move up.
    const step = path[parent.length];
    const shifted =
      typeof index === 'number' && typeof step === 'number' && isWithin(path, parent) && step >= index
        ? path.with(parent.length, step + 1)
        : path;
    const reached = this.reach(shifted, null);
    if (!('box' in reached)) return reached.obstacle;
    const rest = nested(shifted.slice(reached.depth + 1), null);
    const last = shifted[reached.depth];
    const beyond = typeof last === 'number' && last > reached.box.slots.length;
    return rest === undefined || beyond ? { path, why: 'no-such-item' } : undefined;
  }

  /** Places the text of a value, indented for its new line. */
  private put(path: Path, text: string, oldBase: string): Obstacle | undefined {
    const last = path.at(-1);
    const piece = pieceOf(text);
    const obstacle =
      typeof last === 'number' ? this.insert(path, jsonOf(piece)) : this.set(path, jsonOf(piece));
    if (obstacle !== undefined) return obstacle;
    const found = this.find(path);
    const slot = found?.parent.box.slots[found.index];
    if (slot !== undefined && found !== undefined) {
      slot.value = pieceOf(indented(text, oldBase, lineOf(found.parent.box, found.index, found.parent.base)));
    }
    return undefined;
  }
}

/** Whether a text is a pair of brackets with blanks between, or nothing. */
function isEmptyPair(text: string): boolean {
  return /^(\[[ \t\r\n]*\]|\{[ \t\r\n]*\})$/.test(text);
}
