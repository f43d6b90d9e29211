/** A user's hands on the built page: opens files, presses keys, and copies the text. */

/** Waits until what was done has been painted. */
export const frames = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );

/** Runs in the page: keeps what was copied last where it can be asked for. */
function rememberCopies() {
  navigator.clipboard.writeText = async (text) => {
    globalThis.copied = text;
  };
}

/** Opens the page and hears all that it says: console lines, uncaught errors, requests to other hosts. */
export async function openPage(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    baseURL: url,
  });
  const page = await context.newPage();
  const noise = [];
  page.setDefaultTimeout(10_000);
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) noise.push(`console ${line.type()}: ${line.text()}`);
  });
  page.on('pageerror', (error) => noise.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    if (/^http/.test(request.url()) && !request.url().startsWith(url)) noise.push(`asked ${request.url()}`);
  });
  await page.addInitScript(rememberCopies);
  await page.goto(url);
  await page.getByTestId('canvas').waitFor();
  return { page, noise };
}

/** The present text, by the shortcut that copies it. */
export async function text(page) {
  await frames(page);
  await page.evaluate(() => {
    globalThis.copied = undefined;
  });
  await page.keyboard.press('ControlOrMeta+Shift+C');
  await page.waitForFunction(() => globalThis.copied !== undefined);
  return page.evaluate(() => globalThis.copied);
}

/** Chooses a file in the import dialog and opens what is in it; false when the dialog finds no task in it. */
export async function openFile(page, path) {
  const dialog = page.getByRole('dialog', { name: 'Import a task definition' });
  await page.keyboard.press('ControlOrMeta+O');
  await dialog.waitFor({ timeout: 30_000 });
  await dialog.locator('input[type=file]').setInputFiles(path);
  const found = dialog.getByRole('region', { name: 'What was found' });
  await found.waitFor();
  await frames(page);
  if ((await found.getByText('No task definition was found in this text.').count()) > 0) {
    const problems = await found.getByRole('listitem').allInnerTexts();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    return { opened: false, problems };
  }
  await dialog.getByRole('button', { name: 'Open as a new design' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await frames(page);
  return { opened: true, problems: [] };
}

export const cards = (page) => page.locator('[data-testid="canvas"] .react-flow__node-container');

/** Selects a card as the keyboard does. */
export async function selectCard(page, index) {
  await page.keyboard.press('Escape');
  const card = cards(page).nth(index);
  await card.focus();
  await page.keyboard.press('Enter');
  await frames(page);
  return card;
}

export const volumes = (page) => page.locator('[data-testid="canvas"] .react-flow__node-volume');

/** The lines of a kind that stand in the text, by what they are called for a screen reader. */
export const edgesOf = (page, kind, words) =>
  page.locator(`.react-flow__edge-${kind}[aria-label*="${words}"]:not([aria-label*="added by"])`);

/** The lines to volumes. A crowded picture draws those of the selected card alone: the first one that has any is selected. */
export async function mounts(page) {
  const lines = edgesOf(page, 'mount', ' mounts ');
  await page.keyboard.press('Escape');
  await frames(page);
  for (let index = 0; (await lines.count()) === 0 && index < (await cards(page).count()); index += 1)
    await selectCard(page, index);
  return lines;
}

/** Gives something of the canvas the focus and presses keys on it. */
export async function press(page, what, ...keys) {
  await page.keyboard.press('Escape');
  await pressOn(page, what, ...keys);
}

/** The same, and what is selected stays so. */
export async function pressOn(page, what, ...keys) {
  await what.focus();
  for (const key of keys) {
    await page.keyboard.press(key);
    await frames(page);
  }
}

/** Selects nothing: the inspector shows the task. */
export async function selectTask(page) {
  await page.keyboard.press('Escape');
  await cards(page).first().focus();
  await page.keyboard.press('Escape');
  await frames(page);
}

/** Why a field has no control: a placeholder or an unreadable value stands there, and the screen shows its text. */
export async function locked(found) {
  return `it holds what is no value yet: ${(await found.innerText()).replace(/\s+/g, ' ').slice(0, 160)}`;
}

/** Finds a field of the selected thing by the inspector's search. */
export async function field(page, member, words) {
  const search = page.getByRole('searchbox', { name: 'Search the fields' });
  if ((await search.count()) === 0) await page.getByRole('button', { name: 'Search the fields' }).click();
  await search.fill(words);
  const found = page.locator(`.inspect-body [data-path$="/${member}"]`).first();
  await found.waitFor();
  return found;
}

/** Closes whatever lists are open and leaves whatever field has the focus. */
export async function letGo(page) {
  await page.keyboard.press('Escape');
  await page.evaluate(() => document.activeElement?.blur());
  await frames(page);
}
