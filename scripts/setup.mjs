/**
 * Makes a fresh clone ready: installs the packages of package-lock.json when any is missing or of another version and,
 * with --browser, sees to a Chromium. Does nothing when all is there. Node built-ins only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPlaywrightChromium, findSystemChromium } from './chromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function run(command, args, environment = {}) {
  console.log(`> ${command} ${args.join(' ')}`);
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32' && command === 'npm',
  });
  return !error && status === 0;
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
}

function packagesAreInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    // The builds for other platforms are in the lock file and, rightly, not in the folder.
    if (entry.optional && !present[path]) return true;
    return present[path]?.version === entry.version && existsSync(join(root, path, 'package.json'));
  });
}

function aptInstallsChromium() {
  const isRoot = process.getuid?.() === 0;
  if (process.platform !== 'linux' || !isRoot || !existsSync('/usr/bin/apt-get')) return false;
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], quiet);
  // Older releases have the browser in one package only.
  return ['chromium-headless-shell', 'chromium'].some((name) =>
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet),
  );
}

function playwrightInstallsChromium() {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const cli = join('node_modules', 'playwright', 'cli.js');
  return run(process.execPath, [cli, 'install', ...(asRoot ? ['--with-deps'] : []), 'chromium']);
}

if (!packagesAreInstalled()) {
  console.log('Installing the packages of package-lock.json …');
  // Without --include=dev, NODE_ENV=production would leave the tools out.
  if (!run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])) {
    console.error('npm ci failed: the packages of package-lock.json could not be installed.');
    process.exit(1);
  }
}

if (process.argv.includes('--browser')) {
  const found = async () => findSystemChromium() ?? (await findPlaywrightChromium());
  if (!(await found())) {
    console.log('Installing a Chromium for the browser tests …');
    // Debian's package first: where downloads are blocked, Playwright's retries take minutes.
    if (!aptInstallsChromium() || !(await found())) playwrightInstallsChromium();
    if (!(await found())) {
      console.error(
        'No Chromium was found or could be installed: set CHROMIUM_PATH to one, then run this again.',
      );
      process.exit(1);
    }
  }
}
