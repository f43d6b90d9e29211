import { describe, expect, it } from 'vitest';
import { lineStarts } from '../../src/lens/syntax/lines.ts';
import { applyTyped } from './typedText.ts';

const range = (startLineNumber: number, startColumn: number, endLineNumber: number, endColumn: number) => ({
  startLineNumber,
  startColumn,
  endLineNumber,
  endColumn,
});

describe('typing in the editor', () => {
  it('keeps mixed line ends outside of what was typed', () => {
    const text = '{\r\n  "a": 1,\n  "b": 2\r}';
    expect(applyTyped(text, [{ range: range(2, 8, 2, 9), text: '42' }])).toBe('{\r\n  "a": 42,\n  "b": 2\r}');
  });

  it('takes several changes that all speak of the text before them', () => {
    expect(
      applyTyped('ab\ncd', [
        { range: range(1, 1, 1, 2), text: 'XX' },
        { range: range(2, 2, 2, 3), text: '' },
      ]),
    ).toBe('XXb\nc');
  });

  it('joins lines where a line end is deleted', () => {
    expect(applyTyped('a\r\nb', [{ range: range(1, 2, 2, 1), text: '' }])).toBe('ab');
  });

  it('finds lines after CR LF, LF and CR', () => {
    expect(lineStarts('a\r\nb\nc\rd')).toEqual([0, 3, 5, 7]);
    expect(lineStarts('\r\r\n\n\r')).toEqual([0, 1, 3, 4, 5]);
  });
});
