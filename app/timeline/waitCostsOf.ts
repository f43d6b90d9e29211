import { keepSame } from '../../src/model/keepSame.ts';
import { oncePer } from '../../src/model/oncePer.ts';
import type { TaskDefinition } from '../../src/model/taskDefinition.ts';
import type { Run } from '../../src/simulate/run.ts';
import type { Scenario } from '../../src/simulate/scenario.ts';
import { type WaitCost, waitCosts } from '../../src/simulate/waitCosts.ts';

const costsPerRun = oncePer((run: Run) =>
  oncePer((scenario: Scenario) => {
    let last: readonly WaitCost[] = [];
    return oncePer((task: TaskDefinition) => {
      last = keepSame(last, waitCosts(task, scenario, run));
      return last;
    });
  }),
);

/** What each wait on the way to RUNNING costs, in seconds: once for the lanes and the sentence over them. */
export function waitCostsOf(task: TaskDefinition, scenario: Scenario, run: Run): readonly WaitCost[] {
  return costsPerRun(run)(scenario)(task);
}
