import { expect, it } from 'vitest';
import type { Finding } from '../../src/rules/rule.ts';
import { problemsMarkdown } from './problemsMarkdown.ts';

const titles = new Map([
  ['tag', 'An image has a tag'],
  ['env', 'A *secret* is no value'],
]);
const findings: readonly Finding[] = [
  {
    rule: 'tag',
    severity: 'warning',
    node: 'container:app',
    path: ['containerDefinitions', 0, 'image'],
    message: 'The image `web` of <app> has no tag.\nGive it one.',
    fix: { label: 'Write :latest', safe: false, edits: [] },
  },
  { rule: 'env', severity: 'error', path: ['cpu'], message: 'No @team [link](x) here.' },
];

it('writes the problems for a pull request, the gravest first, names never taken for markup', () => {
  const silenced = [{ rule: 'tag', node: 'container:db', reason: 'Pinned by #12' }];
  expect(problemsMarkdown({ name: 'pay`ments', findings, titles, silenced })).toBe(
    [
      '## Problems of `` pay`ments ``',
      '',
      '### ECS would refuse it (1)',
      '',
      '- **A \\*secret\\* is no value** (Task, `cpu`)',
      '  No \\@team \\[link\\](x) here.',
      '',
      '### Fails at launch, or is a mistake (1)',
      '',
      '- **An image has a tag** (app, `containerDefinitions[0].image`)',
      '  The image \\`web\\` of \\<app\\> has no tag. Give it one.',
      '  Fix: Write :latest.',
      '',
      '### 1 accepted finding',
      '',
      '- An image has a tag (db): Pinned by \\#12',
      '',
    ].join('\n'),
  );
});

it('says when there is none', () => {
  expect(problemsMarkdown({ name: 'web', findings: [], titles, silenced: [] })).toBe(
    '## Problems of `web`\n\nNone: every rule was held against it.\n',
  );
});
