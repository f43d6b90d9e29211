/** Turns the bytes of a file into text. */

/** What both browsers and Node have; the core is checked without their types. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

export type Encoding = 'UTF-8' | 'UTF-8 with BOM' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252';

/** How many bytes are looked at to tell UTF-16 without a mark. */
const SAMPLE = 1024;

/**
 * The text of any bytes, without a byte order mark. UTF-8 and UTF-16 are told by their marks or by their zero bytes; what
 * is neither is taken for Windows-1252, in which any byte means something. Never throws.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'UTF-8 with BOM' };
  }
  const wide =
    a === 0xff && b === 0xfe ? 'UTF-16LE' : a === 0xfe && b === 0xff ? 'UTF-16BE' : unmarkedUtf16(bytes);
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}

/** A JSON text is mostly ASCII, so in UTF-16 every other byte of it is zero. */
function unmarkedUtf16(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 2) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const most = (length / 2) * 0.7;
  if (odd > most && even === 0) return 'UTF-16LE';
  if (even > most && odd === 0) return 'UTF-16BE';
  return undefined;
}
