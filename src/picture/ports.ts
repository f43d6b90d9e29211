/** Where on a card the lines end, so that each arrives at a place of its own and in the order it comes from. */
import type { Point, Rect } from './box.ts';
import { handleY } from './sizes.ts';
import type { Port, Side } from './wire.ts';

/** A line that comes in from the left: from which height, and whether it can run level to the middle of the card. */
export interface Arrival {
  readonly id: string;
  readonly fromX: number;
  readonly fromY: number;
  readonly level: boolean;
}

const step = 22;

/**
 * The ports at the left edge of a card, by the id of the arrival: the first level one has the middle, the others lie
 * above and below it in the order of the heights they come from.
 */
export function leftPorts(
  card: Rect,
  arrivals: readonly Arrival[],
  scale: number,
): ReadonlyMap<string, Port> {
  const middle = card.y + handleY;
  const level = arrivals.find((arrival) => arrival.level);
  const others = arrivals
    .filter((arrival) => arrival !== level)
    .sort((a, b) => a.fromY - b.fromY || a.fromX - b.fromX);
  const found = new Map<string, Port>();
  const put = (arrival: Arrival | undefined, y: number) => {
    if (arrival) found.set(arrival.id, { x: card.x, y: Math.round(y), side: 'left' });
  };
  if (!level) {
    const each = Math.min(step * scale, 112 / Math.max(1, others.length - 1));
    others.forEach((arrival, index) => {
      put(arrival, middle + each * (index - (others.length - 1) / 2));
    });
    return found;
  }
  put(level, middle);
  const above = others.filter(({ fromY }) => fromY <= middle);
  const below = others.filter(({ fromY }) => fromY > middle);
  const up = Math.min(step * scale, 56 / Math.max(1, above.length));
  const down = Math.min(step * scale, 56 / Math.max(1, below.length));
  above.forEach((arrival, index) => {
    put(arrival, middle - up * (above.length - index));
  });
  below.forEach((arrival, index) => {
    put(arrival, middle + down * (index + 1));
  });
  return found;
}

/** The handle: where dependencies leave. Those of a further trunk leave beside it, so that they can be told apart. */
export function handle(card: Rect, trunk = 0): Port {
  const offset = trunk === 0 ? 0 : (trunk % 2 === 1 ? 1 : -1) * Math.ceil(trunk / 2) * besideHandle;
  return { x: card.x + card.width, y: card.y + handleY + offset, side: 'right' };
}

const besideHandle = 8;

/** Heights below the handle for lines of data, clear of the heights at which dependencies come in on the other side. */
const dataHeights = [120, 100, 110, 128, 94, 115, 105];
const bottomPlaces = [155, 93, 186, 62, 124];

/** The ports of one card for mounts and log routes; lines of one trunk get the same one. */
export class DataPorts {
  private readonly slots = new Map<string, number>();

  constructor(private readonly card: Rect) {}

  right(trunk: string): Port {
    return { x: this.card.x + this.card.width, y: this.height('right', trunk), side: 'right' };
  }

  left(trunk: string): Port {
    return { x: this.card.x, y: this.height('left', trunk), side: 'left' };
  }

  bottom(trunk: string): Port {
    const x = bottomPlaces[this.slot('bottom', trunk) % bottomPlaces.length] ?? 124;
    return { x: this.card.x + x, y: this.card.y + this.card.height, side: 'bottom' };
  }

  private height(side: string, trunk: string): number {
    return this.card.y + (dataHeights[this.slot(side, trunk) % dataHeights.length] ?? 120);
  }

  private slot(side: string, trunk: string): number {
    const key = `${side} ${trunk}`;
    const known = this.slots.get(key);
    if (known !== undefined) return known;
    const next = [...this.slots.keys()].filter((other) => other.startsWith(`${side} `)).length;
    this.slots.set(key, next);
    return next;
  }
}

/** The middle of each of these sides of a small node, with what each costs more. */
export function middles(rect: Rect, sides: readonly Side[], costs: readonly number[] = []): Port[] {
  const x = rect.x + rect.width / 2;
  const y = rect.y + rect.height / 2;
  const at: Readonly<Record<Side, Point>> = {
    left: { x: rect.x, y },
    right: { x: rect.x + rect.width, y },
    top: { x, y: rect.y },
    bottom: { x, y: rect.y + rect.height },
  };
  return sides.map((side, index) => ({ ...at[side], side, cost: costs[index] ?? 0 }));
}
