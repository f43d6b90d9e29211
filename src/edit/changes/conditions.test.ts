import { describe, expect, test } from 'vitest';
import type { ContainerDefinition } from '../../model/containerDefinition.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import { applyToJson } from '../testing/applyToJson.ts';
import { CONDITIONS, conditionProblems, preselectCondition } from './conditions.ts';

function task(containers: Record<string, ContainerDefinition>): TaskDefinition {
  return {
    containerDefinitions: Object.entries(containers).map(([name, definition]) => ({ name, ...definition })),
  };
}

const CHECK = { command: ['CMD', 'true'] };
const waitsFor = (containerName: string) => ({ dependsOn: [{ containerName, condition: 'START' as const }] });

describe('the condition that is offered first', () => {
  test('is HEALTHY with a health check, SUCCESS for what is not essential, else START', () => {
    const one = task({
      a: { healthCheck: CHECK, essential: false },
      b: { essential: false },
      c: {},
      d: { essential: true },
    });
    expect(['a', 'b', 'c', 'd'].map((name) => preselectCondition(one, `container:${name}`))).toEqual([
      'HEALTHY',
      'SUCCESS',
      'START',
      'START',
    ]);
  });
});

describe('what ECS takes between two containers', () => {
  test('SUCCESS and COMPLETE want a container that is not essential, and the remedy makes it so', () => {
    const before = task({ app: {}, init: { healthCheck: CHECK } });
    const problems = conditionProblems(before, 'container:app', 'container:init');
    expect(problems.START).toBeUndefined();
    expect(problems.HEALTHY).toBeUndefined();
    expect(problems.SUCCESS?.remedy?.label).toBe('Make init non-essential');
    expect(problems.COMPLETE?.refused).toContain('init is essential');
    const after = applyToJson(before, problems.SUCCESS?.remedy?.edits ?? []) as TaskDefinition;
    expect(conditionProblems(after, 'container:app', 'container:init').SUCCESS).toBeUndefined();
  });

  test('the only essential container cannot be made non-essential', () => {
    const one = task({ app: { essential: false }, main: {} });
    const problem = conditionProblems(one, 'container:app', 'container:main').SUCCESS;
    expect(problem?.refused).toContain('only essential container');
    expect(problem?.remedy).toBeUndefined();
  });

  test('HEALTHY wants a health check, and the remedy adds one that suits the image and port', () => {
    const before = task({
      app: {},
      db: { image: 'public.ecr.aws/docker/library/postgres:17' },
      api: { portMappings: [{ containerPort: 3000 }] },
    });
    const db = conditionProblems(before, 'container:app', 'container:db').HEALTHY;
    expect(JSON.stringify(db?.remedy?.edits)).toContain('pg_isready');
    const api = conditionProblems(before, 'container:app', 'container:api').HEALTHY;
    expect(JSON.stringify(api?.remedy?.edits)).toContain('localhost:3000');
    const after = applyToJson(before, db?.remedy?.edits ?? []) as TaskDefinition;
    expect(conditionProblems(after, 'container:app', 'container:db').HEALTHY).toBeUndefined();
  });

  test('a circle is refused under every condition, with its way round', () => {
    const one = task({ a: waitsFor('b'), b: waitsFor('c'), c: { essential: false, healthCheck: CHECK } });
    const problems = conditionProblems(one, 'container:c', 'container:a');
    for (const condition of CONDITIONS) {
      expect(problems[condition]?.refused).toContain('c waits for a waits for b waits for c');
    }
    expect(conditionProblems(one, 'container:a', 'container:a').START?.refused).toBe(
      'a cannot wait for itself.',
    );
  });

  test('links count in a circle, and so does the log router, unless it waits for something itself', () => {
    const linked = task({ a: { links: ['b:db'] }, b: {} });
    expect(conditionProblems(linked, 'container:b', 'container:a').START).toBeDefined();
    const routed = task({
      app: { logConfiguration: { logDriver: 'awsfirelens' } },
      router: { firelensConfiguration: { type: 'fluentbit' } },
    });
    expect(conditionProblems(routed, 'container:router', 'container:app').START).toBeUndefined();
    expect(conditionProblems(routed, 'container:app', 'container:router').START).toBeUndefined();
  });

  test('a container without a name, or called like an earlier one, cannot be waited for', () => {
    const one: TaskDefinition = { containerDefinitions: [{ name: 'a' }, { name: 'a' }, {}, { name: 'b' }] };
    expect(conditionProblems(one, 'container:b', 'container:a#2').START?.refused).toContain(
      'Several containers',
    );
    expect(conditionProblems(one, 'container:b', 'container:').START?.refused).toContain('without a name');
    expect(conditionProblems(one, 'container:b', 'container:a').START).toBeUndefined();
    expect(conditionProblems(one, 'container:b', 'container:gone').START?.refused).toContain(
      'no container gone',
    );
  });
});
