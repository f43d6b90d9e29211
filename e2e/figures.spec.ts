import { expect, test } from './designer.ts';
import { downloadedText, expectAccessible } from './fixtures.ts';

test('the poster is taken away and opened by itself; the task stands wired up, in words and on one page; a concern lights up on the canvas and leads to its field', async ({
  designer,
  page,
}) => {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Figure: the lifecycle as a poster' }).click();
  const dialog = page.getByRole('dialog', { name: 'Figures of this task' });
  await expect(dialog.getByRole('img', { name: /envoy HEALTHY holds app 9\.0 s longer/ })).toBeVisible();
  const poster = await downloadedText(page, () =>
    dialog.getByRole('button', { name: 'Download SVG' }).click(),
  );
  expect(poster.name).toBe('receipts.lifecycle.svg');

  await dialog.getByRole('tab', { name: 'Wired up' }).click();
  await expect(
    dialog.getByRole('img', { name: /app, App: essential; waits for secrets-init: SUCCESS/ }),
  ).toBeVisible();
  await expectAccessible(page, 'dialog');
  await dialog.getByRole('tab', { name: 'In words' }).click();
  await expect(dialog.getByText('secrets-init (init) runs acme/secrets-init:1.0')).toBeVisible();
  await dialog.getByRole('tab', { name: 'One page' }).click();
  await expect(dialog.getByRole('row', { name: /^dependsOn ✓ 2/ })).toBeVisible();
  await expectAccessible(page, 'dialog');

  // On paper there is the page alone.
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('body > .printed')).toBeVisible();
  await expect(dialog).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');
  await expect(designer.canvas.card('app')).toBeVisible();

  const alone = await page.context().newPage();
  await alone.setContent(`<!doctype html><title>poster</title>${poster.text}`);
  await expect(alone.getByText('Key behaviours')).toBeVisible();
  await expect(
    alone.locator('text', { hasText: 'app starts when secrets-init has exited with 0' }),
  ).toBeVisible();
  await alone.close();

  await designer.run('Show the six concerns');
  const files = page.getByRole('region', { name: 'Shared files' });
  await files.getByRole('button', { name: /^Shared files/ }).click();
  await expect(designer.canvas.card('app')).toHaveClass(/is-lit/);
  await expect(designer.canvas.card('envoy')).toHaveClass(/is-dim/);
  await expectAccessible(page, '#timeline-panel');
  await files.getByRole('button', { name: 'app reads shared at /shared' }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true }).first()).toHaveValue('app');

  const logs = page.getByRole('region', { name: 'Log routing' });
  await expect(logs.getByText('settled')).toBeVisible();
  await designer.canvas.card('log-router').getByRole('switch').click();
  await expect(logs.getByRole('button', { name: /log-router is not essential: when it ends/ })).toBeVisible();

  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(designer.canvas.card('envoy')).not.toHaveClass(/is-dim/);
});
