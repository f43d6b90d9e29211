/** Plays every single fault off the page's own thread. */
import type { TaskDefinition } from '../../../src/model/taskDefinition.ts';
import { blastRadius } from '../../../src/simulate/faults.ts';
import type { Scenario } from '../../../src/simulate/scenario.ts';

interface Question {
  readonly count: number;
  readonly task: TaskDefinition;
  readonly scenario: Scenario;
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const { count, task, scenario } = data;
  postMessage({ count, blast: blastRadius(task, scenario) });
});
