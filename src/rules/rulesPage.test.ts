import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { read } from '../lens/index.ts';
import { rules } from './index.ts';
import { lifecycleRules } from './lifecycle/index.ts';
import { rulesPage } from './rulesPage.ts';

it('docs/rules.md is what the rules say: run `npm run docs` after a rule has changed', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'rules.md'), 'utf8');
  const made = rulesPage(rules, lifecycleRules, ({ task }) =>
    read(typeof task === 'string' ? task : JSON.stringify(task, null, 2)),
  );
  expect(page).toBe(made);
});
