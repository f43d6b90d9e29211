/** The window in which the stories of a worker follow one another. */
import { test as base, type Page } from 'playwright/test';

interface OfWorker {
  /** One for all stories of a worker: what it fetches and compiles of the designer stays so. */
  readonly window: Page;
}

interface OfStory {
  /** Runs a script in the window before each page's own, as long as the story lasts. */
  readonly beforeEachLoad: (script: () => void) => Promise<void>;
}

/** Leaves the designer and takes away all that a story may have left: tabs, answers to requests, permissions, storage. */
async function empty(window: Page): Promise<void> {
  const context = window.context();
  for (const page of context.pages()) {
    if (page !== window) await page.close();
  }
  await window.unrouteAll();
  await context.clearPermissions();
  // A picture of the same origin: from there its storage can be reached, and the designer no longer writes to it.
  await window.goto('./icon.svg');
  await window.mouse.move(0, 0);
  const session = await context.newCDPSession(window);
  // What was fetched stays, and what was compiled of it.
  const { origin } = new URL(window.url());
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
}

/** A story that begins in a window as good as new. After one that failed the whole browser is another. */
export const test = base.extend<OfStory, OfWorker>({
  window: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport, colorScheme, contextOptions } = project.use;
      const context = await browser.newContext({
        ...contextOptions,
        ...(baseURL !== undefined && { baseURL }),
        ...(viewport !== undefined && { viewport }),
        ...(colorScheme !== undefined && { colorScheme }),
      });
      // Each story begins without a worker of its own: it would fetch everything for a second visit that never comes.
      await context.addInitScript(() => {
        Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
      });
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) => {
          // biome-ignore lint/suspicious/noConsole: this is how a violation is heard outside the page.
          console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
        });
      });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ window }, use) => {
    await empty(window);
    await use(window.context());
  },
  page: async ({ context: _emptied, window, viewport, colorScheme, contextOptions }, use) => {
    const { reducedMotion } = contextOptions;
    await window.emulateMedia({
      media: null,
      colorScheme,
      ...(reducedMotion !== undefined && { reducedMotion }),
    });
    if (viewport !== null) await window.setViewportSize(viewport);
    await use(window);
  },
  beforeEachLoad: async ({ page }, use) => {
    const added: { dispose(): Promise<void> }[] = [];
    await use(async (script) => {
      added.push(await page.addInitScript(script));
    });
    for (const script of added) await script.dispose();
  },
});
