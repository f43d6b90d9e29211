import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../model/edit.ts';
import { fromFile, toFile } from './designFile.ts';
import { codecs } from './parts/index.ts';
import { getPart, setPart } from './parts/part.ts';

describe('a design as a file', () => {
  test('every design comes back as it was, with parts that nobody knows', () => {
    const part = fc.record({ v: fc.nat(), any: fc.jsonValue({ maxDepth: 1 }) });
    const source = fc.record({
      lens: fc.string(),
      root: fc.array(fc.oneof(fc.string(), fc.nat())),
    });
    fc.assert(
      fc.property(
        source,
        fc.string(),
        fc.dictionary(fc.string(), part, { maxKeys: 4 }),
        (from, text, parts) => {
          const design = JSON.parse(JSON.stringify({ source: from, text, parts }));
          expect(fromFile(toFile(design))).toEqual(design);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('a part called __proto__ is a part like any other', () => {
    const file =
      '{"kind":"ecs-task-design","version":1,"source":{"lens":"json","root":[]},"text":"","parts":{"__proto__":{"v":1}}}';
    const design = fromFile(file);
    expect(toFile(isRefusal(design) ? { source: { lens: '', root: [] }, text: '', parts: {} } : design)).toBe(
      file,
    );
  });

  test('anything else is refused with a reason and never throws', () => {
    expect(isRefusal(fromFile('{'))).toBe(true);
    expect(isRefusal(fromFile('{"family":"x"}'))).toBe(true);
    expect(isRefusal(fromFile('{"kind":"ecs-task-design","version":2,"text":""}'))).toBe(true);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const file = JSON.stringify({
          kind: 'ecs-task-design',
          version: 1,
          source: value,
          text: value,
          parts: value,
        });
        const design = fromFile(file);
        if (!isRefusal(design)) expect(typeof design.text).toBe('string');
      }),
    );
  });
});

describe('the codecs of parts', () => {
  test('each reads any data without throwing, and reads back what it has written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (rest, list) => {
        for (const codec of codecs) {
          const value = codec.read({ ...rest, [codec.id]: list, moved: list, nodes: list, v: codec.version });
          expect(codec.read(codec.write(value))).toEqual(value);
        }
      }),
    );
  });

  test('a part of a newer version is neither read nor overwritten', () => {
    for (const codec of codecs) {
      const parts = { [codec.id]: { v: codec.version + 1, moved: { a: { x: 1, y: 1 } }, notes: [{}] } };
      expect(getPart(parts, codec)).toBe(codec.empty);
      expect(setPart(parts, codec, codec.empty)).toBe(parts);
    }
  });

  test('a part that became empty is taken out', () => {
    for (const codec of codecs) {
      expect(setPart({ [codec.id]: { v: codec.version, something: 1 } }, codec, codec.empty)).toEqual({});
    }
  });
});
