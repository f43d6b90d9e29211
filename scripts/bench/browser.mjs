/** Times the built page in a Chromium: opening, the code editor, edits, dragging. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { findSystemChromium } from '../chromium.mjs';
import { rubbishText, taskText } from './tasks.mjs';
import { watchOpening, watchPage } from './watch.mjs';

const node = '[data-testid="canvas"] .react-flow__node';
const container = '[data-testid="canvas"] .react-flow__node[data-id^="container:"]';
const code = '.monaco-editor .view-line';

function quantile(samples, share) {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Of twenty, the 95th percentile would be the slowest one. */
const EDITS = 60;

const median = (samples) => quantile(samples, 0.5);
const p95 = (samples) => quantile(samples, 0.95);

async function open(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  await page.goto(url);
  return page;
}

async function timeOpening(browser, url, dist) {
  const times = [];
  let scripts = [];
  for (let run = 0; run < 5; run += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(watchOpening, node);
    await page.goto(url, { waitUntil: 'commit' });
    const drawn = await page.waitForFunction(() => window.drawn);
    const { at, fetched } = await drawn.jsonValue();
    times.push(at);
    scripts = fetched.map((address) => new URL(address).pathname).filter((path) => path.endsWith('.js'));
    await context.close();
  }
  const bytes = scripts.map((path) => gzipSync(readFileSync(join(dist, path))).length);
  const names = scripts.map(
    (path, index) => `${path.replace(/.*\/|-[\w-]{8}\.js$/g, '')} ${Math.round(bytes[index] / 1024)}`,
  );
  const kibibytes = bytes.reduce((sum, length) => sum + length, 0) / 1024;
  return [
    ['JavaScript fetched before the canvas is drawn', kibibytes, 250, 'KiB gzip', names.join(', ')],
    ['open to a drawn canvas, median of 5', median(times), 1000, 'ms'],
  ];
}

async function openCode(page) {
  const asked = Date.now();
  await page.getByRole('tab', { name: 'JSON' }).click();
  await page.locator(code).first().waitFor();
  await page.locator('.monaco-editor').first().click();
  await page.locator('.monaco-editor.focused, .monaco-editor .focused').first().waitFor();
  return Date.now() - asked;
}

async function timeCode(browser, url) {
  const times = [];
  for (let run = 0; run < 3; run += 1) {
    const page = await open(browser, url);
    await page.locator(node).first().waitFor();
    times.push(await openCode(page));
    await page.context().close();
  }
  return [['JSON pane asked for to Monaco editable, median of 3', median(times), 2500, 'ms']];
}

async function fill(page, text, containers) {
  await openCode(page);
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
  await page.waitForFunction(
    ([selector, count]) => document.querySelectorAll(selector).length === count,
    [container, containers],
  );
  await page.waitForTimeout(1000);
}

async function timeEdits(browser, url, containers, limit) {
  const page = await open(browser, url);
  await page.locator(node).first().waitFor();
  // Once in a browser's life all files are fetched and compiled for work without a network: no part of an edit.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await fill(page, taskText(containers), containers);
  const toggles = [];
  for (let run = 0; run < EDITS; run += 1) {
    toggles.push(
      await page.evaluate((selector) => {
        window.bench.arm();
        document.querySelector(`${selector} [role="switch"]`).click();
        return window.bench.settled();
      }, container),
    );
  }
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('ControlOrMeta+Home');
  // The fifth line is the image of the first container: before its closing quote and comma.
  for (let line = 1; line < 5; line += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.waitForTimeout(600);
  const keys = [];
  for (let run = 0; run < EDITS; run += 1) {
    await page.evaluate(() => window.bench.arm());
    await page.keyboard.press(String(run % 10));
    keys.push(await page.evaluate(() => window.bench.settled()));
  }
  await page.context().close();
  return [
    [
      `toggle essential to all painted, ${containers} containers, p95`,
      p95(toggles),
      limit,
      'ms',
      `median ${median(toggles).toFixed(0)}`,
    ],
    [
      `key in the JSON to all painted, ${containers} containers, p95`,
      p95(keys),
      limit,
      'ms',
      `median ${median(keys).toFixed(0)}`,
    ],
  ];
}

async function drag(page, selector) {
  const session = await page.context().newCDPSession(page);
  const box = await page.locator(selector).nth(5).boundingBox();
  const grip = { x: box.x + box.width / 2, y: box.y + 10 };
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + 10, grip.y + 5, { steps: 5 });
  await page.evaluate(() => window.bench.record());
  for (let step = 0; step < 90; step += 1) {
    await page.mouse.move(grip.x + 10 + 80 * Math.sin(step / 10), grip.y + 5 + step / 2);
  }
  const frames = await page.evaluate(() => window.bench.stop());
  await page.mouse.up();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  return frames;
}

async function timeDragging(browser, url, bareUrl) {
  const own = await open(browser, url);
  await own.locator(node).first().waitFor();
  await fill(own, taskText(14), 14);
  // Only the canvas is of interest: the editor would be drawn as well.
  await own.getByRole('tab', { name: 'Inspect' }).click();
  const bare = await open(browser, bareUrl);
  await bare.locator('.react-flow__node').first().waitFor();
  const frames = { own: [], bare: [] };
  for (let round = 0; round < 3; round += 1) {
    await bare.bringToFront();
    frames.bare.push(...(await drag(bare, '.react-flow__node')));
    await own.bringToFront();
    frames.own.push(...(await drag(own, container)));
    await own.keyboard.press('ControlOrMeta+Z');
  }
  await own.context().close();
  await bare.context().close();
  const [ownP95, bareP95] = [p95(frames.own), p95(frames.bare)];
  return [
    ['drag a card of 14, CPU 4x slower, p95 frame', ownP95, undefined, 'ms'],
    ['the same on bare React Flow', bareP95, undefined, 'ms'],
    ['ratio of the two', ownP95 / bareP95, 1.3, '×'],
  ];
}

/** Plays the 10,000 runs of the spread in its worker, from the press to the last answer, and the frames meanwhile. */
async function timeSpread(browser, url) {
  const page = await open(browser, url);
  await page.locator(node).first().waitFor();
  await page.getByRole('tab', { name: 'What if' }).click();
  await page.getByRole('radio', { name: 'Spread' }).check();
  const done = page.getByText('10,000 runs', { exact: true });
  await done.waitFor();
  const times = [];
  const frames = [];
  for (let run = 0; run < 3; run += 1) {
    await page.evaluate(() => window.bench.record());
    const asked = Date.now();
    await page.getByRole('button', { name: 'Play again' }).click();
    await done.waitFor({ state: 'detached' });
    await done.waitFor();
    times.push(Date.now() - asked);
    frames.push(...(await page.evaluate(() => window.bench.stop())));
  }
  await page.context().close();
  return [
    ['spread, 10,000 runs in the worker, median of 3', median(times), 2000, 'ms'],
    ['frame while they are played, p95', p95(frames), undefined, 'ms', `median ${median(frames).toFixed(1)}`],
  ];
}

/** Scrolls the middle of an element by the wheel, and gives the lengths of the frames. */
async function scroll(page, selector) {
  const box = await page.locator(selector).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(() => window.bench.record());
  for (let step = 0; step < 120; step += 1) await page.mouse.wheel(0, step % 60 < 30 ? 400 : -300);
  return page.evaluate(() => window.bench.stop());
}

async function timeScrolling(browser, url, bareUrl) {
  const own = await open(browser, url);
  await own.locator(node).first().waitFor();
  await fill(own, rubbishText(100), 100);
  await own.getByRole('tab', { name: /^Problems/ }).click();
  const list = '.findings-list';
  await own.locator(`${list} .finding`).first().waitFor();
  await own.waitForTimeout(1000);
  const bare = await open(browser, bareUrl);
  // A page with nothing but a long text: what the browser itself needs to scroll.
  await bare.evaluate(() => {
    document.body.innerHTML =
      '<main style="height:700px;overflow:auto"><div style="height:300000px"></div></main>';
  });
  const frames = { own: [], bare: [] };
  for (let round = 0; round < 3; round += 1) {
    await bare.bringToFront();
    frames.bare.push(...(await scroll(bare, 'main')));
    await own.bringToFront();
    frames.own.push(...(await scroll(own, list)));
  }
  await own.context().close();
  await bare.context().close();
  const [ownP95, bareP95] = [p95(frames.own), p95(frames.bare)];
  return [
    [
      'scroll thousands of problems, p95 frame',
      ownP95,
      undefined,
      'ms',
      `median ${median(frames.own).toFixed(1)}`,
    ],
    ['the same on an empty page', bareP95, undefined, 'ms', `median ${median(frames.bare).toFixed(1)}`],
    ['ratio of the two', ownP95 / bareP95, 1.3, '×'],
  ];
}

/** Takes the pointer along a strip and back, held down, and gives the lengths of the frames. */
async function scrub(page, selector) {
  const box = await page.locator(selector).boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 2, y);
  await page.mouse.down();
  await page.evaluate(() => window.bench.record());
  for (let step = 0; step < 150; step += 1) {
    const share = 0.5 - 0.5 * Math.cos((step / 75) * Math.PI);
    await page.mouse.move(box.x + 2 + share * (box.width - 4), y);
  }
  const frames = await page.evaluate(() => window.bench.stop());
  await page.mouse.up();
  return frames;
}

async function timeScrubbing(browser, url, bareUrl) {
  const own = await open(browser, url);
  await own.locator(node).first().waitFor();
  await fill(own, taskText(10), 10);
  await own.getByRole('tab', { name: 'Inspect' }).click();
  await own.waitForTimeout(1000);
  const bare = await open(browser, bareUrl);
  // What the browser itself needs while a pointer moves over it.
  await bare.evaluate(() => {
    document.body.innerHTML = '<main style="height:28px;margin-top:600px"></main>';
  });
  const frames = { own: [], bare: [] };
  for (let round = 0; round < 3; round += 1) {
    await bare.bringToFront();
    frames.bare.push(...(await scrub(bare, 'main')));
    await own.bringToFront();
    frames.own.push(...(await scrub(own, '.playhead-track')));
  }
  await own.context().close();
  await bare.context().close();
  const [ownP95, bareP95] = [p95(frames.own), p95(frames.bare)];
  return [
    ['scrub 10 lanes, p95 frame', ownP95, undefined, 'ms', `median ${median(frames.own).toFixed(1)}`],
    ['the same on an empty page', bareP95, undefined, 'ms', `median ${median(frames.bare).toFixed(1)}`],
    ['ratio of the two', ownP95 / bareP95, 1.2, '×'],
  ];
}

async function serve(root, options) {
  const server = await preview({
    root,
    logLevel: 'error',
    ...options,
    preview: { port: 0, host: '127.0.0.1' },
  });
  const { port } = server.httpServer.address();
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** `parts`: the titles of those to be measured; all where there is none. */
export async function measureBrowser(root, parts = []) {
  const bareRoot = join(root, 'scripts', 'bench', 'bare');
  const bareOut = join(root, '.cache', 'bench', 'bare');
  await build({
    root: bareRoot,
    configFile: false,
    base: './',
    logLevel: 'error',
    build: { outDir: bareOut, emptyOutDir: true },
  });
  const own = await serve(root, {});
  const bare = await serve(bareRoot, { configFile: false, build: { outDir: bareOut } });
  const executablePath = findSystemChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const rows = [];
  const measure = async (title, work) => {
    if (parts.length > 0 && !parts.includes(title)) return;
    try {
      rows.push(...(await work()));
    } catch (error) {
      rows.push([`${title}: ${error.message.split('\n')[0]}`, Number.NaN, undefined, '']);
    }
  };
  try {
    await measure('opening', () => timeOpening(browser, own.url, join(root, 'dist')));
    await measure('the code editor', () => timeCode(browser, own.url));
    await measure('edits, 10 containers', () => timeEdits(browser, own.url, 10, 50));
    await measure('edits, 100 containers', () => timeEdits(browser, own.url, 100, 150));
    await measure('scrolling', () => timeScrolling(browser, own.url, bare.url));
    await measure('scrubbing', () => timeScrubbing(browser, own.url, bare.url));
    await measure('spread', () => timeSpread(browser, own.url));
    await measure('dragging', () => timeDragging(browser, own.url, bare.url));
  } finally {
    await browser.close();
    await Promise.all([own.close(), bare.close()]);
  }
  return rows;
}
