import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightYaml } from './highlightYaml.ts';

const kindsOf = (line: string) => highlightYaml(line).map(({ kind, text }) => `${kind}:${text}`);

describe('a line of YAML', () => {
  it('tells keys, values, functions and comments apart', () => {
    expect(kindsOf('  Image: !Sub acme/web # the shop')).toEqual([
      'mark:  Image: ',
      'word:!Sub',
      'mark: ',
      'string:acme/web',
      'mark: ',
      'comment:# the shop',
    ]);
    expect(kindsOf('- Cpu: 256')).toEqual(['mark:- Cpu: ', 'number:256']);
    expect(kindsOf('Essential: false')).toEqual(['mark:Essential: ', 'word:false']);
  });

  it('is the line, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a :#-!&*\'"[]{},|>\t1'), maxLength: 40 }), (line) => {
        expect(
          highlightYaml(line)
            .map(({ text }) => text)
            .join(''),
        ).toBe(line);
      }),
    );
  });
});
