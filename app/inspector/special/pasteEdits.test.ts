import { expect, it } from 'vitest';
import { changeOf } from '../../../src/edit/changes/writer.ts';
import { applyChange, newDesign } from '../../../src/edit/design.ts';
import { isRefusal } from '../../../src/model/edit.ts';
import { pastedVariables } from '../pastedVariables.ts';
import { pasteEdits } from './pasteEdits.ts';

function pasted(text: string, member: 'value' | 'valueFrom', paste: string): unknown {
  const found = pastedVariables(paste);
  if (found === undefined) throw new Error('nothing to paste');
  const list = ['containerDefinitions', 0, member === 'value' ? 'environment' : 'secrets'];
  const change = changeOf(
    'Paste',
    (writer) => {
      pasteEdits(writer, list, member, found);
      return undefined;
    },
    { replaces: true },
  );
  const after = applyChange(newDesign(text), change);
  if (isRefusal(after)) throw new Error(after.refused);
  return JSON.parse(after.text).containerDefinitions[0];
}

it('values of names that are there change in place, others come behind, and what cannot be read stays', () => {
  const text =
    '{"containerDefinitions":[{"name":"a","environment":[{"name":"A","value":"1","x":0},5,{"name":"B","value":2}]}]}';
  expect(pasted(text, 'value', 'A=9\nB=8\nC=7')).toEqual({
    name: 'a',
    environment: [{ name: 'A', value: '9', x: 0 }, 5, { name: 'B', value: '8' }, { name: 'C', value: '7' }],
  });
});

it('a pasted list parts variables from secrets', () => {
  const paste = '[{"name":"A","value":"1"},{"name":"S","valueFrom":"arn:s"}]';
  expect(pasted('{"containerDefinitions":[{"name":"a"}]}', 'value', paste)).toEqual({
    name: 'a',
    environment: [{ name: 'A', value: '1' }],
    secrets: [{ name: 'S', valueFrom: 'arn:s' }],
  });
});

it('lines pasted into the secrets say where each secret lies', () => {
  expect(pasted('{"containerDefinitions":[{"name":"a"}]}', 'valueFrom', 'A=arn:a\nB=param')).toEqual({
    name: 'a',
    secrets: [
      { name: 'A', valueFrom: 'arn:a' },
      { name: 'B', valueFrom: 'param' },
    ],
  });
});
