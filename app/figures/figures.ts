/** The figures of a design as SVG text, and the same in words. */
import type { Parts } from '../../src/edit/parts/part.ts';
import { keyBehaviours } from '../../src/explain/keyBehaviours.ts';
import type { Look } from '../../src/formats/format.ts';
import { lifecycleSvg } from '../../src/formats/lifecycle-svg.ts';
import { timelineSvg } from '../../src/formats/timeline-svg.ts';
import { wiredUpSvg } from '../../src/formats/wired-up-svg.ts';
import type { TaskDefinition } from '../../src/model/taskDefinition.ts';
import { wiredColumns } from '../../src/picture/wired/columns.ts';
import { wiredInWords } from '../../src/picture/wired/wiredUpSvg.ts';
import type { Run } from '../../src/simulate/run.ts';
import type { Scenario } from '../../src/simulate/scenario.ts';

/** What the figures show: a design's task, and one run of it. */
export interface Shown {
  readonly task: TaskDefinition;
  readonly parts: Parts;
  readonly scenario: Scenario;
  readonly run: Run;
}

type Theme = NonNullable<Look['theme']>;

/** A column a container, by what each is there for. */
export function wiredFigure(shown: Shown, theme: Theme): string {
  return drawn(wiredUpSvg, shown, theme);
}

/** The same as text. */
export function wiredWords({ task, run }: Shown): string {
  return wiredInWords(wiredColumns(task, run));
}

/** The timeline alone. */
export function timelineFigure(shown: Shown, theme: Theme): string {
  return drawn(timelineSvg, shown, theme);
}

/** The timeline with the key behaviours below it. */
export function lifecycleFigure(shown: Shown, theme: Theme): string {
  return drawn(lifecycleSvg, shown, theme);
}

/** The same as text. */
export function lifecycleWords({ task, run }: Shown): string {
  return keyBehaviours(task, run).join(' ');
}

export function familyOf({ family }: TaskDefinition): string {
  return family || 'Task definition';
}

function drawn(format: typeof timelineSvg, { task, parts, scenario }: Shown, theme: Theme): string {
  return format.write?.(task, '', undefined, parts, { theme, scenario }).text ?? '';
}
