/** Plays a scenario thousands of times off the page's own thread, and tells how it goes; ended by its owner to cancel. */
import type { TaskDefinition } from '../../../src/model/taskDefinition.ts';
import type { Scenario } from '../../../src/simulate/scenario.ts';
import { sampling } from '../../../src/simulate/spread.ts';

export interface SpreadQuestion {
  readonly task: TaskDefinition;
  readonly scenario: Scenario;
  readonly runs: number;
}

/** So many runs between two answers: a tenth of a second or so. */
const CHUNK = 500;

addEventListener('message', ({ data }: MessageEvent<SpreadQuestion>) => {
  const sample = sampling(data.task, data.scenario);
  for (let done = 0; done < data.runs; ) {
    const chunk = Math.min(CHUNK, data.runs - done);
    sample.advance(chunk);
    done += chunk;
    postMessage(sample.result());
  }
});
