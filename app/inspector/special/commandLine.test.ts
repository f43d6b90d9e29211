import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinedWords, partedLine } from './commandLine.ts';

it('a line is parted at blanks outside of quotes', () => {
  expect(partedLine(`curl -f "http://x/?a=b c"  'it is' a\\ b it"'"s`)).toEqual([
    'curl',
    '-f',
    'http://x/?a=b c',
    'it is',
    'a b',
    "it's",
  ]);
  expect(partedLine(`say "" ''`)).toEqual(['say', '', '']);
  expect(partedLine(' ')).toEqual([]);
});

it('an unclosed quote is kept', () => {
  expect(partedLine(`a "b`)).toEqual(['a', '"b']);
});

it('words joined into a line are parted into the same words', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (words) => {
      expect(partedLine(joinedWords(words))).toEqual(words);
    }),
  );
});
