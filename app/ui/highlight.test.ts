import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from './highlight.ts';

describe('colouring a line of JSON', () => {
  it('tells keys from strings, numbers from words', () => {
    expect(highlight('  "cpu": 12, "on": true, "name": "a"').filter(({ kind }) => kind !== 'mark')).toEqual([
      { kind: 'number', text: '12' },
      { kind: 'word', text: 'true' },
      { kind: 'string', text: '"a"' },
    ]);
  });

  it('never adds, drops or moves a character', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const line = text.replace(/[\r\n\u2028\u2029]/g, '');
        expect(
          highlight(line)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(line);
      }),
    );
  });
});
