/** Weighs what dist/index.html loads by itself, lazy chunks left out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export function measureFirstLoad(dist) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="(?:\.\/)?(assets\/[^"]+)"/g)].map(([, file]) => file);
  const weigh = (extension) =>
    files
      .filter((file) => file.endsWith(extension))
      .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0) / 1024;
  return [
    ['JavaScript that index.html loads', weigh('.js'), 250, 'KiB gzip'],
    ['CSS that index.html loads', weigh('.css'), undefined, 'KiB gzip'],
  ];
}
