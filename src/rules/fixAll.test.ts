import { describe, expect, it } from 'vitest';
import { applyChange, newDesign, readingOf } from '../edit/design.ts';
import { isRefusal } from '../model/edit.ts';
import { check } from './check.ts';
import { fixAll } from './fixAll.ts';
import { rules } from './index.ts';
import { ec2, fargate } from './terms/examples.ts';

const designOf = (task: unknown) =>
  newDesign(typeof task === 'string' ? task : JSON.stringify(task, null, 2));
const errorsOf = (design: ReturnType<typeof designOf>) =>
  check(readingOf(design)).filter(({ severity }) => severity === 'error');

describe('fixing all that is safe', () => {
  it('mends a task that is broken in many ways, in one change', () => {
    const broken = designOf(
      fargate(
        {
          networkMode: undefined,
          taskDefinitionArn: 'arn:aws:ecs:eu-central-1:111122223333:task-definition/shop:1',
        },
        {
          dependsOn: [
            { containerName: 'sidecra', condition: 'HEALTHY' },
            { containerName: 'third', condition: 'SUCCESS' },
          ],
          portMappings: [{ containerPort: 80, hostPort: 8080 }],
          cpu: '64',
          stopTimeout: 300,
        },
        { healthCheck: { command: ['CMD-SHELL', 'exit 0'], interval: 1 }, startTimeout: 30 },
        { startTimeout: 30 },
      ),
    );
    expect(errorsOf(broken).length).toBeGreaterThanOrEqual(7);
    const fixed = fixAll(broken);
    expect(fixed?.left.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(fixed?.change.label).toBe(`Fix ${fixed?.done.length} problems`);
    const once = fixed && applyChange(broken, fixed.change);
    expect(once).toEqual(fixed?.after);
    expect(once && !isRefusal(once) && fixAll(once)).toBeUndefined();
  });

  it('makes only fixes that are safe, and those once', () => {
    const design = designOf(ec2({}, { privileged: true, stopTimeout: 1, name: undefined }));
    const fixed = fixAll(design);
    expect(fixed?.done.map(({ finding }) => finding.rule)).toEqual(['stop-timeout-low']);
    expect(fixed?.left.map(({ rule }) => rule)).toContain('name-missing');
  });

  it('carries fixes in one list out from where the others leave it', () => {
    const options = Object.fromEntries(['A', 'B', 'C'].map((name) => [name, '']));
    const environment = ['A', 'A', 'B', 'B', 'B', 'C'].map((name, index) => ({ name, value: `${index}` }));
    const design = designOf(ec2({}, { environment, dockerLabels: options }));
    const after = fixAll(design)?.after;
    expect(after && readingOf(after).task.containerDefinitions?.[0]?.environment).toEqual([
      { name: 'A', value: '1' },
      { name: 'B', value: '4' },
      { name: 'C', value: '5' },
    ]);
  });

  it('has nothing to do where nothing is safe to mend', () => {
    expect(fixAll(designOf(fargate({ cpu: '100' })))).toBeUndefined();
    expect(fixAll(designOf(fargate({ family: 'shop-{INSERT name}' })))).toBeUndefined();
    expect(fixAll(designOf('{"family": '))).toBeUndefined();
  });

  it('refuses to be made on another text than it was put together for', () => {
    const fixed = fixAll(designOf(ec2({}, { stopTimeout: 1 })));
    const other = fixed && applyChange(designOf(ec2({}, { stopTimeout: 0 })), fixed.change);
    expect(isRefusal(other)).toBe(true);
  });

  it('leaves a fix out that does not keep its word', () => {
    const design = designOf(ec2());
    const useless = {
      rule: 'x',
      severity: 'error' as const,
      path: ['family'],
      message: 'Still there.',
      fix: { label: 'Do', safe: true, edits: [{ op: 'set' as const, path: ['family'], value: 'y' }] },
    };
    expect(fixAll(design, { check: () => [useless] })).toBeUndefined();
  });

  it('leaves a fix out that brings more errors than it takes', () => {
    const design = designOf(ec2());
    const error = { rule: 'x', severity: 'error' as const, path: ['family'], message: 'Refused.' };
    const fix = {
      label: 'Do',
      safe: true,
      edits: [{ op: 'set' as const, path: ['family'], value: 'worse' }],
    };
    const judge = ({ task }: ReturnType<typeof readingOf>) =>
      task.family === 'worse' ? ['a', 'b'].map((rule) => ({ ...error, rule })) : [{ ...error, fix }];
    expect(fixAll(design, { check: judge })).toBeUndefined();
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    'ends on every bad example of %s, with no more errors',
    (_, rule) => {
      for (const { task } of rule.examples.bad) {
        const design = designOf(task);
        const fixed = fixAll(design);
        if (!fixed) continue;
        expect(errorsOf(fixed.after).length).toBeLessThanOrEqual(errorsOf(design).length);
        expect(applyChange(design, fixed.change)).toEqual(fixed.after);
      }
    },
  );
});
