/**
 * A name of the user's for a sentence: marks that turn the direction of all letters behind them (U+202A to U+202E, U+2066
 * to U+2069) are written as JSON spells them, since the sentence behind the name could not be read. Letters that run from
 * right to left by themselves stay.
 */
export function visibleMarks(name: string): string {
  return name.replace(/[\u202a-\u202e\u2066-\u2069]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`);
}
