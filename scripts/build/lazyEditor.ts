/** Breaks the build when the code editor slips into what is loaded before the canvas. */
import type { Plugin, Rollup } from 'vite';

type Bundle = Readonly<Record<string, Rollup.OutputAsset | Rollup.OutputChunk>>;

/** The chunks that the page loads before it shows anything: the entries and what they import statically. */
export function firstLoadChunks(bundle: Bundle): readonly Rollup.OutputChunk[] {
  const seen = new Map<string, Rollup.OutputChunk>();
  const visit = (fileName: string) => {
    const chunk = bundle[fileName];
    if (chunk?.type !== 'chunk' || seen.has(fileName)) return;
    seen.set(fileName, chunk);
    chunk.imports.forEach(visit);
  };
  for (const [fileName, output] of Object.entries(bundle)) {
    if (output.type === 'chunk' && output.isEntry) visit(fileName);
  }
  return [...seen.values()];
}

export function lazyEditor(): Plugin {
  return {
    name: 'lazy-editor',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const chunk of firstLoadChunks(bundle)) {
        const module = chunk.moduleIds.find((id) => id.includes('/node_modules/monaco-editor/'));
        if (module)
          this.error(`${chunk.fileName} is loaded with the page and holds ${module}: import it lazily.`);
      }
    },
  };
}
