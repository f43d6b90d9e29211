/** Where the volumes stand: between writer and readers when there are few, else in a row below the cards. */
import type { Graph, VolumeNode } from '../model/graph.ts';
import type { NodeKey } from '../model/nodeKey.ts';
import type { Rect } from './box.ts';
import { grown, overlap } from './box.ts';
import { rowTop } from './cardPlaces.ts';
import type { Cell } from './grid.ts';
import { volumeSize } from './nodeSize.ts';
import type { Density } from './sizes.ts';
import { card, framePadding, volumeRowGap } from './sizes.ts';

/** From the top of a card to the top of a pill beside its row, clear of the edge that leaves at the handle. */
export const pillTop = 98;
const mostBetween = 4;
const pillGap = 24;

/** A pill that stands in the channel after `channel`, beside a row of the grid. */
export interface ChannelPlace {
  readonly channel: number;
  readonly row: number;
}

/** The volumes that go into channels: those that containers of two columns mount, while there are few volumes. */
export function channelPlaces(
  graph: Graph,
  cells: ReadonlyMap<NodeKey, Cell>,
  density: Density,
): ReadonlyMap<NodeKey, ChannelPlace> {
  const found = new Map<NodeKey, ChannelPlace>();
  if (density === 'dense' || graph.volumes.length > mostBetween) return found;
  const taken = new Set<string>();
  const rows = 1 + Math.max(0, ...[...cells.values()].map(({ row }) => row));
  for (const { key } of graph.volumes) {
    const mounting = graph.mounts.filter(({ volume }) => volume === key);
    const at = (writing: boolean) =>
      mounting
        .filter(({ readOnly }) => !writing || !readOnly)
        .flatMap(({ container }) => cells.get(container) ?? [])
        .sort((a, b) => a.column - b.column || a.row - b.row);
    const all = at(false);
    const first = all[0];
    const last = all.at(-1);
    if (!first || !last || first.column === last.column) continue;
    const writer = at(true)[0] ?? first;
    const channel = Math.min(writer.column, last.column - 1);
    for (let step = 0; step < rows; step += 1) {
      const row = (writer.row + step) % rows;
      if (taken.has(`${channel} ${row}`)) continue;
      taken.add(`${channel} ${row}`);
      found.set(key, { channel, row });
      break;
    }
  }
  return found;
}

/** The pills. `taken` is what they may not cover: cards, and volumes that were moved by hand. */
export function volumePlaces(
  volumes: readonly VolumeNode[],
  inChannels: ReadonlyMap<NodeKey, ChannelPlace>,
  lefts: readonly number[],
  taken: readonly Rect[],
  density: Density,
): ReadonlyMap<NodeKey, Rect> {
  const found = new Map<NodeKey, Rect>();
  const below: VolumeNode[] = [];
  for (const volume of volumes) {
    const place = inChannels.get(volume.key);
    const size = volumeSize(volume, density);
    const left = (lefts[place?.channel ?? 0] ?? 0) + card.width;
    const right = lefts[(place?.channel ?? 0) + 1] ?? left;
    const rect = {
      x: Math.round((left + right - size.width) / 2),
      y: rowTop(place?.row ?? 0, density) + pillTop,
      ...size,
    };
    if (place && !taken.some((other) => overlap(grown(other, 8), rect))) found.set(volume.key, rect);
    else below.push(volume);
  }
  const bottom = Math.max(0, ...[...taken, ...found.values()].map(({ y, height }) => y + height));
  const end = Math.max((lefts.at(-1) ?? 0) + card.width, framePadding.left + 4 * (card.width + pillGap));
  let x: number = framePadding.left;
  let y = bottom + volumeRowGap;
  for (const volume of below) {
    const size = volumeSize(volume, density);
    if (x > framePadding.left && x + size.width > end) {
      x = framePadding.left;
      y += size.height + pillGap;
    }
    found.set(volume.key, { x, y, ...size });
    x += size.width + pillGap;
  }
  return found;
}
