import { describe, expect, it } from 'vitest';
import { lesson as lessonPart } from '../edit/parts/lesson.ts';
import { getPart, setPart } from '../edit/parts/part.ts';
import { judgeLesson } from './judgeLesson.ts';
import { lessonOf } from './ownLesson.ts';

const start = '{ "family": "f", "containerDefinitions": [{ "name": "app", "image": "a" }] }';
const scenarios = {
  v: 1,
  scenarios: [
    { id: 'planned', expectations: [{ id: 'container-starts', args: { container: 'app' } }] },
    { id: 'slow', behaviours: { app: { pullSeconds: 90 } }, expectations: [{ id: 'of-tomorrow', args: {} }] },
  ],
};
const task = { containerDefinitions: [{ name: 'app', image: 'a' }] };

describe("a lesson of somebody's own", () => {
  it('asks for what its scenarios expect, each in its own scenario', () => {
    const lesson = lessonOf({ title: 'Mine', text: 'One.\n\nTwo.', start, scenarios });
    expect(lesson.story).toEqual(['One.', 'Two.']);
    const { steps, met } = judgeLesson(lesson, task, { findings: [] });
    expect(steps[0]?.map(({ holds, unknown }) => [holds, unknown])).toEqual([
      [true, undefined],
      [false, true],
    ]);
    expect(met).toBe(false);
  });

  it('is read out of a link whatever the link holds, and keeps its place in the design', () => {
    const parts = setPart({}, lessonPart, { own: { title: 'Mine', text: '', start, scenarios } });
    expect(getPart(parts, lessonPart).own?.start).toBe(start);
    for (const own of [null, 1, 'x', [], {}, { start: 4 }, { start: 'x', scenarios: [], title: 9 }]) {
      const mark = getPart({ lesson: { v: 1, own } }, lessonPart);
      if (mark.own) expect(judgeLesson(lessonOf(mark.own), {}, { findings: [] }).steps).toHaveLength(1);
      else expect(mark).toEqual({});
    }
  });
});
