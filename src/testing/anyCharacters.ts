/** Strings in which any character of Unicode may stand, half of a pair too. */
import fc from 'fast-check';

/** The last code point of Unicode. */
const LAST = 0x10ffff;

/** Like a string of `unit: 'binary'`, which looks up each of the million characters before the first is drawn. */
export function anyCharacters(lengths: fc.ArrayConstraints = {}): fc.Arbitrary<string> {
  return fc.array(fc.nat(LAST), lengths).map((codes) => String.fromCodePoint(...codes));
}
