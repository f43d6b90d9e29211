/** Everything that is to be said about how a task lives: the second list, after that of `check`. */
import { type NamedContainer, namedContainers } from '../model/namedContainers.ts';
import type { Reading } from '../model/reading.ts';
import { visibleMarks } from '../model/visibleMarks.ts';
import { defaultScenario } from '../simulate/defaults.ts';
import type { Run } from '../simulate/run.ts';
import type { Scenario } from '../simulate/scenario.ts';
import { simulate } from '../simulate/simulate.ts';
import { offered } from './check.ts';
import { lifecycleRules } from './lifecycle/index.ts';
import type { Life, LifecycleFinding, LifecycleRule } from './lifecycle/lifecycleRule.ts';

/**
 * What goes wrong while the task lives as the scenario says, in order of time: each with the second, and never an
 * `error`. `run` spares playing the scenario again. Nothing for a text that cannot be read as a whole. Never throws.
 */
export function checkLifecycle(
  reading: Reading,
  scenario: Scenario = defaultScenario(reading.task),
  run: Run = simulate(reading.task, scenario),
): LifecycleFinding[] {
  return reading.whole ? lifecycleWith(lifecycleRules, { reading, scenario, run }) : [];
}

/** The same with other rules. One that throws gives a finding of its own, and the others go on. */
export function lifecycleWith(rules: readonly LifecycleRule[], life: Life): LifecycleFinding[] {
  const { reading } = life;
  const nodes = new Map(namedContainers(reading.task).map((one: NamedContainer) => [one.index, one.key]));
  const findings: LifecycleFinding[] = [];
  for (const { id, severity, title, check } of rules) {
    try {
      for (const { fix, ...complaint } of check(life)) {
        const [list, index] = complaint.path;
        const node = list === 'containerDefinitions' ? nodes.get(Number(index)) : undefined;
        findings.push({
          rule: id,
          severity,
          ...complaint,
          message: visibleMarks(complaint.message),
          ...(node !== undefined && { node }),
          ...offered(fix, reading),
        });
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `The rule "${title}" failed on this task (${reason}) and has said nothing more; all others were checked.`;
      findings.push({ rule: id, severity: 'info', path: [], message, at: 0, container: '' });
    }
  }
  return findings.sort((a, b) => a.at - b.at);
}
