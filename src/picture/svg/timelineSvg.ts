/** The timeline as a figure of its own: for reports, tickets and slides, where nobody can point at anything. */

import { textWidth } from '../textWidth.ts';
import type { Axis } from '../timeline/axis.ts';
import { AXIS_HEIGHT, type TimelineGeometry } from '../timeline/geometry.ts';
import { wrapped } from '../wrap.ts';
import { element, escaped, rounded, standalone } from './markup.ts';
import type { Theme } from './palette.ts';
import { palette } from './palette.ts';
import { legend } from './timelineLegend.ts';
import {
  arrowMark,
  gateLabel,
  handOffLabel,
  handOffMark,
  laneMarks,
  lineGap,
  patterns,
  taskMarks,
} from './timelineMarks.ts';

export interface TimelineFigureOptions {
  readonly theme: Theme;
  /** "receipts, as planned". */
  readonly title: string;
  /** What the run amounts to, in a sentence or two: drawn below the title. */
  readonly says: string;
  /** Who drew it, at the right of the title. */
  readonly note: string;
  /** A word under each name, by the lane's key: the role. */
  readonly roles: ReadonlyMap<string, string>;
}

export interface TimelineFigure {
  readonly svg: string;
  /** In px, as its attributes say. */
  readonly width: number;
  readonly height: number;
}

/** How such a figure is laid out, in px: to be given to `timelineGeometry`. */
export const TIMELINE_FIGURE = {
  width: 1440,
  left: 184,
  laneHeight: 84,
  barHeight: 24,
  captions: true,
} as const;

const MARGIN = 32;
/** Fonts that stand in for ours are wider: a line that is broken early still fits. */
const FALLBACK_IS_WIDER = 0.88;

/**
 * A stand-alone SVG of a timeline with title, axis, lanes, gates, legend and a text alternative that says all of it. Lanes
 * must be laid out with `TIMELINE_FIGURE`. One element a line, so that two figures can be compared.
 */
export function timelineSvg(geometry: TimelineGeometry, options: TimelineFigureOptions): TimelineFigure {
  const { theme, title, says, note, roles } = options;
  const colours = palette[theme];
  const { width, axis, lanes } = geometry;
  const lines = wrapped(says, (width - 2 * MARGIN) * FALLBACK_IS_WIDER, { size: 13 });
  const top = 64 + lines.length * 20 + 12;
  const key = legend(geometry, theme, width - 2 * MARGIN);
  const bottom = top + geometry.height;
  const height = bottom + 24 + key.height + 24;
  const words = [
    says,
    ...lanes.map((lane) => `${lane.words}.`),
    ...geometry.task.bars.map((bar) => `${bar.title}.`),
  ];
  const parts = [
    element('title', {}, escaped(title)),
    element('desc', {}, escaped(words.join(' '))),
    patterns(theme),
    element('rect', { width, height, fill: colours.panel }),
    element(
      'text',
      { x: MARGIN, y: 44, 'font-size': 20, 'font-weight': 600, fill: colours.text },
      escaped(title),
    ),
    element(
      'text',
      { x: width - MARGIN, y: 42, 'font-size': 12, fill: colours.text3, 'text-anchor': 'end' },
      escaped(note),
    ),
    ...lines.map((line, index) =>
      element('text', { x: MARGIN, y: 70 + index * 20, 'font-size': 13, fill: colours.text2 }, escaped(line)),
    ),
    group({ transform: `translate(0 ${top})` }, [
      ...grid(geometry, theme),
      ...lanes.map((lane) => group({}, laneMarks(lane, geometry, theme))),
      ...[...geometry.handOffs, ...geometry.arrows].map((each) => lineGap(each, theme)),
      ...geometry.handOffs.map((mark) => handOffMark(mark, theme)),
      ...geometry.arrows.map((arrow) => arrowMark(arrow, theme)),
      ...geometry.handOffs.map((mark) => handOffLabel(mark, theme)),
      ...geometry.arrows.map((arrow) => gateLabel(arrow, theme)),
      group({}, taskMarks(geometry, theme)),
      ...breaks(axis, geometry.height, theme),
      ...names(geometry, roles, theme),
    ]),
    group({ transform: `translate(${MARGIN} ${bottom + 24})` }, key.parts),
  ];
  const svg = standalone({ x: 0, y: 0, width, height }, parts, { 'font-size': 11, 'font-weight': 500 });
  return { svg, width, height };
}

function group(attributes: Parameters<typeof element>[1], parts: readonly string[]): string {
  return element('g', attributes, `\n${parts.filter(Boolean).join('\n')}\n`);
}

function grid({ axis, lanes, task, width, height, realHeight }: TimelineGeometry, theme: Theme): string[] {
  const { line, text3 } = palette[theme];
  const rows = [...lanes, task].map(({ y }) => y - realHeight);
  return [
    ...axis.ticks.map(({ x }) =>
      element('path', { d: `M${rounded(x)} ${AXIS_HEIGHT - 6}V${height}`, stroke: line }),
    ),
    ...[...rows, height].map((y) => element('path', { d: `M0 ${y}H${width}`, stroke: line })),
    ...axis.ticks.map(({ x, text }) =>
      element(
        'text',
        {
          x,
          y: AXIS_HEIGHT - 12,
          'font-weight': 400,
          fill: text3,
          'text-anchor': text === '0 s' ? 'start' : 'middle',
        },
        escaped(text),
      ),
    ),
  ];
}

function breaks(axis: Axis, height: number, theme: Theme): string[] {
  const { panel, lineStrong, text3 } = palette[theme];
  return axis.breaks.map(({ x, width, text }) =>
    group({}, [
      element('rect', { x, y: AXIS_HEIGHT - 6, width, height: height - AXIS_HEIGHT + 6, fill: panel }),
      element('path', {
        d: zigzag(x, height) + zigzag(x + width, height),
        fill: 'none',
        stroke: lineStrong,
      }),
      element(
        'text',
        { x: x + width, y: AXIS_HEIGHT - 12, 'font-weight': 400, fill: text3, 'text-anchor': 'end' },
        escaped(text),
      ),
    ]),
  );
}

/** An upright jagged line, in relative steps so that it stays short. */
function zigzag(x: number, height: number): string {
  const steps = Math.ceil((height - AXIS_HEIGHT) / 8);
  return `M${rounded(x)} ${AXIS_HEIGHT - 6}${'l3 4l-3 4'.repeat(steps)}`;
}

function names(
  { lanes, task, laneHeight, realHeight }: TimelineGeometry,
  roles: ReadonlyMap<string, string>,
  theme: Theme,
): string[] {
  const { text, text3 } = palette[theme];
  const room = TIMELINE_FIGURE.left - MARGIN - 12;
  const really = (y: number) =>
    realHeight === 0
      ? ''
      : element(
          'text',
          { x: TIMELINE_FIGURE.left - 12, y: y - realHeight / 2 + 6, fill: text3, 'text-anchor': 'end' },
          'real',
        );
  return [
    ...lanes.flatMap(({ key, name, y }) => {
      const role = roles.get(key);
      const middle = y + laneHeight / 2;
      return [
        really(y),
        fitted(name, MARGIN, middle + (role ? -1 : 4), room, {
          'font-size': 13,
          'font-weight': 600,
          fill: text,
        }),
        role === undefined
          ? ''
          : element('text', { x: MARGIN, y: middle + 15, 'font-weight': 400, fill: text3 }, escaped(role)),
      ];
    }),
    really(task.y),
    element(
      'text',
      { x: MARGIN, y: task.y + laneHeight / 2 + 4, 'font-size': 13, 'font-weight': 600, fill: text },
      'Task',
    ),
  ].filter(Boolean);
}

/** A name that is longer than its column is pressed into it. */
function fitted(
  text: string,
  x: number,
  y: number,
  room: number,
  look: Parameters<typeof element>[1],
): string {
  const long = textWidth(text, { size: 13, weight: 600 }) > room;
  const press = long ? { textLength: room, lengthAdjust: 'spacingAndGlyphs' } : {};
  return element('text', { x, y, ...press, ...look }, escaped(text));
}
