/** The figures of a task as SVG text. */
import { headline } from '../../src/explain/headline.ts';
import { keyBehaviours } from '../../src/explain/keyBehaviours.ts';
import { graph } from '../../src/model/graph.ts';
import { roleLabel } from '../../src/model/roleLabel.ts';
import type { TaskDefinition } from '../../src/model/taskDefinition.ts';
import { type PosterOptions, posterSvg } from '../../src/picture/posterSvg.ts';
import type { Theme } from '../../src/picture/svg/palette.ts';
import { TIMELINE_FIGURE, timelineSvg } from '../../src/picture/svg/timelineSvg.ts';
import { timelineGeometry } from '../../src/picture/timeline/geometry.ts';
import { wiredColumns } from '../../src/picture/wired/columns.ts';
import { wiredInWords, wiredUpSvg } from '../../src/picture/wired/wiredUpSvg.ts';
import { handOffs } from '../../src/simulate/handOffs.ts';
import { logLoss } from '../../src/simulate/logLoss.ts';
import type { Run } from '../../src/simulate/run.ts';

/** What the figures show: a task, one run of it, and how that run is called. */
export interface Shown {
  readonly task: TaskDefinition;
  readonly run: Run;
  readonly scenario: string;
}

/** A column a container, by what each is there for. */
export function wiredFigure({ task, run }: Shown, theme: Theme): string {
  return wiredUpSvg(task, run, { theme, title: `${familyOf(task)}, wired up` });
}

/** The same as text. */
export function wiredWords({ task, run }: Shown): string {
  return wiredInWords(wiredColumns(task, run));
}

/** The timeline alone. */
export function timelineFigure({ task, run, scenario }: Shown, theme: Theme): PosterOptions['timeline'] {
  const geometry = timelineGeometry(run, {
    ...TIMELINE_FIGURE,
    handOffs: handOffs(task, run),
    lost: logLoss(task, run),
  });
  return timelineSvg(geometry, {
    theme,
    title: `${familyOf(task)}: ${scenario.toLowerCase()}`,
    says: headline(run),
    note: 'Task Designer for Amazon ECS',
    roles: new Map(
      graph(task).containers.map(({ key, role }) => [key.slice('container:'.length), roleLabel[role]]),
    ),
  });
}

/** The timeline with the key behaviours below it. */
export function lifecycleFigure(shown: Shown, theme: Theme): string {
  return posterSvg({
    theme,
    title: `${familyOf(shown.task)}, the lifecycle of one task`,
    timeline: timelineFigure(shown, theme),
    behaviours: keyBehaviours(shown.task, shown.run),
  });
}

/** The same as text. */
export function lifecycleWords({ task, run }: Shown): string {
  return keyBehaviours(task, run).join(' ');
}

export function familyOf({ family }: TaskDefinition): string {
  return family || 'Task definition';
}
