/** What is said about a piece of text that is no JSON. */

const OTHER_LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
  ['undefined', 'null'],
]);

/** A placeholder where a value or a member belongs. */
export function placeholderWords(quoted: string): string {
  return `${quoted} is a template's placeholder without quotation marks: until it is filled in, this is no JSON.`;
}

/** Anything else that stands where a value belongs. */
export function junkWords(quoted: string): string {
  const spelt = OTHER_LANGUAGES.get(quoted);
  if (spelt !== undefined) return `JSON spells ${quoted} as ${spelt}.`;
  const what = /^[\d.+-]/.test(quoted) ? 'is not how JSON writes a number' : 'is no value of JSON';
  return `${quoted} ${what}; if it is text, it needs quotation marks.`;
}
