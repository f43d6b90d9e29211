/**
 * Everything that must hold: types, lint, unit tests, the production build, and the stories in a browser against that
 * build. Goes on after a failure; what failed is named at the end, the last line is the sum, and the exit code says
 * whether all passed.
 */
import { spawn } from 'node:child_process';
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

/** Runs one check: whether it passed, and what it said where that is not to be seen as it comes (`quiet`). */
function run(title, args, { env = {}, quiet = false } = {}) {
  const began = performance.now();
  if (!quiet) console.log(`\n── ${title}`);
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['inherit', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const took = `${((performance.now() - began) / 1000).toFixed(1)} s`;
      if (said !== '') console.log(said.trimEnd());
      console.log(`── ${title}: ${code === 0 ? 'passed' : 'FAILED'}, ${took}`);
      resolve({ passed: code === 0, said });
    });
  });
}

function fail(name, error) {
  total.failed += 1;
  failures.push({ name, error });
}

async function runAsOne(title, args) {
  const { passed, said } = await run(title, args, { quiet: true });
  if (passed) total.passed += 1;
  else fail(title, firstLines(said));
  return passed;
}

async function runCounted(title, args, env = {}) {
  const file = join(scratch, `${title}.json`);
  const { passed } = await run(title, args, { env: { ...env, COUNTS_FILE: file } });
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

// All of it, and `src/` again as what it has to be: without a browser.
const projects = ['tsconfig.json', 'src/tsconfig.json'];
// Each takes one core, so two go at a time.
const checks = [
  ...projects.map((project) => [`types ${project}`, [bin.tsc, '--noEmit', '--checkers', '1', '-p', project]]),
  ['build', [bin.vite, 'build', '--logLevel', 'warn']],
  ['lint', [bin.biome, 'check', '--error-on-warnings', '--diagnostic-level=warn', '.']],
];
const passed = new Set();
async function takeChecks() {
  for (let check = checks.shift(); check !== undefined; check = checks.shift()) {
    if (await runAsOne(...check)) passed.add(check[0]);
  }
}
await Promise.all([takeChecks(), takeChecks()]);

await runCounted('unit tests', [bin.vitest, 'run']);
if (passed.has('build')) {
  await runCounted('stories', [bin.playwright, 'test'], { PREVIEW_PORT: String(await freePort()) });
} else {
  fail('stories', ['They were not run, as there is no build: they count as one failure.']);
}

rmSync(scratch, { recursive: true, force: true });
list('needed a second try', again);
list('failed', failures);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
