/** Circles in "who waits for whom". */

/** Who waits for whom, by number. */
export interface Arrow<T> {
  readonly from: number;
  readonly to: number;
  /** What the arrow stands for: a dependsOn entry, a link. */
  readonly entry: T;
}

/**
 * One ring for each arrow that closes one, each as its arrows in order; without the closing arrows (the last of each)
 * nothing is circular any more. Arrows point from who waits to whom it waits for; nodes are numbered from 0 to `count`.
 */
export function rings<T>(count: number, arrows: readonly Arrow<T>[]): Arrow<T>[][] {
  const leaving: Arrow<T>[][] = Array.from({ length: count }, () => []);
  for (const arrow of arrows) leaving[arrow.from]?.push(arrow);
  const found: Arrow<T>[][] = [];
  const done = new Set<number>();

  for (let start = 0; start < count; start += 1) {
    if (done.has(start)) continue;
    // A stack of our own: a task of rubbish may chain thousands of containers.
    const trail: { node: number; next: number; by?: Arrow<T> }[] = [{ node: start, next: 0 }];
    const onTrail = new Map([[start, 0]]);
    for (let step = trail.at(-1); step; step = trail.at(-1)) {
      const arrow = leaving[step.node]?.[step.next];
      step.next += 1;
      if (!arrow) {
        trail.pop();
        onTrail.delete(step.node);
        done.add(step.node);
        continue;
      }
      const since = onTrail.get(arrow.to);
      if (since !== undefined) {
        found.push([...trail.slice(since + 1).flatMap(({ by }) => by ?? []), arrow]);
      } else if (!done.has(arrow.to)) {
        onTrail.set(arrow.to, trail.length);
        trail.push({ node: arrow.to, next: 0, by: arrow });
      }
    }
  }
  return found;
}
