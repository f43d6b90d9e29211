/** A poster of a task's life: the timeline as a figure, and the key behaviours below it. */
import { element, escaped, standalone } from './svg/markup.ts';
import { palette, type Theme } from './svg/palette.ts';
import type { Font } from './textWidth.ts';
import { wrapped } from './wrap.ts';

export interface PosterOptions {
  readonly theme: Theme;
  readonly title: string;
  /** A stand-alone SVG of the timeline, with a heading of its own, and its size in px. */
  readonly timeline: { readonly svg: string; readonly width: number; readonly height: number };
  /** Sentences, in the order in which they are listed. */
  readonly behaviours: readonly string[];
}

const MARGIN = 32;
const HEADING: Font = { size: 16, weight: 600 };
const TEXT: Font = { size: 14 };
/** Fonts that stand in for ours are wider: a line that is broken early still fits. */
const FALLBACK_IS_WIDER = 0.88;
const LINE = 21;
const BETWEEN = 10;
const GUTTER = 48;

/** A stand-alone SVG, as wide as its timeline. */
export function posterSvg({ theme, title, timeline, behaviours }: PosterOptions): string {
  const colours = palette[theme];
  const width = Math.max(720, timeline.width);
  const column = (width - 2 * MARGIN - GUTTER) / 2;
  const listed = behaviours.map((text) => wrapped(text, (column - 20) * FALLBACK_IS_WIDER, TEXT));
  const half = halfOf(listed);
  const below = timeline.height + 28;
  const columns = [listed.slice(0, half), listed.slice(half)];
  const tall = Math.max(
    ...columns.map((list) => list.reduce((sum, own) => sum + own.length * LINE + BETWEEN, 0)),
  );
  const height = below + (behaviours.length === 0 ? 0 : 32 + tall) + MARGIN;
  const text = (words: string, x: number, y: number, { size: px, weight }: Font) =>
    element('text', { x, y, 'font-size': px, 'font-weight': weight, fill: colours.text }, escaped(words));
  const parts = [
    element('title', {}, escaped(title)),
    element('desc', {}, escaped(behaviours.join(' '))),
    element('rect', { width, height, fill: colours.panel }),
    timeline.svg,
    ...(behaviours.length === 0
      ? []
      : [
          element('path', { d: `M${MARGIN} ${below - 26}H${width - MARGIN}`, stroke: colours.line }),
          text('Key behaviours', MARGIN, below + 4, HEADING),
        ]),
    ...columns.flatMap((list, place) => {
      const x = MARGIN + place * (column + GUTTER);
      let y = below + 36;
      return list.flatMap((own) => {
        const dot = element('circle', { cx: x + 4, cy: y - 5, r: 3, fill: colours.accent });
        const drawn = own.map((line, index) => text(line, x + 20, y + index * LINE, TEXT));
        y += own.length * LINE + BETWEEN;
        return [dot, ...drawn];
      });
    }),
  ];
  return standalone({ x: 0, y: 0, width, height }, parts.filter(Boolean));
}

/** How many paragraphs stand in the first of two columns that are about as tall. */
function halfOf(listed: readonly (readonly string[])[]): number {
  const all = listed.reduce((sum, own) => sum + own.length, 0);
  let lines = 0;
  let count = 0;
  while (count < listed.length && lines < all / 2) {
    lines += listed[count]?.length ?? 0;
    count += 1;
  }
  return count;
}
