import { expect, test } from './designer.ts';
import { copiedText, expectAccessible } from './fixtures.ts';

test('a player in an article opens at its second, plays, and changes nothing', async ({
  designer,
  page,
  browser,
  baseURL,
}) => {
  await page.getByRole('slider').first().focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  const second = (await page.getByRole('slider').first().getAttribute('aria-valuenow')) ?? '';
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const code = await copiedText(page, () =>
    page.getByRole('button', { name: 'Copy the code of a player' }).click(),
  );
  const address = /src="([^"]+)"/.exec(code)?.[1] ?? '';
  expect(address).toContain('?embed#d=1.');

  const context = await browser.newContext({ baseURL: baseURL ?? '', reducedMotion: 'reduce' });
  const reader = await context.newPage();
  await reader.goto(address);
  await expect(reader.getByRole('heading', { name: 'receipts' })).toBeVisible();
  await expect(reader.locator('[data-container="envoy"]')).toBeVisible();
  const slider = reader.getByRole('slider').first();
  await expect(slider).toHaveAttribute('aria-valuenow', second);
  await expectAccessible(reader);
  await reader.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(slider).not.toHaveAttribute('aria-valuenow', second);
  // No key and no click on the picture changes the task, and nothing is kept.
  await reader.locator('[data-container="envoy"]').click({ force: true });
  await reader.keyboard.press('Delete');
  await expect(reader.locator('[data-container="envoy"]')).toBeVisible();
  expect(await reader.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);

  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    reader.getByRole('link', { name: 'Open in the designer' }).click(),
  ]);
  await expect(opened.getByRole('textbox', { name: 'Name of the design' })).toHaveValue('receipts');
  await expect(opened.locator('.topbar-saved')).toBeVisible();
  // Whoever comes by a link finds that design alone, and no example beside it.
  await opened.getByRole('button', { name: 'Designs in this browser' }).click();
  await expect(opened.getByRole('list', { name: 'Designs' }).getByRole('listitem')).toHaveCount(1);
  await context.close();
  await expect(designer.canvas.card('envoy')).toBeVisible();
});
