import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContainerDefinition } from './containerDefinition.ts';
import { findCycles, wouldCycle } from './cycles.ts';
import { graph } from './graph.ts';
import type { TaskDefinition } from './taskDefinition.ts';
import { startWaves } from './waves.ts';

/** `{a: 'b c'}`: a waits for b and c. */
function waiting(order: Readonly<Record<string, string>>): TaskDefinition {
  return {
    containerDefinitions: Object.entries(order).map(
      ([name, others]): ContainerDefinition => ({
        name,
        dependsOn: others
          .split(' ')
          .filter((other) => other !== '')
          .map((containerName) => ({ containerName, condition: 'START' })),
      }),
    ),
  };
}

const waves = (task: TaskDefinition) =>
  Object.fromEntries([...startWaves(task)].map(([key, wave]) => [key.slice('container:'.length), wave]));
const cycles = (task: TaskDefinition) =>
  findCycles(task).map(({ nodes }) => nodes.map((key) => key.slice('container:'.length)).join(' '));

/** Any task of up to eight containers whose dependencies are drawn at random. */
const anyTask = fc
  .array(fc.array(fc.nat(7), { maxLength: 4 }), { minLength: 1, maxLength: 8 })
  .map((lists) =>
    waiting(
      Object.fromEntries(
        lists.map((list, index) => [`c${index}`, list.map((other) => `c${other % lists.length}`).join(' ')]),
      ),
    ),
  );

/** The same without a circle: each waits only for some that stand before it. */
const anyOrderedTask = fc
  .array(fc.array(fc.nat(7), { maxLength: 4 }), { minLength: 1, maxLength: 8 })
  .chain((lists) => {
    const waits = lists.map((list, index): readonly [string, string] => [
      `c${index}`,
      index === 0 ? '' : [...new Set(list.map((other) => `c${other % index}`))].join(' '),
    ]);
    return fc.shuffledSubarray(waits, { minLength: waits.length });
  })
  .map((waits) => waiting(Object.fromEntries(waits)));

describe('start waves', () => {
  it('put a container after the last of those it waits for', () => {
    expect(waves(waiting({ app: 'init envoy', init: '', envoy: 'config', config: 'init' }))).toEqual({
      app: 3,
      init: 0,
      envoy: 2,
      config: 1,
    });
  });

  it('count what ECS adds', () => {
    const task: TaskDefinition = {
      containerDefinitions: [
        { name: 'app', logConfiguration: { logDriver: 'awsfirelens' } },
        { name: 'router', firelensConfiguration: { type: 'fluentbit' } },
      ],
    };
    expect(waves(task)).toEqual({ app: 1, router: 0 });
  });

  it('begin a circle with the container that stands first', () => {
    expect(waves(waiting({ a: 'c', b: 'a', c: 'b', after: 'c', self: 'self' }))).toEqual({
      a: 0,
      b: 1,
      c: 2,
      after: 3,
      self: 0,
    });
  });

  it('let nobody be held back by a container that waits for itself', () => {
    expect(waves(waiting({ x: 'self', self: 'self' }))).toEqual({ x: 1, self: 0 });
  });

  it('keep a container right of a chain even when it also waits for a circle', () => {
    expect(waves(waiting({ a: '', b: 'a', c: 'd', d: 'c', x: 'b c' }))).toEqual({
      a: 0,
      b: 1,
      c: 0,
      d: 1,
      x: 2,
    });
  });

  it('rise along every dependency of a task without circles', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        const found = startWaves(task);
        expect(found.size).toBe(task.containerDefinitions?.length);
        if (findCycles(task).length > 0) return;
        for (const { from, to } of graph(task).dependencies) {
          expect(found.get(to)).toBeGreaterThan(found.get(from) ?? Number.POSITIVE_INFINITY);
        }
      }),
    );
  });

  it('survive a chain of twenty thousand', () => {
    const order: Record<string, string> = {};
    for (let index = 0; index < 20_000; index += 1) order[`c${index}`] = index === 0 ? '' : `c${index - 1}`;
    const task = waiting(order);
    expect(startWaves(task).get('container:c19999')).toBe(19_999);
    expect(findCycles(task)).toEqual([]);
  });
});

describe('circles', () => {
  it('are told in the order of waiting, from the container that stands first', () => {
    expect(cycles(waiting({ a: 'c', b: 'a', c: 'b', d: 'a' }))).toEqual(['a c b']);
  });

  it('of one and of two are both found', () => {
    expect(cycles(waiting({ a: 'a b', b: 'a' }))).toEqual(['a', 'a b']);
  });

  it('that share a container are all found', () => {
    expect(cycles(waiting({ a: 'b c', b: 'a', c: 'd', d: 'a' }))).toEqual(['a b', 'a c d']);
  });

  it('run through links and volumesFrom too', () => {
    const task: TaskDefinition = {
      containerDefinitions: [
        { name: 'a', links: ['b:other'] },
        { name: 'b', volumesFrom: [{ sourceContainer: 'c' }] },
        { name: 'c', dependsOn: [{ containerName: 'a', condition: 'START' }] },
      ],
    };
    expect(findCycles(task).map(({ edges }) => edges.map(({ condition }) => condition))).toEqual([
      ['START', 'CREATE', 'START'],
    ]);
  });

  it('are found in a ring of twenty thousand', () => {
    const order: Record<string, string> = {};
    for (let index = 0; index < 20_000; index += 1) order[`c${index}`] = `c${(index + 1) % 20_000}`;
    expect(findCycles(waiting(order)).map(({ nodes }) => nodes.length)).toEqual([20_000]);
  });

  it('each dependency of a circle leads from one of its containers to the next', () => {
    fc.assert(
      fc.property(anyTask, (task) => {
        for (const { nodes, edges } of findCycles(task)) {
          expect(edges.map(({ to }) => to)).toEqual(nodes);
          expect(edges.map(({ from }) => from)).toEqual([...nodes.slice(1), nodes[0]]);
        }
      }),
    );
  });
});

describe('a new dependency', () => {
  const task = waiting({ a: 'b', b: 'c', c: '', d: 'b' });

  it('would close the circle that it completes', () => {
    expect(wouldCycle(task, 'container:a', 'container:c')).toEqual([
      'container:c',
      'container:a',
      'container:b',
    ]);
  });

  it('on oneself is a circle of one', () => {
    expect(wouldCycle(task, 'container:a', 'container:a')).toEqual(['container:a']);
  });

  it('along the order closes nothing', () => {
    expect(wouldCycle(task, 'container:c', 'container:a')).toBeUndefined();
    expect(wouldCycle(task, 'container:d', 'container:a')).toBeUndefined();
  });

  it('of a router on an app that logs through it closes nothing, because ECS then adds no order', () => {
    const routed: TaskDefinition = {
      containerDefinitions: [
        { name: 'app', logConfiguration: { logDriver: 'awsfirelens' } },
        { name: 'router', firelensConfiguration: { type: 'fluentbit' } },
      ],
    };
    expect(wouldCycle(routed, 'container:app', 'container:router')).toBeUndefined();
  });

  it('is foretold exactly: the task with it has a circle through both', () => {
    fc.assert(
      fc.property(anyOrderedTask, fc.nat(7), fc.nat(7), (before, first, second) => {
        const names = (before.containerDefinitions ?? []).map((definition) => definition?.name ?? '');
        const from = names[first % names.length] ?? '';
        const to = names[second % names.length] ?? '';
        expect(findCycles(before)).toEqual([]);
        const after: TaskDefinition = {
          containerDefinitions: (before.containerDefinitions ?? []).map((definition) =>
            definition?.name === to
              ? {
                  ...definition,
                  dependsOn: [...(definition.dependsOn ?? []), { containerName: from, condition: 'START' }],
                }
              : definition,
          ),
        };
        const foretold = wouldCycle(before, `container:${from}`, `container:${to}`);
        expect(foretold !== undefined).toBe(findCycles(after).length > 0);
      }),
    );
  });
});
