/** How far somebody is with the lessons: kept in this browser, and nowhere else. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Answer } from '../../src/lessons/lesson.ts';

export interface Prediction {
  readonly choice: string;
  readonly answer: Answer;
}

export interface Progress {
  /** By lesson: how few steps it took, from 1 to 3. */
  readonly done: Readonly<Record<string, 1 | 2 | 3>>;
  /** By lesson and question: what was foretold, and what the run said. */
  readonly predictions: Readonly<Record<string, Prediction>>;
  /** The design, by its id in the library, that was on screen before the lessons. */
  readonly cameFrom: string | undefined;
}

const KEY = 'ecs-task-designer:lessons';
const NONE: Progress = { done: {}, predictions: {}, cameFrom: undefined };

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What was kept, as far as it makes sense; predictions are of one visit. */
export function readProgress(text: string | null): Progress {
  let raw: unknown;
  try {
    raw = JSON.parse(text ?? '{}');
  } catch {
    return NONE;
  }
  if (!isRecord(raw)) return NONE;
  const done = Object.entries(isRecord(raw.done) ? raw.done : {}).filter(
    (entry): entry is [string, 1 | 2 | 3] => entry[1] === 1 || entry[1] === 2 || entry[1] === 3,
  );
  return {
    ...NONE,
    done: Object.fromEntries(done),
    cameFrom: typeof raw.cameFrom === 'string' ? raw.cameFrom : undefined,
  };
}

function kept(): Progress {
  try {
    return readProgress(localStorage.getItem(KEY));
  } catch {
    // Blocked: the progress lasts as long as the page.
    return NONE;
  }
}

export const progressStore = createStore<Progress>()(kept);

progressStore.subscribe(({ done, cameFrom }, before) => {
  if (done === before.done && cameFrom === before.cameFrom) return;
  try {
    localStorage.setItem(KEY, JSON.stringify({ done, cameFrom }));
  } catch {
    // Blocked or full: the progress lasts as long as the page.
  }
});

export function useProgress<T>(select: (progress: Progress) => T): T {
  return useStore(progressStore, select);
}

/** Notes that a lesson is done; a better score stays. */
export function markDone(lesson: string, score: 1 | 2 | 3): void {
  const { done } = progressStore.getState();
  if ((done[lesson] ?? 0) >= score) return;
  progressStore.setState({ done: { ...done, [lesson]: score } });
}

export function predict(lesson: string, question: string, prediction: Prediction | undefined): void {
  const key = `${lesson}/${question}`;
  const { [key]: _, ...others } = progressStore.getState().predictions;
  progressStore.setState({
    predictions: prediction === undefined ? others : { ...others, [key]: prediction },
  });
}

export function setCameFrom(id: string | undefined): void {
  progressStore.setState({ cameFrom: id });
}

/** Forgets all of it, the way back to the design from before too. */
export function eraseProgress(): void {
  progressStore.setState(NONE);
}

/** Forgets which lessons are done. */
export function forgetProgress(): void {
  progressStore.setState({ done: {}, predictions: {} });
}
