import { expect, test } from 'vitest';
import { isRefusal } from '../../model/edit.ts';
import { applyChange, newDesign, readingOf } from '../design.ts';
import { wholeTask } from './task.ts';
import { addVolume } from './volumes.ts';

const made = (text: string) => {
  const design = applyChange(newDesign(text), wholeTask());
  if (isRefusal(design)) throw new Error(design.refused);
  return design;
};

test.each([
  ['a list of containers', '[{"name":"web","image":"a"},{"name":"log","image":"b"}]', 'web'],
  ['one container', '{"name":"web-1","image":"a"}', 'web-1'],
  ['a name that is no family', '[{"name":"the web","image":"a"}]', 'task'],
  ['no name', '[{"image":"a","memory":1}]', 'task'],
])('%s gets a task around it, which has room for a volume', (_what, text, family) => {
  const refused = applyChange(newDesign(text), addVolume('task'));
  expect(refused).toMatchObject({ beyondFile: expect.stringMatching('whole task definition') });
  const design = made(text);
  expect(design.text).toBe(`{"family":"${family}","containerDefinitions":[${text.replace(/^\[|\]$/g, '')}]}`);
  const after = applyChange(design, addVolume('task'));
  if (isRefusal(after)) throw new Error(after.refused);
  expect(readingOf(after).task.volumes).toHaveLength(1);
});

test('a whole task stays the very same design', () => {
  const design = newDesign('{"containerDefinitions":[{"name":"web","image":"a"}]}');
  expect(applyChange(design, wholeTask())).toBe(design);
});
