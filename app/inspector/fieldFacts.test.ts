import { describe, expect, it } from 'vitest';
import { valueAt } from '../../src/edit/changes/writer.ts';
import { read } from '../../src/lens/index.ts';
import type { Path } from '../../src/model/path.ts';
import {
  dedented,
  listed,
  mustReplace,
  oddAt,
  oddKeysBelow,
  receptionOf,
  strangersBelow,
} from './fieldFacts.ts';

const reading = read(`{
  "family": "shop",
  "cpu": 256,
  "containerDefinitions": [
    { "name": "app", "image": "\${IMAGE}", "memory": "512", "cpu": "<CPU>", "user": null, "cmmand": ["x"],
      "environment": [{ "name": "A", "value": 5 }],
      "dockerLabels": { "a": "1", "b": 2, "__proto__": "x" } }
  ]
}`);
const at = (...path: Path): Path => ['containerDefinitions', 0, ...path];
const odd = (path: Path) => oddAt(reading, path, valueAt(reading.task, path));

describe('what the view does not hold', () => {
  it('is shown as it stands in the text, with its kind', () => {
    expect(odd(at('memory'))).toMatchObject({ kind: 'unreadable', raw: '"512"' });
    expect(odd(at('cpu'))).toMatchObject({ kind: 'placeholder', raw: '"<CPU>"' });
    expect(odd(at('user'))).toMatchObject({ kind: 'null', raw: 'null' });
    expect(odd(at('environment', 0, 'value'))).toMatchObject({ kind: 'unreadable', raw: '5' });
    expect(odd(['cpu'])).toMatchObject({ kind: 'unreadable', raw: '256' });
  });

  it('is neither what is absent nor a placeholder in a text', () => {
    expect(odd(at('hostname'))).toBeUndefined();
    expect(odd(at('image'))).toBeUndefined();
    expect(mustReplace(reading, at('image'))).toBe(true);
    expect(mustReplace(reading, at('name'))).toBe(false);
  });

  it('is found below a map by its keys, and members unknown to the API by their paths', () => {
    expect(oddKeysBelow(reading, at('dockerLabels'))).toEqual(['b']);
    expect(strangersBelow(reading, at()).map(({ path }) => path.at(-1))).toEqual(['cmmand']);
  });
});

describe('who takes a member', () => {
  const task = (requiresCompatibilities: ('FARGATE' | 'EC2')[]) => ({ requiresCompatibilities });

  it('is told by name, and whether nobody does', () => {
    const links = at('links');
    expect(receptionOf(task(['FARGATE']), links)).toMatchObject({
      nowhere: true,
      text: 'Fargate does not take it.',
    });
    expect(receptionOf(task(['FARGATE', 'EC2']), links)).toMatchObject({ nowhere: false });
    expect(receptionOf(task(['EC2']), at('privileged'))).toEqual({ nowhere: false, text: '', note: '' });
  });

  it('counts Windows out for what is for Linux only', () => {
    const windows = { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' as const } };
    expect(receptionOf(windows, at('privileged'))).toMatchObject({ nowhere: true });
  });
});

it('the lines of a nested value move to the left together', () => {
  expect(dedented('{\n      "a": [\n        1\n      ]\n    }')).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(dedented('5')).toBe('5');
});

it('names are put into a sentence', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});
