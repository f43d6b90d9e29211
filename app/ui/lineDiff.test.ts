import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineDiff } from './lineDiff.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', '{', '}'), { maxLength: 12 })
  .map((lines) => lines.join('\n'));

describe('the diff of two texts by lines', () => {
  it('shows nothing when nothing changed', () => {
    expect(lineDiff('a\nb', 'a\nb').lines).toEqual([]);
  });

  it('shows one changed line as gone and come', () => {
    expect(lineDiff('a\nb\nc', 'a\nx\nc')).toEqual({
      lines: [
        { kind: 'remove', text: 'b' },
        { kind: 'add', text: 'x' },
      ],
      added: [2],
    });
  });

  it('leaves unchanged lines between two changes out', () => {
    const { lines, added } = lineDiff('1\n2\n3\n4\n5', 'x\n2\n3\n4\ny');
    expect(lines.map(({ text: line }) => line)).toEqual(['1', 'x', '5', 'y']);
    expect(added).toEqual([1, 5]);
  });

  it('names new lines by their place in the new text, whatever the texts', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { added, lines } = lineDiff(before, after);
        const fresh = after.split('\n');
        expect(added.map((line) => fresh[line - 1])).toEqual(
          lines.filter(({ kind }) => kind === 'add').map((line) => line.text),
        );
        const kept = fresh.filter((_, index) => !added.includes(index + 1));
        const removed = lines.filter(({ kind }) => kind === 'remove').length;
        expect(before.split('\n').length - removed).toBe(kept.length);
      }),
    );
  });
});
