/** Text broken into lines that fit, for figures: SVG does not break lines by itself. */
import { type Font, fitText, textWidth } from './textWidth.ts';

/** Blanks at which a line may end: not the one between a number and its unit, the second. */
const BETWEEN_WORDS = /(?<!\d)\s+|\s+(?!s\b)/;

/**
 * The lines of `text`, each at most `width` px; words that are longer are cut. More than `most` lines end with "…".
 * Nothing for a text without words.
 */
export function wrapped(text: string, width: number, font: Font, most = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BETWEEN_WORDS).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, font) <= width) line = longer;
    else {
      if (line !== '') lines.push(line);
      line = fitText(word, width, font);
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  return [...kept.slice(0, -1), fitText(`${kept.at(-1) ?? ''} ${lines[most] ?? ''}`, width, font)];
}
