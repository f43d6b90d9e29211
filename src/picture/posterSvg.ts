/** A poster of a task's life: a heading, the timeline, and the key behaviours below it. */
import { element, escaped } from './svg/markup.ts';
import { palette, type Theme } from './svg/palette.ts';
import { fontFamilies } from './svg/type.ts';
import { type Font, fitText } from './textWidth.ts';
import { wrapped } from './wrap.ts';

export interface PosterOptions {
  readonly theme: Theme;
  readonly title: string;
  readonly subtitle: string;
  /** A stand-alone SVG of the timeline, and its size in px. */
  readonly timeline: { readonly svg: string; readonly width: number; readonly height: number };
  /** Sentences, in the order in which they are listed. */
  readonly behaviours: readonly string[];
}

const MARGIN = 40;
const TITLE: Font = { size: 26, weight: 600 };
const SUBTITLE: Font = { size: 14 };
const HEADING: Font = { size: 16, weight: 600 };
const TEXT: Font = { size: 14 };
const LINE = 21;
const BETWEEN = 10;

/** A stand-alone SVG, as wide as the timeline and its margins; the timeline is drawn as it comes. */
export function posterSvg({ theme, title, subtitle, timeline, behaviours }: PosterOptions): string {
  const colours = palette[theme];
  const inner = Math.max(720, timeline.width);
  const width = inner + 2 * MARGIN;
  const column = (inner - 48) / 2;
  const listed = behaviours.map((text) => wrapped(text, column - 20, TEXT));
  const half = halfOf(listed);
  const top = MARGIN + 62 + 24;
  const below = top + timeline.height + 40;
  const columns = [listed.slice(0, half), listed.slice(half)];
  const tall = Math.max(
    0,
    ...columns.map((list) => list.reduce((sum, own) => sum + own.length * LINE + BETWEEN, 0)),
  );
  const height = below + (behaviours.length === 0 ? 0 : 30 + tall) + MARGIN;
  const text = (words: string, x: number, y: number, { size, weight }: Font, fill: string) =>
    element(
      'text',
      { x, y, 'font-size': size, 'font-weight': weight === 400 ? undefined : weight, fill },
      escaped(words),
    );
  const parts = [
    element('title', {}, escaped(title)),
    element('desc', {}, escaped([subtitle, ...behaviours].join(' '))),
    element('rect', { width, height, fill: colours.panel }),
    text(fitText(title, inner, TITLE), MARGIN, MARGIN + 26, TITLE, colours.text),
    text(fitText(subtitle, inner, SUBTITLE), MARGIN, MARGIN + 52, SUBTITLE, colours.text2),
    element('g', { transform: `translate(${MARGIN} ${top})` }, timeline.svg),
    ...(behaviours.length === 0 ? [] : [text('Key behaviours', MARGIN, below, HEADING, colours.text)]),
    ...columns.flatMap((list, place) => {
      const x = MARGIN + place * (column + 48);
      let y = below + 30;
      return list.flatMap((own) => {
        const dot = element('circle', { cx: x + 4, cy: y - 5, r: 3, fill: colours.accent });
        const drawn = own.map((line, index) => text(line, x + 20, y + index * LINE, TEXT, colours.text));
        y += own.length * LINE + BETWEEN;
        return [dot, ...drawn];
      });
    }),
  ];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'font-family': fontFamilies.text,
    },
    `\n${parts.join('\n')}\n`,
  );
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
