/** The canvas as a figure of its own: for thumbnails of saved designs, and for reports. */
import type { Graph } from '../../model/graph.ts';
import { roleLabel } from '../../model/roleLabel.ts';
import type { Rect } from '../box.ts';
import { grown } from '../box.ts';
import { type CardFacts, cardFactsOf } from '../cardFacts.ts';
import type { Layout, PlacedNode } from '../layout.ts';
import { logText, volumeKind } from '../nodeSize.ts';
import type { Font } from '../textWidth.ts';
import { fitText, textWidth } from '../textWidth.ts';
import type { RoutedEdge } from '../wire.ts';
import { conditions } from './conditions.ts';
import { edgeMark, type Mark, nodeMark } from './marks.ts';
import { element, escaped, standalone } from './markup.ts';
import type { Theme } from './palette.ts';
import { palette } from './palette.ts';
import { fontFamilies } from './type.ts';

export interface CanvasFigureOptions {
  readonly theme: Theme;
  /** What the figure is called, for those who do not see it; not drawn. */
  readonly title: string;
  /** Px around everything; default 24. */
  readonly margin?: number;
  /** What is new, gone or different, by the keys of nodes and edges. */
  readonly marks?: ReadonlyMap<string, Mark>;
}

/** A stand-alone SVG of the layout: frame, cards with name, image, role and facts, volumes, log destinations, edges. */
export function canvasSvg(layout: Layout, graph: Graph, options: CanvasFigureOptions): string {
  const box = grown(layout.bounds, options.margin ?? 24);
  const colours = palette[options.theme];
  const draw = new Drawing(graph, options.theme);
  const marked = <T extends { readonly key: string }>(
    things: readonly T[],
    drawMark: (thing: T, mark: Mark, theme: Theme) => string,
  ) =>
    things.map((thing) => {
      const mark = options.marks?.get(thing.key);
      return mark ? drawMark(thing, mark, options.theme) : '';
    });
  const parts = [
    element('title', {}, escaped(options.title)),
    element('desc', {}, escaped(inWords(graph))),
    element('rect', { ...box, fill: colours.canvas }),
    layout.frame ? draw.frame(layout.frame) : '',
    ...layout.edges.filter(({ kind }) => kind !== 'dependency').map((edge) => draw.dataEdge(edge)),
    ...layout.edges.filter(({ kind }) => kind === 'dependency').map((edge) => draw.dependency(edge)),
    ...layout.nodes.map((node) => draw.node(node)),
    ...layout.edges.map((edge) => draw.label(edge)),
    ...marked(layout.edges, edgeMark),
    ...marked(layout.nodes, nodeMark),
  ];
  return standalone(box, parts.filter(Boolean));
}

function inWords(graph: Graph): string {
  const names = new Map(graph.containers.map(({ key, name }) => [key, name]));
  const waits = graph.dependencies.map(
    ({ from, to, condition }) => `${names.get(to)} waits for ${names.get(from)} ${condition}`,
  );
  const count = graph.containers.length;
  return [`${count} container${count === 1 ? '' : 's'}: ${[...names.values()].join(', ')}`, ...waits].join(
    '. ',
  );
}

class Drawing {
  private readonly colours;
  private readonly dependencies;
  private readonly containers;
  private readonly volumes;
  private readonly logs;
  private readonly facts;

  constructor(
    graph: Graph,
    private readonly theme: Theme,
  ) {
    this.colours = palette[theme];
    this.dependencies = new Map(graph.dependencies.map((edge) => [edge.key, edge]));
    this.containers = new Map(graph.containers.map((node) => [node.key, node]));
    this.volumes = new Map(graph.volumes.map((node) => [node.key, node]));
    this.logs = new Map(graph.logs.map((node) => [node.key, node]));
    this.facts = cardFactsOf(graph);
  }

  frame(frame: Rect): string {
    const title = this.text('Task', { x: frame.x + 16, y: frame.y + 22 }, { size: 13, weight: 600 }, 'text');
    return element('rect', { ...frame, rx: 12, fill: 'none', stroke: this.colours.frame }) + title;
  }

  node(node: PlacedNode): string {
    if (node.kind === 'container') return this.card(node);
    return node.kind === 'volume' ? this.volume(node) : this.log(node);
  }

  dependency({ key, path, points }: RoutedEdge): string {
    const edge = this.dependencies.get(key);
    const look = conditions[edge?.condition ?? 'START'];
    const colour = look.colour[this.theme];
    const end = points.at(-1) ?? { x: 0, y: 0 };
    const line = element('path', {
      d: path,
      fill: 'none',
      stroke: colour,
      'stroke-width': edge?.addedBy ? 1.25 : 2,
      'stroke-dasharray': look.dash,
      'stroke-linecap': look.roundCaps ? 'round' : undefined,
    });
    const head = element('path', { d: `M${end.x} ${end.y}l-8 -4.5v9Z`, fill: colour });
    return element('g', { opacity: edge?.addedBy ? 0.6 : undefined }, line + head);
  }

  dataEdge({ path, points, kind }: RoutedEdge): string {
    const colour = this.colours.text3;
    const line = element('path', { d: path, fill: 'none', stroke: colour, 'stroke-width': 1.25 });
    const first = points[0] ?? { x: 0, y: 0 };
    const last = points.at(-1) ?? first;
    if (kind === 'mount') return line + this.dot(first) + this.dot(last);
    const before = points.at(-2) ?? first;
    const turn = (Math.atan2(last.y - before.y, last.x - before.x) * 180) / Math.PI;
    const place = `translate(${last.x} ${last.y}) rotate(${turn})`;
    return line + element('path', { d: 'M0 0l-7 -3.5v7Z', fill: colour, transform: place });
  }

  label({ key, kind, label }: RoutedEdge): string {
    if (!label) return '';
    const edge = this.dependencies.get(key);
    const scale = kind === 'dependency' ? label.height / 18 : label.height / 16;
    const look = edge && conditions[edge.condition];
    const colour = look ? look.colour[this.theme] : this.colours.text2;
    const outlined = look && !edge?.addedBy;
    const { text, ...rect } = label;
    const back = element('rect', {
      ...rect,
      rx: label.height / 2,
      fill: outlined ? this.colours.panel : this.colours.canvas,
      stroke: outlined ? colour : undefined,
    });
    const font: Font = { size: 11 * scale, weight: 600 };
    const width = textWidth(text, font) + (look ? 14 * scale : 0);
    const left = label.x + (label.width - width) / 2;
    const middle = label.y + label.height / 2;
    const glyph = look
      ? element('path', {
          d: look.glyph.shape,
          fill: 'none',
          stroke: colour,
          'stroke-width': 1.4,
          transform: `translate(${left} ${middle - 5 * scale}) scale(${scale})`,
        })
      : '';
    const x = left + (look ? 14 * scale : 0);
    return back + glyph + this.text(text, { x, y: middle + font.size * 0.36 }, font, colour);
  }

  private card(node: PlacedNode): string {
    const container = this.containers.get(node.key);
    if (!container) return '';
    const { x, y, width, height } = node;
    const image = container.definition.image ?? '';
    const essential = container.definition.essential === false ? 'Not essential' : 'Essential';
    const name = fitText(container.name || 'no name', width - 40, { size: 15, weight: 600 });
    return [
      element('rect', {
        x,
        y,
        width,
        height,
        rx: 8,
        fill: this.colours.panel,
        stroke: this.colours.lineStrong,
      }),
      element('path', {
        d: `M${x + 5} ${y}h-0a5 5 0 0 0 -5 5v${height - 10}a5 5 0 0 0 5 5Z`,
        fill: this.colours.field,
      }),
      this.text(name, { x: x + 18, y: y + 28 }, { size: 15, weight: 600 }, 'text'),
      this.text(fitText(image, width - 36, mono), { x: x + 18, y: y + 50 }, mono, 'text2'),
      this.text(
        `${roleLabel[container.role]} · ${essential}`,
        { x: x + 18, y: y + 73 },
        { size: 12 },
        'text2',
      ),
      ...factLines(this.facts.get(node.key)).map((line, index) =>
        this.text(
          fitText(line, width - 36, { size: 11 }),
          { x: x + 18, y: y + 102 + index * 18 },
          { size: 11 },
          'text2',
        ),
      ),
    ].join('');
  }

  private volume(node: PlacedNode): string {
    const volume = this.volumes.get(node.key);
    if (!volume) return '';
    const { x, y, width, height } = node;
    const middle = y + height / 2;
    const name = fitText(volume.name || 'no name', width - 48, { size: 13, weight: 600 });
    return [
      element('rect', {
        x,
        y,
        width,
        height,
        rx: height / 2,
        fill: this.colours.panel,
        stroke: this.colours.lineStrong,
      }),
      this.text(name, { x: x + 32, y: middle - 3 }, { size: 13, weight: 600 }, 'text'),
      this.text(volumeKind(volume.volume), { x: x + 32, y: middle + 13 }, { size: 12 }, 'text3'),
      element('path', {
        d: 'M0 3a5 2 0 0 1 10 0v9a5 2 0 0 1 -10 0ZM0 3a5 2 0 0 0 10 0',
        transform: `translate(${x + 14} ${middle - 8})`,
        fill: 'none',
        stroke: this.colours.text2,
        'stroke-width': 1.3,
      }),
    ].join('');
  }

  private log(node: PlacedNode): string {
    const log = this.logs.get(node.key);
    if (!log) return '';
    const { x, y, width, height } = node;
    const { title, detail } = logText(log);
    const after = x + 36 + textWidth(title, { size: 12, weight: 600 }) + 6;
    return [
      element('rect', {
        x,
        y,
        width,
        height,
        rx: 4,
        fill: this.colours.panel,
        stroke: this.colours.lineStrong,
      }),
      element('path', {
        d: 'M0 0h11M0 4h8M0 8h11',
        transform: `translate(${x + 14} ${y + 14})`,
        stroke: this.colours.text2,
        'stroke-width': 1.4,
      }),
      this.text(title, { x: x + 36, y: y + 22 }, { size: 12, weight: 600 }, 'text'),
      this.text(detail, { x: after, y: y + 22 }, { size: 12, mono: true }, 'text2'),
    ].join('');
  }

  private text(
    text: string,
    at: { readonly x: number; readonly y: number },
    { size, weight, mono: isMono }: Font,
    colour: string,
  ): string {
    if (text === '') return '';
    const attributes = {
      ...at,
      'font-size': size,
      'font-weight': weight === 400 ? undefined : weight,
      'font-family': isMono ? fontFamilies.mono : undefined,
      fill: colour in this.colours ? this.colours[colour as keyof typeof this.colours] : colour,
    };
    return element('text', attributes, escaped(text));
  }

  private dot({ x, y }: { readonly x: number; readonly y: number }): string {
    return element('circle', { cx: x, cy: y, r: 3, fill: this.colours.text3 });
  }
}

/** What the card says in its lower half, in words: on screen signs stand before them. */
function factLines(facts: CardFacts | undefined): readonly string[] {
  if (facts === undefined) return [];
  const { health, ports, memory, mounts, logs } = facts;
  const lines = [
    [health && `check ${health}`, ports && `:${ports}`, memory],
    [mounts, logs && `logs to ${logs}`],
  ];
  return lines.map((line) => line.filter(Boolean).join(' · ')).filter((line) => line !== '');
}

const mono: Font = { size: 11, mono: true };
