/** Where a Chromium is that the browser tests can drive. Node built-ins only: nothing may be installed yet. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// The shell without a window does the same in less time: a new page costs it half as much.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];

const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/snap/bin/chromium',
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of an installed Chromium: CHROMIUM_PATH, then the usual places; undefined when there is none. */
export function findSystemChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && isExecutable(named)) return named;
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin');
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.concat(fixedPlaces).find(isExecutable);
}

/** The path of the Chromium that Playwright downloaded, if it did; undefined also when Playwright is not installed. */
export async function findPlaywrightChromium() {
  try {
    const { chromium } = await import('playwright');
    const path = chromium.executablePath();
    return isExecutable(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
