// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are placeholders of other people's templates
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { read } from '../lens/index.ts';
import { anyCharacters } from '../testing/anyCharacters.ts';
import { formats, readAny } from './index.ts';
import { registerCommand } from './json/registerCommand.ts';
import { registerText } from './json/registerText.ts';
import { samples, unreadable } from './testing/samples.ts';

const all = Object.entries(samples).flatMap(([id, texts]) => texts.map((text) => [id, text] as const));

const formatOf = (id: string) => {
  const found = formats.find((format) => format.id === id);
  if (found === undefined) throw new Error(`There is no format ${id}`);
  return found;
};

test('there are samples of every format that is read, and every format is named once', () => {
  const read = formats.filter((format) => format.read !== undefined);
  expect(Object.keys(samples).sort()).toEqual(read.map(({ id }) => id).sort());
  expect(new Set(formats.map(({ label }) => label)).size).toBe(formats.length);
});

/** The formats whose output is read again, by them or by another. */
const readBack = new Set(['register', 'describe', 'containers', 'design']);

describe.each(all)('a text of %s: %s', (id, text) => {
  it('is recognised by its own format and by no other', () => {
    const recognised = formats.filter((format) => format.recognises?.(text));
    const marked = recognised.filter((format) => format.marked);
    expect((marked.length > 0 ? marked : recognised).map((format) => format.id)).toEqual([id]);
    expect(readAny(text).format).toBe(id);
  });

  it('gives tasks with names and containers', () => {
    const { tasks } = readAny(text);
    expect(tasks.length).toBeGreaterThan(0);
    for (const { name, text: own, source } of tasks) {
      expect(name).not.toBe('');
      if (!text.includes('"containerDefinitions": []')) {
        expect(read(own, source).task.containerDefinitions?.length).toBeGreaterThan(0);
      }
    }
  });

  it('is written the same each time, and reads back with all its containers and unknown members', () => {
    for (const { text: own, source } of readAny(text).tasks) {
      const reading = read(own, source);
      if (!reading.whole) continue;
      for (const { id: target, write } of formats) {
        const written = write?.(reading.task, own, source).text;
        // An empty list says nothing by which it could be recognised.
        if (written === undefined || /^\[\s*\]\s*$/.test(written)) continue;
        expect(write?.(reading.task, own, source).text).toBe(written);
        if (!readBack.has(target)) continue;
        const again = readAny(written);
        expect(again.problems).toEqual([]);
        const [back] = again.tasks;
        const reread = back === undefined ? undefined : read(back.text, back.source);
        if (target === 'register' || target === 'design') expect(reread?.task).toMatchObject(reading.task);
        expect(reread?.task.containerDefinitions).toEqual(reading.task.containerDefinitions);
        for (const unknown of ['x-kept', 'x-owner']) {
          if (own.includes(unknown) && !(target === 'containers' && unknown === 'x-owner'))
            expect(back?.text).toContain(unknown);
        }
      }
    }
  });
});

describe('a text that is not read', () => {
  it.each(unreadable)('is told to be %s: %j', (language, text) => {
    const { format, tasks, problems } = readAny(text);
    expect(format).toBe(language);
    expect(tasks).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
    for (const { line, column, message } of problems) {
      expect([line, column].every((count) => count !== undefined && count > 0)).toBe(true);
      expect(message).toMatch(/\.$/);
    }
  });

  it('is judged by the ending of its name only when it says nothing itself', () => {
    expect(readAny('# nothing yet', 'main.tf').format).toBe('terraform');
    expect(readAny('# nothing yet', 'C:\\task.YAML').format).toBe('yaml');
    expect(readAny('# nothing yet', 'notes.txt').format).toBeUndefined();
    expect(readAny('{"family": "a", "containerDefinitions": []}', 'main.tf').format).toBe('register');
  });
});

describe('broken JSON', () => {
  it('gives what can be read of it, and the place where it breaks', () => {
    const { format, tasks, problems } = readAny(
      '{\n  "family": "shop",\n  "containerDefinitions": [\n    {"name": "web" "image": "acme/web"}\n  ]\n}',
    );
    expect(format).toBe('register');
    expect(problems).toMatchObject([{ line: 4, column: 19 }]);
    const [task] = tasks;
    expect(read(task?.text ?? '', task?.source).task.containerDefinitions).toMatchObject([
      { name: 'web', image: 'acme/web' },
    ]);
  });

  it('keeps a described task in place, for nothing can be taken out of it', () => {
    const text = '{"taskDefinition": {"family": "shop", "revision": 3 "containerDefinitions": []}}';
    const { tasks, problems } = readAny(text);
    expect(tasks).toMatchObject([{ text, source: { lens: 'jsonAt', root: ['taskDefinition'] }, losses: [] }]);
    expect(problems).toHaveLength(1);
  });
});

describe('nested task definitions', () => {
  it('are offered by their paths, each where it stands', () => {
    const text = JSON.stringify({
      stages: { 'a b': [{ family: 'x', containerDefinitions: [] }] },
      y: { containerDefinitions: [] },
    });
    expect(readAny(text).tasks).toMatchObject([
      { name: 'y', text, source: { lens: 'jsonAt', root: ['y'] } },
      { name: 'stages["a b"][0] (x)', text, source: { lens: 'jsonAt', root: ['stages', 'a b', 0] } },
    ]);
  });

  it('are no task where a reference stands in place of one', () => {
    const task = { family: 'x', containerDefinitions: [] };
    const { tasks } = readAny(
      JSON.stringify({ service: { taskDefinition: { Ref: 'Task' } }, deep: { task } }),
    );
    expect(tasks.map(({ source }) => source.root)).toEqual([['deep', 'task']]);
  });

  it('are offered up to fifty, and the rest is counted', () => {
    const { tasks, problems } = readAny(
      JSON.stringify(Array(60).fill({ family: 'x', containerDefinitions: [] })),
    );
    expect(tasks).toHaveLength(50);
    expect(problems).toMatchObject([{ message: expect.stringMatching(/^10 more/), line: 1 }]);
  });
});

describe('a command of the AWS CLI', () => {
  it('is read with its options as members', () => {
    const command = samples['aws-cli']?.at(-1) ?? '';
    const [task] = readAny(command).tasks;
    expect(read(task?.text ?? '', task?.source).task).toMatchObject({
      family: 'shop',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['EC2', 'FARGATE'],
      cpu: '256',
      tags: [{ key: 'stage', value: 'live' }],
      containerDefinitions: [{ name: 'web', image: 'acme/web:3', memory: 256 }],
    });
    expect(task?.losses.map(({ path }) => path.join('.'))).toEqual(['containerDefinitions.0.x-kept']);
  });

  it('says where the task stands that it names', () => {
    const { problems } = readAny('aws ecs register-task-definition --cli-input-json file://task.json');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain('The task stands in file://task.json');
  });
});

describe('a design', () => {
  it('comes with its parts, also those that this version does not know', () => {
    const [text = ''] = samples.design ?? [];
    const [task] = readAny(text).tasks;
    expect(task).toMatchObject({ name: 'shop', parts: { 'from-the-future': { v: 9, any: 'thing' } } });
  });

  it('of a newer version is refused with a sentence', () => {
    const { format, tasks, problems } = readAny('{"kind": "ecs-task-design", "version": 99}');
    expect({ format, tasks }).toEqual({ format: 'design', tasks: [] });
    expect(problems).toMatchObject([{ line: 1, column: 1, message: expect.stringContaining('newer') }]);
  });
});

describe('the text to register', () => {
  const registered = (text: string) => registerText(read(text));

  it('is the file itself, to the byte, when that is a plain register file', () => {
    for (const text of (samples.register ?? []).slice(0, 3)) expect(registered(text)).toBe(text);
  });

  it('is the task alone when that sits in a wrapper, without what cannot be registered', () => {
    expect(
      registered(
        '{\n  "taskDefinition": {\n    "family": "a",\n    "containerDefinitions": [],\n    "revision": 3\n  },\n  "tags": []\n}\n',
      ),
    ).toBe('{\n  "family": "a",\n  "containerDefinitions": []\n}\n');
  });

  it('has neither comments nor trailing commas, and escapes what JSON wants escaped', () => {
    expect(
      registered(
        '{\n  // all of it\n  "family": "a", /* name */\n  "containerDefinitions": [\n    {"name": "b\tc", "image": "d\\q // no comment", },\n  ],\u00a0\n}\n',
      ),
    ).toBe(
      '{\n  "family": "a",\n  "containerDefinitions": [\n    {"name": "b\\tc", "image": "d\\\\q // no comment" }\n  ] \n}\n',
    );
  });

  it('puts a task round a list of containers and round a single one', () => {
    expect(registered('[\n  { "name": "a", "image": "b" }\n]\n')).toBe(
      '{\n  "containerDefinitions": [\n    { "name": "a", "image": "b" }\n  ]\n}\n',
    );
    expect(registered('{\n  "name": "a",\n  "image": "b"\n}')).toBe(
      '{\n  "containerDefinitions": [\n    {\n      "name": "a",\n      "image": "b"\n    }\n  ]\n}\n',
    );
  });

  it('ends its lines as the file does', () => {
    expect(registered('[\r\n  { "name": "a", "image": "b" }\r\n]')).toBe(
      '{\r\n  "containerDefinitions": [\r\n    { "name": "a", "image": "b" }\r\n  ]\r\n}\r\n',
    );
  });

  it('is the text as it stands when that cannot be read', () => {
    for (const text of ['', 'hello', '{"family": }']) expect(registered(text)).toBe(text);
  });

  it('comes out of a shell as it went in', () => {
    const shellTakes = (json: string) =>
      execFileSync('sh', ['-c', `aws() { printf %s "$1 $2 $3=$4"; }\n${registerCommand(json)}`], {
        encoding: 'utf8',
      });
    for (const json of [
      '{"a": "it\'s $HOME `id` \\\\ \\" !! \'\'"}',
      '{\n  "command": ["sh", "-c", "echo \'a\' && exit $?"]\n}',
      ...(samples.register ?? []).slice(0, 1),
    ]) {
      expect(shellTakes(json)).toBe(`ecs register-task-definition --cli-input-json=${json.trim()}`);
    }
  });
});

describe('a list of containers as a format to write', () => {
  it('names the members of the task that have no place in it', () => {
    const text = samples.register?.[0] ?? '';
    const written = formatOf('containers').write?.(read(text).task, text);
    expect(written?.losses.map(({ path }) => path[0]).sort()).toEqual(['family', 'networkMode', 'volumes']);
  });
});

describe('whatever text comes', () => {
  const calm = (text: string) => {
    const { tasks, problems } = readAny(text, 'file.json');
    if (tasks.length === 0) expect(problems.length).toBeGreaterThan(0);
    for (const { text: own, source } of tasks) {
      const reading = read(own, source);
      for (const { write } of formats) write?.(reading.task, own, source);
      registerCommand(registerText(reading));
    }
  };

  it('nothing throws: any characters', () => {
    fc.assert(fc.property(anyCharacters({ maxLength: 300 }), calm));
  });

  it('nothing throws: any JSON, with members that look like a task', () => {
    const member = fc.constantFrom(
      'containerDefinitions',
      'taskDefinition',
      'family',
      'tags',
      'name',
      'image',
      '__proto__',
      'revision',
      'kind',
      'text',
      'source',
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(null, '', 0, true, 'ecs-task-design', '${X}'),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc
          .array(fc.tuple(member, tie('tree')), { maxLength: 5 })
          .map((members) => Object.fromEntries(members)),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom(undefined, 2), (value, indent) =>
        calm(JSON.stringify(value, null, indent) ?? ''),
      ),
    );
  });

  it('nothing throws: a sample from which something is cut out or into which something is put', () => {
    const cut = fc.record({
      sample: fc.constantFrom(...all.map(([, text]) => text)),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(60),
      put: fc.constantFrom(
        '',
        '{',
        '}',
        '[',
        ']',
        '"',
        ',',
        ':',
        '${x}',
        '{{',
        '\\',
        '/*',
        '//',
        '\n',
        'null',
        '%{if}',
      ),
    });
    fc.assert(
      fc.property(cut, ({ sample, at, length, put }) => {
        const start = Math.floor(at * sample.length);
        calm(sample.slice(0, start) + put + sample.slice(start + length));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['ten megabytes of one text', `{"family": "${'a'.repeat(10_000_000)}`],
    ['ten megabytes of open brackets', '['.repeat(10_000_000)],
    ['ten megabytes of blanks', ' '.repeat(10_000_000)],
    ['ten megabytes of lines', 'a b\n'.repeat(2_500_000)],
    ['many small objects', `[${'{"name":{}},'.repeat(80_000)}{}]`],
    ['many task definitions', `[${'{"containerDefinitions":[]},'.repeat(30_000)}{}]`],
  ])('is given up in time: %s', (_what, text) => {
    expect(readAny(text).problems.length).toBeGreaterThan(0);
  });
});
