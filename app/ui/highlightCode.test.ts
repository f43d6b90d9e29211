import { expect, it } from 'vitest';
import { highlightCode, type Language } from './highlightCode.ts';

const pieces = (line: string, language: Language) =>
  highlightCode(line, language)
    .filter(({ kind }) => kind !== 'mark')
    .map(({ kind, text }) => `${kind} ${text}`);

it.each<[Language, string, readonly string[]]>([
  ['hcl', '  image = "acme/web:${1}" # of 3', ['string "acme/web:${1}"', 'comment # of 3']],
  ['hcl', 'resource "aws_x" "y" {', ['word resource', 'string "aws_x"', 'string "y"']],
  ['hcl', '  cpu = 256', ['number 256']],
  [
    'typescript',
    "const a = new ecs.X(this, 'it\\'s', 12); // end",
    ['word const', 'word new', 'word this', "string 'it\\'s'", 'number 12', 'comment // end'],
  ],
  ['markdown', '## Task', ['word ## Task']],
  ['markdown', '- **error** see `a | b`', ['word **error**', 'string `a | b`']],
  ['mermaid', '  c0 -->|"START"| c1', ['word -->', 'string "START"']],
  ['yaml', 'Memory: 128', ['number 128']],
  ['yaml', 'Image: acme/web # of 3', ['string acme/web', 'comment # of 3']],
  ['json', '"a": 1', ['number 1']],
  ['plain', 'const a = 1', []],
])('%s: %s', (language, line, wanted) => {
  expect(pieces(line, language)).toEqual(wanted);
});

it('loses and adds nothing', () => {
  for (const language of [
    'hcl',
    'typescript',
    'markdown',
    'mermaid',
    'yaml',
    'json',
    'shell',
    'plain',
  ] as const)
    for (const line of ['', '  a', '"', "'", '``', '# # #', '--- | --- "x', '\\"\\', '// "a" 1 `b'])
      expect(
        highlightCode(line, language)
          .map(({ text }) => text)
          .join(''),
        language,
      ).toBe(line);
});
