import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { contentPolicy, contentPolicyTag } from './scripts/build/contentPolicy.ts';
import { lazyEditor } from './scripts/build/lazyEditor.ts';
import { notices } from './scripts/build/notices.ts';
import { offline } from './scripts/build/offline.ts';
import { plainPreview } from './scripts/build/plainPreview.ts';

const licences = notices(fileURLToPath(new URL('.', import.meta.url)));
const countsFile = process.env.COUNTS_FILE;

/** What comes with every first screen around the canvas, whether it is shown, may be asked for by keys at once, or works behind it. */
const partsOfTheFirstScreen = [
  'app/canvas/WelcomeLine.tsx',
  'app/commands/CommandPalette.tsx',
  'app/inspector/InspectorPanel.tsx',
  'app/offline/goOffline.ts',
  'app/palette/AddPanel.tsx',
  'app/shell/Notices.tsx',
  'app/timeline/TimelinePanel.tsx',
];

/** What looks at every task that is opened: its rules, its permissions, its life, its thumbnail. */
const judgesOfTheTask = [
  'app/store/followLife.ts',
  'src/explain/story.ts',
  'src/iam/alongside.ts',
  'src/iam/permissions.ts',
  'src/picture/svg/canvasSvg.ts',
  'src/rules/check.ts',
];

/** Whether a module is one of these files of the project; with it comes what it imports. A path that leads nowhere throws. */
function filesNamed(paths: readonly string[]): (id: string) => boolean {
  const ids = new Set(
    paths.map((path) => realpathSync(new URL(path, import.meta.url)).replaceAll('\\', '/')),
  );
  return (id) => ids.has(id);
}

export default defineConfig({
  base: './',
  // A file that is not there is a 404, in preview too, as on any static host.
  appType: 'mpa',
  plugins: [react(), contentPolicyTag(), lazyEditor(), licences.page(), offline(), plainPreview()],
  worker: {
    format: 'es',
    plugins: () => [licences.worker()],
    // A worker that reads every format holds every lens: what the page loads later is there at once.
    rolldownOptions: { checks: { ineffectiveDynamicImport: false } },
  },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 4500,
    // The policy takes no data: fonts, and every browser that runs this knows modulepreload.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // One file for what is loaded before the canvas, two for what is always fetched right after it, instead of sixty.
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'] },
            { name: 'panels', test: filesNamed(partsOfTheFirstScreen) },
            { name: 'judges', test: filesNamed(judgesOfTheTask) },
          ],
        },
      },
      // Whoever starts the designer wants its address, not how long each plugin took.
      checks: { pluginTimings: false },
    },
  },
  preview: { host: '127.0.0.1', headers: { 'Content-Security-Policy': contentPolicy } },
  test: {
    include: ['src/**/*.test.ts', 'app/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    pool: 'threads',
    // Every core takes files, and a worker loads each module once: none of them keeps what a test did to it.
    maxWorkers: '100%',
    isolate: false,
    // In the whole check properties take the same examples each time; elsewhere they wander.
    setupFiles: countsFile ? ['src/testing/fixedSeed.ts'] : [],
    // A busy machine is no failure.
    testTimeout: 60_000,
    reporters: countsFile ? ['default', './scripts/vitestCounts.mjs'] : ['default'],
  },
});
