import { expect, test } from './designer.ts';
import { downloadedText, expectAccessible } from './fixtures.ts';

test.describe('when a part of the screen throws as it is drawn', () => {
  test.use({ expectedNoise: [/this part broke/] });

  test('the text is whole, is downloaded, and the page goes on without that part, also after a reload', async ({
    designer,
    page,
  }) => {
    await page.route('**/assets/ShareDialog-*.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: 'export function ShareDialog() { throw new Error("this part broke"); }',
      }),
    );
    await designer.canvas.essential('envoy').click();
    const text = await designer.text();
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'The screen broke. Your text did not.' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'The text' })).toHaveValue(text);
    await page.getByText('What happened').click();
    await expect(page.getByText('Error: this part broke')).toBeVisible();
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

    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.unroute('**/assets/ShareDialog-*.js');
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await expect(designer.canvas.card('envoy')).toBeVisible();
    await expect.poll(() => designer.text()).toBe(text);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(page.getByRole('dialog', { name: /^Share/ })).toBeVisible();
  });
});
