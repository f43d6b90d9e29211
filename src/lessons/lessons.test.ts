/** Every lesson teaches what it says: its start misses the goal, its solution meets it, plausible designs do not. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Change } from '../edit/change.ts';
import { applyChange, type Design, readingOf } from '../edit/design.ts';
import { isRefusal } from '../model/edit.ts';
import { check } from '../rules/check.ts';
import { simulate } from '../simulate/simulate.ts';
import { designOf } from './designOf.ts';
import { course, lessonById, lessons, puzzles } from './index.ts';
import { judgeLesson, scenarioFor } from './judgeLesson.ts';
import type { Lesson } from './lesson.ts';
import { parOf, scoreOf, solved, stepsBetween } from './score.ts';

function applied(design: Design, changes: readonly Change[]): Design {
  return changes.reduce((now, change) => {
    const next = applyChange(now, change);
    if (isRefusal(next)) throw new Error(`${change.label}: ${next.refused}`);
    expect(next.text, `${change.label} changes something`).not.toBe(now.text);
    return next;
  }, design);
}

function judged(lesson: Lesson, design: Design) {
  const reading = readingOf(design);
  expect(reading.problems).toEqual([]);
  return judgeLesson(lesson, reading.task, { findings: check(reading) });
}

const said = (rows: readonly { readonly says: string; readonly holds: boolean; readonly why: string }[]) =>
  rows.map(({ says, holds, why }) => `${says}: ${holds} (${why})`);

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('%s', (_id, lesson) => {
  const start = designOf(lesson);

  it('begins where each goal is still missed, and what must be kept is there', () => {
    const { steps, keep } = judged(lesson, start);
    expect(said(steps.flat().filter(({ holds }) => holds))).toEqual([]);
    expect(said(keep.slice(0, -1).filter(({ holds }) => !holds))).toEqual([]);
    expect(steps.flat().filter(({ unknown }) => unknown)).toEqual([]);
  });

  it('is solved by its solution, step by step, and none is skipped', () => {
    let design = start;
    lesson.steps.forEach(({ solution }, at) => {
      expect(solution.length, `step ${at + 1} has a solution`).toBeGreaterThan(0);
      const before = judged(lesson, design);
      expect(
        before.steps[at]?.every(({ holds }) => holds),
        `step ${at + 1} is to be done when one gets there`,
      ).toBe(false);
      design = applied(design, solution);
      const { steps } = judged(lesson, design);
      expect(
        said(
          steps
            .slice(0, at + 1)
            .flat()
            .filter(({ holds }) => !holds),
        ),
      ).toEqual([]);
    });
    const { met, keep } = judged(lesson, design);
    expect(said(keep.filter(({ holds }) => !holds))).toEqual([]);
    expect(met).toBe(true);
    expect(solved(lesson).text).toBe(design.text);
  });

  it('is not solved by three plausible designs', () => {
    expect(lesson.wrong.length).toBeGreaterThanOrEqual(3);
    for (const { says, from, changes } of lesson.wrong) {
      expect(changes.length, says).toBeGreaterThan(0);
      const design = applied(from === 'solution' ? solved(lesson) : start, changes);
      expect(judged(lesson, design).met, says).toBe(false);
    }
    const texts = lesson.wrong.map(
      ({ from, changes }) => readingOf(applied(from === 'solution' ? solved(lesson) : start, changes)).text,
    );
    expect(new Set(texts).size, 'each another design').toBe(texts.length);
  });

  it('has no empty word', () => {
    for (const text of [lesson.title, lesson.teaches, lesson.learnt, ...lesson.story])
      expect(text.trim()).not.toBe('');
    for (const { text, hints, goals } of lesson.steps) {
      expect(text).toMatch(/[.?:]$/);
      expect(goals.length).toBeGreaterThan(0);
      expect(hints.length).toBeGreaterThanOrEqual(2);
      for (const hint of hints) expect(hint).toMatch(/\S{3}.*[.?]$/);
      expect(new Set(hints).size).toBe(hints.length);
    }
    for (const { says } of lesson.wrong) expect(says).toMatch(/\S{3}.*\.$/);
    expect(lesson.terms.length).toBeGreaterThan(0);
  });

  it('asks what the run answers with one of the choices', () => {
    const { task } = readingOf(start);
    for (const question of lesson.questions) {
      const choices = question.choices(task);
      const answer = question.answer(simulate(task, scenarioFor(lesson, question)), task);
      expect(choices.length).toBeGreaterThanOrEqual(2);
      expect(new Set(choices).size).toBe(choices.length);
      expect(choices, question.text).toContain(answer.choice);
      expect(answer.why).toMatch(/\S.*\.$/);
      expect(Number.isFinite(answer.at)).toBe(true);
    }
  });

  it('scores its own solution with three', () => {
    expect(parOf(lesson)).toBeGreaterThan(0);
    expect(scoreOf(lesson, readingOf(solved(lesson)).task)).toBe(3);
    expect(stepsBetween(readingOf(start).task, readingOf(start).task)).toBe(0);
  });
});

describe('the lessons', () => {
  it('stand each in a file called as its id, and none is left out of the list', () => {
    const files = readdirSync(new URL('.', import.meta.url))
      .filter(
        (file) => /^[a-z0-9-]+\.ts$/.test(file) && !['index.ts', 'lesson.ts', 'score.ts'].includes(file),
      )
      .map((file) => file.slice(0, -3));
    expect(lessons.map(({ id }) => id).sort()).toEqual(files.sort());
    expect(new Set(lessons.map(({ title }) => title)).size).toBe(lessons.length);
  });

  it('are found by their id, and nothing by another word', () => {
    for (const lesson of lessons) expect(lessonById(lesson.id)).toBe(lesson);
    expect(lessonById('__proto__')).toBeUndefined();
  });

  it('are asked to predict something in most of the course', () => {
    const asking = course.filter(({ questions }) => questions.length > 0);
    expect(asking.length * 2).toBeGreaterThan(course.length);
    expect(puzzles).toBeDefined();
  });
});
