import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { hostUnder } from './staticHost.ts';

test('the page opens under its policy, silent, and carries its name', async ({ page }) => {
  const script = page.waitForResponse(/assets\/index-.*\.js$/);
  const response = await page.goto('./');
  expect(response?.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'");
  expect(response?.headers()['cache-control'], 'the page may change').toBe('no-cache');
  expect((await script).headers()['cache-control'], 'what is named by its content may not').toContain(
    'immutable',
  );
  await expect(page).toHaveTitle(/Task Designer for Amazon ECS/);
  await expect(page.locator('#root > *').first()).toBeVisible();
});

test('the licences of what is bundled are served beside the page', async ({ page }) => {
  const notices = await (await page.request.get('./notices.txt')).text();
  for (const name of ['react-dom', '@xyflow/react', 'monaco-editor', '@fontsource-variable/inter']) {
    expect(notices).toContain(`\n${name} `);
  }
  expect(notices).toContain('MIT License');
});

test('the build opens from any folder of a host that sends no headers, with its policy in the page', async ({
  browser,
}) => {
  const host = await hostUnder('/some/folder/');
  const page = await browser.newPage({ baseURL: host.url });
  try {
    const noise: string[] = [];
    page.on('console', (message) => noise.push(message.text()));
    page.on('response', (response) => response.ok() || noise.push(`${response.status()} ${response.url()}`));
    await page.goto(host.url);
    await expect(page.locator('#root > *').first()).toBeVisible();
    expect(noise).toEqual([]);
    const refused = await page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<b>text</b>';
        return false;
      } catch {
        return true;
      }
    });
    expect(refused, 'HTML from text is refused').toBe(true);
  } finally {
    await page.close();
    host.close();
  }
});

test('the web manifest names an icon that exists', async () => {
  const manifest = JSON.parse(await readFile(new URL('../dist/site.webmanifest', import.meta.url), 'utf8'));
  const icon = await readFile(new URL(`../dist/${manifest.icons[0].src}`, import.meta.url), 'utf8');
  expect(icon).toContain('<svg');
});
