import { expect, test } from 'vitest';
import { decodeText } from './decodeText.ts';

const text = '{"name": "caf\u00e9 \u{1f680}"}\r\n';

function utf16(value: string, bigEnd: boolean, mark: boolean): Uint8Array {
  const all = mark ? [0xfeff, ...codeUnits(value)] : codeUnits(value);
  return Uint8Array.from(all.flatMap((unit) => (bigEnd ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}

function codeUnits(value: string): number[] {
  return Array.from({ length: value.length }, (_, index) => value.charCodeAt(index));
}

test.each([
  ['UTF-16LE', false, true],
  ['UTF-16LE', false, false],
  ['UTF-16BE', true, true],
  ['UTF-16BE', true, false],
] as const)('%s is read, with or without a mark', (encoding, bigEnd, mark) => {
  expect(decodeText(utf16(text, bigEnd, mark))).toEqual({ text, encoding });
});

test('UTF-8 is read, and its mark is no part of the text', () => {
  const bytes = new TextEncoder().encode(text);
  expect(decodeText(bytes)).toEqual({ text, encoding: 'UTF-8' });
  expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]))).toEqual({
    text,
    encoding: 'UTF-8 with BOM',
  });
});

test('bytes that are no UTF-8 are taken for Windows-1252', () => {
  expect(decodeText(Uint8Array.from([0x22, 0xe9, 0x22]))).toEqual({
    text: '"é"',
    encoding: 'Windows-1252',
  });
});

test('no bytes are no text', () => {
  expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'UTF-8' });
});
