import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { patch, read } from '../lens/index.ts';
import { isRefusal } from '../model/edit.ts';
import { formatPath } from '../model/path.ts';
import type { Reading } from '../model/reading.ts';
import { check, checkWith } from './check.ts';
import { rules } from './index.ts';
import type { Example, Finding, Rule } from './rule.ts';
import { ec2, fargate } from './terms/examples.ts';

const NOT_ENTRIES = new Set([
  'check.ts',
  'checkLifecycle.ts',
  'described.ts',
  'findingsFor.ts',
  'fixAll.ts',
  'index.ts',
  'rule.ts',
  'rulesPage.ts',
  'toFargate.ts',
]);

describe('the list of rules', () => {
  it('has one rule for each id, written in kebab-case', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('holds exactly the rules of the files in this folder', async () => {
    const files = readdirSync(import.meta.dirname).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !NOT_ENTRIES.has(file),
    );
    const inFiles = new Set<string>();
    for (const file of files) {
      const name = file.slice(0, -'.ts'.length);
      const module: Readonly<Record<string, readonly Rule[]>> = await import(
        /* @vite-ignore */ `./${name}.ts`
      );
      for (const exported of Object.values(module)) for (const rule of exported) inFiles.add(rule.id);
    }
    expect([...inFiles].sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it('says what each rule means, why, and since when that is known', () => {
    for (const rule of rules) {
      expect(rule.title, rule.id).toMatch(/^\S.*[^.\s]$/);
      expect(rule.why.length, rule.id).toBeGreaterThan(30);
      expect(rule.why, rule.id).toMatch(/\.$/);
      expect(rule.source.text, rule.id).not.toBe('');
      expect(rule.source.checked, rule.id).toMatch(/^\d{4}-\d\d-\d\d$/);
      if (rule.source.url) expect(() => new URL(rule.source.url ?? ''), rule.id).not.toThrow();
      expect(rule.examples.good.length, rule.id).toBeGreaterThan(0);
      expect(rule.examples.bad.length, rule.id).toBeGreaterThan(0);
      for (const { title } of [...rule.examples.good, ...rule.examples.bad])
        expect(title, rule.id).not.toBe('');
    }
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.examples.bad.map((example) => [example.title, example] as const))(
    'reports the bad example "%s"',
    (_title, example) => {
      const found = findingsOf(example).filter((finding) => finding.rule === rule.id);
      expect(found).not.toEqual([]);
      for (const finding of found) {
        expect(finding.severity).toBe(rule.severity);
        expect(finding.message).toMatch(/^\S.{20,}[.…]$/s);
        expect(finding.message).not.toMatch(/undefined|null,|NaN|\[object/);
      }
    },
  );

  it.each(rule.examples.bad.map((example) => [example.title, example] as const))(
    'has no other error in the bad example "%s"',
    (_title, example) => {
      const findings = findingsOf(example);
      const own = findings.filter((finding) => finding.rule === rule.id);
      const others = findings.filter((finding) => finding.severity === 'error' && !own.includes(finding));
      // What lies too deep to be read is also of a wrong type further up.
      const apart = rule.id === 'too-large' ? others.filter(({ rule: id }) => id !== 'wrong-type') : others;
      expect(apart.map(words)).toEqual([]);
    },
  );

  it.each(rule.examples.good.map((example) => [example.title, example] as const))(
    'is silent on the good example "%s", which ECS accepts',
    (_title, example) => {
      const findings = findingsOf(example);
      expect(findings.filter((finding) => finding.rule === rule.id).map(words)).toEqual([]);
      expect(findings.filter(({ severity }) => severity === 'error').map(words)).toEqual([]);
    },
  );

  it('has a good example that is close to a bad one', () => {
    const distances = rule.examples.good.flatMap((good) =>
      rule.examples.bad.map((bad) => leavesApart(jsonOf(good), jsonOf(bad))),
    );
    expect(Math.min(...distances)).toBeLessThan(NEAR_MISS);
  });

  it('mends what it offers to mend, and nothing else', () => {
    for (const example of rule.examples.bad) {
      const before = reading(example);
      for (const finding of findingsOf(example))
        if (finding.rule === rule.id) mended(before, finding, example);
    }
  });
});

/** So many values may differ between an example that is refused and the nearest that is accepted. */
const NEAR_MISS = 13;

/** Applies the fix of a finding and holds the result against what a fix promises. */
function mended(before: Reading, finding: Finding, options: Example): void {
  const { fix } = finding;
  if (!fix) return;
  expect(fix.label).toMatch(/^[A-Z]/);
  expect(fix.label).not.toMatch(/undefined|\.$/);
  expect(fix.edits.length).toBeGreaterThan(0);
  const text = patch(before.text, before.source, fix.edits);
  if (isRefusal(text)) throw new Error(`${fix.label}: ${text.refused}`);
  const after = check(read(text, before.source), options);
  const key = ({ rule, path, message }: Finding) => `${rule} ${formatPath(path)} ${message}`;
  expect(after.map(key), fix.label).not.toContain(key(finding));
  const errors = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === 'error');
  const known = new Set(errors(findingsOf(options)).map(({ rule }) => rule));
  const fresh = errors(after).filter(({ rule }) => !known.has(rule));
  expect(fresh.map(words), fix.label).toEqual([]);
  expect(errors(after).length, fix.label).toBeLessThanOrEqual(errors(findingsOf(options)).length);
  const wanted = fix.edits.map((edit) => {
    const place = before.places.member('from' in edit ? edit.from : edit.path);
    const old = place ? before.text.slice(place.start, place.end) : '';
    const fresh = 'value' in edit ? JSON.stringify(edit.value, null, 2) : '';
    return `${old}\n${fresh}\n`.split('\n').length;
  });
  // The brackets of a list that is new or empty now may move to other lines.
  const allowed = wanted.reduce((sum, lines) => sum + lines, 3);
  expect(linesApart(before.text, text), fix.label).toBeLessThanOrEqual(allowed);
}

describe('check', () => {
  it('turns a rule that throws into a finding and lets the others go on', () => {
    const [one] = rules;
    if (!one) throw new Error('no rules');
    const broken: Rule = {
      ...one,
      id: 'broken',
      severity: 'error',
      *check() {
        yield { path: ['family'], message: 'Told before it broke.' };
        throw new Error('cannot read x');
      },
    };
    const last: Rule = { ...one, id: 'last', check: () => [{ path: ['cpu'], message: 'Told after it.' }] };
    const findings = checkWith([broken, last], reading({ title: '', task: fargate() }));
    expect(findings.map(({ rule, severity }) => [rule, severity]).sort()).toEqual([
      ['broken', 'error'],
      ['broken', 'info'],
      ['last', one.severity],
    ]);
    expect(findings.find(({ severity }) => severity === 'info')?.message).toContain('cannot read x');
  });

  it('orders findings as they stand in the text, and names the card they belong to', () => {
    const task = ec2(
      { volumes: [{ name: 'a b' }] },
      { name: 'app', privileged: true, stopTimeout: 0 },
      { name: 'app', image: '' },
    );
    const findings = check(reading({ title: '', task }));
    const starts = findings.map(({ path }) => formatPath(path));
    expect(starts.indexOf('containerDefinitions[0].stopTimeout')).toBeLessThan(
      starts.indexOf('containerDefinitions[1].image'),
    );
    const node = (id: string) => findings.find(({ rule }) => rule === id)?.node;
    expect(node('stop-timeout-low')).toBe('container:app');
    expect(node('image-missing')).toBe('container:app#2');
    expect(node('volume-name-chars')).toBe('volume:a b');
  });

  it('tells of a text that is no JSON only where it stops being so', () => {
    const findings = check(read('{"family": "a b", "containerDefinitions": ['));
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['syntax']));
  });

  it('does not hold against a list of containers what stands elsewhere', () => {
    const text = JSON.stringify([
      {
        name: 'app',
        image: 'nginx:1.27',
        mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
        secrets: [{ name: 'DB', valueFrom: '/shop/db' }],
        dependsOn: [{ containerName: 'nobody', condition: 'START' }],
      },
    ]);
    const errors = check(read(text)).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule }) => rule)).toEqual(['dep-unknown']);
  });

  it('judges nothing that is a placeholder or unreadable', () => {
    const task = fargate(
      { cpu: '$CPU', memory: '1', executionRoleArn: '$ROLE', networkMode: '$MODE' },
      { secrets: [{ name: 'DB', valueFrom: '/shop/db' }], essential: 'no', dependsOn: 'nobody' },
    );
    const ids = check(reading({ title: '', task })).flatMap(({ rule, severity }) =>
      severity === 'error' ? rule : [],
    );
    expect(ids.sort()).toEqual(['placeholder', 'placeholder', 'placeholder', 'wrong-type', 'wrong-type']);
  });

  it('does not call missing what stands there under a misspelt name', () => {
    const task = ec2({}, { image: undefined, Image: 'nginx:1.27', memory: undefined, memmory: 64 });
    const errors = check(reading({ title: '', task })).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule }) => rule)).toEqual(['unknown-member', 'unknown-member']);
  });

  it('renames a member together with what is misspelt below it', () => {
    const before = reading({
      title: '',
      task: ec2({ volumes: [{ name: 'v' }] }, { MountPoints: [{ SourceVolume: 'v', ContainerPath: '/v' }] }),
    });
    const fix = check(before).find(({ rule }) => rule === 'unknown-member')?.fix;
    const text = patch(before.text, before.source, fix?.edits ?? []);
    expect(isRefusal(text) ? text : check(read(text)).filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
  });

  it('lets no mark in a name turn the words behind it', () => {
    const container = {
      name: 'a\u202Eb',
      image: 'i:1',
      memory: 9,
      hostname: '<h\u202E>',
      'no\u202Emember': 1,
      dependsOn: [{ containerName: '\u2067c', condition: 'START' }],
    };
    const found = check(reading({ title: '', task: { family: 'x', containerDefinitions: [container] } }));
    expect(found.map(({ message }) => message).join(' ')).toContain('"\\u2067c"');
    for (const { message, fix } of found)
      expect(`${message}${fix?.label}`).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('survives names that are members of every object', () => {
    const task = JSON.parse(
      '{"family":"x","containerDefinitions":[{"name":"__proto__","image":"i","memory":9,"dependsOn":[{"containerName":"constructor","condition":"START"}],"dockerLabels":{"__proto__":"1"}}]}',
    );
    const errors = check(reading({ title: '', task })).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule }) => rule)).toEqual(['dep-unknown']);
  });
});

function reading({ task }: Example): Reading {
  return read(typeof task === 'string' ? task : JSON.stringify(task, null, 2));
}

const foundIn = new Map<Example, readonly Finding[]>();

/** What is found in an example, as it stands: found once, as several tests ask. */
function findingsOf(example: Example): readonly Finding[] {
  const findings = foundIn.get(example) ?? check(reading(example), example);
  foundIn.set(example, findings);
  return findings;
}

function words({ rule, path, message }: Finding): string {
  return `${rule} at ${formatPath(path)}: ${message}`;
}

function jsonOf({ task }: Example): unknown {
  if (typeof task !== 'string') return task;
  try {
    return JSON.parse(task);
  } catch {
    return task;
  }
}

/** How many values stand in one of two JSON values only. */
function leavesApart(a: unknown, b: unknown): number {
  const left = new Set(leaves(a));
  const right = new Set(leaves(b));
  return (
    [...left].filter((leaf) => !right.has(leaf)).length + [...right].filter((leaf) => !left.has(leaf)).length
  );
}

function leaves(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}=${String(value)}`];
  const entries = Object.entries(value);
  return entries.length === 0
    ? [path]
    : entries.flatMap(([key, one]) => leaves(one, `${path}/${/^\d+$/.test(key) ? '*' : key}`));
}

function linesApart(a: string, b: string): number {
  const count = (text: string) => {
    const found = new Map<string, number>();
    for (const line of text.split('\n')) {
      const bare = line.trim().replace(/,$/, '');
      found.set(bare, (found.get(bare) ?? 0) + 1);
    }
    return found;
  };
  const left = count(a);
  const right = count(b);
  let apart = 0;
  for (const line of new Set([...left.keys(), ...right.keys()])) {
    apart += Math.abs((left.get(line) ?? 0) - (right.get(line) ?? 0));
  }
  return apart;
}
