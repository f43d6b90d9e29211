/** Finds where tokens of a JSON text end. Every function is given an offset and returns one; none reads beyond `limit`. */

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_][\w-]*/y;
const ANGLE = /<[A-Za-z_][^<>"\r\n]{0,99}>/y;
const DOLLAR = /\$+[A-Za-z_]\w*\$*/y;
/** What may not stand directly after a number or a word. */
const CONTINUES = /[\w$.+:%-]/;
/** Templates may be nested, but a placeholder longer than this is a bracket that somebody forgot. */
const LONGEST_PLACEHOLDER = 400;

function match(pattern: RegExp, text: string, at: number, limit: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) && pattern.lastIndex <= limit ? pattern.lastIndex : -1;
}

/** The end of the number at `at`, or -1 when what stands there is no number of JSON as a whole (`01`, `1px`, `.5`). */
export function numberEnd(text: string, at: number, limit: number): number {
  const end = match(NUMBER, text, at, limit);
  return end > at && !(end < limit && CONTINUES.test(text.charAt(end))) ? end : -1;
}

/** The end of the bare word at `at`, or -1. */
export function wordEnd(text: string, at: number, limit: number): number {
  return match(WORD, text, at, limit);
}

/** The end of something that is no token: up to a comma, a bracket or the end of the line, without the blanks before. */
export function junkEnd(text: string, at: number, limit: number): number {
  let end = at + 1;
  while (end < limit && !',]}\r\n"'.includes(text.charAt(end))) end += 1;
  while (end > at + 1 && ' \t'.includes(text.charAt(end - 1))) end -= 1;
  return end;
}

/** The end of the placeholder at `at` (`${X}`, `{{X}}`, `%{X}`, `<X>`, `$X` and several in a row), or -1. */
export function placeholderEnd(text: string, at: number, limit: number): number {
  let end = onePlaceholderEnd(text, at, limit);
  if (end < 0) return -1;
  while (end < limit) {
    const next = onePlaceholderEnd(text, end, limit);
    if (next >= 0) end = next;
    else if (/^(?:[\w.:-]|\/(?![/*]))/.test(text.slice(end, end + 2))) end += 1;
    else break;
  }
  return end;
}

function onePlaceholderEnd(text: string, at: number, limit: number): number {
  const two = text.slice(at, at + 2);
  if (two === '${' || two === '%{' || two === '#{') return bracedEnd(text, at + 1, limit);
  if (two === '{{') {
    const close = text.slice(at, Math.min(limit, at + LONGEST_PLACEHOLDER)).indexOf('}}', 2);
    return close < 0 ? -1 : at + close + 2;
  }
  if (two.startsWith('<')) return match(ANGLE, text, at, limit);
  if (two.startsWith('$')) return match(DOLLAR, text, at, limit);
  return -1;
}

function bracedEnd(text: string, open: number, limit: number): number {
  const end = Math.min(limit, open + LONGEST_PLACEHOLDER);
  let depth = 0;
  for (let at = open; at < end; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 0x7b) depth += 1;
    else if (char === 0x7d) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** The end of the object or array that opens at `at`, by counting brackets outside strings; `limit` if none closes it. */
export function bracketEnd(text: string, at: number, limit: number): number {
  let depth = 0;
  let index = at;
  while (index < limit) {
    const char = text.charCodeAt(index);
    if (char === 0x22) {
      index += 1;
      while (index < limit && text.charCodeAt(index) !== 0x22) {
        index += text.charCodeAt(index) === 0x5c ? 2 : 1;
      }
    } else if (char === 0x7b || char === 0x5b) depth += 1;
    else if (char === 0x7d || char === 0x5d) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
    index += 1;
  }
  return limit;
}
