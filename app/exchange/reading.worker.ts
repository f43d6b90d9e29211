/** Reads what people bring off the page's own thread. */
import { answerTo, type Question } from './reading.ts';

/** Counted, so that each answer finds its question. */
export interface Asked {
  readonly count: number;
  readonly question: Question;
}

addEventListener('message', ({ data: { count, question } }: MessageEvent<Asked>) => {
  postMessage({ count, answer: answerTo(question) });
});
