/** The gates of a run as arrows, from the lane that released them to the lane that waited. */
import type { Condition } from '../../model/containerDefinition.ts';
import type { ContainerRun, Gate } from '../../simulate/run.ts';
import { textWidth } from '../textWidth.ts';
import { type Axis, xOf } from './axis.ts';
import { time } from './time.ts';

export interface Arrow {
  readonly key: string;
  readonly condition: Condition | 'CREATE';
  readonly implied: boolean;
  /** Who waited, for whom, and the second that released it. */
  readonly waits: string;
  readonly on: string;
  readonly at: number;
  readonly x: number;
  readonly fromY: number;
  readonly toY: number;
  readonly label?: { readonly x: number; readonly width: number };
  readonly title: string;
}

/** Arrows into one lane, in the order in which its gates were released. */
export function arrowsInto(
  container: ContainerRun,
  axis: Axis,
  rows: ReadonlyMap<string, number>,
  laneHeight: number,
): Arrow[] {
  const toY = (rows.get(container.key) ?? 0) + laneHeight / 2;
  let taken = Number.NEGATIVE_INFINITY;
  return container.gates
    .filter((gate): gate is Gate & { releasedAt: number } => gate.releasedAt !== undefined)
    .sort((a, b) => a.releasedAt - b.releasedAt)
    .map((gate, index): Arrow => {
      const x = xOf(axis, gate.releasedAt);
      const fromY = (rows.get(gate.on) ?? toY) + laneHeight / 2;
      const implied = gate.origin !== 'dependsOn';
      const width = textWidth(gate.condition, { size: 11, weight: 500 }) + 26;
      const leftOf = x - width - 6;
      const first = xOf(axis, 0);
      const label =
        implied || gate.condition === 'CREATE'
          ? undefined
          : leftOf > Math.max(taken + 4, first)
            ? { x: leftOf, width }
            : undefined;
      if (label !== undefined) taken = label.x + width;
      return {
        key: `${container.key}>${gate.on}>${index}`,
        condition: gate.condition,
        implied,
        waits: container.key,
        on: gate.on,
        at: gate.releasedAt,
        x,
        fromY,
        toY,
        ...(label === undefined ? {} : { label }),
        title: `${container.key} waited for ${gate.on} ${gate.condition} until ${time(gate.releasedAt)}`,
      };
    });
}
