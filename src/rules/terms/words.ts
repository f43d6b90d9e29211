/** Names and values as messages write them. */

/** A value of the user's in quotes, shortened in its middle when it is long. */
export function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 40)}…${text.slice(-15)}` : text}"`;
}

/** `a, b and c`; the last word may be `or`. */
export function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** The candidate that was probably meant: the same but for case, `-` and `_`, or at most two typing slips away. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const bare = (word: string) => word.toLowerCase().replace(/[-_. ]/g, '');
  let best: string | undefined;
  let bestSlips = Math.min(2, Math.floor(text.length / 3)) + 1;
  for (const candidate of new Set(candidates)) {
    if (candidate === text) continue;
    if (bare(candidate) === bare(text) && bare(text) !== '') return candidate;
    if (Math.abs(candidate.length - text.length) >= bestSlips) continue;
    const count = slips(text.toLowerCase(), candidate.toLowerCase(), bestSlips);
    if (count < bestSlips) {
      best = candidate;
      bestSlips = count;
    }
  }
  return best;
}

/** How many letters must be added, left out, replaced or swapped with their neighbour; `limit` or more is not told apart. */
function slips(a: string, b: string, limit: number): number {
  if (a.length > 80 || b.length > 80) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit;
}

/** Whether a text, free as it is for ECS, was meant to be filled in by a template. */
export function isUnfilled(text: string): boolean {
  return /[$%#]\{|\{\{|^<[^<>]+>$|^\$[A-Za-z_]\w*$/.test(text);
}
