/** Which lines came and went between two texts. */
import type { DiffLine } from './DiffLines.tsx';

/** Windows larger than this are shown as all gone and all new: nobody reads a diff of that size line by line. */
const LARGEST = 600;

/**
 * The changed lines with at most `context` unchanged ones around them, and the numbers (from 1) of the lines of `after`
 * that are new.
 */
export function lineDiff(
  before: string,
  after: string,
  context = 0,
): { readonly lines: readonly DiffLine[]; readonly added: readonly number[] } {
  const old = before.split(/\r\n|\r|\n/);
  const fresh = after.split(/\r\n|\r|\n/);
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < fresh.length - start &&
    old[old.length - 1 - end] === fresh[fresh.length - 1 - end]
  ) {
    end += 1;
  }
  const middle = between(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end));
  const added: number[] = [];
  let line = start;
  for (const { kind } of middle) {
    if (kind === 'remove') continue;
    line += 1;
    if (kind === 'add') added.push(line);
  }
  const same = (text: string): DiffLine => ({ kind: 'same', text });
  return {
    lines: [
      ...old.slice(Math.max(0, start - context), start).map(same),
      ...shortened(middle, context),
      ...old.slice(old.length - end, old.length - end + context).map(same),
    ],
    added,
  };
}

/** The longest common subsequence, by the classic table. */
function between(old: readonly string[], fresh: readonly string[]): DiffLine[] {
  const remove = (text: string): DiffLine => ({ kind: 'remove', text });
  const add = (text: string): DiffLine => ({ kind: 'add', text });
  if (old.length === 0 || fresh.length === 0 || old.length > LARGEST || fresh.length > LARGEST) {
    return [...old.map(remove), ...fresh.map(add)];
  }
  const width = fresh.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    const gone = old[i];
    const come = fresh[j];
    if (gone !== undefined && gone === come) {
      lines.push({ kind: 'same', text: gone });
      i += 1;
      j += 1;
    } else if (come === undefined || (gone !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      lines.push(remove(gone ?? ''));
      i += 1;
    } else {
      lines.push(add(come));
      j += 1;
    }
  }
  return lines;
}

/** Leaves out unchanged lines that are further than `context` from a change. */
function shortened(lines: readonly DiffLine[], context: number): DiffLine[] {
  return lines.filter(
    ({ kind }, index) =>
      kind !== 'same' ||
      lines.slice(Math.max(0, index - context), index + context + 1).some((near) => near.kind !== 'same'),
  );
}
