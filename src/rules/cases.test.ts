/**
 * Task definitions with the verdict of Amazon ECS. REGISTRATION_CASES names another file of the same format.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from '../lens/index.ts';
import type { Path } from '../model/path.ts';
import { formatPath, isWithin, samePath } from '../model/path.ts';
import { check } from './check.ts';
import { rules } from './index.ts';
import type { Finding } from './rule.ts';

interface Case {
  readonly id: string;
  readonly verdict: 'rejected' | 'accepted';
  readonly rule: string | null;
  readonly altRules?: readonly string[];
  readonly path: Path;
  readonly altPaths?: readonly Path[];
  readonly violations?: readonly string[];
  readonly paths?: readonly Path[];
  readonly confidence?: 'low';
  readonly task: unknown;
}

interface Violation {
  readonly rules: readonly string[];
  readonly paths: readonly Path[];
}

/** The same matter under a more exact name of ours. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  'unknown-member': ['read-only-member'],
  'image-chars': ['placeholder'],
};

const file = process.env.REGISTRATION_CASES ?? join(import.meta.dirname, 'registration-cases.data.json');
const { cases }: { cases: readonly Case[] } = JSON.parse(readFileSync(file, 'utf8'));
const known = new Set(rules.map(({ id }) => id));
const written = (one: Case) =>
  violationsOf(one).every((violation) => violation.rules.some((id) => known.has(id)));

describe('registration cases', () => {
  const counted = cases.filter((one) => one.confidence !== 'low');
  const rejected = counted.filter((one) => one.verdict === 'rejected');
  const accepted = counted.filter((one) => one.verdict === 'accepted');

  it.each(rejected.filter(written).map((one) => [one.id, one] as const))(
    'finds what is wrong in %s, and nothing else',
    (_, one) => expect(verdictOn(one)).toEqual([]),
  );

  it.each(accepted.map((one) => [one.id, one] as const))('finds no error in %s', (_, one) =>
    expect(verdictOn(one)).toEqual([]),
  );

  it('has a rule for every rejected case', () => {
    expect(rejected.filter((one) => !written(one)).map(({ id, rule }) => `${id} (${rule})`)).toEqual([]);
  });

  const doubtful = cases.filter((one) => one.confidence === 'low');
  describe.skipIf(doubtful.length === 0)('cases that are not proved, listed and not counted', () => {
    for (const one of doubtful) {
      const wrong = verdictOn(one);
      it.skip(`${one.id}: ${wrong.length === 0 ? 'as assumed' : wrong.join('; ')}`, () => {});
    }
  });
});

/** What is wrong with our findings on a case; empty when they are as they should be. */
function verdictOn(one: Case): string[] {
  const errors = check(read(JSON.stringify(one.task, null, 2))).filter(
    ({ severity }) => severity === 'error',
  );
  const violations = violationsOf(one);
  const missed = violations
    .filter((violation) => !errors.some((finding) => concerns(finding, violation)))
    .map(
      (violation) => `not found: ${violation.rules[0]} at ${violation.paths.map(formatPath).join(' or ')}`,
    );
  const unrelated = errors
    .filter((finding) => !violations.some((violation) => concerns(finding, violation)))
    .map(({ rule, path, message }) => `another matter: ${rule} at ${formatPath(path)}: ${message}`);
  return [...missed, ...unrelated];
}

function violationsOf(one: Case): Violation[] {
  if (one.verdict === 'accepted') return [];
  if (one.violations) {
    return one.violations.map((rule, index) => ({
      rules: namesOf([rule]),
      paths: one.paths?.[index] ? [one.paths[index]] : [],
    }));
  }
  return [
    { rules: namesOf([one.rule ?? '', ...(one.altRules ?? [])]), paths: [one.path, ...(one.altPaths ?? [])] },
  ];
}

function namesOf(ids: readonly string[]): string[] {
  return ids.flatMap((id) => [id, ...(OTHER_NAMES[id] ?? [])]);
}

/** A finding concerns a violation when it is of its rule and at, above or below one of its places. */
function concerns(finding: Finding, violation: Violation): boolean {
  return (
    violation.rules.includes(finding.rule) &&
    violation.paths.some(
      (path) =>
        samePath(path, finding.path) ||
        isWithin(finding.path, path) ||
        (isWithin(path, finding.path) && sameThing(path, finding.path)),
    )
  );
}

/** An ancestor counts while it lies in the same container, volume or proxy configuration. */
function sameThing(path: Path, ancestor: Path): boolean {
  const depth = path[0] === 'containerDefinitions' || path[0] === 'volumes' ? 2 : 1;
  return ancestor.length >= Math.min(depth, path.length);
}
