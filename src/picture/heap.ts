/** A queue that gives the cheapest first; of two equally cheap ones, the one that came first. */
export class Heap {
  private readonly costs: number[] = [];
  private readonly ages: number[] = [];
  private readonly values: number[] = [];
  private age = 0;

  push(cost: number, value: number): void {
    let at = this.values.length;
    this.age += 1;
    this.costs.push(cost);
    this.ages.push(this.age);
    this.values.push(value);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.before(at, parent)) break;
      this.swap(at, parent);
      at = parent;
    }
  }

  pop(): number | undefined {
    const first = this.values[0];
    const last = this.values.length - 1;
    if (last < 0) return undefined;
    this.swap(0, last);
    this.costs.pop();
    this.ages.pop();
    this.values.pop();
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= last) break;
      const least = left + 1 < last && this.before(left + 1, left) ? left + 1 : left;
      if (!this.before(least, at)) break;
      this.swap(at, least);
      at = least;
    }
    return first;
  }

  private before(a: number, b: number): boolean {
    const difference = (this.costs[a] ?? 0) - (this.costs[b] ?? 0);
    return difference < 0 || (difference === 0 && (this.ages[a] ?? 0) < (this.ages[b] ?? 0));
  }

  private swap(a: number, b: number): void {
    for (const list of [this.costs, this.ages, this.values]) {
      const kept = list[a] ?? 0;
      list[a] = list[b] ?? 0;
      list[b] = kept;
    }
  }
}
