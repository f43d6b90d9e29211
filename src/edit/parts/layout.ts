/** Where cards were put by hand; what is not here is placed by the automatic layout. */
import type { NodeKey } from '../../model/nodeKey.ts';
import { asRecord, type PartCodec, rekeyRecord } from './part.ts';

/** Upper left corner in canvas pixels. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly moved: Readonly<Record<NodeKey, Position>>;
}

/** The codec of the layout: a position that is not two finite numbers is left out. */
export const layout: PartCodec<Layout> = {
  id: 'layout',
  version: 1,
  empty: { moved: {} },
  read(part) {
    const moved = Object.entries(asRecord(part?.moved) ?? {}).flatMap(([key, value]) => {
      const { x, y } = asRecord(value) ?? {};
      return Number.isFinite(x) && Number.isFinite(y) ? [[key, { x, y } as Position] as const] : [];
    });
    return { moved: Object.fromEntries(moved) };
  },
  write: ({ moved }) => ({ v: 1, moved }),
  rekey: ({ moved }, changes) => ({ moved: rekeyRecord(moved, changes) }),
};
