/** Plays every single fault off the page's own thread. */
import { faultSentence } from '../../../src/explain/faults.ts';
import type { TaskDefinition } from '../../../src/model/taskDefinition.ts';
import { type BlastRadius, blastRadius, type FaultCell } from '../../../src/simulate/faults.ts';
import type { Scenario } from '../../../src/simulate/scenario.ts';

/** A cell with its story in words: what strikes, to what effect, and who goes down in which order. */
export interface ToldCell extends FaultCell {
  readonly sentence: string;
}

export interface ToldBlastRadius extends BlastRadius {
  readonly cells: readonly ToldCell[];
}

interface Question {
  readonly count: number;
  readonly task: TaskDefinition;
  readonly scenario: Scenario;
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const { count, task, scenario } = data;
  const { cells, horizonSeconds } = blastRadius(task, scenario);
  const told = cells.map((cell): ToldCell => ({ ...cell, sentence: faultSentence(task, cell) }));
  postMessage({ count, blast: { horizonSeconds, cells: told } satisfies ToldBlastRadius });
});
