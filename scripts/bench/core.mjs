/** Times the core in Node: read, applyChange, check, simulate, layout; with CORPUS, a folder of real files, these too. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { groups } from './coreFigures.mjs';

export async function measureCore(root) {
  const outDir = join(root, '.cache', 'bench', 'core');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { ssr: join(root, 'scripts', 'bench', 'entry.mjs'), outDir, emptyOutDir: true, minify: false },
  });
  const address = pathToFileURL(join(outDir, 'entry.js')).href;
  const rows = [];
  for (const group of Object.keys(groups)) rows.push(...(await inItsOwnProcess(address, group)));
  return rows;
}

function inItsOwnProcess(address, group) {
  // As they are: a limit that there is none of is `undefined`, and JSON has no word for that.
  const child = fork(fileURLToPath(new URL('coreGroup.mjs', import.meta.url)), [address, group], {
    serialization: 'advanced',
  });
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) =>
      reject(new Error(`The group "${group}" ended with ${code} and no figures.`)),
    );
  });
}
