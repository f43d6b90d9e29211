/**
 * How wide a text will be, without a screen to measure it on: the advance widths of Inter and JetBrains Mono, in
 * thousandths of the font size, measured from the bundled fonts. Kerning is left out, so the estimate is a little wide.
 */

export interface Font {
  /** In px. */
  readonly size: number;
  readonly weight?: 400 | 500 | 600;
  readonly mono?: boolean;
}

/** From U+0020 to U+007E. */
const inter400 = [
  281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610, 618, 646,
  593, 620, 566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269,
  571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471,
  456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528,
  327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
];

const inter600 = [
  252, 321, 523, 644, 650, 1004, 663, 326, 373, 373, 540, 673, 319, 465, 319, 379, 660, 423, 623, 636, 666,
  612, 640, 576, 640, 640, 319, 329, 673, 673, 673, 543, 999, 728, 659, 737, 722, 605, 588, 749, 746, 277,
  580, 703, 565, 922, 759, 769, 645, 773, 652, 650, 660, 736, 728, 1020, 720, 713, 652, 373, 379, 373, 481,
  469, 351, 574, 624, 583, 624, 591, 389, 625, 612, 262, 262, 569, 262, 900, 612, 609, 624, 624, 397, 549,
  353, 612, 587, 839, 569, 588, 566, 455, 359, 455, 673,
];

/** The width in px that `text` takes on one line. Letters outside ASCII count as average or, from U+2E80 on, as square. */
export function textWidth(text: string, font: Font): number {
  let sum = 0;
  const table = font.weight === 600 ? inter600 : inter400;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code >= 0x2e80) sum += 1077;
    else if (isZeroWidth(code)) continue;
    else if (font.mono) sum += 600;
    else sum += table[code - 32] ?? (code === 0xb7 ? 261 : 660);
  }
  const medium = font.weight === 500 ? 1.02 : 1;
  return (sum * font.size * medium) / 1000;
}

/**
 * `text` if it fits into `width` px, else its beginning with "…" so that it does. Empty when not even one letter and the
 * dots fit.
 */
export function fitText(text: string, width: number, font: Font): string {
  if (textWidth(text, font) <= width) return text;
  const letters = Array.from(text);
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (textWidth(`${letters.slice(0, middle).join('')}…`, font) <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${letters.slice(0, low).join('').trimEnd()}…`;
}

/** Combining marks, zero-width spaces and the marks that turn the direction of writing. */
function isZeroWidth(code: number): boolean {
  return (
    code < 32 ||
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069)
  );
}
