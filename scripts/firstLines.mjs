import { stripVTControlCharacters } from 'node:util';

/** What an error says first: its first lines that are not empty, without colours; nothing for a missing text. */
export function firstLines(text, count = 6) {
  const lines = stripVTControlCharacters(text ?? '').split(/\r?\n/);
  return lines.filter((line) => line.trim() !== '').slice(0, count);
}
