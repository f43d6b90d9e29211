/** Random changes on random tasks: the text always says what the changes meant, and loses nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../model/edit.ts';
import { graph } from '../model/graph.ts';
import type { Change } from './change.ts';
import { moveNodes } from './changes/canvas.ts';
import {
  addContainer,
  duplicateContainer,
  removeContainer,
  renameContainer,
  reorderContainer,
} from './changes/containers.ts';
import { changeCondition, connect, disconnect } from './changes/dependencies.ts';
import { removeField, setField, toggleEssential } from './changes/fields.ts';
import { routeLogs } from './changes/logs.ts';
import { mount, setReadOnly, unmount } from './changes/mounts.ts';
import { setCapacity, setTaskSize } from './changes/task.ts';
import { addVolume, removeVolume, renameVolume } from './changes/volumes.ts';
import { applyChange, type Design, newDesign, readingOf } from './design.ts';
import { newHistory, record, undo } from './history.ts';
import { applyToJson } from './testing/applyToJson.ts';

const name = fc.constantFrom('app', 'envoy', 'init', 'a-1', 'a', '__proto__', 'constructor');
const extra = fc.dictionary(fc.constantFrom('x-one', 'x-two', 'toString'), fc.jsonValue({ maxDepth: 2 }), {
  maxKeys: 2,
});
const conditions = ['START', 'COMPLETE', 'SUCCESS', 'HEALTHY'] as const;

const container = fc
  .record(
    {
      name,
      image: fc.constantFrom('acme/a:1', 'postgres'),
      essential: fc.boolean(),
      dependsOn: fc.array(fc.record({ containerName: name, condition: fc.constantFrom(...conditions) }), {
        maxLength: 2,
      }),
      links: fc.array(fc.constantFrom('app', 'envoy:e'), { maxLength: 1 }),
      volumesFrom: fc.array(fc.record({ sourceContainer: name }), { maxLength: 1 }),
      mountPoints: fc.array(
        fc.record({ sourceVolume: fc.constantFrom('shared', 'tmp'), containerPath: fc.constant('/x') }),
        {
          maxLength: 2,
        },
      ),
      healthCheck: fc.record({ command: fc.constant(['CMD', 'true']) }),
    },
    { requiredKeys: ['name'] },
  )
  .chain((one) => extra.map((more) => ({ ...more, ...one })));

const task = fc
  .record(
    {
      family: fc.constant('f'),
      containerDefinitions: fc.array(container, { maxLength: 4 }),
      volumes: fc.uniqueArray(fc.record({ name: fc.constantFrom('shared', 'tmp', 'logs') }), {
        maxLength: 3,
        selector: (volume) => volume.name,
      }),
      proxyConfiguration: fc.record({ containerName: name }),
    },
    { requiredKeys: [] },
  )
  .chain((one) => extra.map((more) => ({ ...more, ...one })));

const text = fc.tuple(task, fc.constantFrom(0, 2, 4, '\t'), fc.boolean()).map(([value, indent, returns]) => {
  const json = JSON.stringify(value, null, indent);
  return returns ? json.replaceAll('\n', '\r\n') : json;
});

/** A change picked by numbers, so that it always fits the task as it stands. */
function pick(design: Design, [kind, a, b, c]: readonly [number, number, number, number]): Change {
  const { containers, volumes } = graph(readingOf(design).task);
  const one = containers[a % Math.max(1, containers.length)]?.key ?? 'container:none';
  const two = containers[b % Math.max(1, containers.length)]?.key ?? 'container:none';
  const volume = volumes[b % Math.max(1, volumes.length)]?.key ?? 'volume:none';
  const condition = conditions[c % 4] ?? 'START';
  const index = containers[a % Math.max(1, containers.length)]?.index ?? 0;
  const changes: readonly (() => Change)[] = [
    () => addContainer(),
    () => duplicateContainer(one),
    () => removeContainer(one),
    () => renameContainer(one, `n${c}`),
    () => reorderContainer(one, b),
    () => connect(one, two, condition, { withRemedy: c > 4 }),
    () => disconnect(one, two),
    () => changeCondition(one, two, condition),
    () => toggleEssential(one),
    () => addVolume(c % 2 ? 'efs' : 'task'),
    () => renameVolume(volume, `v${c}`),
    () => removeVolume(volume),
    () => mount(one, volume, { readOnly: c % 2 === 0 }),
    () => unmount(one, volume),
    () => setReadOnly(one, volume, c % 2 === 0),
    () => routeLogs(one, c % 3 === 0 ? undefined : c % 3 === 1 ? 'awslogs' : 'awsfirelens'),
    () => setField(['containerDefinitions', index, 'healthCheck'], { command: ['CMD', `${c}`], interval: c }),
    () => removeField(['containerDefinitions', index, 'healthCheck']),
    () => setCapacity(c % 2 ? ['FARGATE'] : []),
    () => setTaskSize(`${256 * (c + 1)}`, '2048'),
    () => moveNodes({ [one]: { x: a, y: b } }),
  ];
  return (changes[kind % changes.length] ?? addContainer)();
}

const number = fc.nat({ max: 9 });
const steps = fc.array(fc.tuple(fc.nat({ max: 20 }), number, number, number), {
  minLength: 1,
  maxLength: 12,
});

describe('random changes', () => {
  test('the text says what the edits mean, unknown members and parts stay, and undo leads all the way back', () => {
    fc.assert(
      fc.property(text, steps, (start, picks) => {
        const unknown = { v: 3, kept: ['container:app'] };
        const first: Design = { ...newDesign(start), parts: { lesson: unknown } };
        expect(readingOf(first).whole).toBe(true);
        let history = newHistory<number>(first);
        for (const [at, numbers] of picks.entries()) {
          const design = history.present;
          const change = pick(design, numbers);
          const next = applyChange(design, change);
          if (isRefusal(next)) continue;
          const reading = readingOf(design);
          const edits = change.edits(reading.task, { reading, parts: design.parts });
          if (isRefusal(edits)) throw new Error('refused after all');
          expect(readingOf(next).whole).toBe(true);
          expect(JSON.parse(next.text)).toEqual(applyToJson(JSON.parse(design.text), edits));
          expect(next.parts.lesson).toBe(unknown);
          history = record(history, next, {
            label: change.label,
            mergeKey: change.mergeKey,
            at: at * 5000,
            view: at,
          });
        }
        for (let back = undo(history, 0); back !== undefined; back = undo(history, 0)) history = back.history;
        expect(history.present).toBe(first);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
