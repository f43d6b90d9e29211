/** The lines that differ, as a reviewer reads them: the common head and tail left out, one line of surroundings. */
export function diff(before, after) {
  const old = before.split('\n');
  const fresh = after.split('\n');
  const table = lengths(old, fresh);
  const lines = [];
  let [a, b] = [0, 0];
  const start = common(old, fresh);
  a = start;
  b = start;
  let gap = true;
  while (a < old.length || b < fresh.length) {
    if (a < old.length && b < fresh.length && old[a] === fresh[b]) {
      gap = true;
      a += 1;
      b += 1;
    } else {
      if (gap) lines.push(`      @${a + 1} ${short(old[a - 1] ?? '')}`);
      gap = false;
      if (b >= fresh.length || (a < old.length && table(a + 1, b) >= table(a, b + 1)))
        lines.push(`    - ${short(old[a++])}`);
      else lines.push(`    + ${short(fresh[b++])}`);
    }
  }
  const isLong = (text) => text.length > 240 && !text.trim().includes('\n');
  if (isLong(before) && isLong(after)) return within(before, after);
  return lines.join('\n');
}

/** What differs within one long line, with a little of what stands around it. */
function within(before, after) {
  const shorter = Math.min(before.length, after.length);
  const start = common(before, after);
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const part = (text) => {
    const middle = text.slice(start, text.length - end);
    return `${text.slice(Math.max(0, start - 50), start)}⟦${middle}⟧${text.slice(text.length - end).slice(0, 30)}`;
  };
  return `    - ${part(before)}\n    + ${part(after)}`;
}

function common(old, fresh) {
  let at = 0;
  while (at < old.length && old[at] === fresh[at]) at += 1;
  return at;
}

function short(line) {
  return line.length > 240
    ? `${line.slice(0, 120)} … ${line.slice(-100)}`
    : line.replace(/\r$/, '␍').replace(/\t/g, '→');
}

/** How many lines the rest of both have in common, by dynamic programming. */
function lengths(old, fresh) {
  const width = fresh.length + 1;
  const cells = new Uint16Array((old.length + 1) * width);
  for (let a = old.length - 1; a >= 0; a -= 1) {
    for (let b = fresh.length - 1; b >= 0; b -= 1) {
      cells[a * width + b] =
        old[a] === fresh[b]
          ? cells[(a + 1) * width + b + 1] + 1
          : Math.max(cells[(a + 1) * width + b], cells[a * width + b + 1]);
    }
  }
  return (a, b) => cells[a * width + b];
}
