import { describe, expect, test } from 'vitest';
import { isRefusal } from '../model/edit.ts';
import type { Change } from './change.ts';
import { moveNodes } from './changes/canvas.ts';
import { addContainer, removeContainer, renameContainer } from './changes/containers.ts';
import { connect, disconnect } from './changes/dependencies.ts';
import { applyEdits, removeField, setField, toggleEssential } from './changes/fields.ts';
import { routeLogs } from './changes/logs.ts';
import { mount, unmount } from './changes/mounts.ts';
import { applyChange, type Design, newDesign, readingOf, withText } from './design.ts';

function apply(design: Design, change: Change): Design {
  const next = applyChange(design, change);
  if (isRefusal(next)) throw new Error(next.refused);
  return next;
}

function refusal(design: Design, change: Change): string {
  const next = applyChange(design, change);
  return isRefusal(next) ? next.refused : 'it was done';
}

const TWO =
  '{"containerDefinitions":[{"name":"app","image":"a"},{"name":"init","image":"b","essential":false}]}';

describe('the one door', () => {
  test('a change that changes nothing gives the very same design', () => {
    const design = newDesign(TWO);
    expect(apply(design, setField(['containerDefinitions', 0, 'image'], 'a'))).toBe(design);
    expect(apply(design, renameContainer('container:app', 'app'))).toBe(design);
    expect(apply(design, moveNodes({}))).toBe(design);
    expect(apply(design, applyEdits('Nothing', []))).toBe(design);
  });

  test('a text that cannot be read as a whole takes no edits and says where it ends, but cards may be moved', () => {
    const design = newDesign('{"containerDefinitions":[\n  {"name":"app",]}');
    expect(refusal(design, addContainer())).toMatch(/only be changed as text. Line 2, column \d+/);
    expect(apply(design, moveNodes({ 'container:app': { x: 1, y: 2 } })).parts.layout?.moved).toEqual({
      'container:app': { x: 1, y: 2 },
    });
  });

  test('a value of the wrong type is not written over, until the change says that it replaces it', () => {
    const design = newDesign('{"containerDefinitions":[{"name":"app","essential":"yes"},{"name":"b"}]}');
    const toggle = toggleEssential('container:app');
    const refused = applyChange(design, toggle);
    expect(isRefusal(refused) && refused.refused).toContain('containerDefinitions[0].essential');
    expect(isRefusal(refused) && refused.refused).toContain('"yes"');
    const remedy = isRefusal(refused) ? (refused.remedy?.edits ?? []) : [];
    const replaced = apply(design, applyEdits('Replace it', remedy, { replaces: true }));
    expect(replaced.text).toBe('{"containerDefinitions":[{"name":"app","essential":false},{"name":"b"}]}');
  });

  test('a list that cannot be read is not extended in silence', () => {
    const text =
      '{"containerDefinitions":[{"name":"app","dependsOn":"init"},{"name":"init","essential":false}]}';
    expect(refusal(newDesign(text), connect('container:app', 'container:init', 'SUCCESS'))).toContain(
      'dependsOn',
    );
  });

  test('the same text is read once, whatever happens to the parts', () => {
    const design = newDesign(TWO);
    const moved = apply(design, moveNodes({ 'container:app': { x: 1, y: 2 } }));
    expect(readingOf(moved)).toBe(readingOf(design));
  });

  test('what belongs to a container follows its new name and leaves with it', () => {
    const design = apply(newDesign(TWO), moveNodes({ 'container:app': { x: 1, y: 2 } }));
    const renamed = apply(design, renameContainer('container:app', 'web'));
    expect(renamed.parts.layout?.moved).toEqual({ 'container:web': { x: 1, y: 2 } });
    expect(apply(renamed, removeContainer('container:web')).parts).toEqual({});
  });
});

describe('text typed by hand', () => {
  test('a name typed letter by letter keeps the card where it is, also across text that does not parse', () => {
    let design = apply(newDesign(TWO), moveNodes({ 'container:app': { x: 1, y: 2 } }));
    let { task } = readingOf(design);
    for (const typed of ['"ap"', '"a"', '""', '"', '"w', '"w"', '"we"', '"web"']) {
      design = withText(design, TWO.replace('"app"', typed), task);
      if (readingOf(design).whole) task = readingOf(design).task;
    }
    expect(design.parts.layout?.moved).toEqual({ 'container:web': { x: 1, y: 2 } });
  });
});

describe('defaults', () => {
  test('essential left out is left out again, and one that was written stays written', () => {
    for (const essential of ['', ',"essential":true', ',"essential":null']) {
      const design = newDesign(`{"containerDefinitions":[{"name":"app"${essential}},{"name":"b"}]}`);
      const off = apply(design, toggleEssential('container:app'));
      expect(readingOf(off).task.containerDefinitions?.[0]?.essential).toBe(false);
      const on = apply(off, toggleEssential('container:app'));
      expect(on).toEqual(design);
    }
  });

  test('the last dependency takes the list with it, unless the list stood there empty or null before', () => {
    const both = (list: string) =>
      newDesign(`{"containerDefinitions":[{"name":"app"${list}},{"name":"init","essential":false}]}`);
    for (const list of ['', ',"dependsOn":[]', ',"dependsOn":null']) {
      const connected = apply(both(list), connect('container:app', 'container:init', 'SUCCESS'));
      expect(apply(connected, disconnect('container:app', 'container:init'))).toEqual(both(list));
    }
    const written = both(',"dependsOn":[{"containerName":"init","condition":"SUCCESS"}]');
    expect(apply(written, disconnect('container:app', 'container:init')).text).toBe(both('').text);
  });

  test('lines between empty brackets go when something comes between them, and come back with the last of it', () => {
    const text = [
      '{',
      '    "containerDefinitions":  [',
      '        {',
      '            "name":  "app",',
      '            "image":  "a:1",',
      '            "mountPoints":  [',
      '',
      '                            ],',
      '            "dockerLabels":  {',
      '',
      '                             }',
      '        }',
      '    ],',
      '    "volumes":  [{ "name":  "work" }]',
      '}',
    ].join('\n');
    const path = ['containerDefinitions', 0, 'dockerLabels', 'team'];
    const before = newDesign(text);
    const mounted = apply(before, mount('container:app', 'volume:work'));
    const labelled = apply(mounted, setField(path, 'orders'));
    expect(labelled.text.split('\n').slice(5, 14)).toEqual([
      '            "mountPoints":  [',
      '                                {',
      '                                    "sourceVolume":  "work",',
      '                                    "containerPath":  "/work"',
      '                                }',
      '                            ],',
      '            "dockerLabels":  {',
      '                                 "team":  "orders"',
      '                             }',
    ]);
    const unmounted = apply(labelled, unmount('container:app', 'volume:work'));
    expect(apply(unmounted, removeField(path)).text).toBe(text);
  });

  test('how a default was written is remembered for the container, wherever it moves and however it is called', () => {
    const off = apply(newDesign(TWO), toggleEssential('container:app'));
    const renamed = apply(off, renameContainer('container:app', 'web'));
    const first = apply(
      renamed,
      applyEdits('Move', [
        { op: 'move', from: ['containerDefinitions', 0], path: ['containerDefinitions', 1] },
      ]),
    );
    expect(apply(first, toggleEssential('container:web')).text).not.toContain('"essential":true');
  });
});

describe('references', () => {
  const text = JSON.stringify({
    containerDefinitions: [
      {
        name: 'a',
        image: 'i',
        links: ['b:alias', 'b'],
        dependsOn: [{ containerName: 'b', condition: 'START' }],
      },
      { name: 'b', image: 'i', volumesFrom: [{ sourceContainer: 'b' }] },
      { name: 'c', image: 'i', volumesFrom: [{ sourceContainer: 'b' }, { sourceContainer: 'a' }] },
      { name: 'b', image: 'second' },
    ],
    proxyConfiguration: { containerName: 'b' },
  });

  test('all of them follow a rename, aliases stay', () => {
    const { task } = readingOf(apply(newDesign(text), renameContainer('container:b', 'bb')));
    const [a, b, c, second] = task.containerDefinitions ?? [];
    expect(a?.links).toEqual(['bb:alias', 'bb']);
    expect(a?.dependsOn?.[0]?.containerName).toBe('bb');
    expect(b?.volumesFrom?.[0]?.sourceContainer).toBe('bb');
    expect(c?.volumesFrom?.map((one) => one?.sourceContainer)).toEqual(['bb', 'a']);
    expect(second?.name).toBe('b');
    expect(task.proxyConfiguration?.containerName).toBe('bb');
  });

  test('none of them follows the second container of a name', () => {
    const next = apply(newDesign(text), renameContainer('container:b#2', 'bb'));
    expect(next.text).toBe(text.replace('{"name":"b","image":"second"}', '{"name":"bb","image":"second"}'));
  });

  test('all of them go with the last container of the name', () => {
    const one = apply(newDesign(text), removeContainer('container:b#2'));
    expect(readingOf(one).task.proxyConfiguration?.containerName).toBe('b');
    const none = apply(one, removeContainer('container:b'));
    expect(JSON.parse(none.text)).toEqual({
      containerDefinitions: [
        { name: 'a', image: 'i' },
        { name: 'c', image: 'i', volumesFrom: [{ sourceContainer: 'a' }] },
      ],
    });
  });

  test('a name that is taken, or empty, is refused', () => {
    expect(refusal(newDesign(text), renameContainer('container:a', 'b'))).toContain(
      'Another container is called b',
    );
    expect(refusal(newDesign(text), renameContainer('container:a', ''))).toContain('needs a name');
    expect(refusal(newDesign(text), renameContainer('container:nobody', 'x'))).toContain(
      'no container nobody',
    );
  });
});

describe('logs', () => {
  test('awslogs gets the family, and the region that the task speaks of', () => {
    const design = newDesign(
      '{"family":"orders","containerDefinitions":[{"name":"a","image":"1.dkr.ecr.eu-central-1.amazonaws.com/a"}]}',
    );
    const routed = readingOf(apply(design, routeLogs('container:a', 'awslogs'))).task;
    expect(routed.containerDefinitions?.[0]?.logConfiguration).toEqual({
      logDriver: 'awslogs',
      options: {
        'awslogs-group': '/ecs/orders',
        'awslogs-region': 'eu-central-1',
        'awslogs-stream-prefix': 'a',
      },
    });
  });

  test('another driver takes the place of options and secrets, unknown members stay', () => {
    const design = newDesign(
      '{"containerDefinitions":[{"name":"a","logConfiguration":{"logDriver":"splunk","x":1,"options":{"splunk-url":"u"},"secretOptions":[{"name":"n","valueFrom":"v"}]}}]}',
    );
    expect(apply(design, routeLogs('container:a', 'json-file')).text).toBe(
      '{"containerDefinitions":[{"name":"a","logConfiguration":{"logDriver":"json-file","x":1}}]}',
    );
  });
});
