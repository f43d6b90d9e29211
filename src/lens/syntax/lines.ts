/** Finds line and column of an offset, both from 1; a line ends with LF, CRLF or CR. Builds its table on first use. */
export function lineFinder(text: string): (offset: number) => { line: number; column: number } {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** Where each line begins, by offset. Lines end with CR LF, LF or CR. Made for long texts: nothing is allocated a line. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  let feed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  while (feed >= 0 || carriage >= 0) {
    const isCarriage = carriage >= 0 && (feed < 0 || carriage < feed);
    const next = isCarriage ? (feed === carriage + 1 ? carriage + 2 : carriage + 1) : feed + 1;
    starts.push(next);
    if (feed >= 0 && feed < next) feed = text.indexOf('\n', next);
    if (carriage >= 0 && carriage < next) carriage = text.indexOf('\r', next);
  }
  return starts;
}
