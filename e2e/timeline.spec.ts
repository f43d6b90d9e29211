import { expect, test } from './designer.ts';
import { copiedText, expectAccessible } from './fixtures.ts';
import { TimelinePage } from './pages/TimelinePage.ts';

test('the run plays by itself, and the cards say what each container does at 2, 8 and 15 seconds', async ({
  designer,
  page,
}) => {
  const timeline = new TimelinePage(page);
  const said = async (names: readonly string[]) =>
    Promise.all(names.map((name) => designer.canvas.card(name).locator('.pill').innerText()));
  const names = ['secrets-init', 'envoy', 'log-router', 'app'];

  await timeline.root.getByRole('button', { name: /^Speed:/ }).click();
  await timeline.root.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(designer.canvas.card('app').locator('.pill')).toHaveText('Running', { timeout: 20_000 });
  await timeline.root.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(timeline.root.getByRole('button', { name: 'Play', exact: true })).toBeVisible();

  await timeline.goTo(2);
  expect(await said(names)).toEqual(['Running', 'Not ready', 'Running', 'Waits for secrets-init and 1 more']);
  await timeline.goTo(8);
  expect(await said(names)).toEqual(['Exited 0', 'Not ready', 'Running', 'Waits for envoy']);
  await timeline.goTo(15);
  expect(await said(names)).toEqual(['Exited 0', 'Healthy', 'Running', 'Running']);

  await page.keyboard.press('ArrowLeft');
  await expect(timeline.axis).toHaveAttribute('aria-valuetext', '14.0 seconds');
  await expectAccessible(page, '#timeline-panel');
  await page.keyboard.press('Escape');
  await expect(designer.canvas.card('app').locator('.pill')).toHaveCount(0);
});

test('a bar explains itself to the keyboard, until Escape', async ({ designer, page }) => {
  await expect(designer.canvas.root).toBeVisible();
  const timeline = new TimelinePage(page);
  await timeline.root.locator('.timeline-mark[tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tooltip')).toContainText('secrets-init pulls its image until 1.0 s');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toHaveCount(0);
});

test('the events of the run stand in a table that can be copied, and lead to their second', async ({
  designer,
  page,
}) => {
  const timeline = new TimelinePage(page);
  await timeline.show('Events');
  await timeline.root
    .getByRole('row', { name: /envoy HEALTHY/ })
    .first()
    .getByRole('button')
    .first()
    .click();
  await expect(timeline.axis).toHaveCount(0);
  await expect(designer.canvas.card('envoy').locator('.pill')).toHaveText('Healthy');
  await expectAccessible(page, '#timeline-panel');
  const text = await copiedText(page, () =>
    timeline.root.getByRole('button', { name: 'Copy as text' }).click(),
  );
  expect(text.split('\n')[0]).toBe('At\tWho\tWhat\tBecause of');
  expect(text).toContain('12.0 s\tenvoy\tHEALTHY');
});
