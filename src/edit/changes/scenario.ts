/** How containers behave in a scenario, when StopTask comes, and where it plays; kept beside the text. */
import { durationProblem } from '../../model/duration.ts';
import type { Refusal } from '../../model/edit.ts';
import type { NodeKey } from '../../model/nodeKey.ts';
import type { Change } from '../change.ts';
import { getPart, setPart } from '../parts/part.ts';
import { type BehaviourData, type ScenarioData, scenarios } from '../parts/scenarios.ts';
import { titleOf } from './address.ts';
import { behaviourLabel, behaviourProblem } from './behaviour.ts';

/** The scenario that every design has, also while nothing is written about it. */
export const PLANNED: ScenarioData = {
  id: 'planned',
  name: 'As planned',
  behaviours: {},
  environment: {},
  expectations: [],
  stopRequestedAt: 3600,
  horizonSeconds: 3720,
};

/** So long after StopTask a run goes on, in seconds. */
const AFTER_STOP = 120;

/**
 * Changes what one container does in a scenario. A member given as `undefined` goes back to the default by role; the
 * scenario is made from `PLANNED` where it is missing. Durations and codes that make no sense are refused.
 */
export function setBehaviour(
  key: NodeKey,
  members: BehaviourData,
  scenarioId = PLANNED.id,
  label = behaviourLabel(titleOf(key), members),
): Change {
  const name = key.slice('container:'.length);
  const problem = behaviourProblem(members);
  return changeScenario(
    scenarioId,
    label,
    (scenario) => {
      const before = Object.hasOwn(scenario.behaviours, name) ? scenario.behaviours[name] : {};
      const behaviour = Object.entries({ ...before, ...members }).filter(([, value]) => value !== undefined);
      const others = Object.entries(scenario.behaviours).filter(([other]) => other !== name);
      const entries =
        behaviour.length === 0 ? others : [...others, [name, Object.fromEntries(behaviour)] as const];
      return { ...scenario, behaviours: Object.fromEntries(entries) };
    },
    {
      mergeKey: `behaviour:${scenarioId}:${name}:${Object.keys(members).sort().join(',')}`,
      ...(problem !== undefined && { refusal: { refused: problem } }),
    },
  );
}

/** Has StopTask called at a second, or with `undefined` never; the run goes on for a while after it. */
export function setStopRequestedAt(at: number | undefined, scenarioId = PLANNED.id): Change {
  const problem = at === undefined ? undefined : durationProblem(at);
  return changeScenario(
    scenarioId,
    at === undefined ? 'Never stop the task' : `Stop the task at ${at.toFixed(1)} s`,
    ({ stopRequestedAt, ...scenario }) => {
      if (at === undefined) return scenario;
      const after = scenario.horizonSeconds - (stopRequestedAt ?? scenario.horizonSeconds);
      return { ...scenario, stopRequestedAt: at, horizonSeconds: at + Math.max(AFTER_STOP, after) };
    },
    {
      mergeKey: `stop:${scenarioId}`,
      ...(problem !== undefined && { refusal: { refused: problem } }),
    },
  );
}

/** Changes where a scenario plays: `healthProbes`, `pullUpfront`, `serviceConnect` … A member given as `undefined` goes back to its default. */
export function setEnvironment(
  members: Readonly<Record<string, unknown>>,
  scenarioId = PLANNED.id,
  label = 'Change where the scenario plays',
): Change {
  return changeScenario(scenarioId, label, (scenario) => {
    const entries = Object.entries({ ...scenario.environment, ...members });
    return {
      ...scenario,
      environment: Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    };
  });
}

export interface ScenarioChangeOptions {
  readonly mergeKey?: string;
  /** Why it is not done. */
  readonly refusal?: Refusal;
}

/** Changes anything of one scenario; it is made from `PLANNED` where it is missing. */
export function changeScenario(
  id: string,
  label: string,
  change: (scenario: ScenarioData) => ScenarioData,
  { mergeKey, refusal }: ScenarioChangeOptions = {},
): Change {
  return {
    label,
    ...(mergeKey === undefined ? {} : { mergeKey }),
    edits: () => refusal ?? [],
    parts(parts) {
      const list = getPart(parts, scenarios);
      const now = list.find((scenario) => scenario.id === id);
      if (now === undefined) return setPart(parts, scenarios, [...list, change({ ...PLANNED, id })]);
      return setPart(
        parts,
        scenarios,
        list.map((scenario) => (scenario === now ? change(now) : scenario)),
      );
    },
  };
}
