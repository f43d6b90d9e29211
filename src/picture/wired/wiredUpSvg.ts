/** The wired-up figure: a column a container under what it is for, through the same gates, down to the task that they share. */
import { sharesLoopback } from '../../model/capacities.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { Run } from '../../simulate/run.ts';
import { conditions } from '../svg/conditions.ts';
import { element, escaped, standalone } from '../svg/markup.ts';
import { palette, type Theme } from '../svg/palette.ts';
import { fontFamilies } from '../svg/type.ts';
import { type Font, fitText } from '../textWidth.ts';
import { wrapped } from '../wrap.ts';
import { type WiredColumn, type WiredGroup, wiredColumns, wiredGroups } from './columns.ts';

export interface WiredUpOptions {
  readonly theme: Theme;
  /** What the figure is called, for those who do not see it. */
  readonly title: string;
}

const WIDTH = 212;
const GAP = 16;
const GROUP_GAP = 28;
const MARGIN = 24;
const PAD = 12;
const HEAD = 52;
/** Between two boxes of a column: room for the arrow. */
const STEP = 18;
const LINE = 17;

const NAME: Font = { size: 15, weight: 600 };
const MONO: Font = { size: 11, mono: true };
const TEXT: Font = { size: 12 };
const LABEL: Font = { size: 11, weight: 600 };

/** A line in a box, with its colour by name and, for a gate, its condition. */
interface Line {
  readonly text: string;
  readonly font: Font;
  readonly colour: 'text' | 'text2' | 'text3';
  readonly gate?: keyof typeof conditions;
  /** Px of room before it. */
  readonly after?: number;
}

/** A stand-alone SVG; the task without containers is an empty figure that says so. */
export function wiredUpSvg(task: TaskDefinition, run: Run, { theme, title }: WiredUpOptions): string {
  const columns = wiredColumns(task, run);
  const colours = palette[theme];
  const places = placesOf(columns);
  const boxes = columns.map(boxesOf);
  const heights = [0, 1, 2, 3, 4].map((row) => Math.max(0, ...boxes.map((own) => heightOf(own[row] ?? []))));
  const tops: number[] = [];
  let y = MARGIN + HEAD + 12;
  for (const height of heights) {
    tops.push(y);
    y += height + STEP;
  }
  const width = Math.max(480, (places.at(-1) ?? MARGIN - GAP) + WIDTH + MARGIN);
  const height = y + 44 + MARGIN;
  const draw = new Drawing(theme);
  const parts: string[] = [
    element('title', {}, escaped(title)),
    element('desc', {}, escaped(wiredInWords(columns))),
    element('rect', { width, height, fill: colours.canvas }),
    ...headings(columns, places).map(({ group, x, width: wide }) => draw.heading(group, x, wide)),
    ...columns.flatMap((_, index) =>
      heights.flatMap((tall, row) => {
        const x = places[index] ?? 0;
        const top = tops[row] ?? 0;
        return [
          draw.box(boxes[index]?.[row] ?? [], x, top, tall, row === 0),
          draw.arrow(x + WIDTH / 2, top + tall),
        ];
      }),
    ),
    draw.task(task, columns.length, y, width - 2 * MARGIN),
  ];
  return standalone({ x: 0, y: 0, width, height }, parts.filter(Boolean));
}

/** The figure in words, a sentence a column. */
export function wiredInWords(columns: readonly WiredColumn[]): string {
  if (columns.length === 0) return 'The task has no container yet.';
  return columns
    .map(
      ({ name, group, essential, gates, mounts, logs, overTime }) =>
        `${name}, ${wiredGroups[group].title}: ${essential ? 'essential' : 'not essential'}; waits for ${gates.map(({ text }) => text).join(', ') || 'nobody'}; mounts ${mounts.join(', ') || 'nothing'}; log driver ${logs.join(', ')}; ${overTime.join(', ')}.`,
    )
    .join(' ');
}

function placesOf(columns: readonly WiredColumn[]): number[] {
  let x = MARGIN;
  return columns.map(({ group }, index) => {
    const before = columns[index - 1];
    if (before !== undefined) x += WIDTH + (before.group === group ? GAP : GROUP_GAP);
    return x;
  });
}

function headings(columns: readonly WiredColumn[], places: readonly number[]) {
  const found: { group: WiredGroup; x: number; width: number }[] = [];
  columns.forEach(({ group }, index) => {
    const x = places[index] ?? 0;
    const last = found.at(-1);
    if (last?.group === group) last.width = x + WIDTH - last.x;
    else found.push({ group, x, width: WIDTH });
  });
  return found;
}

/** The five boxes of a column: who it is, essential, dependsOn, mounts and log driver, what happens. */
function boxesOf(column: WiredColumn): readonly (readonly Line[])[] {
  const { name, image, does, essential, gates, mounts, logs, overTime } = column;
  const label = (text: string): Line => ({ text, font: LABEL, colour: 'text3' });
  return [
    [
      { text: fitText(name, WIDTH - 2 * PAD, NAME), font: NAME, colour: 'text' },
      { text: fitText(image, WIDTH - 2 * PAD, MONO), font: MONO, colour: 'text2' },
      ...does.flatMap((text) => lines(text, 'text2')),
    ],
    [label('essential'), ...lines(essential ? 'true: its exit stops the task' : 'false: it may exit')],
    [
      label('dependsOn'),
      ...(gates.length === 0
        ? lines('none: starts at once')
        : gates.flatMap(({ text, condition, implied }) =>
            gateLines(implied ? `${text} (by ECS)` : text, condition),
          )),
    ],
    [
      label('mountPoints'),
      ...(mounts.length === 0 ? lines('none') : mounts.flatMap((text) => lines(text))),
      { ...label('logDriver'), after: 6 },
      ...logs.flatMap((text) => lines(text)),
    ],
    [label('over time'), ...overTime.flatMap((text) => lines(text))],
  ];
}

function lines(text: string, colour: Line['colour'] = 'text'): Line[] {
  return wrapped(text, WIDTH - 2 * PAD, TEXT, 3).map((line) => ({ text: line, font: TEXT, colour }));
}

function gateLines(text: string, gate: keyof typeof conditions): Line[] {
  return wrapped(text, WIDTH - 2 * PAD - 16, TEXT, 3).map((line, index) => ({
    text: line,
    font: TEXT,
    colour: 'text',
    ...(index === 0 && { gate }),
  }));
}

function heightOf(box: readonly Line[]): number {
  return box.reduce((sum, { after = 0 }) => sum + LINE + after, 2 * PAD - 3);
}

class Drawing {
  private readonly colours;

  constructor(private readonly theme: Theme) {
    this.colours = palette[theme];
  }

  heading(group: WiredGroup, x: number, width: number): string {
    const { title, says } = wiredGroups[group];
    return [
      element('rect', { x, y: MARGIN, width, height: HEAD, rx: 8, fill: this.colours.accentTint }),
      this.text(title, x + PAD, MARGIN + 22, { size: 14, weight: 600 }, this.colours.accent),
      this.text(says, x + PAD, MARGIN + 40, TEXT, this.colours.text2),
    ].join('');
  }

  box(box: readonly Line[], x: number, y: number, height: number, first: boolean): string {
    const frame = element('rect', {
      x,
      y,
      width: WIDTH,
      height,
      rx: first ? 8 : 4,
      fill: this.colours.panel,
      stroke: first ? this.colours.frame : this.colours.line,
      'stroke-width': first ? 1.5 : 1,
    });
    let at = y + PAD - 7;
    const texts = box.map(({ text, font, colour, gate, after = 0 }, index) => {
      at += LINE + after;
      if (gate === undefined) {
        const indent = box.slice(0, index).some((line) => line.gate !== undefined) && font === TEXT ? 16 : 0;
        return this.text(text, x + PAD + indent, at, font, this.colours[colour]);
      }
      const look = conditions[gate];
      return (
        element('path', {
          d: look.glyph.shape,
          fill: 'none',
          stroke: look.colour[this.theme],
          'stroke-width': 1.5,
          transform: `translate(${x + PAD} ${at - 9})`,
        }) + this.text(text, x + PAD + 16, at, font, this.colours[colour])
      );
    });
    return frame + texts.join('');
  }

  arrow(x: number, y: number): string {
    return element('path', {
      d: `M${x} ${y + 2}v${STEP - 8}m-4 -4l4 5l4 -5`,
      fill: 'none',
      stroke: this.colours.lineStrong,
      'stroke-width': 1.5,
    });
  }

  task(task: TaskDefinition, count: number, y: number, width: number): string {
    const shared = [
      sharesLoopback(task) ? '127.0.0.1' : undefined,
      `the task role ${task.taskRoleArn?.split('/').at(-1) ?? '(none)'}`,
      (task.volumes ?? []).length > 0 ? 'the volumes' : undefined,
    ].filter((one) => one !== undefined);
    const text =
      count === 0 ? 'The task has no container yet.' : `One task: all ${count} share ${shared.join(', ')}.`;
    return [
      element('rect', { x: MARGIN, y, width, height: 44, rx: 8, fill: 'none', stroke: this.colours.frame }),
      this.text(
        fitText(text, width - 2 * PAD, { size: 13, weight: 600 }),
        MARGIN + PAD,
        y + 27,
        { size: 13, weight: 600 },
        this.colours.text,
      ),
    ].join('');
  }

  private text(text: string, x: number, y: number, { size, weight, mono }: Font, fill: string): string {
    if (text === '') return '';
    return element(
      'text',
      {
        x,
        y,
        'font-size': size,
        'font-weight': weight === 400 ? undefined : weight,
        'font-family': mono ? fontFamilies.mono : undefined,
        fill,
      },
      escaped(text),
    );
  }
}
