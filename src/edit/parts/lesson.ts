/** Which lesson a design is a try at: one of the course by its id, or one of somebody's own with all that it needs. */
import { asRecord, type Part, type PartCodec } from './part.ts';

export interface LessonMark {
  /** A lesson of the course, or a puzzle. */
  readonly id?: string;
  readonly own?: OwnLesson;
}

/** A lesson that somebody made of a design: what its scenarios expect is the goal. */
export interface OwnLesson {
  readonly title: string;
  /** What is to be done, in the words of who made it. */
  readonly text: string;
  /** The text of the design as it was sent. */
  readonly start: string;
  /** The part `scenarios` as it was sent. */
  readonly scenarios: Part;
}

/** The codec: a mark that names no lesson is none. */
export const lesson: PartCodec<LessonMark> = {
  id: 'lesson',
  version: 1,
  empty: {},
  read(part) {
    if (typeof part?.id === 'string') return { id: part.id };
    const { title, text, start, scenarios } = asRecord(part?.own) ?? {};
    if (typeof start !== 'string') return {};
    return {
      own: {
        title: typeof title === 'string' && title.trim() !== '' ? title : 'A lesson',
        text: typeof text === 'string' ? text : '',
        start,
        scenarios: { v: 1, ...asRecord(scenarios) },
      },
    };
  },
  write: (mark) => ({ v: 1, ...mark }),
  rekey: (mark) => mark,
};
