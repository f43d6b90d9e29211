/** Gathers the licences of everything that is bundled into notices.txt beside the page. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly texts: readonly string[];
}

const licenceFile = /^(licen[cs]e|notice|copying|third-?party-?notices)/i;

/** The folder of the package that a module belongs to; undefined for our own modules and virtual ones. */
export function packageFolder(moduleId: string): string | undefined {
  const path = moduleId.replace(/^\0/, '').replace(/\?.*$/, '');
  const match = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path);
  return match?.[1];
}

/** Name, version, licence and licence texts of the package in a folder; licence "unknown" when it names none. */
export function readPackage(folder: string): Bundled {
  const manifest: { name?: unknown; version?: unknown; license?: unknown } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const texts = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim());
  return {
    name: String(manifest.name ?? folder.split(sep).pop()),
    version: String(manifest.version ?? ''),
    licence: typeof manifest.license === 'string' ? manifest.license : 'unknown',
    texts,
  };
}

/** The page's text: our own licence first, then each package once, by name. */
export function writeNotices(own: string, packages: readonly Bundled[]): string {
  const rule = '\n\n----------------------------------------------------------------------\n\n';
  const sections = packages.map(({ name, version, licence, texts }) =>
    [
      `${name} ${version} (${licence})`,
      ...(texts.length > 0 ? texts : ['The package holds no licence text.']),
    ].join('\n\n'),
  );
  return `${[`Task Designer for Amazon ECS\n\n${own.trim()}`, 'It is built with the following packages.', ...sections].join(rule)}\n`;
}

/** The plugin, and its twin for the workers, whose modules are bundled apart. */
export function notices(root: string): { page: () => Plugin; worker: () => Plugin } {
  const folders = new Set<string>();
  const gather = (ids: Iterable<string>) => {
    for (const id of ids) {
      const folder = packageFolder(id);
      if (folder && existsSync(join(folder, 'package.json'))) folders.add(folder);
    }
  };
  return {
    page: () => ({
      name: 'notices',
      apply: 'build',
      generateBundle(_options, bundle) {
        gather(this.getModuleIds());
        // Fonts that style sheets name are no modules.
        for (const output of Object.values(bundle)) {
          if (output.type === 'asset') gather(output.originalFileNames.map((file) => resolve(root, file)));
        }
        const packages = [...folders].map(readPackage).sort((a, b) => a.name.localeCompare(b.name, 'en'));
        const own = readFileSync(join(root, 'LICENSE'), 'utf8');
        this.emitFile({ type: 'asset', fileName: 'notices.txt', source: writeNotices(own, packages) });
      },
    }),
    worker: () => ({
      name: 'notices-of-workers',
      generateBundle() {
        gather(this.getModuleIds());
      },
    }),
  };
}
