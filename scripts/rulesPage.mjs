/** Writes docs/rules.md from the rules: `npm run docs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
});
try {
  const [{ rules }, { lifecycleRules }, { rulesPage }, { read }] = await Promise.all(
    ['rules/index.ts', 'rules/lifecycle/index.ts', 'rules/rulesPage.ts', 'lens/index.ts'].map((file) =>
      server.ssrLoadModule(`/src/${file}`),
    ),
  );
  const page = rulesPage(rules, lifecycleRules, ({ task }) =>
    read(typeof task === 'string' ? task : JSON.stringify(task, null, 2)),
  );
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(join(root, 'docs', 'rules.md'), page);
  console.log(`docs/rules.md: ${rules.length + lifecycleRules.length} rules`);
} finally {
  await server.close();
}
