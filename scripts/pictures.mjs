/** Takes the README's pictures of the built designer: `node scripts/pictures.mjs` after `npm run build`. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { findSystemChromium } from './chromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const port = 4187;
const server = spawn(
  process.execPath,
  ['node_modules/vite/bin/vite.js', 'preview', '--port', String(port), '--strictPort'],
  { cwd: root, stdio: 'ignore' },
);
const url = `http://127.0.0.1:${port}/`;

async function answered() {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await fetch(url).catch(() => undefined);
    if (found?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The preview server did not answer.');
}

try {
  await answered();
  const executablePath = findSystemChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    // Letters stand where the font wants them, not on whole pixels, as on most screens.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    await page.goto(url);
    await page.locator('[data-container="app"] .card-name').click();
    const playhead = page.getByRole('slider', { name: 'Second shown on the canvas' });
    await playhead.focus();
    while (Number(await playhead.getAttribute('aria-valuenow')) < 7) await page.keyboard.press('ArrowRight');
    await playhead.blur();
    await page.locator('.playhead').waitFor();
    await page.screenshot({ path: join(root, 'docs', `designer-${colorScheme}.png`) });
    await page.close();
  }
  await browser.close();
} finally {
  server.kill();
}
