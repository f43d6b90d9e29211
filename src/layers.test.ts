import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Files } from './testing/layers.ts';
import {
  brokenLayers,
  emptyBarrels,
  importCircles,
  impurities,
  siblingImports,
  unlisted,
} from './testing/layers.ts';
import { readSource } from './testing/source.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The product's own files; tests may import anything, and so may what serves only tests. */
function productFiles(): Files {
  const files = new Map<string, string>();
  for (const side of ['src', 'app', 'e2e']) {
    for (const entry of readdirSync(`${root}${side}`, { recursive: true, encoding: 'utf8' })) {
      const path = `${side}/${entry.replaceAll('\\', '/')}`;
      if (!/\.tsx?$/.test(path) || /\.test\.tsx?$|\/testing\//.test(path)) continue;
      files.set(path, readFileSync(`${root}${path}`, 'utf8'));
    }
  }
  return files;
}

const files = productFiles();

describe('in this project', () => {
  it('every import follows the layers', () => {
    expect(brokenLayers(files)).toEqual([]);
  });

  it('no two files import each other, directly or in a circle', () => {
    expect(importCircles(files)).toEqual([]);
  });

  it('no thing of a registry leans on another one', () => {
    expect(siblingImports(files)).toEqual([]);
  });

  it('no thing of a registry is forgotten in its list', () => {
    expect(unlisted(files)).toEqual([]);
  });

  it('no index.ts merely re-exports', () => {
    expect(emptyBarrels(files)).toEqual([]);
  });

  it('the core knows no clock, no chance and no screen', () => {
    expect(impurities(files)).toEqual([]);
  });

  it('there are files to judge, and their imports are seen', () => {
    expect(files.has('src/model/graph.ts')).toBe(true);
    expect(readSource(files.get('src/model/graph.ts') ?? '').imports).toContain('./dependencies.ts');
  });
});

describe('the judge', () => {
  const tree = (entries: Readonly<Record<string, string>>): Files => new Map(Object.entries(entries));

  it.each([
    ['src/model/a.ts', "import type { B } from '../lens/b.ts';"],
    ['src/lens/a.ts', "export { b } from '../edit/b.ts';"],
    ['src/rules/deep/a.ts', "const b = await import('../../formats/b.ts');"],
    ['src/model/a.ts', "import {\n  one,\n  two,\n} from '../../app/store/b.ts';"],
    ['src/new/a.ts', "import { b } from '../model/b.ts';"],
    ['src/edit/a.ts', "import { create } from 'zustand';"],
    ['app/ui/A.tsx', "import { b } from '../../src/model/b.ts';"],
    ['app/ui/A.tsx', "import { create } from 'zustand';"],
    ['app/store/a.ts', "import { b } from '../canvas/b.ts';"],
    ['app/canvas/A.tsx', "import type { B } from '../timeline/B.tsx';"],
    ['app/canvas/A.tsx', "import { App } from '../App.tsx';"],
    ['app/json/a.ts', "new Worker(new URL('../exchange/b.ts', import.meta.url));"],
    ['e2e/a.spec.ts', "import { b } from '../src/model/b.ts';"],
  ])('finds fault with %s: %s', (path, text) => {
    const [fault, ...more] = brokenLayers(tree({ [path]: text }));
    expect(fault).toMatch(/^\S+ imports \S+: [a-z].+\.$/);
    expect(more).toEqual([]);
  });

  it.each([
    ['src/rules/a.ts', "import { b } from '../model/b.ts';\nimport { c } from '../simulate/c.ts';"],
    ['src/lens/a.ts', "import { parse } from 'jsonc-parser';"],
    ['src/model/a.ts', "// import { b } from '../edit/b.ts';"],
    ['src/model/a.ts', 'const text = "import { b } from \'../edit/b.ts\'";'],
    ['app/canvas/A.tsx', "import { b } from '../ui/B.tsx';\nimport { c } from '../../src/model/c.ts';"],
    ['app/App.tsx', "import { b } from './canvas/B.tsx';"],
    ['e2e/a.spec.ts', "const built = new URL('../dist', import.meta.url);"],
  ])('finds no fault with %s: %s', (path, text) => {
    expect(brokenLayers(tree({ [path]: text }))).toEqual([]);
  });

  it('finds circles through type imports', () => {
    expect(
      importCircles(
        tree({
          'src/model/a.ts': "import type { B } from './b.ts';",
          'src/model/b.ts': "import { c } from './c.ts';",
          'src/model/c.ts': "export * from './a.ts';",
        }),
      ),
    ).toEqual([
      expect.stringMatching(
        /^src\/model\/a\.ts → src\/model\/b\.ts → src\/model\/c\.ts → src\/model\/a\.ts: /,
      ),
    ]);
  });

  it('finds siblings, but not the type of the folder and not what lies in a folder of its own', () => {
    const registry = {
      'src/rules/index.ts':
        "import type { Rule } from './rule.ts';\nimport { one } from './one.ts';\nimport { two } from './two-b.ts';\nexport const rules: Rule[] = [one, two];",
      'src/rules/rule.ts': '',
      'src/rules/terms/words.ts': '',
      'src/rules/two-b.ts': "import type { Rule } from './rule.ts';\nimport { a } from './terms/words.ts';",
    };
    expect(siblingImports(tree({ ...registry, 'src/rules/one.ts': "import './rule.ts';" }))).toEqual([]);
    expect(
      siblingImports(tree({ ...registry, 'src/rules/one.ts': "import { two } from './two-b.ts';" })),
    ).toHaveLength(1);
  });

  it('finds a thing that its list forgot', () => {
    expect(
      unlisted(
        tree({
          'src/rules/index.ts': 'export const rules = [];',
          'src/rules/ports.ts': 'export const x = 1;',
          'src/rules/checkAll.ts': 'export const y = 1;',
        }),
      ),
    ).toEqual([expect.stringMatching(/^src\/rules\/ports\.ts is imported by nobody: /)]);
  });

  it('tells a list from a barrel', () => {
    expect(
      emptyBarrels(
        tree({
          'src/a/index.ts':
            "/** All. */\nexport { a } from './a.ts';\nexport type { B } from './b.ts';\nexport * from './c.ts';",
          'src/b/index.ts': "import { a } from './a.ts';\nexport const list = [a];",
          'src/c/other.ts': "export { a } from './a.ts';",
        }),
      ),
    ).toEqual([expect.stringMatching(/^src\/a\/index\.ts merely re-exports: /)]);
  });

  it.each([
    'Date.now()',
    'new Date(0)',
    'Math.random()',
    'setTimeout(f, 1)',
    'performance.now()',
    'crypto.randomUUID()',
  ])('finds %s in the core, and not in a comment or a text', (word) => {
    expect(impurities(tree({ 'src/model/a.ts': `const x = 1;\nconst a = 1 / ${word} / 3;` }))).toEqual([
      expect.stringMatching(/^src\/model\/a\.ts:2 says /),
    ]);
    const quoted = `// ${word}\n/* ${word} */\nconst a = '${word}' + "${word}";\nconst r = /${word.replace(/[/()]/g, '')}/;`;
    expect(impurities(tree({ 'src/model/a.ts': quoted, 'app/store/b.ts': word }))).toEqual([]);
  });
});
