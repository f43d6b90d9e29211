import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { patch, read } from '../../lens/index.ts';
import { isRefusal } from '../../model/edit.ts';
import { defaultScenario } from '../../simulate/defaults.ts';
import { simulate } from '../../simulate/simulate.ts';
import { check } from '../check.ts';
import { checkLifecycle, lifecycleWith } from '../checkLifecycle.ts';
import { rules } from '../index.ts';
import { fargate } from '../terms/examples.ts';
import { lifecycleRules } from './index.ts';
import type { LifecycleRule, LifeExample } from './lifecycleRule.ts';

describe('the rules of a life', () => {
  it('lists one rule a file, each named as its file, none named as another rule', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => /^[a-z-]+\.ts$/.test(file));
    const names = files.map((file) => file.slice(0, -'.ts'.length)).filter((name) => name !== 'index');
    expect(lifecycleRules.map(({ id }) => id).sort()).toEqual(names.sort());
    const others = new Set(rules.map(({ id }) => id));
    expect(lifecycleRules.filter(({ id }) => others.has(id))).toEqual([]);
  });

  it.each(lifecycleRules.map((rule) => [rule.id, rule] as const))(
    '%s says what it means and why',
    (_, rule) => {
      expect(rule.title).toMatch(/^\S.*[^.\s]$/);
      expect(rule.why).toMatch(/^.{30,}\.$/s);
      expect(rule.source.checked).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(rule.examples.good.length).toBeGreaterThan(0);
      expect(rule.examples.bad.length).toBeGreaterThan(0);
    },
  );

  it.each(examples('bad'))('%s reports "%s"', (_id, _title, rule, example) => {
    const found = lived(example).filter((finding) => finding.rule === rule.id);
    expect(found).not.toEqual([]);
    for (const { severity, message, at, until, path, node } of found) {
      expect(severity).toBe(rule.severity);
      expect(message).toMatch(/^\S.{20,}\.$/s);
      expect(message).not.toMatch(/undefined|NaN|Infinity|\d\.\d{2,}/);
      expect(at).toBeGreaterThanOrEqual(0);
      if (until !== undefined) expect(until).toBeGreaterThanOrEqual(at);
      expect(path.length).toBeGreaterThan(1);
      expect(node).toMatch(/^container:/);
    }
  });

  it.each(examples('good'))('%s is silent on "%s"', (_id, _title, rule, example) => {
    expect(lived(example).filter((finding) => finding.rule === rule.id)).toEqual([]);
  });

  it.each([...examples('good'), ...examples('bad')])(
    '%s takes for "%s" a task that ECS accepts',
    (_id, _title, _rule, example) => {
      expect(check(reading(example)).filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  it.each(examples('bad'))('%s mends "%s" where it offers to', (_id, _title, rule, example) => {
    const before = reading(example);
    for (const { fix, rule: id, container } of lived(example)) {
      if (id !== rule.id || !fix) continue;
      const text = patch(before.text, before.source, fix.edits);
      if (isRefusal(text)) throw new Error(text.refused);
      const task = JSON.parse(text);
      const again = lived({ ...example, task }).filter(
        (one) => one.rule === id && one.container === container,
      );
      expect(again).toEqual([]);
      expect(check(read(text)).filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  it('turns a rule that throws into a finding, and lets the others go on', () => {
    const [one] = lifecycleRules;
    if (!one) throw new Error('no rules');
    const life = lifeOf({ title: '', task: fargate() });
    const broken: LifecycleRule = {
      ...one,
      id: 'broken',
      // biome-ignore lint/correctness/useYield: it breaks before it says anything
      *check() {
        throw new Error('cannot read x');
      },
    };
    const last: LifecycleRule = {
      ...one,
      id: 'last',
      check: () => [{ path: ['cpu'], message: 'Told after it.', at: 3, container: 'app' }],
    };
    expect(lifecycleWith([broken, last], life).map(({ rule }) => rule)).toEqual(['broken', 'last']);
  });

  it('lets no mark in a name turn the words behind it, and says who waits for itself', () => {
    const name = 'a\u202Eb';
    const itself = { name, image: 'i:1', dependsOn: [{ containerName: name, condition: 'START' }] };
    const task = JSON.stringify({ family: 'x', containerDefinitions: [itself] });
    const [{ message } = { message: '' }] = checkLifecycle(read(task));
    expect(message).toContain('"a\\u202eb" waits for "a\\u202eb" to be START, and that is itself');
    expect(message).not.toContain('\u202E');
  });

  it('says nothing of a text that cannot be read', () => {
    expect(checkLifecycle(read('{"family": '))).toEqual([]);
  });
});

function examples(kind: 'good' | 'bad') {
  return lifecycleRules.flatMap((rule) =>
    rule.examples[kind].map((example) => [rule.id, example.title, rule, example] as const),
  );
}

function reading({ task }: LifeExample) {
  return read(typeof task === 'string' ? task : JSON.stringify(task, null, 2));
}

function lifeOf(example: LifeExample) {
  const read = reading(example);
  const scenario = { ...defaultScenario(read.task), behaviours: example.behaviours ?? {} };
  return { reading: read, scenario, run: simulate(read.task, scenario) };
}

function lived(example: LifeExample) {
  const { reading, scenario } = lifeOf(example);
  return checkLifecycle(reading, scenario);
}
