import { useMemo } from 'react';
import { lessonById } from '../../src/lessons/index.ts';
import { judgeLesson, type LessonVerdict } from '../../src/lessons/judgeLesson.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { lessonOf } from '../../src/lessons/ownLesson.ts';
import { judgementOf, lessonMarkOf, runIn } from '../store/derived.ts';
import { useDesign } from '../store/designStore.ts';

/** The lesson that the design on screen is a try at; absent where this version has none of that name. */
export function useLesson(): Lesson | undefined {
  const mark = useDesign(({ design }) => lessonMarkOf(design.parts));
  return useMemo(() => {
    if (mark.own !== undefined) return lessonOf(mark.own);
    return mark.id === undefined ? undefined : lessonById(mark.id);
  }, [mark]);
}

/** The task on screen judged by the goals of the lesson, anew with every change. */
export function useVerdict(lesson: Lesson): LessonVerdict {
  const shown = useDesign((state) => state.shown);
  const parts = useDesign((state) => state.design.parts);
  const rulesReady = useDesign((state) => state.rulesReady);
  const looks = useDesign((state) => state.looks);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a look at the life of the task adds findings
  return useMemo(() => {
    const { heard, silenced } = judgementOf(shown, parts);
    // What is silenced is still wrong.
    const findings = rulesReady ? [...heard, ...silenced.map(({ finding }) => finding)] : undefined;
    return judgeLesson(lesson, shown.task, { findings, runIn });
  }, [lesson, shown, parts, rulesReady, looks]);
}
