/**
 * Measures and prints a table: `npm run bench`, or a part with --core or --browser, or of those with --browser scrubbing.
 * Figures are for the reader; no test depends on them.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { measureBrowser } from './bench/browser.mjs';
import { measureCore } from './bench/core.mjs';
import { measureFirstLoad } from './bench/firstLoad.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const only = process.argv.slice(2).filter((word) => word.startsWith('--'));
const parts = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const wanted = (part) => only.length === 0 || only.includes(`--${part}`);

const rows = [];
if (wanted('core')) rows.push(...(await measureCore(root)));
if (wanted('browser')) {
  await build({ root, logLevel: 'error' });
  rows.push(...measureFirstLoad(join(root, 'dist')));
  rows.push(...(await measureBrowser(root, parts)));
}

function shown(value) {
  if (Number.isNaN(value)) return '–';
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3);
}

const width = Math.max(...rows.map(([title]) => title.length));
console.log(`\n${'figure'.padEnd(width)}  ${'measured'.padStart(10)}  ${'limit'.padStart(7)}  unit`);
for (const [title, value, limit, unit, note] of rows) {
  const verdict = limit === undefined || Number.isNaN(value) ? '' : value <= limit ? '  within' : '  OVER';
  const bound = limit === undefined ? '' : String(limit);
  console.log(
    `${title.padEnd(width)}  ${shown(value).padStart(10)}  ${bound.padStart(7)}  ${unit}${verdict}${note === undefined ? '' : `  (${note})`}`,
  );
}
