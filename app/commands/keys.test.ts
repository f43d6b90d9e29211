import { expect, test } from 'vitest';
import { shownShortcut } from './keys.ts';

test.each([
  ['Mod+Shift+Z', 'Ctrl Shift Z'],
  ['Delete', 'Del'],
  ['+', '+'],
  ['Mod++', 'Ctrl +'],
])('%s is shown as %s', (shortcut, shown) => {
  expect(shownShortcut(shortcut)).toBe(shown);
});
