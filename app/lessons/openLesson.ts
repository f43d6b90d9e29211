/** Opens lessons beside what is kept: the design that was on screen stays as it is, and can be gone back to. */
import { type Design, newDesign } from '../../src/edit/design.ts';
import { lesson as lessonPart } from '../../src/edit/parts/lesson.ts';
import { setPart } from '../../src/edit/parts/part.ts';
import { designOf } from '../../src/lessons/designOf.ts';
import { lessonById } from '../../src/lessons/index.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { lessonMarkOf } from '../store/derived.ts';
import { designStore, openDesign, replaceDocument } from '../store/designStore.ts';
import { keptDesigns, lessonDesignId } from '../store/keptDesigns.ts';
import { progressStore, setCameFrom } from '../store/lessonProgress.ts';
import { notify, setView } from '../store/viewStore.ts';

/** Opens a lesson where it was left, or at its start. */
export async function openLesson(lesson: Lesson): Promise<void> {
  const { id, design } = designStore.getState();
  if (lessonMarkOf(design.parts).id === undefined) setCameFrom(id);
  await keptDesigns().flush();
  const isKept = await keptDesigns().open(lessonDesignId(lesson.id));
  const isTry = isKept && lessonMarkOf(designStore.getState().design.parts).id === lesson.id;
  if (!isTry) openDesign(designOf(lesson), lesson.title);
  setView({ overlay: 'none', narrow: 'lesson', side: 'inspect' });
}

/** Opens the lesson of a link, or says why there is none. */
export async function openLinkedLesson(wanted: string): Promise<void> {
  const lesson = lessonById(wanted);
  if (lesson !== undefined) {
    await openLesson(lesson);
    return;
  }
  notify('There is no lesson of the name in this link. These are the lessons that there are.', 'error');
  setView({ overlay: 'learn' });
}

/** Goes back to the design that was on screen before the lessons, or shows all designs where it is gone. */
export async function leaveLessons(): Promise<void> {
  const { cameFrom } = progressStore.getState();
  await keptDesigns().flush();
  if (cameFrom !== undefined && (await keptDesigns().open(cameFrom))) setView({ narrow: 'canvas' });
  else setView({ overlay: 'library' });
}

/** The task as it stands as a design of its own, without goals, to go on with in any way. */
export async function playFreely(): Promise<void> {
  const { design, name } = designStore.getState();
  await keptDesigns().flush();
  openDesign({ ...design, parts: setPart(design.parts, lessonPart, {}) }, `${name}, played freely`);
  setView({ narrow: 'canvas' });
  notify('This is a design of your own now. The lesson is kept as you left it, under Learn.');
}

/** Puts the lesson back to its start; undo takes that back. */
export function resetLesson(lesson: Lesson): void {
  replaceDocument(startOf(lesson), 'Begin the lesson again');
}

function startOf(lesson: Lesson): Design {
  const { own } = lessonMarkOf(designStore.getState().design.parts);
  if (own === undefined) return designOf(lesson);
  const { source } = designStore.getState().design;
  const parts = setPart({ scenarios: own.scenarios }, lessonPart, { own });
  return { ...newDesign(own.start, source), parts };
}
