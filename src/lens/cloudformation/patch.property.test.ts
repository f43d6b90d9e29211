import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../model/edit.ts';
import { isRefusal } from '../../model/edit.ts';
import { fieldAt } from '../../model/fields/fieldAt.ts';
import type { Json } from '../../model/json.ts';
import type { Path } from '../../model/path.ts';
import type { Source } from '../../model/reading.ts';
import { anyCharacters } from '../../testing/anyCharacters.ts';
import { patch, read } from '../index.ts';
import { entry } from '../yaml/print.ts';
import type { YamlStyle } from '../yaml/style.ts';
import './index.ts';
import { toTemplate } from './names.ts';

const SOURCE: Source = { lens: 'cloudformation-yaml', root: ['Resources', 'Web', 'Properties'] };
const PLAIN: Source = { lens: 'json', root: [] };

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/);
/** Texts that YAML would take for something else, and any others. */
const text = fc.oneof(
  word,
  fc.constantFrom(
    'yes',
    'null',
    '08',
    '1_000',
    '12:30',
    '2026-01-01',
    '- a',
    'a: b',
    'a #b',
    '#',
    '*x',
    '&y',
    '!Ref',
    '{',
    '',
    ' ',
    'a ',
    "it's",
    '"',
    '\\',
    '~',
    '<<',
    '=',
    '%',
    '@',
    '`',
    'ü',
    '\u{1f680}',
    'a\nb',
    'a\n\n b\n',
    '\t',
    '\r',
    '\u2028',
    '\ufeff',
    'Ref:',
    '?',
    '---',
    '[a, b]',
  ),
  anyCharacters({ maxLength: 12 }).filter((one) => !/\p{Cs}/u.test(one)),
);

const container = fc.record(
  {
    name: word,
    image: word,
    memory: fc.integer({ min: 4, max: 9000 }),
    essential: fc.boolean(),
    command: fc.array(text, { minLength: 1, maxLength: 3 }),
    environment: fc.array(fc.record({ name: word, value: text }), { minLength: 1, maxLength: 3 }),
    dockerLabels: fc.dictionary(word, text, { minKeys: 1, maxKeys: 3 }),
    healthCheck: fc.record({
      command: fc.array(text, { minLength: 1, maxLength: 2 }),
      interval: fc.integer({ min: 5, max: 300 }),
    }),
  },
  { requiredKeys: ['name', 'image'] },
);
const taskValue = fc.record(
  {
    family: word,
    cpu: fc.constantFrom('256', '1 vCPU'),
    containerDefinitions: fc.array(container, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['containerDefinitions'] },
);
const style: fc.Arbitrary<YamlStyle> = fc.record({
  eol: fc.constantFrom('\n', '\r\n'),
  unit: fc.constantFrom(2, 4),
  dash: fc.constantFrom(0, 2, 4),
  quote: fc.constantFrom('single' as const, 'double' as const),
  scalarsInline: fc.boolean(),
});

function templateOf(task: Json, how: YamlStyle, remarks: boolean, ended: boolean): string {
  const properties = entry('Properties', toTemplate(task, fieldAt([])), 4, how);
  const lines = [
    'Resources:',
    '  Web: # here',
    '    Type: AWS::ECS::TaskDefinition',
    `    ${properties}`,
    '  Logs:',
    '    Type: AWS::Logs::LogGroup',
  ];
  const text = lines.slice(0, ended ? 6 : 4).join(how.eol);
  const remarked = remarks
    ? text.replace(/^( +)(Name|Image|- Name|Command): /gm, `$1# about it${how.eol}$&`)
    : text;
  return ended ? remarked + how.eol : remarked;
}

/** Every place of a value, the task itself left out. */
function placesIn(value: Json, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = [...at, Array.isArray(value) ? Number(key) : key];
    return [path, ...placesIn(inner as Json, path)];
  });
}

const NEW: readonly (readonly [string, Json])[] = [
  ['stopTimeout', 30],
  ['dependsOn', [{ containerName: 'a', condition: 'START' }]],
  ['logConfiguration', { logDriver: 'awslogs', options: { 'awslogs-group': '/a', mode: '25' } }],
  ['entryPoint', ['sh', '-c']],
];

const written = fc.record({
  task: taskValue,
  how: style,
  remarks: fc.boolean(),
  ended: fc.boolean(),
  pick: fc.nat(),
  other: fc.nat(),
  value: text,
});
const RUNS = { numRuns: 40 };

/** The task as plain JSON has it after the same edits. */
function expectedAfter(task: Json, edits: readonly Edit[]) {
  const after = patch(JSON.stringify(task), PLAIN, edits);
  return isRefusal(after) ? after : read(after, PLAIN).task;
}

describe('edits of YAML templates', () => {
  test('a printed template says what the task says', () => {
    fc.assert(
      fc.property(written, ({ task, how, remarks, ended }) => {
        const text = templateOf(task, how, remarks, ended);
        const reading = read(text, SOURCE);
        expect(reading.whole).toBe(true);
        expect(reading.task).toEqual(read(JSON.stringify(task), PLAIN).task);
      }),
      RUNS,
    );
  });

  test('a value that is set leaves every byte outside it as it was, and reads as what was set', () => {
    fc.assert(
      fc.property(written, ({ task, how, remarks, ended, pick, value }) => {
        const text = templateOf(task, how, remarks, ended);
        const texts = placesIn(task).filter((path) =>
          ['text', 'longText'].includes(fieldAt(path)?.kind ?? ''),
        );
        const path = texts[pick % texts.length] ?? [];
        const edits: Edit[] = [{ op: 'set', path, value }];
        const after = patch(text, SOURCE, edits);
        if (isRefusal(after)) throw new Error(after.refused);
        expect(read(after, SOURCE).task).toEqual(expectedAfter(task, edits));
        const place = read(text, SOURCE).places.value(path);
        if (place === undefined) throw new Error('no place');
        expect(after.startsWith(text.slice(0, place.start))).toBe(true);
        expect(after.endsWith(text.slice(place.end))).toBe(true);
      }),
      RUNS,
    );
  });

  test('a member or an item that is added and taken out again leaves the same bytes', () => {
    fc.assert(
      fc.property(written, ({ task, how, remarks, ended, pick, other }) => {
        const text = templateOf(task, how, remarks, ended);
        const index = pick % task.containerDefinitions.length;
        const [name, value] = NEW[other % NEW.length] ?? ['stopTimeout', 1];
        const list = other % 3 === 0;
        const path: Path = list ? ['containerDefinitions', index] : ['containerDefinitions', index, name];
        const edit: Edit = list
          ? { op: 'insert', path, value: { name: 'new', image: 'a/b:1', command: ['x', 'y: z'] } }
          : { op: 'set', path, value };
        const after = patch(text, SOURCE, [edit]);
        if (isRefusal(after)) throw new Error(after.refused);
        expect(read(after, SOURCE).task).toEqual(expectedAfter(task, [edit]));
        expect(patch(after, SOURCE, [{ op: 'remove', path }])).toBe(text);
      }),
      RUNS,
    );
  });

  test('what is taken out is gone, all else is as it was, comments too', () => {
    fc.assert(
      fc.property(written, ({ task, how, remarks, ended, pick }) => {
        const text = templateOf(task, how, remarks, ended);
        const places = placesIn(task).filter((path) => path.length > 1 || path[0] !== 'containerDefinitions');
        const path = places[pick % places.length] ?? [];
        const edits: Edit[] = [{ op: 'remove', path }];
        const after = patch(text, SOURCE, edits);
        if (isRefusal(after)) throw new Error(after.refused);
        const now = read(after, SOURCE);
        expect(now.whole).toBe(true);
        expect(now.task).toEqual(expectedAfter(task, edits));
        const member = read(text, SOURCE).places.member(path);
        const about = (from: string) => from.match(/# about it/g)?.length ?? 0;
        const within = text.slice(member?.start, member?.end);
        expect(about(after)).toBe(about(text) - about(within));
      }),
      RUNS,
    );
  });
});
