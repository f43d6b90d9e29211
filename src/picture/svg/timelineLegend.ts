/** What the marks of a timeline mean: only those that are in the figure. */
import type { ContainerState, GateCondition } from '../../simulate/run.ts';
import { textWidth } from '../textWidth.ts';
import type { TimelineGeometry } from '../timeline/geometry.ts';
import { conditions, failColour } from './conditions.ts';
import { element, escaped } from './markup.ts';
import { palette, type Theme } from './palette.ts';
import { states } from './states.ts';
import { barRect, crossMark, lostRect, probePin } from './timelineMarks.ts';

interface Entry {
  readonly sign: string;
  readonly words: string;
}

const HEAD = 72;
const SIGN = 30;
const ROW = 28;
/** Fonts that stand in for ours are wider. */
const SPARE = 1.12;

/** Rows of signs with their words, from the left edge on and no wider than `width`. */
export function legend(
  geometry: TimelineGeometry,
  theme: Theme,
  width: number,
): { readonly parts: readonly string[]; readonly height: number } {
  const { line, text, text2 } = palette[theme];
  const parts = [element('path', { d: `M0 0H${width}`, stroke: line })];
  let y = 24;
  for (const [head, entries] of [
    ['States', stateEntries(geometry, theme)],
    ['Marks', markEntries(geometry, theme)],
  ] as const) {
    if (entries.length === 0) continue;
    parts.push(element('text', { x: 0, y: y + 4, 'font-size': 12, 'font-weight': 600, fill: text }, head));
    let x = HEAD;
    for (const { sign, words } of entries) {
      const length = SIGN + textWidth(words, { size: 12 }) * SPARE;
      if (x + length > width) {
        x = HEAD;
        y += ROW;
      }
      parts.push(
        element('g', { transform: `translate(${Math.round(x)} ${y})` }, sign),
        element(
          'text',
          { x: Math.round(x) + SIGN, y: y + 4, 'font-size': 12, 'font-weight': 400, fill: text2 },
          escaped(words),
        ),
      );
      x += length + 24;
    }
    y += ROW;
  }
  return { parts, height: y };
}

function stateEntries({ lanes }: TimelineGeometry, theme: Theme): readonly Entry[] {
  const seen = new Set<ContainerState>(lanes.flatMap(({ bars }) => bars.map(({ state }) => state)));
  const box = { x: 0, y: -6, width: 22, height: 12 };
  const wait = element('path', {
    d: 'M0 0h22',
    stroke: states.waiting[theme].rail,
    'stroke-width': 2,
    'stroke-dasharray': '1 5',
    'stroke-linecap': 'round',
  });
  const bars = (
    [
      ['pulling', 'pull'],
      ['starting', 'start'],
      ['notReady', 'not ready'],
      ['running', 'running, no health check'],
      ['healthy', 'healthy'],
      ['unhealthy', 'unhealthy'],
      ['restarting', 'restarting'],
      ['stopping', 'stopping'],
    ] as const
  ).filter(([state]) => seen.has(state));
  return [
    ...(lanes.some(({ waits }) => waits.length > 0) ? [{ sign: wait, words: 'waits' }] : []),
    ...bars.map(([state, words]) => ({ sign: barRect(state, box, theme), words })),
    ...(lanes.some(({ lost }) => lost.length > 0)
      ? [{ sign: lostRect(0, -4, 22, theme), words: 'logs lost' }]
      : []),
  ];
}

function markEntries(
  { lanes, arrows, handOffs, axis, task, realHeight }: TimelineGeometry,
  theme: Theme,
): readonly Entry[] {
  const { text, text3, lineStrong } = palette[theme];
  const gates = (['START', 'COMPLETE', 'SUCCESS', 'HEALTHY', 'CREATE'] as const).filter((condition) =>
    arrows.some((arrow) => arrow.condition === condition && !arrow.unmet),
  );
  const probes = (passed: boolean) =>
    lanes.some((lane) => lane.probes.some((each) => each.passed === passed));
  const entries: readonly (Entry & { readonly there: boolean })[] = [
    ...gates.map((condition) => ({ sign: gateSign(condition, theme), words: condition, there: true })),
    {
      sign: gateSign('START', theme, true),
      words: 'added by ECS',
      there: arrows.some(({ implied, unmet }) => implied && !unmet),
    },
    {
      sign: crossMark(11, 0, failColour[theme]),
      words: 'can never be met',
      there: arrows.some(({ unmet }) => unmet),
    },
    { sign: probePin(11, -4, 7, true, theme), words: 'check passes', there: probes(true) },
    { sign: probePin(11, -4, 7, false, theme), words: 'check fails', there: probes(false) },
    {
      sign: element('rect', { y: -1, width: 22, height: 2, fill: text }),
      words: 'critical path to RUNNING',
      there: lanes.some(({ critical }) => critical.length > 0),
    },
    {
      sign:
        element('path', { d: 'M3 0h14', stroke: text3, 'stroke-width': 1.25 }) +
        element('circle', { cx: 3, cy: 0, r: 3, fill: text3 }) +
        element('path', { d: 'M22 0l-6 -3.5v7Z', fill: text3 }),
      words: 'files handed on',
      there: handOffs.length > 0,
    },
    {
      sign: element('rect', {
        x: 0,
        y: -3,
        width: 22,
        height: 6,
        rx: 2,
        fill: 'none',
        stroke: text3,
        'stroke-dasharray': '2 2',
      }),
      words: 'as planned',
      there: task.ghosts.length > 0 || lanes.some(({ ghosts }) => ghosts.length > 0),
    },
    {
      sign: element('path', {
        d: 'M6 -8l3 4l-3 4l3 4l-3 4M14 -8l3 4l-3 4l3 4l-3 4',
        fill: 'none',
        stroke: lineStrong,
      }),
      words: 'time left out',
      there: axis.breaks.length > 0,
    },
    {
      sign: element('text', { x: 0, y: 4, fill: text3 }, 'real'),
      words: 'what really happened, above the simulated run',
      there: realHeight > 0,
    },
  ];
  return entries.filter(({ there }) => there);
}

function gateSign(condition: GateCondition, theme: Theme, implied = false): string {
  const { colour, dash, roundCaps } = conditions[condition];
  const stroke = colour[theme];
  return element(
    'g',
    { opacity: implied ? 0.6 : undefined },
    element('path', {
      d: 'M0 0h16',
      stroke,
      'stroke-width': implied ? 1.25 : 2,
      'stroke-dasharray': dash,
      'stroke-linecap': roundCaps ? 'round' : undefined,
    }) + element('path', { d: 'M22 0l-7 -4v8Z', fill: stroke }),
  );
}
