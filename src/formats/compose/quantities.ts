/** Durations, sizes and command lines as Compose writes them. */
import type { Json } from '../../model/json.ts';

const UNITS: Readonly<Record<string, number>> = { us: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };
const SIZES: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** Whole seconds of a duration (`1m30s`, `500ms` upwards to 1), or nothing. A bare number counts seconds. */
export function seconds(value: Json): number | undefined {
  const text = String(value).trim();
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.ceil(Number(text));
  if (!/^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, count, unit = 's'] of text.matchAll(/(\d+(?:\.\d+)?)(us|ms|s|m|h)/g))
    total += Number(count) * (UNITS[unit] ?? 0);
  return Math.ceil(total);
}

/** MiB of a size (`512m`, `1.5GB`, bytes as a number), rounded up; nothing where it is no size. */
export function mebibytes(value: Json): number | undefined {
  const found = /^\s*(\d+(?:\.\d+)?)\s*([bkmg]?)i?b?\s*$/i.exec(value === null ? '' : String(value));
  if (found === null) return undefined;
  return Math.ceil((Number(found[1]) * (SIZES[(found[2] ?? '').toLowerCase()] ?? 1)) / 1024 ** 2);
}

/** A command as a list of words: a text is split as a shell would, quotation marks and backslashes minded. */
export function words(value: Json): string[] {
  if (Array.isArray(value)) return value.map(String);
  const found: string[] = [];
  let word: string | undefined;
  let quote = '';
  const text = String(value);
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (quote !== '' && char === quote) quote = '';
    else if (char === '\\' && quote !== "'" && index + 1 < text.length) {
      index += 1;
      word = (word ?? '') + text.charAt(index);
    } else if (quote === '' && (char === '"' || char === "'")) {
      quote = char;
      word ??= '';
    } else if (quote === '' && /\s/.test(char)) {
      if (word !== undefined) found.push(word);
      word = undefined;
    } else word = (word ?? '') + char;
  }
  if (word !== undefined) found.push(word);
  return found;
}
