/** The run on screen, for components: that of the scenario in force, and that of the plan. */
import { useShallow } from 'zustand/react/shallow';
import type { Run } from '../../src/simulate/run.ts';
import type { Scenario } from '../../src/simulate/scenario.ts';
import { runIn, scenarioOf } from './derived.ts';
import { type DesignState, designStore, useDesign } from './designStore.ts';
import { useView, type ViewState, viewStore } from './viewStore.ts';

function scenarioIn(
  { shown, design }: Pick<DesignState, 'shown' | 'design'>,
  { played, scenario }: Pick<ViewState, 'played' | 'scenario'>,
): Scenario {
  return played?.scenario ?? scenarioOf(shown.task, design.parts, scenario);
}

/** What the view says of the scenario: one that is tried out, and which of the design's is chosen. */
function useChosen(): Pick<ViewState, 'played' | 'scenario'> {
  return useView(useShallow(({ played, scenario }) => ({ played, scenario })));
}

/** The scenario in force while it is wanted: what does not show it is not drawn anew when it changes. */
export function useScenarioWhile(wanted: boolean): Scenario | undefined {
  const view = useChosen();
  return useDesign((state) => (wanted ? scenarioIn(state, view) : undefined));
}

/** The scenario in force: one that is tried out, else that of the design which is chosen. */
export function useScenario(): Scenario {
  const view = useChosen();
  return useDesign((state) => scenarioIn(state, view));
}

/** The run of the scenario in force while it is wanted. */
export function useRunWhile(wanted: boolean): Run | undefined {
  const view = useChosen();
  return useDesign((state) => (wanted ? runIn(state.shown.task, scenarioIn(state, view)) : undefined));
}

/** The run of the scenario in force. Both from one state: a new task is never played by the scenario of the one before. */
export function useRun(): Run {
  const view = useChosen();
  return useDesign((state) => runIn(state.shown.task, scenarioIn(state, view)));
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
  return scenarioIn(designStore.getState(), viewStore.getState());
}

/** The run on screen, for what is no component. */
export function currentRun(): Run {
  return runIn(designStore.getState().shown.task, currentScenario());
}
