/** What goes otherwise becomes part of a scenario of the design, each time as one step of undo. */

import type { Change } from '../../src/edit/change.ts';
import { changeScenario, PLANNED, setStopRequestedAt } from '../../src/edit/changes/scenario.ts';
import { addScenario, scenarioIdFor, scenariosOf } from '../../src/edit/changes/scenarios.ts';
import type { ScenarioData } from '../../src/edit/parts/scenarios.ts';
import type { Behaviour, Scenario } from '../../src/simulate/scenario.ts';
import { withBehaviour } from '../../src/simulate/whatIf.ts';
import { scenarioOf, whatIfsOf } from './derived.ts';
import { apply, designStore } from './designStore.ts';
import { currentScenario } from './useRun.ts';
import { setView, viewStore } from './viewStore.ts';

/** A scenario of the simulator as the design keeps it: the same plain data. */
function dataOf(scenario: Scenario): ScenarioData {
  return scenario as unknown as ScenarioData;
}

/** The what-if scenario that is chosen; `undefined` while the plan is on screen, or something that is only tried out. */
function chosen(): ScenarioData | undefined {
  const { scenario, played } = viewStore.getState();
  if (played !== undefined) return undefined;
  return whatIfsOf(designStore.getState().design.parts).find(({ id }) => id === scenario);
}

/** The id under which the design keeps the scenario on screen: that of the chosen one, else of the plan. */
export function chosenScenarioId(): string {
  const { scenario } = viewStore.getState();
  const known = whatIfsOf(designStore.getState().design.parts).some(({ id }) => id === scenario);
  return known ? scenario : PLANNED.id;
}

function unusedName(name: string): string {
  const taken = new Set(scenariosOf(designStore.getState().design.parts).map((each) => each.name));
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name} ${count}`;
  return free;
}

/** Keeps a scenario under a name of its own and shows it. */
export function keepScenario(name: string, like: Scenario): void {
  const free = unusedName(name);
  const id = scenarioIdFor(designStore.getState().design.parts, free);
  const { behaviours, environment, expectations, horizonSeconds, stopRequestedAt } = dataOf(like);
  const data = { behaviours, environment, expectations, horizonSeconds };
  const change = addScenario(free, {
    ...data,
    ...(stopRequestedAt === undefined ? {} : { stopRequestedAt }),
  });
  if (apply(change) === undefined) setView({ scenario: id, played: undefined });
}

/** Lets a container behave so: in the scenario that is chosen, else in a new one, which leaves the plan as it is. */
export function letBehave(container: string, behaviour: Behaviour, words: string): void {
  const label = `Let ${container} be otherwise: ${words}`;
  const target = chosen();
  if (target === undefined) {
    keepScenario(`${container}: ${words}`, withBehaviour(currentScenario(), container, behaviour));
    return;
  }
  apply(
    changeScenario(target.id, label, (data) => dataOf(withBehaviour(data as Scenario, container, behaviour))),
  );
}

/** Makes the run on screen another one: the scenario that is chosen, else a new one of that name. One step of undo. */
export function letRunBe(name: string, scenario: Scenario): void {
  const target = chosen();
  if (target === undefined) {
    keepScenario(name, scenario);
    return;
  }
  const { id, name: own } = target;
  apply(changeScenario(id, `Fit ${own} to a real run`, () => ({ ...dataOf(scenario), id, name: own })));
}

/** Has StopTask called at a second; in the scenario that is chosen, else in a new one. */
export function stopTaskAt(second: number): void {
  const target = chosen();
  if (target !== undefined) {
    apply(setStopRequestedAt(second, target.id));
    return;
  }
  const scenario = currentScenario();
  const horizonSeconds = second + Math.max(120, scenario.horizonSeconds - (scenario.stopRequestedAt ?? 0));
  keepScenario(`Stopped at ${second.toFixed(1)} s`, { ...scenario, stopRequestedAt: second, horizonSeconds });
}

/** Lets a container of the chosen scenario behave as in the plan again. */
export function asPlanned(container: string): void {
  const target = chosen();
  if (target === undefined) return;
  const { shown, design } = designStore.getState();
  const planned = scenarioOf(shown.task, design.parts, PLANNED.id).behaviours[container];
  const change: Change = changeScenario(target.id, `Let ${container} be as planned`, (data) => {
    const others = Object.entries(data.behaviours).filter(([key]) => key !== container);
    const own = planned === undefined ? [] : [[container, planned] as const];
    return { ...data, behaviours: Object.fromEntries([...others, ...own]) as ScenarioData['behaviours'] };
  });
  apply(change);
}

/** Whether a what-if scenario of the design is chosen, and says something else of the container than the plan. */
export function differsFromPlan(container: string): boolean {
  const target = chosen();
  if (target === undefined) return false;
  const { shown, design } = designStore.getState();
  const planned = scenarioOf(shown.task, design.parts, PLANNED.id).behaviours[container];
  return JSON.stringify(target.behaviours[container] ?? {}) !== JSON.stringify(planned ?? {});
}
