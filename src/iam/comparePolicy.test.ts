import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePolicy, covers } from './comparePolicy.ts';
import type { Statement } from './permissions.ts';

const needed: readonly Statement[] = [
  {
    sid: 'Logs',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: ['arn:aws:logs:eu-west-1:1:log-group:/shop:*'],
    reasons: [],
  },
];
const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const compared = (...statements: readonly object[]) => {
  const found = comparePolicy(policy(...statements), needed);
  if ('problem' in found) throw new Error(found.problem);
  return found;
};

describe('an existing policy', () => {
  it('that is exact has nothing to say', () => {
    const found = compared({ Effect: 'Allow', Action: needed[0]?.actions, Resource: needed[0]?.resources });
    expect(found).toEqual({ missing: [], unused: [], wrongRole: [], broader: [], notes: [] });
  });

  it('misses an action', () => {
    const found = compared({ Effect: 'Allow', Action: 'logs:putlogevents', Resource: needed[0]?.resources });
    expect(found.missing.map(({ action }) => action)).toEqual(['logs:CreateLogStream']);
  });

  it('allows what nothing needs, and more than is needed', () => {
    const found = compared(
      { Effect: 'Allow', Action: ['logs:*'], Resource: '*' },
      { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
    );
    expect(found.missing).toEqual([]);
    expect(found.unused).toEqual([{ action: 's3:GetObject', resource: '*' }]);
    expect(found.broader.map(({ action, resource }) => [action, resource])).toEqual([['logs:*', '*']]);
  });

  it('holds what only the other role needs', () => {
    const exec: Statement = {
      sid: 'E',
      actions: ['ssmmessages:OpenDataChannel'],
      resources: ['*'],
      reasons: [],
    };
    const rights = { Effect: 'Allow', Action: ['ssmmessages:*', 's3:GetObject'], Resource: '*' };
    const found = comparePolicy(policy(rights), needed, [exec]);
    expect(found).toMatchObject({
      wrongRole: [{ action: 'ssmmessages:*', resource: '*' }],
      unused: [{ action: 's3:GetObject', resource: '*' }],
    });
    expect(comparePolicy(policy(rights), [exec], needed)).toMatchObject({ wrongRole: [], missing: [] });
  });

  it('is told what was not judged', () => {
    const found = compared(
      { Sid: 'No', Effect: 'Deny', Action: '*', Resource: '*' },
      { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' },
    );
    expect(found.notes).toHaveLength(2);
    expect(found.missing).toHaveLength(2);
  });

  it('is taken out of what aws iam get-role-policy prints', () => {
    const text = JSON.stringify({
      RoleName: 'r',
      PolicyDocument: JSON.parse(policy({ Effect: 'Allow', Action: '*', Resource: '*' })),
    });
    expect(comparePolicy(text, needed)).toMatchObject({ missing: [] });
  });

  it.each(['', '{', '[]', '{}', 'null', '"x"', '{"Statement":"x"}'])(
    'that is none gets a sentence: %s',
    (text) => {
      expect(comparePolicy(text, needed)).toHaveProperty('problem');
    },
  );

  it('never throws, whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        comparePolicy(text, needed);
        comparePolicy(`{"Statement":[{"Effect":"Allow","Action":${text},"Resource":${text}}]}`, needed);
      }),
    );
  });
});

describe('patterns', () => {
  it.each([
    ['*', 'anything', true],
    ['a*c', 'abbbc', true],
    ['a*c', 'abbb', false],
    ['a?c', 'abc', true],
    ['a?c', 'a*c', false],
    ['secret:db-*', 'secret:db-??????', true],
    ['secret:db-AbCdEf', 'secret:db-??????', false],
    ['arn:x:*', 'arn:x:*', true],
    ['', '', true],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(covers(pattern, text)).toBe(expected);
  });

  it('allows itself', () => {
    fc.assert(fc.property(fc.string(), (text) => covers(text, text)));
  });
});
