/** Looks at the life of the task whenever it has changed, a moment later and when the page is idle: typing never waits. */
import type { Reading } from '../../src/model/reading.ts';
import { checkLifecycle } from '../../src/rules/checkLifecycle.ts';
import type { Scenario } from '../../src/simulate/scenario.ts';
import { runOf, scenarioOf, setLife } from './derived.ts';
import { designStore } from './designStore.ts';

const PAUSE_MS = 150;

let timer: ReturnType<typeof setTimeout> | undefined;
let lookedAt: { readonly reading: Reading; readonly scenario: Scenario } | undefined;

/** Follows the design on screen from now on. */
export function followLife(): void {
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => whenIdle(look), PAUSE_MS);
  };
  designStore.subscribe((state, before) => {
    if (state.opened !== before.opened) setLife(undefined);
    if (state.reading !== before.reading || state.design.parts !== before.design.parts) later();
  });
  later();
}

function look(): void {
  const { reading, design } = designStore.getState();
  if (!reading.whole) return;
  const scenario = scenarioOf(reading.task, design.parts);
  if (lookedAt?.reading === reading && lookedAt.scenario === scenario) return;
  lookedAt = { reading, scenario };
  const run = runOf(reading.task, design.parts);
  setLife({ reading, findings: checkLifecycle(reading, scenario, run) });
  designStore.setState((state) => ({ looks: state.looks + 1 }));
}

function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 500 });
  else run();
}
