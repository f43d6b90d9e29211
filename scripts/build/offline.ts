/** Writes the service worker beside the page, with the list of all files of the build and a version made of them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const source = fileURLToPath(new URL('serviceWorker.mjs', import.meta.url));
/** What nobody needs without a network, or cannot be in its own list. */
const LEFT_OUT = /(^|\/)(sw\.js|notices\.txt|.*\.map)$/;

/** The files of a built folder as addresses relative to the page, which itself is `./` and comes first. */
export function listed(files: readonly string[]): readonly string[] {
  const kept = files.filter((file) => file !== 'index.html' && !LEFT_OUT.test(file)).sort();
  return ['./', ...kept];
}

export function offline(): Plugin {
  let folder = '';
  return {
    name: 'offline',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    closeBundle() {
      const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
      const files = listed(paths);
      const hash = createHash('sha256').update(readFileSync(source));
      for (const file of files)
        hash.update(file).update(readFileSync(join(folder, file === './' ? 'index.html' : file)));
      const head = `const VERSION = ${JSON.stringify(hash.digest('hex').slice(0, 12))};\nconst FILES = ${JSON.stringify(files)};\n`;
      writeFileSync(join(folder, 'sw.js'), head + readFileSync(source, 'utf8'));
    },
  };
}
