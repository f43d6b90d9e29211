/** The timeline of a design as a figure: its plan, or the scenario that it is asked for, beside the plan. */
import { PLANNED } from '../../edit/changes/scenario.ts';
import { getPart, type Parts } from '../../edit/parts/part.ts';
import { scenarios } from '../../edit/parts/scenarios.ts';
import { headline } from '../../explain/headline.ts';
import { freeToGain } from '../../explain/pathToRunning.ts';
import { graph } from '../../model/graph.ts';
import { roleLabel } from '../../model/roleLabel.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import {
  timelineSvg as figure,
  TIMELINE_FIGURE,
  type TimelineFigure,
} from '../../picture/svg/timelineSvg.ts';
import { timelineGeometry } from '../../picture/timeline/geometry.ts';
import { defaultScenario } from '../../simulate/defaults.ts';
import { handOffs } from '../../simulate/handOffs.ts';
import { logLoss } from '../../simulate/logLoss.ts';
import type { Run } from '../../simulate/run.ts';
import type { Scenario } from '../../simulate/scenario.ts';
import { simulate } from '../../simulate/simulate.ts';
import { waitCosts } from '../../simulate/waitCosts.ts';
import type { Look } from '../format.ts';

const NOTE = 'Task Designer for Amazon ECS · simulated by the rules of the ECS agent';

/** The figure and the run that it shows. */
export function timelineFigure(
  task: TaskDefinition,
  parts: Parts = {},
  { theme = 'light', scenario, real }: Look = {},
): TimelineFigure & { readonly run: Run } {
  const plan = planOf(task, parts);
  const shown = scenario ?? plan;
  const run = simulate(task, shown);
  const other = shown.id === plan.id ? {} : { plan: simulate(task, plan) };
  const costs = waitCosts(task, shown, run);
  const geometry = timelineGeometry(run, {
    ...TIMELINE_FIGURE,
    handOffs: handOffs(task, run),
    lost: logLoss(task, run),
    costs,
    real,
    ...other,
  });
  const name = shown.id === plan.id ? 'as planned' : shown.name;
  const drawn = figure(geometry, {
    theme,
    title: `${task.family ?? 'Task definition'}, ${name}`,
    says: `${headline(run)} ${freeToGain(run, costs)}`.trim(),
    note: NOTE,
    roles: new Map(
      graph(task).containers.map(({ key, role }) => [key.slice('container:'.length), roleLabel[role]]),
    ),
  });
  return { ...drawn, run };
}

/** The run that figures of a design show. */
export function shownRun(task: TaskDefinition, parts: Parts = {}, { scenario }: Look = {}): Run {
  return simulate(task, scenario ?? planOf(task, parts));
}

/** What the design says is planned, else what is sensible for the task. */
function planOf(task: TaskDefinition, parts: Parts): Scenario {
  const [planned] = getPart(parts, scenarios).filter(({ id }) => id === PLANNED.id);
  return planned ?? defaultScenario(task);
}
