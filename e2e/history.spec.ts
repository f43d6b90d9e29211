import { expect, test } from './designer.ts';

test('a former state comes back, and undo takes that back', async ({ page, designer }) => {
  const before = await designer.text();
  await designer.canvas.essential('envoy').click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
  await designer.saved();
  const changed = await designer.text();
  await designer.run('Former states');
  const dialog = page.getByRole('dialog', { name: 'Former states of this design' });
  const states = dialog.getByRole('list', { name: 'States' }).getByRole('listitem');
  await expect(states).toHaveCount(1);
  await expect(states.first()).toContainText('since then 1 line came and 1 line went');
  await states.first().getByRole('button', { name: 'Compare' }).click();
  const compare = page.getByRole('dialog', { name: 'Compare' });
  await expect(compare.getByText('envoy: essential true → false')).toBeVisible();
  await page.keyboard.press('Escape');

  // The example takes the place of everything: what was there a moment ago is a state of its own.
  await designer.run('Open the example Blank task');
  await expect(designer.canvas.cards()).toHaveCount(1);
  const blank = await designer.text();
  await designer.saved();
  await page.reload();
  await expect(designer.canvas.cards()).toHaveCount(1);
  await designer.run('Former states');
  await expect(states).toHaveCount(2);
  await states.first().getByRole('button', { name: 'Go back to it' }).click();
  await expect.poll(() => designer.text()).toBe(changed);
  await designer.undo();
  await expect.poll(() => designer.text()).toBe(blank);
  await designer.run('Former states');
  await states.last().getByRole('button', { name: 'Go back to it' }).click();
  await expect.poll(() => designer.text()).toBe(before);
});
