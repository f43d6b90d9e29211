/** What only DescribeTaskDefinition returns, set aside on the way in and given back on the way out. */
import { describe, expect, it } from 'vitest';
import { read } from '../lens/index.ts';
import { check } from '../rules/check.ts';
import { readAny } from './index.ts';
import { register } from './register.ts';
import { samples } from './testing/samples.ts';

describe('a described task', () => {
  const file = [
    '{',
    '    "taskDefinition": {',
    '        "taskDefinitionArn": "arn:aws:ecs:eu-central-1:111122223333:task-definition/shop:7",',
    '        "containerDefinitions": [',
    '            { "name": "web", "image": "acme/web", "command": null, "user": "",',
    '              "environment": [{ "name": "EMPTY", "value": "" }],',
    '              "dockerLabels": { "empty": "" }, "x-kept": "" }',
    '        ],',
    '        "family": "shop",',
    '        "taskRoleArn": null,',
    '        "revision": 7',
    '    },',
    '    "tags": [{ "key": "stage", "value": "" }]',
    '}',
    '',
  ];

  it.each(['\n', '\r\n', '\r'])('becomes a plain file with the line ends %j', (eol) => {
    const [task] = readAny(file.join(eol)).tasks;
    expect(task?.text).toBe(
      [
        '{',
        '    "containerDefinitions": [',
        '        { "name": "web", "image": "acme/web",',
        '          "environment": [{ "name": "EMPTY", "value": "" }],',
        '          "dockerLabels": { "empty": "" }, "x-kept": "" }',
        '    ],',
        '    "family": "shop",',
        '    "tags": [{ "key": "stage", "value": "" }]',
        '}',
        '',
      ].join(eol),
    );
    expect(task?.source).toMatchObject({ lens: 'json', root: [] });
  });

  it('names everything that was taken out or moved, with its place', () => {
    const [task] = readAny(file.join('\n')).tasks;
    expect(task?.losses.map(({ path }) => path.join('.'))).toEqual([
      'taskDefinitionArn',
      'containerDefinitions.0.command',
      'containerDefinitions.0.user',
      'taskRoleArn',
      'revision',
      'tags',
    ]);
  });

  it('keeps what only a description has, with its value', () => {
    const [, wrapped = ''] = samples.describe ?? [];
    const [task] = readAny(wrapped).tasks;
    expect(task?.source.setAside).toMatchObject({
      revision: 7,
      status: 'ACTIVE',
      requiresAttributes: [{ name: 'ecs.capability.task-eni', targetId: null }],
    });
  });

  it('is written without what only a description has, or with it when that is wished', () => {
    const [, wrapped = ''] = samples.describe ?? [];
    const [task] = readAny(wrapped).tasks;
    const written = (described: boolean) =>
      register.write?.(
        read(task?.text ?? '', task?.source).task,
        task?.text ?? '',
        task?.source,
        {},
        { described },
      );
    expect(written(false)?.text).toBe(task?.text);
    expect(JSON.parse(written(true)?.text ?? '')).toEqual({
      ...JSON.parse(task?.text ?? ''),
      ...task?.source.setAside,
    });
    const [again] = readAny(written(true)?.text ?? '').tasks;
    expect(again).toMatchObject({ text: task?.text, source: { setAside: task?.source.setAside } });
  });

  it('leaves no description behind when a member stands twice', () => {
    const [task] = readAny('{"revision": 1, "family": "a", "containerDefinitions": [], "revision": 2}').tasks;
    expect(JSON.parse(task?.text ?? '')).toEqual({ family: 'a', containerDefinitions: [] });
    expect(task?.source.setAside).toEqual({ revision: 2 });
  });

  it('keeps its own tags and says which ones beside it are left out', () => {
    const [task] = readAny(
      '{"taskDefinition": {"family": "a", "containerDefinitions": [], "tags": [{"key": "in"}]}, "tags": [{"key": "out"}]}',
    ).tasks;
    expect(JSON.parse(task?.text ?? '')).toMatchObject({ tags: [{ key: 'in' }] });
    expect(task?.losses).toMatchObject([{ path: ['tags'], message: expect.stringContaining('"out"') }]);
  });

  it('takes an empty list of tags out, wherever it stands', () => {
    for (const text of [
      '{"revision": 1, "family": "a", "containerDefinitions": [], "tags": []}',
      '{"taskDefinition": {"family": "a", "containerDefinitions": []}, "tags": []}',
    ]) {
      const [task] = readAny(text).tasks;
      expect(task?.text).not.toContain('tags');
      expect(task?.losses.some(({ path }) => path[0] === 'tags')).toBe(true);
    }
  });

  it('has no error that its description brought in', () => {
    const [, wrapped = ''] = samples.describe ?? [];
    const [task] = readAny(wrapped).tasks;
    const brought = check(read(task?.text ?? '', task?.source)).filter(({ rule }) =>
      /read-only|null|tags/.test(rule),
    );
    expect(brought).toEqual([]);
  });
});
