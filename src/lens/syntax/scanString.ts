/** What a string token says, where it ends, and what is wrong in it. */
export interface ScannedString {
  readonly value: string;
  readonly end: number;
  /** The closing quote is missing: the string was ended with its line. */
  readonly unclosed: boolean;
  /** Where a control character or an unknown escape stands, or -1. */
  readonly flaw: number;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Reads the string whose opening quote (`"`, or `'` in broken texts) stands at `at`. */
export function scanString(text: string, at: number, limit: number): ScannedString {
  const quote = text.charCodeAt(at);
  let escaped = false;
  let flaw = -1;
  let index = at + 1;
  while (index < limit) {
    const char = text.charCodeAt(index);
    if (char === quote) {
      const inner = text.slice(at + 1, index);
      if (!escaped) return { value: inner, end: index + 1, unclosed: false, flaw };
      const decoded = decodeEscapes(inner);
      if (flaw < 0 && decoded.flaw >= 0) flaw = at + 1 + decoded.flaw;
      return { value: decoded.value, end: index + 1, unclosed: false, flaw };
    }
    if (char === 0x5c) {
      escaped = true;
      const next = text.charCodeAt(index + 1);
      // An escaped line end is no escape of JSON: the line ends here all the same.
      index += next === 0x0a || next === 0x0d ? 1 : 2;
    } else {
      if (char < 0x20) {
        if (char === 0x0a || char === 0x0d) break;
        if (flaw < 0) flaw = index;
      }
      index += 1;
    }
  }
  let end = Math.min(index, limit);
  // In `"name": "app,` the comma was meant as one.
  while (end > at + 1 && ' \t'.includes(text.charAt(end - 1))) end -= 1;
  if (end > at + 1 && text.charAt(end - 1) === ',') end -= 1;
  return { value: decodeEscapes(text.slice(at + 1, end)).value, end, unclosed: true, flaw };
}

function decodeEscapes(inner: string): { value: string; flaw: number } {
  let flaw = -1;
  const value = inner.replace(
    /\\(u[0-9a-fA-F]{4}|[\s\S]|$)/g,
    (all: string, code: string, offset: number) => {
      if (code.length === 5) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
      const known = ESCAPES.get(code);
      if (known !== undefined) return known;
      if (flaw < 0) flaw = offset;
      return all;
    },
  );
  return { value, flaw };
}
