import { expect, test } from './designer.ts';
import { downloadedText, expectAccessible } from './fixtures.ts';

test.describe('when the screen itself throws as it is drawn', () => {
  test.use({ expectedNoise: [/the screen broke/] });

  test('the text is whole, is downloaded, and the page goes on', async ({ designer, page }) => {
    await designer.canvas.essential('envoy').click();
    const text = await designer.text();
    await page.evaluate(() => {
      const own = Object.getOwnPropertyDescriptor(MediaQueryList.prototype, 'matches');
      Object.defineProperty(MediaQueryList.prototype, 'matches', {
        configurable: true,
        get: () => {
          throw new Error('the screen broke');
        },
      });
      addEventListener('mended', () => {
        if (own) Object.defineProperty(MediaQueryList.prototype, 'matches', own);
      });
    });
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'The screen broke. Your text did not.' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'The text' })).toHaveValue(text);
    await page.getByText('What happened').click();
    await expect(page.getByText('Error: the screen broke')).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event('mended')));
    await expectAccessible(page);
    expect(
      await downloadedText(page, () => page.getByRole('button', { name: 'Download the text' }).click()),
    ).toEqual({ name: 'receipts.json', text });

    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(designer.canvas.card('envoy')).toBeVisible();
    await designer.canvas.essential('log-router').click();
    await expect.poll(() => designer.text()).not.toBe(text);
    await designer.undo();
    await expect.poll(() => designer.text()).toBe(text);
  });
});

test.describe('when a dialog throws as it is drawn', () => {
  test.use({ expectedNoise: [/this part broke/] });

  test('it says so as a dialog, gives the text, and all else goes on', async ({ designer, page }) => {
    await page.route('**/assets/ShareDialog-*.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: 'export function ShareDialog() { throw new Error("this part broke"); }',
      }),
    );
    await designer.canvas.essential('envoy').click();
    const text = await designer.text();
    const share = page.getByRole('button', { name: 'Share', exact: true });
    await share.click();
    const failed = page.getByRole('dialog', { name: 'This dialog broke.' });
    await expect(failed.getByRole('button', { name: 'Try again' })).toBeFocused();
    await failed.getByText('What happened').click();
    await expect(failed.getByText('Error: this part broke')).toBeVisible();
    await expectAccessible(page);
    expect(
      await downloadedText(page, () => failed.getByRole('button', { name: 'Download the text' }).click()),
    ).toEqual({ name: 'receipts.json', text });
    await page.keyboard.press('Escape');
    await expect(failed).toBeHidden();
    await expect(share).toBeFocused();

    await designer.canvas.essential('log-router').click();
    await expect.poll(() => designer.text()).not.toBe(text);
    await designer.undo();
    await expect.poll(() => designer.text()).toBe(text);
    await designer.saved();

    await page.unroute('**/assets/ShareDialog-*.js');
    await share.click();
    await failed.getByRole('button', { name: 'Reload the page' }).click();
    await expect(designer.canvas.card('envoy')).toBeVisible();
    await expect.poll(() => designer.text()).toBe(text);
    await share.click();
    await expect(page.getByRole('dialog', { name: /^Share/ })).toBeVisible();
  });
});

test.describe('when the files of a part do not come', () => {
  test.use({ expectedNoise: [/(RolesPanel|ImportDialog)-|ERR_FAILED|load preload assets/] });

  test('a panel and a dialog say so in their place, come at the next try, and all else goes on', async ({
    designer,
    page,
  }) => {
    const files = /\/assets\/(RolesPanel|ImportDialog)-/;
    await page.route(files, (route) => route.abort());
    const roles = page.getByRole('tab', { name: 'Roles' });
    await roles.click();
    const failed = page.getByRole('alert').filter({ hasText: 'The panel of roles could not be loaded.' });
    await expect(failed).toBeVisible();
    await expectAccessible(page);

    const text = await designer.text();
    expect(
      await downloadedText(page, () => failed.getByRole('button', { name: 'Download the text' }).click()),
    ).toEqual({ name: 'receipts.json', text });
    await designer.canvas.essential('envoy').click();
    await expect.poll(() => designer.text()).not.toBe(text);
    await designer.tab('Problems').click();
    await expect(
      page.getByRole('tabpanel', { name: 'Problems' }).getByRole('listitem').first(),
    ).toBeVisible();
    await expect(failed).toBeHidden();
    await roles.click();
    await failed.getByRole('button', { name: 'Try again' }).click();
    await expect(failed).toBeVisible();

    const importing = page.getByRole('button', { name: 'Import', exact: true });
    await importing.click();
    const dialog = page.getByRole('dialog', { name: 'This dialog could not be loaded.' });
    await expect(dialog.getByRole('button', { name: 'Try again' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(importing).toBeFocused();
    await importing.click();
    await expect(dialog).toBeVisible();

    await page.unroute(files);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('dialog', { name: 'Import' })).toBeVisible();
    await page.keyboard.press('Escape');
    await failed.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('list', { name: 'Rights of the execution role' })).toBeVisible();
    // With its style sheet too.
    await expect(page.locator('.roles')).toHaveCSS('overflow-y', 'auto');
  });
});
