/**
 * A tour of the built page through real files: `CORPUS=folder node scripts/tour.mjs` after `npm run build`. Each file of
 * the folders register, describe, containers, templated and broken is opened on the screen, edited by hand in the ways
 * that canvas and inspector have, and taken back; the text must come back byte for byte. Prints the diff of every edit,
 * for a reviewer to read.
 * With `ONLY=words` only files whose path holds the words; `SHARD=1/2` takes every second file, `FROM=30` leaves the first
 * 30 of them out; `PAGE=url` a page that is served already.
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { findSystemChromium } from './chromium.mjs';
import { diff } from './tour/diff.mjs';
import { edits } from './tour/edits.mjs';
import { cards, letGo, openFile, openPage, text } from './tour/hands.mjs';

const folders = ['register', 'describe', 'containers', 'templated', 'broken'];
const corpus = process.env.CORPUS;
if (corpus === undefined) {
  console.error('Name the folder of task definitions: CORPUS=folder node scripts/tour.mjs');
  process.exit(2);
}
const [shard = 1, shards = 1] = (process.env.SHARD ?? '1/1').split('/').map(Number);
/** The same order each time, in which neighbours by name or by folder do not stand together: variety comes early. */
const mixed = (path) => createHash('sha1').update(path).digest('hex');
const files = folders
  .flatMap((folder) => readdirSync(join(corpus, folder)).map((name) => join(folder, name)))
  .filter((path) => path.includes(process.env.ONLY ?? ''))
  .sort((one, other) => mixed(one).localeCompare(mixed(other)))
  .filter((_, index) => index % shards === shard - 1)
  .slice(Number(process.env.FROM ?? 0));

/** What is said where a text is not written into: it has no place for it, a template decides, or a value would be lost. */
const REFUSED = /This file holds only|only be changed as text|would write over it/;

const MOST_STEPS = 4;

/** One edit on the text as it stands: what it did, and the step that undo must lead back. */
async function edit(page, name, before, say) {
  let skipped;
  try {
    skipped = await edits[name](page);
  } catch (error) {
    say(`FAILED ${name}: ${error.message.split('\n').slice(0, 3).join(' | ')}`);
  }
  await letGo(page);
  const after = await text(page);
  const notice = await page.locator('.toasts-text').allInnerTexts();
  if (skipped !== undefined) say(`  ${name}: left out, ${skipped}`);
  else if (after === before && notice.some((words) => REFUSED.test(words)))
    say(`  ${name}: refused, ${notice.join(' / ')}`);
  else if (after === before) say(`UNCHANGED ${name}: ${notice.join(' / ')}`);
  else say(`  ${name}\n${diff(before, after)}`);
  return after;
}

async function visit(browser, url, path) {
  const lines = [`\n=== ${path}`];
  const say = (line) => lines.push(line);
  const { page, noise } = await openPage(browser, url);
  try {
    const { opened, problems } = await openFile(page, join(corpus, path));
    if (!opened) {
      say(`  not read: ${problems.slice(0, 2).join(' / ')}`);
      return lines;
    }
    const locked = page.locator('.canvas-stale');
    if ((await locked.count()) > 0 || (await cards(page).count()) === 0) {
      say(`  refused as a whole: ${(await locked.allInnerTexts())[0] ?? 'there is no container in it'}`);
      return lines;
    }
    const texts = [await text(page)];
    for (const name of Object.keys(edits)) {
      const after = await edit(page, name, texts.at(-1), say);
      if (after !== texts.at(-1)) texts.push(after);
    }
    for (const wanted of texts.slice(0, -1).reverse()) {
      let now;
      // An edit in several fields is as many steps.
      for (let step = 0; step < MOST_STEPS && now !== wanted; step += 1) {
        await page.keyboard.press('ControlOrMeta+Z');
        now = await text(page);
      }
      if (now !== wanted) {
        say(`BYTES: undo did not give the text back\n${diff(wanted, now)}`);
        break;
      }
    }
  } catch (error) {
    say(`FAILED: ${error.message.split('\n').slice(0, 4).join(' | ')}`);
  } finally {
    for (const heard of noise) say(`NOISE ${heard}`);
    await page.context().close();
  }
  return lines;
}

const server = process.env.PAGE
  ? undefined
  : await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
const url = process.env.PAGE ?? server.resolvedUrls.local[0];
const executablePath = findSystemChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu'],
});
let bad = 0;
for (const path of files) {
  const lines = await visit(browser, url, path);
  bad += lines.filter((line) => /^(FAILED|BYTES|NOISE|UNCHANGED)/.test(line)).length;
  console.log(lines.join('\n'));
}
console.log(`\n${files.length} files, ${bad} things that should not be`);
await browser.close();
await server?.close();
process.exitCode = bad === 0 ? 0 : 1;
