/** Tasks to write in every format: those that ECS accepts, and one with texts that every language has to escape. */
import { examples } from '../../catalogue/index.ts';
import { read } from '../../lens/index.ts';
import type { Reading } from '../../model/reading.ts';
import cases from '../../rules/registration-cases.data.json' with { type: 'json' };

/** Texts that mean something to a shell, to YAML, to HCL, to Compose or to a template. */
export const awkward = [
  '${HOME} $${HOME} $$${x} %{if x} %%{x} %%%{x} $ % {',
  'a "quoted" \\ back\\slash \\n',
  "it's `here`",
  'line one\n  line two\n\nline four\n',
  '- no: list # no comment',
  ' blank before and after ',
  'yes',
  'null',
  '0x1F',
  '1e3',
  '2026-01-01',
  '',
  '\u0007bell \u2028 \u0085 \ufeff é 漢 😀',
  '\t- tab',
  '<<EOT',
  '{"json": [1, 2]}',
  '*star &amp !tag @at %percent |pipe >fold',
  'key: value',
  '~',
];

const AWKWARD = {
  family: 'awkward_task-1',
  containerDefinitions: [
    {
      name: 'one',
      image: 'acme/one:1',
      memory: 64,
      command: awkward,
      environment: awkward.map((value, index) => ({ name: `V${index}`, value })),
      dockerLabels: { 'com.acme/${x}': '${y}', for: 'in', 'a b': 'c', '': 'empty key', on: 'off' },
      'x-unknown': true,
    },
  ],
};

/** All that ECS accepts, and every sixth of what it refuses. */
const sampleCases = cases.cases.filter(({ verdict }, index) => verdict === 'accepted' || index % 6 === 0);

/** By a name for the test: readings of tasks; `ok` says that ECS would take them. */
export const written: readonly (readonly [name: string, reading: Reading, ok: boolean])[] = [
  ...examples.map(({ id, text }) => [id, read(text), true] as const),
  ...sampleCases.map(
    ({ id, task, verdict }) => [id, read(JSON.stringify(task, null, 2)), verdict === 'accepted'] as const,
  ),
  ['awkward texts', read(JSON.stringify(AWKWARD)), true],
];
