import { describe, expect, it } from 'vitest';
import { textWidth } from './textWidth.ts';
import { wrapped } from './wrap.ts';

const font = { size: 12 };

describe('a text broken into lines', () => {
  it('fills each line as far as it goes', () => {
    const width = textWidth('one two', font);
    expect(wrapped('one two three', width, font)).toEqual(['one two', 'three']);
    expect(wrapped('   ', width, font)).toEqual([]);
  });

  it('keeps a number and its second together', () => {
    expect(wrapped('opens at 18.0 s', textWidth('opens at 18.0', font), font)).toEqual([
      'opens at',
      '18.0 s',
    ]);
    expect(wrapped('takes 3 steps', textWidth('takes 3', font), font)).toEqual(['takes 3', 'steps']);
  });

  it('ends with dots where there is no room for more lines', () => {
    const lines = wrapped('one two three four', textWidth('three', font), font, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
  });
});
