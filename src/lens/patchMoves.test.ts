import { describe, expect, test } from 'vitest';
import { refusal, write } from './testing/written.ts';

describe('moving and copying', () => {
  test('carry numbers as they are written', () => {
    const text = '{"a": 12345678901234567890, "l": [1.0, 1e3]}';
    expect(write(text, { op: 'copy', from: ['a'], path: ['b'] })).toContain('"b": 12345678901234567890');
    expect(write(text, { op: 'move', from: ['l', 1], path: ['l', 0] })).toContain('[1e3, 1.0]');
    expect(write(text, { op: 'move', from: ['l', 0], path: ['c'] })).toBe(
      '{"a": 12345678901234567890, "l": [1e3], "c": 1.0}',
    );
  });

  test('indent several lines for where they come to stand', () => {
    const text = '{\n  "a": {\n    "b": {\n      "c": 1\n    }\n  }\n}';
    expect(write(text, { op: 'move', from: ['a', 'b'], path: ['d'] })).toBe(
      '{\n  "a": {},\n  "d": {\n    "c": 1\n  }\n}',
    );
  });

  test('keep their indentation where the first of a list begins behind its bracket and closes further in, new members too', () => {
    const text = `{
    "containerDefinitions": [{
            "name": "a"
        },
        {
            "name": "b"
        }]
}`;
    const path = ['containerDefinitions', 1];
    expect(write(text, { op: 'copy', from: ['containerDefinitions', 0], path })).toBe(
      text.replace('        {\n', '        {\n            "name": "a"\n        },\n        {\n'),
    );
    expect(write(text, { op: 'set', path: ['containerDefinitions', 0, 'ulimits'], value: [{ a: 1 }] })).toBe(
      text.replace('"a"\n', '"a",\n            "ulimits": [{\n                "a": 1\n            }]\n'),
    );
  });

  test('keep their indentation behind the bracket of the one before them', () => {
    const text = '{\n  "containerDefinitions": [{\n    "name": "a"\n    }],\n  "family": "f"\n}';
    const path = ['containerDefinitions', 1];
    expect(write(text, { op: 'copy', from: ['containerDefinitions', 0], path })).toBe(
      text.replace('    }]', '    }, {\n    "name": "a"\n    }]'),
    );
  });

  test('count places in a list as they are once the item has been taken out', () => {
    expect(write('{"l": [0, 1, 2, 3]}', { op: 'move', from: ['l', 0], path: ['l', 2] })).toBe(
      '{"l": [1, 2, 0, 3]}',
    );
  });

  test('replace what has the new name', () => {
    expect(write('{"a": 1, "b": 2}', { op: 'move', from: ['a'], path: ['b'] })).toBe('{"b": 1}');
  });

  test('are refused from nowhere and into themselves', () => {
    expect(refusal('{"a": {}}', { op: 'copy', from: ['x'], path: ['y'] }).refused).toContain('nothing at x');
    expect(refusal('{"a": {}}', { op: 'move', from: ['a'], path: ['a', 'b'] }).refused).toContain(
      'lies inside',
    );
  });
});
