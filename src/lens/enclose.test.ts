import { describe, expect, test } from 'vitest';
import type { Json } from '../model/json.ts';
import { detect, enclose } from './index.ts';

const WEB = { name: 'web', image: 'acme/web:9', portMappings: [{ containerPort: 80 }], command: [] };
const SETUP = { name: 'setup', image: 'acme/setup:3', 'x-note': null };

const enclosed = (text: string) => enclose(text, detect(text), 'orders');

const layouts: Readonly<Record<string, (value: Json) => string>> = {
  'two spaces': (value) => `${JSON.stringify(value, null, 2)}\n`,
  'four spaces, no last line break': (value) => JSON.stringify(value, null, 4),
  tabs: (value) => `${JSON.stringify(value, null, '\t')}\n`,
  'one line': (value) => JSON.stringify(value),
  'carriage returns': (value) => `\ufeff${JSON.stringify(value, null, 2)}\n`.replaceAll('\n', '\r\n'),
  'brackets together': (value) =>
    JSON.stringify(value, null, 2)
      .replace(/\[\s+\{/g, '[{')
      .replace(/\}\s+\]/g, '}]')
      .replace(/\},\s+\{/g, '}, {'),
};

describe('a file of containers becomes a whole task definition, laid out as it was', () => {
  for (const [name, layout] of Object.entries(layouts)) {
    if (name !== 'brackets together')
      test(`one container: ${name}`, () => {
        const whole = enclosed(layout(WEB));
        expect(whole?.text).toBe(layout({ family: 'orders', containerDefinitions: [WEB] }));
        expect(whole?.source).toEqual({ lens: 'json', root: [] });
      });
    test(`a list: ${name}`, () => {
      const whole = enclosed(layout([WEB, SETUP]));
      const wanted = layout({ family: 'orders', containerDefinitions: [WEB, SETUP] });
      // Only the indentation of what was laid out by hand is free.
      if (name === 'brackets together')
        expect(whole?.text.replace(/^\s+/gm, '')).toBe(wanted.replace(/^\s+/gm, ''));
      else expect(whole?.text).toBe(wanted);
      expect(whole?.source).toEqual({ lens: 'json', root: [] });
    });
  }

  test('comments around it and numbers as they are written stay', () => {
    expect(enclosed('// ours\n[\n  { "name": "web", "image": "a", "cpu": 1.0e2 } // one\n]\n')?.text).toBe(
      '// ours\n{\n  "family": "orders",\n  "containerDefinitions": [\n    { "name": "web", "image": "a", "cpu": 1.0e2 } // one\n  ]\n}\n',
    );
  });
});

test.each([
  ['a whole task', JSON.stringify({ family: 'a', containerDefinitions: [WEB] })],
  ['a list in an item of a list', JSON.stringify([{ containerDefinitions: [WEB] }])],
  ['a list with more around it', JSON.stringify({ input: { containers: [WEB] } })],
  ['a task inside', JSON.stringify({ taskDefinition: { containerDefinitions: [WEB] } })],
  ['a template', '[{ "name": "web", "image": "${image}", "cpu": ${cpu} }]'],
  ['no JSON', '[{ "name": "web", "image": '],
  ['nothing', ''],
])('%s is left as it is', (_what, text) => {
  expect(enclosed(text)).toBeUndefined();
});

test('a list that has become a whole task since is left as it is', () => {
  const text = JSON.stringify({ containerDefinitions: [WEB] });
  expect(enclose(text, { lens: 'jsonAt', root: [] }, 'orders')).toBeUndefined();
});
