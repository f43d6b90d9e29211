import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dockerCompose } from '../docker-compose.ts';
import { samples } from '../testing/samples.ts';
import { written } from '../testing/written.ts';
import { readPlainYaml } from './plainYaml.ts';
import { parsedYaml } from './readYaml.ts';

/** Whatever is read fast is what the whole parser reads, and nothing it complains of. */
function agrees(text: string): boolean {
  const fast = readPlainYaml(text);
  if (fast === undefined) return false;
  expect({ value: fast, problems: [] }, text).toEqual(parsedYaml(text));
  return true;
}

describe('plain YAML', () => {
  it('is what people write', () => {
    expect(agrees(samples.compose?.[0] ?? '')).toBe(true);
    expect(
      agrees(
        `# a shop\nservices:\n  web: # the till\n    image: "acme/web:1"\n    command: ['a, b', -x, "c"]\n    ports:\n    - 80:80\n    - "81"\n    environment:\n      - A=1\n    script: |\n      one\n        two\n\n      three\n    depends_on: {db: {condition: service_healthy}}\n    deploy:\n      - name: a\n        value: 0.5\n      -\n        name: b\n    empty:\n  db: &db\n    image: x\n  other:\n    <<: [*db]\n    restart: "no"\n`,
      ),
    ).toBe(true);
  });

  it('is most of what we write ourselves', () => {
    const read = written.filter(([, { task, text, source }]) =>
      agrees(dockerCompose.write?.(task, text, source).text ?? ''),
    );
    expect(read.length).toBeGreaterThan(written.length / 2);
  });

  it.each([
    'a: >\n  folded\n  text\n',
    'a: one\n  two\n',
    'a: !!str 1\n',
    '? a\n: b\n',
    '--- \na: b\n',
    'a: *nobody\n',
    'a: "x\\u0041"\n',
    'a: [1,\n  2]\n',
    'a: b: c\n',
    'a:\tb\n',
    '\ta: b\n',
    '- a\n b: c\n',
    'a: 0777\n',
    '1: a\n',
    '__proto__: a\n',
  ])('is not %j', (text) => expect(readPlainYaml(text)).toBeUndefined());

  it('takes what the first of several merged maps says, and its own above all', () => {
    const text = 'a: &a\n  x: 1\n  y: 1\n  own: 1\nb: &b\n  x: 2\n  z: 2\nc:\n  own: 3\n  <<: [*a, *b]\n';
    expect(agrees(text)).toBe(true);
    expect(readPlainYaml(text)).toMatchObject({ c: { x: 1, y: 1, z: 2, own: 3 } });
  });

  it('keeps off aliases that multiply', () => {
    const level = (depth: number) =>
      `a${depth}: &a${depth} [${Array(9)
        .fill(`*a${depth - 1}`)
        .join(', ')}]\n`;
    const text = `a0: &a0 x\n${[1, 2, 3, 4].map(level).join('')}`;
    expect(agrees(text)).toBe(true);
    expect(readPlainYaml(`${text}${[5, 6, 7].map(level).join('')}`)).toBeUndefined();
  });

  it('agrees with the parser on anything made of its pieces', () => {
    const piece = fc.constantFrom(
      'a: ',
      'b:',
      'c: 1',
      '- ',
      '- x',
      'x',
      ' ',
      '  ',
      '\n',
      '\n',
      '\n  ',
      '\n    ',
      '# no',
      ' # yes',
      '"q"',
      "'s'",
      '[',
      ']',
      '{',
      '}',
      ', ',
      'k: v',
      '&n ',
      '*n',
      '<<: *n',
      '|',
      '|-',
      '>',
      ':',
      '-',
      '~',
      'true',
      '0.5',
      '08',
      '\t',
      '%',
      '!',
      '\r\n',
    );
    let read = 0;
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 14 }), (pieces) => {
        if (agrees(pieces.join(''))) read += 1;
      }),
      { numRuns: 4000 },
    );
    expect(read).toBeGreaterThan(100);
  });
});
