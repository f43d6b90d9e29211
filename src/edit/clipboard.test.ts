import { describe, expect, test } from 'vitest';
import { isRefusal } from '../model/edit.ts';
import type { Change } from './change.ts';
import { copyContainers, pasteContainers } from './clipboard.ts';
import { applyChange, type Design, newDesign, readingOf } from './design.ts';

const TASK = `{
  "family": "orders",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "acme/app:1",
      "x-kept": { "a": 1 }, // the main one
      "dependsOn": [{ "containerName": "init", "condition": "SUCCESS" }],
      "mountPoints": [{ "sourceVolume": "shared", "containerPath": "/shared" }]
    },
    { "name": "init", "image": "acme/init:1", "essential": false }
  ],
  "volumes": [{ "name": "shared" }]
}
`;

function paste(design: Design, text: string): Design {
  const change = pasteContainers(text);
  if (isRefusal(change)) throw new Error(change.refused);
  return apply(design, change);
}

function apply(design: Design, change: Change): Design {
  const next = applyChange(design, change);
  if (isRefusal(next)) throw new Error(next.refused);
  return next;
}

describe('copy', () => {
  test('one container is copied as its own text without the indentation, with comments and unknown members', () => {
    const copied = copyContainers(readingOf(newDesign(TASK)), ['container:app']);
    expect(copied.split('\n').slice(0, 4)).toEqual([
      '{',
      '  "name": "app",',
      '  "image": "acme/app:1",',
      '  "x-kept": { "a": 1 }, // the main one',
    ]);
  });

  test('several are a list in the order of the task, and none is nothing', () => {
    const reading = readingOf(newDesign(TASK));
    const copied = copyContainers(reading, ['container:init', 'container:app']);
    expect(copied.startsWith('[\n  {\n    "name": "app"')).toBe(true);
    expect(copied.endsWith('"essential": false }\n]')).toBe(true);
    expect(copyContainers(reading, [])).toBe('');
  });
});

describe('paste', () => {
  test('containers pasted beside themselves get unused names, and what is between them follows', () => {
    const design = newDesign(TASK);
    const copied = copyContainers(readingOf(design), ['container:app', 'container:init']);
    const { task } = readingOf(paste(design, copied));
    expect(task.containerDefinitions?.map((one) => one?.name)).toEqual(['app', 'init', 'app-2', 'init-2']);
    expect(task.containerDefinitions?.[2]?.dependsOn).toEqual([
      { containerName: 'init-2', condition: 'SUCCESS' },
    ]);
    expect(task.containerDefinitions?.[2]?.mountPoints?.[0]?.sourceVolume).toBe('shared');
    expect(task.volumes).toEqual([{ name: 'shared' }]);
  });

  test('one container alone keeps what it waits for in the task', () => {
    const design = newDesign(TASK);
    const pasted = paste(design, copyContainers(readingOf(design), ['container:app']));
    expect(readingOf(pasted).task.containerDefinitions?.[2]?.dependsOn).toEqual([
      { containerName: 'init', condition: 'SUCCESS' },
    ]);
    expect(pasted.text).toContain('"x-kept"');
  });

  test('a whole task brings its volumes; one that means something else gets another name', () => {
    const other = JSON.stringify({
      family: 'x',
      volumes: [{ name: 'shared', host: { sourcePath: '/h' } }, { name: 'tmp' }],
      containerDefinitions: [
        {
          name: 'web',
          image: 'i',
          mountPoints: [{ sourceVolume: 'shared' }, { sourceVolume: 'tmp' }],
          links: ['db:d'],
        },
        { name: 'db', image: 'i', volumesFrom: [{ sourceContainer: 'web' }] },
      ],
    });
    const { task } = readingOf(paste(newDesign(TASK), other));
    expect(task.volumes).toEqual([
      { name: 'shared' },
      { name: 'shared-2', host: { sourcePath: '/h' } },
      { name: 'tmp' },
    ]);
    const web = task.containerDefinitions?.[2];
    expect(web?.mountPoints?.map((one) => one?.sourceVolume)).toEqual(['shared-2', 'tmp']);
    expect(web?.links).toEqual(['db:d']);
  });

  test('the output of describe-task-definition and any nesting are understood, and nulls are left out', () => {
    const describeOutput =
      '{"taskDefinition":{"revision":3,"containerDefinitions":[{"name":"a","image":"b","user":null}]},"tags":[]}';
    const pasted = paste(newDesign('{"containerDefinitions":[]}'), describeOutput);
    expect(JSON.parse(pasted.text)).toEqual({ containerDefinitions: [{ name: 'a', image: 'b' }] });
  });

  test('a key __proto__ is a key like any other', () => {
    const pasted = paste(newDesign('{}'), '{"name":"a","image":"b","__proto__":{"x":1}}');
    expect(pasted.text).toContain('"__proto__"');
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test('what is no JSON, or holds no container, is refused with the place', () => {
    const broken = pasteContainers('{\n  "name": "a" "image": }');
    expect(isRefusal(broken) && broken.refused).toMatch(/Line 2, column \d+/);
    const empty = pasteContainers('[1, {"name": "shared"}]');
    expect(isRefusal(empty) && empty.refused).toContain('no container definition');
    expect(isRefusal(pasteContainers(''))).toBe(true);
  });
});
