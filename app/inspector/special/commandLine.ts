/** Between a line for a shell and the words of a program. */

/** The words of a line as a POSIX shell parts them, without anything that only a shell can do. */
export function partedLine(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (const [piece, double, single, escaped, plain] of line.matchAll(
    /"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)|([^\s"'\\]+)|\s+|./gs,
  )) {
    const part = double?.replace(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? plain;
    if (part !== undefined) word = (word ?? '') + part;
    else if (/^\s/.test(piece)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + piece;
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** Words as one line that a shell parts into the same words. */
export function joinedWords(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`))
    .join(' ');
}
