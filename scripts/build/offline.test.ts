import { expect, it } from 'vitest';
import { listed } from './offline.ts';

it('lists the page first, and nothing that is not needed without a network', () => {
  expect(
    listed(['icon.svg', 'sw.js', 'index.html', 'assets/b.js', 'assets/a.js', 'a.js.map', 'notices.txt']),
  ).toEqual(['./', 'assets/a.js', 'assets/b.js', 'icon.svg']);
});
