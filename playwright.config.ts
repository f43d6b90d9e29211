import { defineConfig } from 'playwright/test';
import { findSystemChromium } from './scripts/chromium.mjs';

const countsFile = process.env.COUNTS_FILE;
const port = Number(process.env.PREVIEW_PORT ?? 4179);
const chromium = findSystemChromium();

/**
 * Parts of Chromium that cost time and that no story sees: each new context would load the pages of an address bar that
 * nobody looks at, a second of computing. Of two lists the last one counts, so what Playwright leaves out for steadiness
 * and silence is named again.
 */
const leftOut = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** The stories run against the production build in dist/: `npm run build` first. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  // One more than two cores: while a story waits for a second of its run, another takes its core.
  workers: 3,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  // In the whole check a story that a busy machine upset gets a second try, and a third; the list names it as flaky.
  retries: countsFile ? 2 : 0,
  reporter: countsFile ? [['list'], ['./scripts/playwrightCounts.mjs']] : [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' },
    // Recording costs more than the story itself: TRACE=1 when one fails and the picture does not tell why.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      // Without one of the system, Playwright takes the one that it downloaded.
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Letters stand where the font wants them, not on whole pixels, as on most screens.
        '--font-render-hinting=none',
        `--disable-features=${leftOut.join()}`,
      ],
    },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: process.env.PREVIEW_PORT === undefined,
    timeout: 30_000,
  },
});
