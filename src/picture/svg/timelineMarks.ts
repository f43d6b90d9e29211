/** The marks of a timeline as SVG: bars, waits, probes, tags, gates, files on their way. */
import type { ContainerState, TaskStatus } from '../../simulate/run.ts';
import { textWidth } from '../textWidth.ts';
import type { Arrow } from '../timeline/arrows.ts';
import type { CaptionTone } from '../timeline/captions.ts';
import type { Stretch } from '../timeline/clear.ts';
import type { Lane, TimelineGeometry } from '../timeline/geometry.ts';
import type { HandOffMark } from '../timeline/handOffs.ts';
import { REAL_BAR, type RealBar } from '../timeline/realBars.ts';
import { type ConditionLook, conditions, failColour, glyphs } from './conditions.ts';
import { element, escaped, rounded } from './markup.ts';
import { palette, type Theme } from './palette.ts';
import { type StateColours, states, taskStates } from './states.ts';

/** Bars that differ by more than colour, and whose words need a patch to be read on. */
const PATTERNED = {
  pulling: 'pulling',
  starting: 'notReady',
  notReady: 'notReady',
  restarting: 'notReady',
  stopping: 'stopping',
} as const satisfies Partial<Record<ContainerState, ContainerState>>;

function patternOf(state: string): 'pulling' | 'notReady' | 'stopping' | undefined {
  return state in PATTERNED ? PATTERNED[state as keyof typeof PATTERNED] : undefined;
}

/** Two figures on one page keep their own. */
function idOf(name: string, theme: Theme): string {
  return `${name}-${theme}`;
}

/** Stripes, dots, stripes the other way, and those of lost logs. */
export function patterns(theme: Theme): string {
  const of = (state: ContainerState): StateColours => states[state][theme];
  const stripes = (name: string, { tint, fill }: StateColours, turn: number, opacity?: number) =>
    element(
      'pattern',
      {
        id: idOf(name, theme),
        width: 6,
        height: 6,
        patternUnits: 'userSpaceOnUse',
        patternTransform: `rotate(${turn})`,
      },
      element('rect', { width: 6, height: 6, fill: tint }) +
        element('rect', { width: 2, height: 6, fill, opacity }),
    );
  const dots = of('notReady');
  const dot = (at: number) => element('circle', { cx: at, cy: at, r: 1, fill: dots.fill });
  return element(
    'defs',
    {},
    `\n${[
      stripes('pulling', of('pulling'), 45),
      element(
        'pattern',
        { id: idOf('notReady', theme), width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
        element('rect', { width: 6, height: 6, fill: dots.tint }) + dot(1.5) + dot(4.5),
      ),
      stripes('stopping', of('stopping'), -45),
      stripes('lost', of('killed'), 45, 0.5),
    ].join('\n')}\n`,
  );
}

/** A bar of any state of a container. */
export function barRect(
  state: ContainerState,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  theme: Theme,
): string {
  const { fill, rail } = states[state][theme];
  const pattern = patternOf(state);
  return element('rect', {
    ...box,
    rx: 2,
    fill: pattern === undefined ? fill : `url(#${idOf(pattern, theme)})`,
    stroke: pattern === undefined ? undefined : rail,
  });
}

/** Logs that reach nobody: stripes over a line. */
export function lostRect(x: number, y: number, width: number, theme: Theme): string {
  const { fill } = states.killed[theme];
  return (
    element('rect', { x, y, width, height: 6, fill: `url(#${idOf('lost', theme)})` }) +
    element('rect', { x, y: y + 5, width, height: 3, fill })
  );
}

/** A check of health: a pin with a ball, or with a cross. */
export function probePin(x: number, top: number, bottom: number, passed: boolean, theme: Theme): string {
  const { rail } = states[passed ? 'healthy' : 'unhealthy'][theme];
  const look = { stroke: rail, 'stroke-width': 1.5 };
  const head = passed
    ? element('circle', { cx: x, cy: top, r: 2.5, fill: rail })
    : element('path', { d: `M${rounded(x - 3)} ${top - 3}l6 6m0 -6l-6 6`, ...look });
  return element('path', { d: `M${rounded(x)} ${top}V${bottom}`, ...look }) + head;
}

/** All of one lane but its gates. */
export function laneMarks(
  lane: Lane,
  { laneHeight, barHeight, realHeight }: TimelineGeometry,
  theme: Theme,
): string[] {
  const colours = palette[theme];
  const middle = lane.y + laneHeight / 2;
  const top = middle - barHeight / 2;
  const bottom = top + barHeight;
  const { rail } = states.waiting[theme];
  return [
    ...lane.real.map((bar) => realMark(bar, lane.y - realHeight, theme)),
    ...lane.ghosts.map(({ x, width }) =>
      element('rect', {
        x,
        y: bottom + 5,
        width,
        height: 6,
        rx: 2,
        fill: 'none',
        stroke: colours.text3,
        'stroke-dasharray': '2 2',
      }),
    ),
    ...lane.waits.map(
      ({ x, width, text }) =>
        dotted(x, middle, width, rail) + on(colours.panel, text, middle, colours.text2, 12),
    ),
    ...lane.bars.map(({ state, x, width, text }) => {
      const { onFill, tint } = states[state][theme];
      const patch = patternOf(state) === undefined ? undefined : tint;
      return (
        barRect(state, { x, y: top, width, height: barHeight }, theme) + on(patch, text, middle, onFill, 11)
      );
    }),
    ...lane.lost.map(({ x, width }) => lostRect(x, bottom, width, theme)),
    ...lane.critical.map(({ x, width }) =>
      element('rect', { x, y: bottom + 2, width, height: 2, fill: colours.text }),
    ),
    ...lane.probes.map(({ x, passed }) => probePin(x, top - 4, bottom, passed, theme)),
    ...lane.tags.map(({ x, width, text, bad }) =>
      tag({ x, y: top, width, height: barHeight }, text, bad, theme),
    ),
    ...lane.captions.map(({ x, y, width, text, tone }) =>
      words(text, x, y, width, { 'font-weight': 600, fill: toneColour(tone, theme) }),
    ),
  ];
}

function toneColour(tone: CaptionTone, theme: Theme): string {
  if (tone === 'path') return palette[theme].text;
  const state = ({ passes: 'healthy', fails: 'unhealthy', stops: 'stopping', bad: 'killed' } as const)[tone];
  return states[state][theme].text;
}

function dotted(x: number, y: number, width: number, stroke: string): string {
  return element('path', {
    d: `M${rounded(x)} ${y}h${rounded(width)}`,
    stroke,
    'stroke-width': 2,
    'stroke-dasharray': '1 5',
    'stroke-linecap': 'round',
  });
}

/** Words of a known width: fonts that stand in for ours are pressed into it, so that nothing runs over its edge. */
function words(
  text: string,
  x: number,
  y: number,
  width: number,
  look: Readonly<Record<string, string | number | undefined>>,
): string {
  return element(
    'text',
    { x, y, textLength: width, lengthAdjust: 'spacingAndGlyphs', ...look },
    escaped(text),
  );
}

/** A word on a bar or a line; with a patch behind it where the ground is not plain. */
function on(
  patch: string | undefined,
  word: { readonly x: number; readonly text: string } | undefined,
  middle: number,
  fill: string,
  size: 11 | 12,
): string {
  if (word === undefined) return '';
  const width = textWidth(word.text, { size, weight: size === 11 ? 500 : 400 });
  const ground =
    patch === undefined
      ? ''
      : element('rect', { x: word.x - 3, y: middle - 8, width: width + 6, height: 16, rx: 2, fill: patch });
  const look = size === 11 ? { fill } : { 'font-size': 12, 'font-weight': 400, fill };
  return ground + words(word.text, word.x, middle + 4, width, look);
}

function tag(
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  text: string,
  bad: boolean,
  theme: Theme,
): string {
  const { tint, rail, text: red } = states[bad ? 'killed' : 'exited'][theme];
  return (
    element('rect', { ...box, rx: 2, fill: tint, stroke: rail }) +
    words(text, box.x + 6, box.y + box.height / 2 + 4, box.width - 12, {
      fill: bad ? red : palette[theme].text,
    })
  );
}

function realMark(bar: RealBar<ContainerState | TaskStatus>, strip: number, theme: Theme): string {
  const { state, x, width, text, end, bad } = bar;
  const top = strip + REAL_BAR.top;
  const box = { x, y: top, width, height: REAL_BAR.height };
  const middle = top + REAL_BAR.height / 2;
  if (end) return tag(box, bar.word, bad === true, theme);
  if (state in taskStates)
    return (
      taskRect(state as TaskStatus, box, theme) +
      on(undefined, text, middle, taskInk(state as TaskStatus, theme), 11)
    );
  const container = state as ContainerState;
  if (container === 'waiting') {
    const { panel, text2 } = palette[theme];
    return dotted(x, middle, width, states.waiting[theme].rail) + on(panel, text, middle, text2, 11);
  }
  const { onFill, tint } = states[container][theme];
  const patch = patternOf(container) === undefined ? undefined : tint;
  return barRect(container, box, theme) + on(patch, text, middle, onFill, 11);
}

function taskRect(
  status: TaskStatus,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  theme: Theme,
): string {
  const { field, sunken, panel } = palette[theme];
  const { fill, tint, rail } = taskStates[status][theme];
  const look = {
    PENDING: { fill: sunken, stroke: field },
    RUNNING: { fill },
    STOPPING: { fill: tint, stroke: rail },
    STOPPED: { fill: panel, stroke: field },
  }[status];
  return element('rect', { ...box, rx: 2, ...look });
}

function taskInk(status: TaskStatus, theme: Theme): string {
  return status === 'RUNNING' ? taskStates.RUNNING[theme].onFill : palette[theme].text;
}

/** The task's own lane. */
export function taskMarks(
  { task, laneHeight, barHeight, realHeight }: TimelineGeometry,
  theme: Theme,
): string[] {
  const middle = task.y + laneHeight / 2;
  return [
    ...task.real.map((bar) => realMark(bar, task.y - realHeight, theme)),
    ...task.ghosts.map(({ x, width }) =>
      element('rect', {
        x,
        y: middle + barHeight / 2 + 5,
        width,
        height: 6,
        rx: 2,
        fill: 'none',
        stroke: palette[theme].text3,
        'stroke-dasharray': '2 2',
      }),
    ),
    ...task.bars.map(({ status, x, width, text }) => {
      const box = { x, y: middle - barHeight / 2, width, height: barHeight };
      return taskRect(status, box, theme) + on(undefined, text, middle, taskInk(status, theme), 11);
    }),
  ];
}

/** The gap that a line leaves in what it crosses; to be drawn before all lines. */
export function lineGap({ x, line, tip, toY, fromY }: Arrow | HandOffMark, theme: Theme): string {
  if (line.length === 0) return '';
  return uprights(x, line, tip, toY > fromY, { stroke: palette[theme].panel, 'stroke-width': 6 });
}

/** A gate; its line goes on behind the labels in its way. */
export function arrowMark(arrow: Arrow, theme: Theme): string {
  const { implied, unmet, x, tip, line, toY, fromY } = arrow;
  if (line.length === 0) return '';
  const look = lookOf(arrow);
  const stroke = look.colour[theme];
  const down = toY > fromY;
  const faint = implied && !unmet;
  const drawn = uprights(x, line, tip, down, {
    stroke,
    'stroke-width': faint ? 1.25 : 2,
    'stroke-dasharray': look.dash,
    'stroke-linecap': look.roundCaps ? 'round' : undefined,
  });
  const end = unmet ? crossMark(x, tip + (down ? -4 : 4), stroke) : head(x, tip, down, stroke);
  return element('g', { opacity: faint ? 0.6 : undefined }, drawn + end);
}

/** The dash of its condition; what can never hold has a cross and the colour of failures. */
function lookOf({ condition, unmet }: Arrow): ConditionLook {
  const look = conditions[condition];
  return unmet ? { ...look, colour: failColour, glyph: glyphs.cross } : look;
}

/** Where a gate ends that can never hold. */
export function crossMark(x: number, y: number, stroke: string): string {
  const d = `M${rounded(x - 4)} ${rounded(y - 4)}l8 8m0 -8l-8 8`;
  return element('path', { d, fill: 'none', stroke, 'stroke-width': 2 });
}

/** The condition of a gate, in the lane that waited. */
export function gateLabel(arrow: Arrow, theme: Theme): string {
  const { condition, label, toY } = arrow;
  if (label === undefined) return '';
  const { colour, glyph } = lookOf(arrow);
  const stroke = colour[theme];
  const glyphAt = { x: label.x + 7, y: toY - 5 };
  const word = { 'font-weight': 600, fill: stroke };
  return (
    pill(label, toY, stroke, theme) +
    glyphMark(glyph.shape, glyphAt, stroke) +
    (label.word ? words(condition, label.x + 19, toY + 4, label.width - 26, word) : '')
  );
}

/** Files on their way from the lane of the writer to the start of the reader. */
export function handOffMark({ fromX, x, fromY, toY, tip, line }: HandOffMark, theme: Theme): string {
  const { text3 } = palette[theme];
  const down = toY > fromY;
  const first = (down ? line[0]?.from : line.at(-1)?.to) ?? tip;
  const look = { fill: 'none', stroke: text3, 'stroke-width': 1.25 };
  const bend = `M${rounded(fromX)} ${fromY}H${rounded(x - 6)}q6 0 6 ${down ? 6 : -6}`;
  return (
    (fromX < x ? element('path', { d: bend, ...look }) : '') +
    uprights(x, line, tip, down, look) +
    element('circle', { cx: fromX, cy: fromX < x ? fromY : first, r: 3, fill: text3 }) +
    head(x, tip, down, text3)
  );
}

/** Whose files, and who reads them: on the line along the lane of the writer. */
export function handOffLabel({ label, fromY }: HandOffMark, theme: Theme): string {
  if (label === undefined) return '';
  const { text2, lineStrong } = palette[theme];
  const cylinder = 'M0 2a5 2 0 0 1 10 0v6a5 2 0 0 1 -10 0ZM0 2a5 2 0 0 0 10 0';
  return (
    pill(label, fromY, lineStrong, theme) +
    glyphMark(cylinder, { x: label.x + 7, y: fromY - 5 }, text2) +
    words(label.text, label.x + 21, fromY + 4, label.width - 28, { fill: text2 })
  );
}

function pill(
  { x, width }: { readonly x: number; readonly width: number },
  middle: number,
  stroke: string,
  theme: Theme,
): string {
  return element('rect', { x, y: middle - 9, width, height: 18, rx: 9, fill: palette[theme].panel, stroke });
}

function glyphMark(d: string, { x, y }: { readonly x: number; readonly y: number }, stroke: string): string {
  return element('path', {
    d,
    fill: 'none',
    stroke,
    'stroke-width': 1.4,
    transform: `translate(${rounded(x)} ${y})`,
  });
}

function uprights(
  x: number,
  line: readonly Stretch[],
  tip: number,
  down: boolean,
  look: Readonly<Record<string, string | number | undefined>>,
): string {
  const d = line
    .map(({ from, to }) => {
      const [start, end] = [!down && from === tip ? from + 5 : from, down && to === tip ? to - 5 : to];
      return `M${rounded(x)} ${rounded(start)}V${rounded(end)}`;
    })
    .join('');
  return element('path', { d, fill: 'none', ...look });
}

function head(x: number, tip: number, down: boolean, fill: string): string {
  const d = `M${rounded(x - 4)} ${rounded(tip + (down ? -7 : 7))}h8l-4 ${down ? 7 : -7}Z`;
  return element('path', { d, fill });
}
