import { describe, expect, test } from 'vitest';
import { pathKey } from '../model/path.ts';
import { read, sourcesIn } from './index.ts';

const container = (members: string) => read(`{"containerDefinitions": [{${members}}]}`);

function problemsOf(reading: ReturnType<typeof read>): string[] {
  return reading.problems.map(({ kind, path }) => `${kind} ${pathKey(path)}`);
}

describe('the view', () => {
  test('holds what has the type of the API', () => {
    const { task, whole, problems } = read(
      '{"family": "x", "cpu": "256", "volumes": [{"name": "v", "host": {}}]}',
    );
    expect(task).toEqual({ family: 'x', cpu: '256', volumes: [{ name: 'v', host: {} }] });
    expect(whole).toBe(true);
    expect(problems).toEqual([]);
  });

  test('lacks what has another type, which is named with its line and what ECS takes', () => {
    const reading = read(
      '{\n  "cpu": 256,\n  "containerDefinitions": [{"memory": "512", "essential": "true"}]\n}',
    );
    expect(reading.task).toEqual({ containerDefinitions: [{}] });
    expect(reading.whole).toBe(true);
    expect(reading.problems[0]).toMatchObject({
      kind: 'wrong-type',
      path: ['cpu'],
      line: 2,
      column: 10,
      expected: 'a text',
      message: 'cpu is the number 256; ECS takes a text.',
    });
    expect([...reading.unreadable]).toEqual([
      '/cpu',
      '/containerDefinitions/0/memory',
      '/containerDefinitions/0/essential',
    ]);
  });

  test('takes no fraction for a whole number, and 1e3 for one', () => {
    expect(container('"cpu": 0.5, "memory": 1e3').task.containerDefinitions).toEqual([{ memory: 1000 }]);
    expect(problemsOf(container('"cpu": 1e999'))).toEqual(['wrong-type /containerDefinitions/0/cpu']);
  });

  test('takes enum values letter by letter', () => {
    const reading = container('"portMappings": [{"protocol": "TCP"}]');
    expect(reading.task.containerDefinitions?.[0]?.portMappings).toEqual([{}]);
    expect(reading.problems[0]?.message).toBe('protocol is "TCP"; ECS spells it "tcp".');
    expect(reading.problems[0]?.expected).toBe('one of tcp, udp');
  });

  test('keeps holes where items of a list are unreadable', () => {
    const reading = read('{"containerDefinitions": [5, {"name": "b"}, null]}');
    expect(reading.task.containerDefinitions).toEqual([undefined, { name: 'b' }, undefined]);
    expect(problemsOf(reading)).toEqual([
      'wrong-type /containerDefinitions/0',
      'null-value /containerDefinitions/2',
    ]);
  });

  test('counts null as absent, not as unreadable', () => {
    const reading = read('{"family": null}');
    expect(reading.task).toEqual({});
    expect(reading.unreadable.size).toBe(0);
    expect(problemsOf(reading)).toEqual(['null-value /family']);
  });

  test('takes the last of two members of one name', () => {
    const reading = container('"essential": true, "essential": false');
    expect(reading.task.containerDefinitions).toEqual([{ essential: false }]);
    expect(reading.problems[0]).toMatchObject({ kind: 'duplicate-member', column: 28 });
  });

  test('knows no member that the API does not know, and guesses which was meant', () => {
    const reading = container('"port_mappings": [], "enviroment": [], "Image": "x", "zzz": 1');
    expect(reading.task.containerDefinitions).toEqual([{}]);
    const hints = reading.problems.map(({ message }) => /Perhaps (\w+)/.exec(message)?.[1]);
    expect(hints).toEqual(['portMappings', 'environment', 'image', undefined]);
  });

  test('leaves out what only DescribeTaskDefinition returns, at the task alone', () => {
    const reading = read('{"family": "x", "revision": 3, "containerDefinitions": [{"status": "x"}]}');
    expect(problemsOf(reading)).toEqual([
      'read-only-member /revision',
      'unknown-member /containerDefinitions/0/status',
    ]);
  });

  test('holds maps with any key', () => {
    const reading = container('"dockerLabels": {"__proto__": "a", "constructor": "b", "n": 5}');
    const labels = reading.task.containerDefinitions?.[0]?.dockerLabels;
    expect(Object.entries(labels ?? {})).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
    expect(problemsOf(reading)).toEqual(['wrong-type /containerDefinitions/0/dockerLabels/n']);
    expect(problemsOf(container('"__proto__": {"image": "x"}'))[0]).toContain('unknown-member');
  });
});

describe('placeholders', () => {
  test('in names, images, roles, numbers and enums are opaque, and texts among them stay visible', () => {
    const reading = read(`{
      "family": "{{family}}", "networkMode": "$MODE", "taskRoleArn": "arn:aws:iam::<ACCOUNT>:role/x",
      "containerDefinitions": [{"name": "\${name}", "image": "repo:%{tag}", "memory": "\${memory}"}]}`);
    expect([...reading.opaque.keys()].map((key) => key.split('/').at(-1))).toEqual([
      'family',
      'networkMode',
      'taskRoleArn',
      'name',
      'image',
      'memory',
    ]);
    expect(reading.task).toEqual({
      family: '{{family}}',
      taskRoleArn: 'arn:aws:iam::<ACCOUNT>:role/x',
      containerDefinitions: [{ name: '${name}', image: 'repo:%{tag}' }],
    });
    expect(reading.problems).toEqual([]);
  });

  test('what CloudFormation fills in is opaque, a map of one’s own is not', () => {
    const reading = read(`{
      "taskRoleArn": {"Fn::GetAtt": ["Role", "Arn"]}, "volumes": {"Ref": "Volumes"},
      "containerDefinitions": [{"name": "a", "environment": [{"name": "T", "value": {"Ref": "Table"}}],
      "dockerLabels": {"Ref": "mine"}, "memory": {"Ref": "A", "B": 1}}]}`);
    expect([...reading.opaque]).toEqual([
      ['/taskRoleArn', '{"Fn::GetAtt": ["Role", "Arn"]}'],
      ['/volumes', '{"Ref": "Volumes"}'],
      ['/containerDefinitions/0/environment/0/value', '{"Ref": "Table"}'],
    ]);
    expect(reading.task.containerDefinitions?.[0]?.dockerLabels).toEqual({ Ref: 'mine' });
    expect(reading.problems.map(({ path }) => path.at(-1))).toEqual(['memory']);
  });

  test('are never seen in free text', () => {
    const reading =
      container(`"command": ["echo \${HOME} <x>"], "environment": [{"name": "A", "value": "$B"}],
      "dockerLabels": {"a": "{{x}}"}, "healthCheck": {"command": ["CMD-SHELL", "test $PORT"]},
      "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "\${group}"}}`);
    expect(reading.opaque.size).toBe(0);
    expect(reading.problems).toEqual([]);
  });

  test('without quotation marks are opaque too, and the text is whole as a template', () => {
    const reading = container('"cpu": ${cpu}, "command": [{{command}}], "name": "a"');
    expect(reading.opaque).toEqual(
      new Map([
        ['/containerDefinitions/0/cpu', '${cpu}'],
        ['/containerDefinitions/0/command/0', '{{command}}'],
      ]),
    );
    expect(reading.task.containerDefinitions).toEqual([{ name: 'a', command: [undefined] }]);
    expect(reading).toMatchObject({ whole: true, problems: [], source: { lens: 'template' } });
  });
});

describe('a text that is not quite JSON', () => {
  test('is whole with comments, trailing commas and odd blanks, each of them named', () => {
    const reading = read('{ // c\n "family":\u00a0"x", /* d */ }');
    expect(reading.task).toEqual({ family: 'x' });
    expect(reading.whole).toBe(true);
    expect(problemsOf(reading)).toHaveLength(4);
  });

  test('shows what could be read', () => {
    const cut = read('{"family": "x", "containerDefinitions": [{"name": "a", "image": "ngi');
    expect(cut.task).toMatchObject({ family: 'x', containerDefinitions: [{ name: 'a' }] });
    expect(cut.whole).toBe(false);
    const comma = read('{"family": "x"\n "cpu": "256"}');
    expect(comma.task).toEqual({ family: 'x', cpu: '256' });
    expect(comma.problems[0]).toMatchObject({
      line: 1,
      column: 15,
      message: 'A comma is missing after "family": "x".',
    });
  });

  test('or no task says so', () => {
    expect(problemsOf(read('5'))).toEqual(['no-task ']);
    expect(problemsOf(read('{}', { lens: 'jsonAt', root: ['taskDefinition'] }))).toEqual(['no-task ']);
    expect(read('')).toMatchObject({ task: {}, whole: false });
    expect(read('family: x').problems[0]?.message).toContain('begins with family: x');
  });
});

describe('the task is found', () => {
  const cases: readonly [title: string, text: string, lens: string, root: readonly (string | number)[]][] = [
    ['as the file', '{"family": "x", "containerDefinitions": []}', 'json', []],
    ['under taskDefinition, even empty', '{"taskDefinition": {}, "tags": []}', 'jsonAt', ['taskDefinition']],
    [
      'deeper in a recorded answer',
      '{"data": {"taskDefinition": {"family": "x"}}}',
      'jsonAt',
      ['data', 'taskDefinition'],
    ],
    ['as an item of a list', '[{"family": "x", "containerDefinitions": []}]', 'jsonAt', [0]],
    ['as a list of containers', '[{"name": "a", "image": "b"}]', 'jsonAt', []],
    ['as one container', '{"name": "a", "image": "b"}', 'jsonContainer', []],
    ['as the file when nothing looks like one', '{"a": {"b": 1}}', 'json', []],
  ];
  test.each(cases)('%s', (_, text, lens, root) => {
    expect(read(text).source).toEqual({ lens, root });
  });

  test('several times in one file, the outermost first', () => {
    const sources = sourcesIn(
      '{"deep": {"a": {"containerDefinitions": []}}, "b": {"containerDefinitions": []}}',
    );
    expect(sources.map(({ root }) => root)).toEqual([['b'], ['deep', 'a']]);
  });

  test('and a list or a single container makes a view with nothing else', () => {
    expect(read('[{"name": "a"}, 5]').task).toEqual({ containerDefinitions: [{ name: 'a' }, undefined] });
    expect(read('{"name": "a", "image": "b"}').task).toEqual({
      containerDefinitions: [{ name: 'a', image: 'b' }],
    });
  });
});

describe('places', () => {
  const text =
    '{"x": 1, "taskDefinition": {"family": "a", "cpu": "1", "cpu": "2", "tags": [{"key": "k"}, 5]}}';
  const { places, problems } = read(text);
  const at = (place: { start: number; end: number } | undefined) =>
    place && text.slice(place.start, place.end);

  test('are those of values, members and keys, the last where a key stands twice', () => {
    expect(at(places.value(['family']))).toBe('"a"');
    expect(at(places.member(['cpu']))).toBe('"cpu": "2"');
    expect(at(places.key(['cpu']))).toBe('"cpu"');
    expect(at(places.member(['tags', 0]))).toBe('{"key": "k"}');
    expect(places.key(['tags', 0])).toBeUndefined();
    expect(places.value(['tags', 7])).toBeUndefined();
    expect(at(places.value([]))?.startsWith('{"family"')).toBe(true);
  });

  test('tell the path at an offset', () => {
    expect(places.pathAt(text.indexOf('"a"') + 1)).toEqual(['family']);
    expect(places.pathAt(text.indexOf('"family"') + 2)).toEqual(['family']);
    expect(places.pathAt(text.indexOf('"k"'))).toEqual(['tags', 0, 'key']);
    expect(places.pathAt(text.indexOf('5]'))).toEqual(['tags', 1]);
    expect(places.pathAt(2)).toBeUndefined();
  });

  test('of a list of containers have the paths of the task', () => {
    const list = '[{"name": "a"}]';
    const reading = read(list);
    expect(reading.places.pathAt(10)).toEqual(['containerDefinitions', 0, 'name']);
    expect(reading.places.value(['containerDefinitions', 0, 'name'])).toEqual({ start: 10, end: 13 });
    expect(reading.places.value(['family'])).toBeUndefined();
  });

  test('lie where the problems point', () => {
    expect(problems.map(({ place }) => at(place))).toEqual(['"cpu"', '5']);
  });
});

describe('after an edit', () => {
  const container = (name: string, tag: string) =>
    `{"name": "${name}", "image": "a:${tag}", "environment": [{"name": "LEVEL", "value": "one"}]}`;
  const text = `{"family": "a", "containerDefinitions": [${container('app', '1')}, ${container('envoy', '1')}]}`;

  test('what says the same is the same object, wherever in the text it stands now', () => {
    const before = read(text).task.containerDefinitions ?? [];
    const after = read(text.replace('"a"', '"abc"').replace('a:1', 'a:22')).task.containerDefinitions ?? [];
    expect(after[0]).toMatchObject({ name: 'app', image: 'a:22' });
    expect(after[0]?.environment).toBe(before[0]?.environment);
    expect(after[1]).toBe(before[1]);
  });

  test('what says another thing of the same length is read', () => {
    read(text);
    expect(read(text.replace('one', 'two')).task.containerDefinitions?.[0]?.environment).toEqual([
      { name: 'LEVEL', value: 'two' },
    ]);
  });

  test('an object where a list stood, and a list of containers where a task stood, are read for what they are', () => {
    read(text);
    const { task, problems } = read('{"containerDefinitions": {"name": "app"}}');
    expect(task.containerDefinitions).toBeUndefined();
    expect(problems).toHaveLength(1);
    read(text);
    expect(read(`[${container('app', '1')}]`).task).toEqual({
      containerDefinitions: [JSON.parse(container('app', '1'))],
    });
  });

  test('what was complained of is complained of again', () => {
    const wrong = text.replaceAll('"one"', '1');
    for (const _ of [1, 2]) expect(read(wrong).problems).toHaveLength(2);
    for (const _ of [1, 2]) expect(read(text.replaceAll('"a:1"', '"${IMAGE}"')).opaque.size).toBe(2);
  });
});
