import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/rules/rule.ts';
import { rowsOf } from './rowsOf.ts';

const app = (rule: string, severity: Finding['severity'], ...path: (string | number)[]): Finding => ({
  rule,
  severity,
  node: 'container:app',
  path: ['containerDefinitions', 0, ...path],
  message: `About ${path.join(' ')}.`,
});
const findings: readonly Finding[] = [
  { rule: 'size', severity: 'info', path: ['cpu'], message: 'Odd size.' },
  app('image', 'warning', 'image'),
  app('name', 'error', 'name'),
  app('image', 'warning', 'image'),
];
const titles = new Map([
  ['size', 'A size that is sold'],
  ['image', 'An image has a tag'],
  ['name', 'A name is short'],
]);
const keys = (rows: ReturnType<typeof rowsOf>) => rows.map(({ key }) => key);
const all = { severity: 'all', needle: '', grouping: 'node' } as const;

describe('the rows of the problems', () => {
  it('stand by container, the gravest first and in each as well, else as the text has them, with keys of their own', () => {
    expect(keys(rowsOf(findings, titles, all))).toEqual([
      'group app',
      'name /containerDefinitions/0/name',
      'image /containerDefinitions/0/image',
      'image /containerDefinitions/0/image 2',
      'group Task',
      'size /cpu',
    ]);
    const asGrave = findings.map((finding) => ({ ...finding, severity: 'info' as const }));
    expect(keys(rowsOf(asGrave, titles, all))[0]).toBe('group Task');
  });

  it('stand by kind, the gravest kind first, each named after where it is', () => {
    const rows = rowsOf(findings, titles, { ...all, grouping: 'rule' });
    expect(rows.map(({ title }) => title)).toEqual([
      'A name is short',
      'app',
      'An image has a tag',
      'app',
      'app',
      'A size that is sold',
      'Task',
    ]);
    expect(rows[2]).toMatchObject({ kind: 'group', count: 2, severity: 'warning' });
  });

  it('are found by all words of title, message, place and name together', () => {
    expect(keys(rowsOf(findings, titles, { ...all, needle: 'APP tag ' })).slice(1)).toEqual([
      'image /containerDefinitions/0/image',
      'image /containerDefinitions/0/image 2',
    ]);
    expect(rowsOf(findings, titles, { ...all, needle: 'app sold' })).toEqual([]);
  });

  it('keep their keys behind a filter', () => {
    expect(keys(rowsOf(findings, titles, { ...all, severity: 'error' }))).toEqual([
      'group app',
      'name /containerDefinitions/0/name',
    ]);
  });
});
