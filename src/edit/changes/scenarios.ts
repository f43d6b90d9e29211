/** The scenarios of a design as a list: add, duplicate, rename, remove, and what each should satisfy. */
import type { Refusal } from '../../model/edit.ts';
import type { Before, Change } from '../change.ts';
import { getPart, type Parts, setPart } from '../parts/part.ts';
import { type ScenarioData, scenarios } from '../parts/scenarios.ts';
import { unusedName } from './address.ts';
import { changeScenario, PLANNED } from './scenario.ts';

type ExpectationData = ScenarioData['expectations'][number];

/** The scenarios of a design; one that has none written has the plan. The first is shown when a design is opened. */
export function scenariosOf(parts: Parts): readonly ScenarioData[] {
  const list = getPart(parts, scenarios);
  return list.length === 0 ? [PLANNED] : list;
}

/** The id that `addScenario` and `duplicateScenario` give to a scenario of that name. */
export function scenarioIdFor(parts: Parts, name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return unusedName(
    words.join('-') || 'scenario',
    scenariosOf(parts).map(({ id }) => id),
  );
}

/** Adds a scenario at the end: like another one (a fault that was played, say), else like the plan without what it says. */
export function addScenario(name: string, like: Partial<Omit<ScenarioData, 'id' | 'name'>> = {}): Change {
  return listChange(
    `Add the scenario ${name.trim()}`,
    (before) => nameProblem(before.parts, name),
    (list, parts) => [...list, { ...PLANNED, ...like, id: scenarioIdFor(parts, name), name: name.trim() }],
  );
}

/** Adds a copy of a scenario right behind it, under a name of its own. */
export function duplicateScenario(id: string, name: string): Change {
  return listChange(
    `Duplicate the scenario as ${name.trim()}`,
    (before) => isMissing(before.parts, id) ?? nameProblem(before.parts, name),
    (list, parts) =>
      list.flatMap((scenario) =>
        scenario.id === id
          ? [scenario, { ...scenario, id: scenarioIdFor(parts, name), name: name.trim() }]
          : [scenario],
      ),
  );
}

/** Gives a scenario another name; its id stays. */
export function renameScenario(id: string, name: string): Change {
  return listChange(
    `Rename the scenario to ${name.trim()}`,
    (before) => isMissing(before.parts, id) ?? nameProblem(before.parts, name, id),
    (list) => list.map((scenario) => (scenario.id === id ? { ...scenario, name: name.trim() } : scenario)),
    `scenario-name:${id}`,
  );
}

/** Takes a scenario out with all that it says; without any the design has the plan again. */
export function removeScenario(id: string): Change {
  return listChange(
    'Remove the scenario',
    (before) => isMissing(before.parts, id),
    (list) => list.filter((scenario) => scenario.id !== id),
  );
}

/** Adds an expectation at the end; the very same twice is refused. `says`: in words, for the label. */
export function addExpectation(expectation: ExpectationData, says: string, scenarioId = PLANNED.id): Change {
  const change = changeScenario(scenarioId, `Expect that ${says}`, (scenario) => ({
    ...scenario,
    expectations: [...scenario.expectations, expectation],
  }));
  const isThere = ({ parts }: Before) =>
    expectationsOf(parts, scenarioId).some((one) => JSON.stringify(one) === JSON.stringify(expectation));
  return {
    ...change,
    edits: (_, before) => (isThere(before) ? { refused: `It is expected already that ${says}.` } : []),
  };
}

/** Gives the expectation at a place of the list other arguments, or puts another one there. */
export function changeExpectation(
  place: number,
  expectation: ExpectationData,
  says: string,
  scenarioId = PLANNED.id,
): Change {
  return changeScenario(
    scenarioId,
    `Expect that ${says}`,
    (scenario) => ({
      ...scenario,
      expectations: scenario.expectations.map((one, index) => (index === place ? expectation : one)),
    }),
    { mergeKey: `expectation:${scenarioId}:${place}` },
  );
}

/** Takes the expectation at a place of the list out. */
export function removeExpectation(place: number, says: string, scenarioId = PLANNED.id): Change {
  return changeScenario(scenarioId, `No longer expect that ${says}`, (scenario) => ({
    ...scenario,
    expectations: scenario.expectations.filter((_, index) => index !== place),
  }));
}

function expectationsOf(parts: Parts, id: string): readonly ExpectationData[] {
  return scenariosOf(parts).find((scenario) => scenario.id === id)?.expectations ?? [];
}

function listChange(
  label: string,
  problem: (before: Before) => Refusal | undefined,
  change: (list: readonly ScenarioData[], parts: Parts) => readonly ScenarioData[],
  mergeKey?: string,
): Change {
  return {
    label,
    ...(mergeKey === undefined ? {} : { mergeKey }),
    edits: (_, before) => problem(before) ?? [],
    parts: (parts) => setPart(parts, scenarios, change(scenariosOf(parts), parts)),
  };
}

function isMissing(parts: Parts, id: string): Refusal | undefined {
  return scenariosOf(parts).some((scenario) => scenario.id === id)
    ? undefined
    : { refused: 'There is no such scenario in the design.' };
}

function nameProblem(parts: Parts, name: string, own?: string): Refusal | undefined {
  if (name.trim() === '') return { refused: 'A scenario needs a name.' };
  const taken = scenariosOf(parts).some((scenario) => scenario.id !== own && scenario.name === name.trim());
  return taken ? { refused: `There is a scenario ${name.trim()} already.` } : undefined;
}
