/** Sizes of the canvas in px. */
import type { Size } from './box.ts';

/** Cards only on order, mounts and logs of all; or, in a crowded task, order only and the rest of what is selected. */
export type Density = 'full' | 'dense';

/** A container card. */
export const card: Size = { width: 248, height: 136 };
/** Where the handle is, from the card's top: dependencies leave there. */
export const handleY = card.height / 2;

/** Between the cards of a column. */
export const rowGap: Readonly<Record<Density, number>> = { full: 24, dense: 32 };
/** The least room between two columns. */
export const columnGap: Readonly<Record<Density, number>> = { full: 136, dense: 216 };
/** The same where nothing waits for anything: they are no steps in time, and look like none. */
export const gapWithoutEdges = 80;
/**
 * A start wave with more containers than this is written in several columns. The picture is about as wide as a screen;
 * where nothing waits for anything, columns are no steps in time and may be shorter.
 */
export const mostRows = (containers: number, hasEdges: boolean): number =>
  Math.max(hasEdges ? 5 : 4, Math.round(Math.sqrt(containers / 0.62)));

export const frameTitle = 44;
/** Left and right of the cards, inside the frame: room for the lines that run down there. */
export const framePadding = { left: 48, right: 24, bottom: 16 } as const;

/** Between the last card and a row of volumes below it. */
export const volumeRowGap = 36;
/** Between the frame and the log destinations. */
export const logRowGap = 20;
export const logHeight = 36;

/** How much larger edge labels are in a crowded task, which is seen from further off. */
export const labelScale: Readonly<Record<Density, number>> = { full: 1, dense: 1.5 };
