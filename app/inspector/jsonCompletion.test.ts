import fc from 'fast-check';
import { expect, it } from 'vitest';
import { taskFields } from '../../src/model/fields/taskFields.ts';
import { completionAt, memberText } from './jsonCompletion.ts';

const field = taskFields.proxyConfiguration;

/** The names offered at the | of a text. */
function offered(marked: string): string[] | undefined {
  const caret = marked.indexOf('|');
  return completionAt(marked.replace('|', ''), caret, field)?.members.map(({ name }) => name);
}

it('all members are offered in an empty object', () => {
  expect(offered('{ | }')).toEqual(['type', 'containerName', 'properties']);
});

it('members that stand before or behind the caret are not offered again', () => {
  expect(offered('{ "type": "APPMESH", | "properties": [] }')).toEqual(['containerName']);
});

it('what is typed narrows the offer, and is replaced with its quotes', () => {
  expect(offered('{ "con|" }')).toEqual(['containerName']);
  expect(completionAt('{ "con" }', 6, field)).toMatchObject({ start: 2, end: 7 });
  expect(offered('{ "con|')).toEqual(['containerName']);
});

it('members of the items of a list are offered in the items', () => {
  expect(offered('{ "properties": [{ "name": "AppPorts", | }] }')).toEqual(['value']);
});

it('nothing is offered in a value, in a list, in a text with a name, or in a place that the API lacks', () => {
  expect(offered('{ "containerName": | }')).toBeUndefined();
  expect(offered('{ "properties": [|] }')).toBeUndefined();
  expect(offered('{ "type|": "APPMESH" }')).toBeUndefined();
  expect(offered('{ "nobody": { | } }')).toBeUndefined();
  expect(offered('|')).toBeUndefined();
});

it('a member begins with a value of its kind', () => {
  expect(memberText('type', field.fields.type)).toBe('"type": "APPMESH"');
  expect(memberText('properties', field.fields.properties)).toBe('"properties": []');
});

it('no text and no caret makes the completion fail', () => {
  fc.assert(fc.property(fc.string(), fc.nat(60), (text, caret) => void completionAt(text, caret, field)));
});
