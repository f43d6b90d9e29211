/** How wide the channels between the columns must be for the lines and labels that run in them. */
import type { DependencyEdge } from '../model/graph.ts';
import type { NodeKey } from '../model/nodeKey.ts';
import type { Cell } from './grid.ts';
import { dependencyLabelSize } from './nodeSize.ts';
import type { Density } from './sizes.ts';

/** Between a label and the cards beside it, with room for one line that turns. */
const besideLabel = 52;
const lane = 12;
/** Beside a volume that stands in a channel. */
const besideVolume = 76;

/**
 * One width per channel; channel 0 follows column 0. It is never less than `least`, has room for the widest
 * label, for each line that turns in it, and for a volume (`pillWidths`, 0 where none stands).
 */
export function columnGaps(
  cells: ReadonlyMap<NodeKey, Cell>,
  edges: readonly DependencyEdge[],
  pillWidths: ReadonlyMap<number, number>,
  density: Density,
  least: number,
): number[] {
  const columns = Math.max(0, ...[...cells.values()].map(({ column }) => column + 1));
  const lines = Array.from({ length: columns }, () => new Set<string>());
  const labels = Array.from({ length: columns }, () => 0);
  for (const edge of edges) {
    const from = cells.get(edge.from);
    const to = cells.get(edge.to);
    if (!from || !to) continue;
    const { width } = dependencyLabelSize(edge, density);
    labels[from.column] = Math.max(labels[from.column] ?? 0, width);
    if (to.column === from.column + 1 && to.row === from.row) continue;
    lines[from.column]?.add(`${edge.from} ${edge.condition}`);
    if (to.column !== from.column + 1) lines[to.column - 1]?.add(`${edge.key}`);
  }
  return lines.slice(0, Math.max(0, columns - 1)).map((set, channel) => {
    const pill = pillWidths.get(channel) ?? 0;
    const forLabels = (labels[channel] ?? 0) + besideLabel + lane * Math.max(0, Math.min(set.size, 12) - 1);
    return 8 * Math.ceil(Math.max(least, forLabels, pill > 0 ? pill + 2 * besideVolume : 0) / 8);
  });
}
