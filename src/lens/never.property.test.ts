import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCharacters } from '../testing/anyCharacters.ts';
import { decodeText, patch, read, sourcesIn } from './index.ts';
import { parse } from './syntax/parse.ts';
import { jsonOfNode } from './syntax/write/content.ts';
import { laidOut, layouts } from './testing/layout.ts';
import { tasks } from './testing/tasks.ts';

/** Everything that reading offers, used once. */
function use(text: string): void {
  const reading = read(text);
  sourcesIn(text);
  for (const { path, place, line, column } of reading.problems) {
    expect(place.start).toBeLessThanOrEqual(place.end);
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
    reading.places.member(path);
    reading.places.pathAt(place.start);
  }
  patch(text, reading.source, [{ op: 'set', path: ['family'], value: 'x' }]);
  expect(reading.whole || reading.problems.length > 0).toBe(true);
}

describe('reading never throws', () => {
  test('for any string', () => {
    fc.assert(fc.property(fc.oneof(anyCharacters(), fc.string()), use));
  });

  test('for any string of the characters of JSON and templates', () => {
    const unit = fc.constantFrom(
      ...'{}[]",:/*\\\n\r\t 01e-.tfn$%<>\'',
      '"a"',
      'true',
      '${',
      '{{',
      '}}',
      '//',
    );
    fc.assert(fc.property(fc.string({ unit, maxLength: 60 }), use), { numRuns: 2000 });
  });

  test('for any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        use(text);
        const { root, sound } = parse(text);
        expect(sound).toBe(true);
        expect(root && JSON.stringify(jsonOfNode(root))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  test('for tasks in which characters were lost, added or changed', () => {
    const wounds = fc.array(
      fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom('"', '{', ']', ',', ':', '\\', 'x', '\n')),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(tasks, layouts, wounds, (value, layout, blows) => {
        let text = laidOut(value, layout);
        for (const [where, lost, added] of blows) {
          const at = where % (text.length + 1);
          text = text.slice(0, at) + (lost % 2 ? added : '') + text.slice(at + (lost >> 1));
        }
        use(text);
      }),
      { numRuns: 500 },
    );
  });

  test('and takes for sound exactly what JSON.parse takes, but for comments, trailing commas, blanks and texts', () => {
    const unit = fc.constantFrom(...'{}[]",:01e-.', '"a"', 'true', 'null', '"b":', ' ', '\n');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const { sound, problems } = parse(text);
        expect(sound && problems.length === 0).toBe(parses(text));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('bytes', () => {
  test('of any kind become text', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        use(decodeText(bytes).text);
      }),
    );
  });

  test('of any text in UTF-8 come back as that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeText(new TextEncoder().encode(`{${text}`)).text).toBe(`{${text}`);
      }),
    );
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
