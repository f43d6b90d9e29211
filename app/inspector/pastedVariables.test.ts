import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastedVariables } from './pastedVariables.ts';

const variables = (text: string) => pastedVariables(text)?.variables.map(({ name, value }) => [name, value]);

describe('the lines of a .env file', () => {
  it('give names and values, without comments, blank lines and export', () => {
    const text =
      '# settings\n\nexport PORT=3000\r\n  LOG_LEVEL = info  # loud enough\nEMPTY=\nNEXT=1 # one\n';
    expect(variables(text)).toEqual([
      ['PORT', '3000'],
      ['LOG_LEVEL', 'info'],
      ['EMPTY', ''],
      ['NEXT', '1'],
    ]);
  });

  it('keep what stands in quotes: blanks, #, and in double quotes line ends and escapes', () => {
    const text = `A=" a # b "\nB='$x "y" \\n'\nC="one\\ntwo\nthree \\"four\\""\nD=x#y`;
    expect(variables(text)).toEqual([
      ['A', ' a # b '],
      ['B', '$x "y" \\n'],
      ['C', 'one\ntwo\nthree "four"'],
      ['D', 'x#y'],
    ]);
  });

  it('keep every = after the first', () => {
    expect(variables('URL=postgres://h/db?a=b&c=d\nTOKEN=abc==')).toEqual([
      ['URL', 'postgres://h/db?a=b&c=d'],
      ['TOKEN', 'abc=='],
    ]);
  });

  it('keep an unclosed quote as it stands', () => {
    expect(variables('A="open\nB=2')).toEqual([
      ['A', '"open'],
      ['B', '2'],
    ]);
  });

  it('take the last value of a name that stands twice', () => {
    expect(variables('A=1\nB=2\nA=3')).toEqual([
      ['A', '3'],
      ['B', '2'],
    ]);
  });

  it('are no variables when one line is something else', () => {
    expect(pastedVariables('A=1\nhello world\nB=2')).toBeUndefined();
    expect(pastedVariables('just words')).toBeUndefined();
    expect(pastedVariables('   \n ')).toBeUndefined();
  });

  it('may be a single one, unless it looks like a value', () => {
    expect(variables('API_KEY=abc')).toEqual([['API_KEY', 'abc']]);
    expect(pastedVariables('host=db user=app')).toBeUndefined();
    expect(pastedVariables('API_KEY=abc', { oneLine: false })).toBeUndefined();
  });
});

describe('JSON', () => {
  it('as an object gives its members, numbers and booleans as text', () => {
    expect(variables('{"A": "x", "PORT": 3000, "ON": true}')).toEqual([
      ['A', 'x'],
      ['PORT', '3000'],
      ['ON', 'true'],
    ]);
  });

  it('as the lists of a container gives variables and secrets', () => {
    const text = '"environment": [{"name":"A","value":"1"}], "secrets": [{"name":"S","valueFrom":"arn:x"}],';
    expect(pastedVariables(text)).toEqual({
      variables: [{ name: 'A', value: '1' }],
      secrets: [{ name: 'S', valueFrom: 'arn:x' }],
    });
    expect(pastedVariables('[{"name":"A","value":1},{"name":"S","valueFrom":"p"}]')).toEqual({
      variables: [{ name: 'A', value: '1' }],
      secrets: [{ name: 'S', valueFrom: 'p' }],
    });
    expect(variables('["A=1", "B=x=y"]')).toEqual([
      ['A', '1'],
      ['B', 'x=y'],
    ]);
  });

  it('of another shape is no list of variables', () => {
    for (const text of ['{"A": {"B": 1}}', '[1, 2]', '{}', '[]', '{"A": null}', '{', '"A"']) {
      expect(pastedVariables(text), text).toBeUndefined();
    }
  });

  it('with the name __proto__ gives a variable of that name', () => {
    expect(variables('{"__proto__": "x", "constructor": "y"}')).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });
});

it('variables written in double quotes come back as they were', () => {
  const name = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,12}$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(name, fc.string()), { selector: ([n]) => n, minLength: 2 }),
      (pairs) => {
        const quoted = (value: string) =>
          `"${value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')}"`;
        expect(variables(pairs.map(([n, value]) => `${n}=${quoted(value)}`).join('\n'))).toEqual(pairs);
      },
    ),
  );
});

it('no text makes the reading of a paste fail', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void pastedVariables(text)));
});
