import type { Browser, Page } from 'playwright/test';
import { expect, test } from './designer.ts';
import { copiedText, expectAccessible } from './fixtures.ts';
import { DesignerPage } from './pages/DesignerPage.ts';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Share as a link' });

async function sharedLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  return copiedText(page, () => dialogOf(page).getByRole('button', { name: 'Copy the link' }).click());
}

/** A browser that has never seen the designer, at a link. */
async function freshAt(browser: Browser, link: string): Promise<DesignerPage> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  return new DesignerPage(page);
}

test('a link opens elsewhere at the same second with the same card selected', async ({
  designer,
  page,
  browser,
}) => {
  const text = await designer.text();
  await designer.canvas.card('envoy').click();
  await page.getByRole('slider').first().focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  const second = await page.getByRole('slider').first().getAttribute('aria-valuenow');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialogOf(page).getByText('looks like a secret')).toBeVisible();
  await expectAccessible(page, 'dialog');
  await page.keyboard.press('Escape');
  const link = await sharedLink(page);
  expect(link.length).toBeLessThan(2000);

  const other = await freshAt(browser, link);
  await expect(other.page.getByText('Opened from a link, as a new design.').first()).toBeVisible();
  await expect(other.page.getByRole('textbox', { name: 'Name of the design' })).toHaveValue('receipts');
  await expect(other.page.getByRole('slider').first()).toHaveAttribute('aria-valuenow', second ?? '');
  await expect(other.page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('envoy');
  expect(new URL(other.page.url()).hash).toBe('');
  await expect.poll(() => other.text()).toBe(text);
  await other.page.context().close();
});

test('a link never takes the place of a design, a bad one says why, and a secret stays at home', async ({
  designer,
  page,
  browser,
}) => {
  const task = '{"family":"linked","containerDefinitions":[{"name":"only","image":"a:1"}]}';
  await page.evaluate(
    (fragment) => {
      location.hash = fragment;
    },
    `#task=${encodeURIComponent(task)}`,
  );
  await expect(designer.canvas.card('only')).toBeVisible();
  await expect.poll(() => designer.text()).toBe(task);
  await designer.saved();
  await page.getByRole('button', { name: 'Designs in this browser' }).click();
  await expect(page.getByRole('dialog').getByText('receipts').first()).toBeVisible();
  await page.keyboard.press('Escape');
  for (const [fragment, sentence] of [
    ['#d=1.abc.def', 'This link is not complete'],
    ['#d=9.abc.def', 'made by a newer version'],
    ['#task=%E0', 'not encoded as an address wants it'],
  ] as const) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
    await expect(page.getByText(sentence).first()).toBeVisible();
  }
  await expect(designer.canvas.card('only')).toBeVisible();

  await designer.takeIn(
    '{ "family": "leaky", "containerDefinitions": [{ "name": "app", "image": "a:1", "memory": 64, "environment": [{ "name": "DB_PASSWORD", "value": "correct-horse" }] }] }',
  );
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialogOf(page).getByText('The variable DB_PASSWORD is named like a secret.')).toBeVisible();
  await page.keyboard.press('Escape');
  const other = await freshAt(browser, await sharedLink(page));
  await expect(other.canvas.card('app')).toBeVisible();
  const text = await other.text();
  expect(text).toContain('REMOVED-BEFORE-SHARING');
  expect(text).not.toContain('correct-horse');
  await other.page.context().close();
});
