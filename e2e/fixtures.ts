/** What every story starts from: a page that must stay silent and talk to nobody, and a user's hands for text and files. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  expect as askOften,
  type BrowserContext,
  type ConsoleMessage,
  type ExpectMatcherState,
  type Locator,
  type MatcherReturnType,
  type Page,
  type Request,
  type Response,
  type WebError,
} from 'playwright/test';
import { test as base } from './window.ts';

const require = createRequire(import.meta.url);

interface Patience {
  readonly timeout?: number;
}

/**
 * Whether something is, or is no longer, to be seen: waited for first, and asserted only when that was in vain. The
 * assertion by itself describes the whole page at each look that comes too early, for a failure that hardly ever follows.
 */
async function expectSeen(
  state: ExpectMatcherState,
  locator: Locator,
  seen: boolean,
  { timeout = state.timeout }: Patience = {},
): Promise<MatcherReturnType> {
  try {
    await locator.waitFor({ state: seen ? 'visible' : 'hidden', timeout });
    return { pass: !state.isNot, message: () => '' };
  } catch {
    const last = askOften(locator);
    const failure = await (seen ? last.toBeVisible({ timeout: 1 }) : last.toBeHidden({ timeout: 1 })).catch(
      ({ message }: Error) => message.replace(/\b1ms$/gm, `${timeout}ms`),
    );
    return { pass: (failure === undefined) !== state.isNot, message: () => failure ?? '' };
  }
}

export const expect = askOften.extend({
  toBeVisible(locator: Locator, options?: Patience) {
    return expectSeen(this, locator, !this.isNot, options);
  },
  toBeHidden(locator: Locator, options?: Patience) {
    return expectSeen(this, locator, this.isNot, options);
  },
});

interface Options {
  /** Console lines and failed requests that a story expects; everything else fails it. */
  readonly expectedNoise: readonly RegExp[];
}

interface Fixtures {
  /** Everything heard so far that nobody should hear: warnings, errors, policy violations, requests to other hosts. */
  readonly noise: string[];
}

/** Hears what the pages of a context say and ask for, until the function that this returns ends it. */
function listen(context: BrowserContext, ownHost: string, hear: (line: string) => void): () => void {
  const console = (message: ConsoleMessage) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      hear(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  };
  const weberror = (error: WebError) => hear(`uncaught: ${error.error().stack ?? error.error().message}`);
  const request = (request: Request) => {
    const { protocol, host } = new URL(request.url());
    if (/^(http|ws)s?:$/.test(protocol) && host !== ownHost)
      hear(`request to another host: ${request.url()}`);
  };
  const response = (response: Response) => {
    if (response.status() >= 400) hear(`${response.status()} for ${response.url()}`);
  };
  context.on('console', console).on('weberror', weberror).on('request', request).on('response', response);
  return () => {
    context.off('console', console).off('weberror', weberror);
    context.off('request', request).off('response', response);
  };
}

/** Fails the story when the page says anything on the console, breaks its policy, or asks another host for anything. */
export const test = base.extend<Options & Fixtures>({
  expectedNoise: [[], { option: true }],
  noise: [
    async ({ context, baseURL, expectedNoise }, use) => {
      const noise: string[] = [];
      const endListening = listen(context, new URL(baseURL ?? 'http://127.0.0.1').host, (line) => {
        if (!expectedNoise.some((expected) => expected.test(line))) noise.push(line);
      });
      await use(noise);
      endListening();
      expect(noise, 'what the page should not have said or asked for').toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens the designer at its own address. */
export async function openDesigner(page: Page, fragment = ''): Promise<void> {
  await page.goto(`./${fragment}`);
  await expect(page.locator('#root > *').first()).toBeVisible();
}

/** Holds back the files of these addresses, until the function that this returns lets them come. */
export async function heldBack(page: Page, files: string | RegExp): Promise<() => void> {
  let letCome = () => {};
  const mayCome = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(files, async (route) => {
    await mayCome;
    await route.continue();
  });
  return letCome;
}

/** The text that a copy left on the clipboard; `copy` is what the user does. */
export async function copiedText(page: Page, copy: () => Promise<void>): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const marker = 'nothing was copied';
  await page.evaluate((text) => navigator.clipboard.writeText(text), marker);
  await copy();
  let found = marker;
  await expect
    .poll(async () => {
      found = await page.evaluate(() => navigator.clipboard.readText());
      return found;
    })
    .not.toBe(marker);
  return found;
}

/** The name and the text of the file that `download` makes the page offer. */
export async function downloadedText(
  page: Page,
  download: () => Promise<void>,
): Promise<{ readonly name: string; readonly text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), download()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** Pastes text where the focus is, as Ctrl+V does, without touching the real clipboard. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Drops a file on what the selector finds. */
export async function dropFile(
  page: Page,
  selector: string,
  file: { readonly name: string; readonly type?: string; readonly content: string | readonly number[] },
): Promise<void> {
  const dataTransfer = await page.evaluateHandle(({ name, type, content }) => {
    const transfer = new DataTransfer();
    const parts: BlobPart[] = [typeof content === 'string' ? content : new Uint8Array(content)];
    transfer.items.add(new File(parts, name, { type: type ?? 'application/json' }));
    return transfer;
  }, file);
  for (const event of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent(selector, event, { dataTransfer });
  }
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
}

interface Axe {
  run(context: unknown, options: unknown): Promise<AxeResults>;
}

let axeSource: Promise<string> | undefined;

/**
 * Expects axe to find nothing against WCAG 2.2 A and AA, in the page or the part that `within` selects; or only nothing
 * of the rules that are named.
 */
export async function expectAccessible(
  page: Page,
  within?: string,
  rules: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
): Promise<void> {
  if (within !== undefined) await expect(page.locator(within).first()).toBeVisible();
  axeSource ??= readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  // A script tag would be refused by the page's policy; evaluating goes past it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await axeSource);
  const { violations } = await page.evaluate(
    ([selector, runOnly]) => {
      const { axe } = window as unknown as { axe: Axe };
      // What it would load beforehand is for a rule that is not among these.
      return axe.run(selector ?? document, { runOnly, resultTypes: ['violations'], preload: false });
    },
    [within, rules] as const,
  );
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} — ${target.join(' ')} — ${failureSummary ?? ''}`,
    ),
  );
  expect(found, 'what axe finds').toEqual([]);
}

/** The text of a file of the origin's own disk, for a poll: while it is being written, it says that instead. */
export async function onDisk(page: Page, name: string): Promise<string> {
  return page.evaluate(async (file) => {
    const root = await navigator.storage.getDirectory();
    try {
      return await (await (await root.getFileHandle(file)).getFile()).text();
    } catch (error) {
      // While it is written anew the browser puts another file in its place: whoever polls looks again.
      if (error instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(error.name)) {
        return `not there to be read: ${error.name}`;
      }
      throw error;
    }
  }, name);
}
