/**
 * Everything that must hold: types, lint, unit tests, the production build, and the stories in a browser against that
 * build. Goes on after a failure; what failed is named at the end, the last line is the sum, and the exit code says
 * whether all passed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { firstLines } from './firstLines.mjs';

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

/** Everything that failed and each story that needed a second try: {name, error: its first lines}. */
const failures = [];
const again = [];

function run(title, args, options) {
  console.log(`\n── ${title}`);
  const started = performance.now();
  const { env, ...rest } = options;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    ...rest,
  });
  const said = `${stderr ?? ''}${stdout ?? ''}`;
  if (said !== '') console.log(said.trimEnd());
  console.log(
    `── ${title}: ${status === 0 ? 'passed' : 'FAILED'}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  return { passed: status === 0, said };
}

function fail(name, error) {
  total.failed += 1;
  failures.push({ name, error });
}

function runAsOne(title, args) {
  const { passed, said } = run(title, args, { maxBuffer: Number.POSITIVE_INFINITY });
  if (passed) total.passed += 1;
  else fail(title, firstLines(said));
  return passed;
}

function runCounted(title, args, env = {}) {
  const file = join(scratch, `${title}.json`);
  const { passed } = run(title, args, { stdio: 'inherit', env: { ...env, COUNTS_FILE: file } });
  let counts;
  try {
    counts = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    fail(title, ['It left no counts: it counts as one failure.']);
    return;
  }
  total.passed += counts.passed;
  total.failed += counts.failed;
  failures.push(...counts.failures);
  again.push(...(counts.again ?? []));
  // A run that failed without a failed test (a crash, no test found) must not vanish from the sum.
  if (!passed && counts.failed === 0) fail(title, ['It failed without a failed test.']);
}

function list(heading, entries) {
  if (entries.length === 0) return;
  console.log(`\n── ${heading}`);
  for (const { name, error } of entries)
    console.log([name, ...error.map((line) => `    ${line}`)].join('\n'));
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
runAsOne('lint', [bin.biome, 'check', '--error-on-warnings', '--diagnostic-level=warn', '.']);
runCounted('unit tests', [bin.vitest, 'run']);
if (runAsOne('build', [bin.vite, 'build', '--logLevel', 'warn'])) {
  runCounted('stories', [bin.playwright, 'test'], { PREVIEW_PORT: String(await freePort()) });
} else {
  fail('stories', ['They were not run, as there is no build: they count as one failure.']);
}

rmSync(scratch, { recursive: true, force: true });
list('needed a second try', again);
list('failed', failures);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
