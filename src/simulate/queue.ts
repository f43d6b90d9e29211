/** What is due, earliest first: a binary heap by time, then rank, then order of arrival. */
export class Queue<Item extends { readonly at: number; readonly rank: number }> {
  private readonly heap: { readonly item: Item; readonly arrival: number }[] = [];
  private arrived = 0;

  add(item: Item): void {
    const { heap } = this;
    const entry = { item, arrival: this.arrived };
    this.arrived += 1;
    let place = heap.length;
    heap.push(entry);
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !comesBefore(entry, parent)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = entry;
  }

  /** The earliest, without taking it. */
  peek(): Item | undefined {
    return this.heap[0]?.item;
  }

  take(): Item | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first?.item;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      let child = heap[below];
      if (child === undefined) break;
      const right = heap[below + 1];
      if (right !== undefined && comesBefore(right, child)) {
        below += 1;
        child = right;
      }
      if (!comesBefore(child, last)) break;
      heap[place] = child;
      place = below;
    }
    heap[place] = last;
    return first.item;
  }

  /** All that is left, in no order. */
  rest(): readonly Item[] {
    return this.heap.map(({ item }) => item);
  }
}

interface Entry {
  readonly item: { readonly at: number; readonly rank: number };
  readonly arrival: number;
}

function comesBefore(one: Entry, other: Entry): boolean {
  if (one.item.at !== other.item.at) return one.item.at < other.item.at;
  if (one.item.rank !== other.item.rank) return one.item.rank < other.item.rank;
  return one.arrival < other.arrival;
}
