import { expect, it } from 'vitest';
import { packageFolder, writeNotices } from './notices.ts';

it('finds the package of a module, with a scope, nested, and with a query', () => {
  expect(packageFolder('/p/node_modules/react/index.js')).toBe('/p/node_modules/react');
  expect(packageFolder('/p/node_modules/@scope/name/dist/a.css?inline')).toBe('/p/node_modules/@scope/name');
  expect(packageFolder('/p/node_modules/a/node_modules/b/c.js')).toBe('/p/node_modules/a/node_modules/b');
  expect(packageFolder('\0/p/node_modules/a/b.js?commonjs')).toBe('/p/node_modules/a');
  expect(packageFolder('/p/app/main.tsx')).toBeUndefined();
});

it('writes every licence text, and says where there is none', () => {
  const text = writeNotices('OURS', [
    { name: 'a', version: '1.0.0', licence: 'MIT', texts: ['TEXT OF A', 'NOTICE OF A'] },
    { name: 'b', version: '2.0.0', licence: 'ISC', texts: [] },
  ]);
  for (const part of [
    'OURS',
    'a 1.0.0 (MIT)',
    'TEXT OF A',
    'NOTICE OF A',
    'b 2.0.0 (ISC)',
    'holds no licence text',
  ]) {
    expect(text).toContain(part);
  }
});
