/** The run on screen, for components: that of the scenario in force, and that of the plan. */
import type { Run } from '../../src/simulate/run.ts';
import type { Scenario } from '../../src/simulate/scenario.ts';
import { runIn, scenarioOf } from './derived.ts';
import { designStore, useDesign } from './designStore.ts';
import { useView, viewStore } from './viewStore.ts';

/** The scenario in force: one that is tried out, else that of the design which is chosen. */
export function useScenario(): Scenario {
  const id = useView((view) => view.scenario);
  const played = useView((view) => view.played);
  return useDesign((state) => played?.scenario ?? scenarioOf(state.shown.task, state.design.parts, id));
}

/** The run of the scenario in force. */
export function useRun(): Run {
  const scenario = useScenario();
  return useDesign((state) => runIn(state.shown.task, scenario));
}

/** The run of the scenario in force while it is wanted: what does not show it is not drawn anew when it changes. */
export function useRunWhile(wanted: boolean): Run | undefined {
  const id = useView((view) => view.scenario);
  const played = useView((view) => view.played);
  return useDesign((state) =>
    wanted
      ? runIn(state.shown.task, played?.scenario ?? scenarioOf(state.shown.task, state.design.parts, id))
      : undefined,
  );
}

/** The run that it is compared with: the plan. */
export function usePlan(): Run {
  const played = useView((view) => view.played);
  return useDesign((state) =>
    runIn(state.shown.task, played?.plan ?? scenarioOf(state.shown.task, state.design.parts)),
  );
}

/** The scenario in force, for what is no component. */
export function currentScenario(): Scenario {
  const { shown, design } = designStore.getState();
  const { played, scenario } = viewStore.getState();
  return played?.scenario ?? scenarioOf(shown.task, design.parts, scenario);
}

/** The run on screen, for what is no component. */
export function currentRun(): Run {
  return runIn(designStore.getState().shown.task, currentScenario());
}
