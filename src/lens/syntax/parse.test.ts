import { describe, expect, test } from 'vitest';
import { lineFinder } from './lines.ts';
import { DEPTH_LIMIT, LENGTH_LIMIT, parse } from './parse.ts';
import { childAt } from './tree.ts';

function said(text: string): string[] {
  const find = lineFinder(text);
  return parse(text).problems.map(({ start, message }) => {
    const { line, column } = find(start);
    return `${line}:${column} ${message}`;
  });
}

describe('the first error is told in words', () => {
  const cases: readonly [title: string, text: string, message: string][] = [
    ['a missing comma', '{\n  "a": "x"\n  "b": 1\n}', '2:11 A comma is missing after "a": "x".'],
    ['a missing colon', '{"a" 1}', '1:5 A colon and a value are missing after "a".'],
    ['a missing value', '{"a": , "b": 1}', '1:6 A value is missing after "a":.'],
    ['a missing item', '[1, , 2]', '1:5 An item is missing before this comma.'],
    [
      'a text without its end',
      '{"a": "x,\n"b": 1}',
      '1:7 The closing quotation mark of "x is missing in this line.',
    ],
    ['the wrong bracket', '{\n"a": [1}', '2:8 Here a ] belongs first: the [ of line 2 is still open.'],
    ['an early end', '{\n"a": {', '2:7 The text ends before the { of line 2 is closed.'],
    [
      'more text after the end',
      '{} x',
      '1:4 The JSON is complete before this: there is more text after its end.',
    ],
    ['a name without quotation marks', '{a: 1}', '1:2 The name a needs quotation marks: "a".'],
    ['Python', '{"a": True}', '1:7 JSON spells True as true.'],
    [
      'a pair in a list',
      '["a": 1]',
      '1:5 A list holds values, not pairs of a name and a value: an object { } belongs round this pair.',
    ],
    [
      'single quotation marks',
      "{'a': 1}",
      '1:2 JSON puts text between double quotation marks ("), not single ones.',
    ],
    [
      'a number of another language',
      '{"a": 01}',
      '1:7 01 is not how JSON writes a number; if it is text, it needs quotation marks.',
    ],
    [
      'text of another kind',
      'hello',
      '1:1 This is no JSON: it begins with hello, and a task definition begins with {.',
    ],
    ['a value without a name', '{5}', "1:2 A member's name in quotation marks belongs here, not 5."],
    ['nothing', ' \n', '1:1 There is no text here yet.'],
  ];
  test.each(cases)('%s', (_, text, message) => {
    expect(said(text)[0]).toBe(message);
    expect(parse(text).sound).toBe(false);
  });
});

describe('what does no harm is named and survived', () => {
  test.each([
    ['a trailing comma', '{"a": [1,],}', 2],
    ['comments', '{"a": /* x */ [1] // y\n}', 2],
    ['an odd blank', '{"a":\u00a0[1]}', 1],
    ['a tab in a text', '{"a": [1], "b": "\t"}', 1],
    ['an escape that does not exist', '{"a": [1], "b": "C:\\dir"}', 1],
    ['a byte order mark', '\ufeff{"a": [1]}', 0],
  ])('%s', (_, text, count) => {
    const tree = parse(text);
    expect(tree.sound).toBe(true);
    expect(tree.problems).toHaveLength(count);
    expect(childAt(tree.root, 'a')?.value).toMatchObject({
      kind: 'array',
      children: [{ value: { value: 1 } }],
    });
  });
});

test('what can be read is read on both sides of a placeholder without quotation marks', () => {
  const { root } = parse(
    '{{ with .X }}\n{"a": 1, %{ if x ~} "b": ${b}, "c": {{c}}, %{ endif } "d": [<X>, $Y, 2]}\n{{ end }}',
  );
  const value = (key: string) => childAt(root, key)?.value;
  expect(value('a')).toMatchObject({ value: 1 });
  expect(value('b')).toMatchObject({ placeholder: '${b}' });
  expect(value('c')).toMatchObject({ placeholder: '{{c}}' });
  expect(value('d')).toMatchObject({
    children: [{ value: { placeholder: '<X>' } }, { value: { placeholder: '$Y' } }, { value: { value: 2 } }],
  });
});

test('one mistake in a line is told once, and mistakes in other lines too', () => {
  expect(said('{"a": x y z,\n "b": 1 "c" 2,\n "d": }')).toHaveLength(3);
});

describe('too much', () => {
  test('nesting is cut off at a depth, and read up to there', () => {
    for (const text of [
      '['.repeat(100_000),
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      '{"a":'.repeat(100_000),
    ]) {
      const { problems, sound } = parse(text);
      expect(problems[0]?.kind).toBe('too-large');
      expect(sound).toBe(false);
    }
    const deepest = '['.repeat(DEPTH_LIMIT) + ']'.repeat(DEPTH_LIMIT);
    expect(parse(deepest).sound).toBe(true);
    expect(parse(`[${deepest}]`).sound).toBe(false);
  });

  test('text is cut off at a length, and read up to there', () => {
    const { root, problems, sound } = parse(`{"family": "x", "rest": "${'y'.repeat(LENGTH_LIMIT)}"}`);
    expect(childAt(root, 'family')?.value).toMatchObject({ value: 'x' });
    expect(problems).toMatchObject([{ kind: 'too-large', start: LENGTH_LIMIT }]);
    expect(sound).toBe(false);
  });
});
