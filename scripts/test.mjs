/**
 * Everything that must hold: types, lint, unit tests, the production build, and the stories in a browser against that
 * build. Goes on after a failure; the last line is the sum, and the exit code says whether all passed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = {
  tsc: join('node_modules', 'typescript', 'bin', 'tsc'),
  biome: join('node_modules', '@biomejs', 'biome', 'bin', 'biome'),
  vitest: join('node_modules', 'vitest', 'vitest.mjs'),
  vite: join('node_modules', 'vite', 'bin', 'vite.js'),
  playwright: join('node_modules', 'playwright', 'cli.js'),
};

mkdirSync(join(root, '.cache'), { recursive: true });
const scratch = mkdtempSync(join(root, '.cache', 'test-'));
const total = { passed: 0, failed: 0 };

function run(title, args, environment = {}) {
  console.log(`\n── ${title}`);
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  console.log(
    `── ${title}: ${status === 0 ? 'passed' : 'FAILED'}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  return status === 0;
}

function runAsOne(title, args) {
  const passed = run(title, args);
  total[passed ? 'passed' : 'failed'] += 1;
  return passed;
}

function runCounted(title, args, environment = {}) {
  const file = join(scratch, `${title}.json`);
  const passed = run(title, args, { ...environment, COUNTS_FILE: file });
  let counts = { passed: 0, failed: 0 };
  try {
    counts = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.log(`${title} left no counts: it counts as one failure.`);
  }
  total.passed += counts.passed;
  total.failed += counts.failed;
  // A run that failed without a failed test (a crash, no test found) must not vanish from the sum.
  if (!passed && counts.failed === 0) total.failed += 1;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

for (const project of ['tsconfig.json', 'src/tsconfig.json', 'src/tsconfig.test.json', 'e2e/tsconfig.json']) {
  runAsOne(`types ${project}`, [bin.tsc, '--noEmit', '-p', project]);
}
runAsOne('lint', [bin.biome, 'check', '--error-on-warnings', '.']);
runCounted('unit tests', [bin.vitest, 'run']);
if (runAsOne('build', [bin.vite, 'build', '--logLevel', 'warn'])) {
  runCounted('stories', [bin.playwright, 'test'], { PREVIEW_PORT: String(await freePort()) });
} else {
  console.log('\nThe stories were not run, as there is no build: they count as one failure.');
  total.failed += 1;
}

rmSync(scratch, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
