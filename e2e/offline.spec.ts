import { expect, test } from './fixtures.ts';
import { DesignerPage } from './pages/DesignerPage.ts';
import { hostUnder } from './staticHost.ts';

test('after the first visit it opens without a network, in a folder too, with all that was kept', async ({
  browser,
}) => {
  const host = await hostUnder('/tools/designer/');
  const context = await browser.newContext({ baseURL: host.url, viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const noise: string[] = [];
    page.on('console', (message) => noise.push(message.text()));
    page.on('pageerror', (error) => noise.push(error.message));
    await page.goto('./');
    const designer = new DesignerPage(page);
    await expect(designer.canvas.card('app')).toBeVisible();
    await designer.canvas.essential('envoy').click();
    await designer.saved();
    const text = await designer.text();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    // A new build lies on the host: it is taken when the user says so, and nothing of his work is lost.
    host.change('sw.js', (text) => text.replace(/VERSION = "\w+"/, 'VERSION = "another"'));
    await page.reload();
    await expect(page.getByText('A new version of the designer is here.').first()).toBeVisible();
    await designer.canvas.essential('log-router').click();
    const later = await designer.text();
    expect(later).not.toBe(text);
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('button', { name: 'Save and reload' }).click(),
    ]);
    await expect(designer.canvas.card('app')).toBeVisible();
    await expect.poll(() => designer.text()).toBe(later);
    expect(await page.evaluate(async () => (await caches.keys()).join())).toContain('another');

    await context.setOffline(true);
    host.close();
    await page.reload();
    await expect(designer.canvas.card('app')).toBeVisible();
    await expect.poll(() => designer.text()).toBe(later);
    await designer.openJson();
    expect(noise).toEqual([]);
  } finally {
    await context.close();
    host.close();
  }
});
