/** The rules of who may import whom, as data and as a judge over any set of files. */
import { merelyReExports, readSource } from './source.ts';

/** Text by path, as `src/model/graph.ts`; without tests. */
export type Files = ReadonlyMap<string, string>;

/** For each folder of `src` those that it may import beside itself. */
export const coreLayers: Readonly<Record<string, readonly string[]>> = {
  model: [],
  lens: ['model'],
  simulate: ['model'],
  iam: ['model'],
  edit: ['model', 'lens'],
  expect: ['model', 'simulate'],
  rules: ['model', 'edit', 'simulate', 'iam'],
  picture: ['model', 'simulate', 'iam'],
  explain: ['model', 'simulate', 'iam'],
  formats: ['model', 'lens', 'edit', 'simulate', 'iam', 'rules', 'picture', 'explain'],
  share: ['model', 'lens', 'edit', 'simulate', 'rules', 'picture', 'explain'],
  catalogue: ['model', 'edit'],
  many: ['model', 'lens', 'edit', 'simulate', 'rules', 'formats', 'catalogue'],
  lessons: ['model', 'edit', 'simulate', 'expect', 'catalogue'],
};

/** Folders in which each thing has a file and `index.ts` lists them. */
export const registries: readonly string[] = [
  'src/rules',
  'src/rules/lifecycle',
  'src/simulate/behaviors',
  'src/edit/parts',
  'src/formats',
  'src/catalogue',
  'src/expect',
  'src/iam',
  'src/lessons',
];

/** Packages that a folder of `app` may import; other folders of `app` may import any. */
const packagesOf: Readonly<Record<string, RegExp>> = {
  ui: /^(react|react-dom|@fontsource-variable)(\/|$)/,
};

/** Packages of the screen, which the core must not know. Small parsers are the core's own affair. */
const screenPackages = /^(react|react-dom|reactflow|@xyflow|zustand|monaco-editor|idb-keyval|node:)/;

/** Imports against the layers, each with the reason. */
export function brokenLayers(files: Files): string[] {
  const broken: string[] = [];
  for (const [path, text] of files) {
    for (const name of readSource(text).imports) {
      const reason = name.startsWith('.')
        ? againstLayers(path, resolve(path, name))
        : packageAgainst(path, name);
      if (reason) broken.push(`${path} imports ${name}: ${reason}`);
    }
  }
  return broken;
}

function againstLayers(path: string, target: string): string | undefined {
  const [side = '', folder = ''] = path.split('/');
  const [otherSide = '', otherFolder = ''] = target.split('/');
  if (side === 'e2e') {
    return otherSide === 'src' || otherSide === 'app'
      ? 'a story knows the product only as its users do, through the page.'
      : undefined;
  }
  if (side === 'src') return core(path, target);
  if (side !== 'app' || path.split('/').length < 3) return undefined;
  if (otherSide === 'src') return folder === 'ui' ? 'controls know nothing of task definitions.' : undefined;
  if (otherSide !== 'app') return undefined;
  if (target.split('/').length < 3) return 'a panel is used by the app, it does not use it.';
  const allowed =
    folder === 'ui'
      ? []
      : folder === 'store'
        ? []
        : folder === 'commands'
          ? ['store', 'ui']
          : ['store', 'commands', 'ui'];
  if (otherFolder === folder || allowed.includes(otherFolder)) return undefined;
  return folder === 'ui' || folder === 'store' || folder === 'commands'
    ? `app/${folder} lies below app/${otherFolder}, and lower layers do not know higher ones.`
    : 'panels speak through the stores, so that each can be changed or left out by itself.';
}

function core(path: string, target: string): string | undefined {
  const folder = path.split('/')[1] ?? '';
  const [otherSide, otherFolder = ''] = target.split('/');
  if (otherSide !== 'src') return 'the core runs without a screen, so it must not know one.';
  if (path.split('/').length < 3 || otherFolder === folder) return undefined;
  const allowed = coreLayers[folder];
  if (!allowed)
    return `src/${folder} has no place among the layers yet: give it one in src/testing/layers.ts.`;
  if (allowed.includes(otherFolder)) return undefined;
  const may =
    allowed.length === 0 ? 'nothing beside itself' : allowed.map((name) => `src/${name}`).join(', ');
  return `src/${folder} may import ${may}; whatever stands on it must not be needed to understand it.`;
}

function packageAgainst(path: string, name: string): string | undefined {
  const [side = '', folder = ''] = path.split('/');
  if (side === 'src') {
    return screenPackages.test(name) ? 'the core runs without a screen and without Node.' : undefined;
  }
  const allowed = side === 'app' ? packagesOf[folder] : undefined;
  return allowed && !allowed.test(name) ? `app/${folder} is made of React only.` : undefined;
}

/** Things of a registry that lean on another thing of it. */
export function siblingImports(files: Files): string[] {
  const broken: string[] = [];
  for (const folder of registries) {
    const things = registered(files, folder);
    for (const path of things) {
      for (const name of readSource(files.get(path) ?? '').imports) {
        const target = resolve(path, name);
        if (target !== path && things.has(target)) {
          broken.push(
            `${path} imports ${name}: each thing of ${folder} stands for itself, so that adding or removing one touches two files; move what both need out of them.`,
          );
        }
      }
    }
  }
  return broken;
}

/** The files whose values the list of a registry takes; a type import is that of the folder's type. */
function registered(files: Files, folder: string): ReadonlySet<string> {
  const list = `${folder}/index.ts`;
  const values = (files.get(list) ?? '').replace(/\bimport\s+type\b[^;]*;/g, '');
  return new Set(
    readSource(values)
      .imports.filter((name) => name.startsWith('.'))
      .map((name) => resolve(list, name))
      .filter((path) => path.startsWith(`${folder}/`) && isKebab(path)),
  );
}

/** Files of a registry, named as things are, that neither its list nor anybody else imports: forgotten ones. */
export function unlisted(files: Files): string[] {
  const used = new Set<string>();
  for (const [path, text] of files)
    for (const name of readSource(text).imports) used.add(resolve(path, name));
  return [...files.keys()].flatMap((path) => {
    const folder = registries.find(
      (one) => path.startsWith(`${one}/`) && !path.slice(one.length + 1).includes('/'),
    );
    return folder &&
      files.has(`${folder}/index.ts`) &&
      path !== `${folder}/index.ts` &&
      isKebab(path) &&
      !used.has(path)
      ? [`${path} is imported by nobody: list it in ${folder}/index.ts, or it does nothing.`]
      : [];
  });
}

function isKebab(path: string): boolean {
  return /\/[a-z0-9]+(-[a-z0-9]+)*\.tsx?$/.test(path);
}

/** Circles of imports, type imports too, each told once. */
export function importCircles(files: Files): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string) => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      circles.push(
        `${[...trail.slice(at), path].join(' → ')}: files that need each other are one file that is hard to read; move what both need into a third.`,
      );
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const target of new Set(
      readSource(files.get(path) ?? '').imports.map((name) => resolve(path, name)),
    )) {
      if (files.has(target)) visit(target);
    }
    trail.pop();
    done.add(path);
  };
  for (const path of files.keys()) visit(path);
  return circles;
}

/** Lists that list nothing of their own. */
export function emptyBarrels(files: Files): string[] {
  return [...files]
    .filter(([path, text]) => /\/index\.tsx?$/.test(path) && merelyReExports(text))
    .map(
      ([path]) =>
        `${path} merely re-exports: import the file that has the thing, so that one sees where it is.`,
    );
}

const forbiddenWords: readonly (readonly [RegExp, string])[] = [
  [
    /\bDate\.now\b|\bnew Date\b|\bperformance\b/,
    'time comes in as an argument, so that a run can be repeated.',
  ],
  [/\bMath\.random\b|\bcrypto\b/, 'nothing in the core is left to chance, so that a run can be repeated.'],
  [
    /\b(setTimeout|setInterval|setImmediate|requestAnimationFrame)\b/,
    'the core does its work at once and waits for nobody.',
  ],
  [
    /\b(window|document|localStorage|sessionStorage|navigator|HTMLElement)\s*[.[]/,
    'the core runs without a screen.',
  ],
];

/** Clock, chance and screen in the core. */
export function impurities(files: Files): string[] {
  const found: string[] = [];
  for (const [path, text] of files) {
    if (!path.startsWith('src/')) continue;
    const lines = readSource(text).code.split('\n');
    for (const [pattern, reason] of forbiddenWords) {
      lines.forEach((line, index) => {
        const word = pattern.exec(line)?.[0];
        if (word) found.push(`${path}:${index + 1} says ${word}: ${reason}`);
      });
    }
  }
  return found;
}

/** The path that a relative import means; anything else as it is. */
function resolve(from: string, name: string): string {
  if (!name.startsWith('.')) return name;
  const steps = from.split('/').slice(0, -1);
  for (const step of (name.split('?')[0] ?? '').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
