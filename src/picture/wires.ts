/** From the edges of a graph and the places of its nodes to what the router draws. */
import type { DependencyEdge, LogRoute, MountEdge } from '../model/graph.ts';
import type { NodeKey } from '../model/nodeKey.ts';
import type { Rect } from './box.ts';
import { overlap } from './box.ts';
import type { ShownEdges } from './density.ts';
import { dataLabelSize, dependencyLabelSize, dependencyText } from './nodeSize.ts';
import type { Arrival } from './ports.ts';
import { DataPorts, handle, leftPorts, middles } from './ports.ts';
import type { Density } from './sizes.ts';
import { handleY, labelScale } from './sizes.ts';
import type { Port, Wire } from './wire.ts';

/** Rectangles of all nodes by their keys, and which of them are containers. */
export interface Places {
  readonly rects: ReadonlyMap<NodeKey, Rect>;
  readonly containers: ReadonlySet<NodeKey>;
}

/** One wire for each edge whose two nodes have a place. Dependencies come first. */
export function wiresOf(shown: ShownEdges, places: Places, density: Density): Wire[] {
  const maker = new WireMaker(shown, places, density);
  return [...maker.dependencies(), ...maker.mounts(), ...maker.routes()];
}

class WireMaker {
  private readonly arrivals = new Map<NodeKey, ReadonlyMap<string, Port>>();
  private readonly data = new Map<NodeKey, DataPorts>();

  constructor(
    private readonly shown: ShownEdges,
    private readonly places: Places,
    private readonly density: Density,
  ) {
    const coming = new Map<NodeKey, Arrival[]>();
    const add = (to: NodeKey, arrival: Arrival) => {
      const list = coming.get(to);
      if (list) list.push(arrival);
      else coming.set(to, [arrival]);
    };
    for (const { key, from, to } of shown.dependencies) {
      const start = this.rect(from);
      const end = this.rect(to);
      if (!start || !end) continue;
      const port = handle(start);
      add(to, { id: key, fromX: port.x, fromY: port.y, level: this.isLevel(start, end) });
    }
    for (const { key, container, volume } of shown.mounts) {
      const start = this.rect(container);
      const pill = this.rect(volume);
      if (start && pill && this.side(start, pill) === 'left') {
        add(container, { id: key, fromX: pill.x, fromY: pill.y + pill.height / 2, level: false });
      }
    }
    for (const [key, list] of coming) {
      const rect = this.rect(key);
      if (rect) this.arrivals.set(key, leftPorts(rect, list, labelScale[density]));
    }
  }

  dependencies(): Wire[] {
    const leaving = new Map<NodeKey, string[]>();
    for (const edge of this.levelFirst()) {
      const trunks = leaving.get(edge.from) ?? [];
      if (!trunks.includes(trunkOf(edge))) trunks.push(trunkOf(edge));
      leaving.set(edge.from, trunks);
    }
    const count = new Map<NodeKey, number>();
    for (const { from } of this.shown.dependencies) count.set(from, (count.get(from) ?? 0) + 1);
    return this.shown.dependencies.flatMap((edge) => {
      const start = this.rect(edge.from);
      const end = this.arrivals.get(edge.to)?.get(edge.key);
      if (!start || !end) return [];
      const trunk = trunkOf(edge);
      return [
        {
          key: edge.key,
          kind: 'dependency',
          from: edge.from,
          to: edge.to,
          trunk,
          starts: [handle(start, leaving.get(edge.from)?.indexOf(trunk))],
          ends: [end],
          turn: (count.get(edge.from) ?? 0) > 1 ? 'start' : 'end',
          label: { text: dependencyText(edge), ...dependencyLabelSize(edge, this.density) },
        } as const,
      ];
    });
  }

  /** Those that run level must leave at the handle itself; they come first. */
  private levelFirst(): readonly DependencyEdge[] {
    const isLevel = (edge: DependencyEdge) => {
      const start = this.rect(edge.from);
      return start !== undefined && handle(start).y === this.arrivals.get(edge.to)?.get(edge.key)?.y;
    };
    const { dependencies } = this.shown;
    return [...dependencies.filter(isLevel), ...dependencies.filter((edge) => !isLevel(edge))];
  }

  mounts(): Wire[] {
    return this.shown.mounts.flatMap((edge) => {
      const start = this.rect(edge.container);
      const pill = this.rect(edge.volume);
      if (!start || !pill) return [];
      const text = edge.readOnly ? 'ro' : 'rw';
      return [
        {
          key: edge.key,
          kind: 'mount',
          from: edge.container,
          to: edge.volume,
          trunk: edge.volume,
          ...this.mountPorts(edge, start, pill),
          turn: 'end',
          label: { text, ...dataLabelSize(text, this.density, false) },
        } as const,
      ];
    });
  }

  routes(): Wire[] {
    return this.shown.routes.flatMap((route) => {
      const start = this.rect(route.from);
      const end = this.rect(route.to);
      if (!start || !end) return [];
      const inside = this.places.containers.has(route.to);
      const text = `stdout, ${route.driver}`;
      return [
        {
          key: route.key,
          kind: 'log',
          from: route.from,
          to: route.to,
          trunk: `logs ${route.to}`,
          ...this.routePorts(route, start, end),
          turn: 'start',
          ...(inside && { label: { text, ...dataLabelSize(text, this.density, true) } }),
        } as const,
      ];
    });
  }

  private mountPorts(edge: MountEdge, start: Rect, pill: Rect): Pick<Wire, 'starts' | 'ends'> {
    const ports = this.portsOf(edge.container, start);
    const side = this.side(start, pill);
    if (side === 'right') return { starts: [ports.right(edge.volume)], ends: middles(pill, ['left']) };
    if (side === 'left') {
      const port = this.arrivals.get(edge.container)?.get(edge.key) ?? ports.left(edge.volume);
      return { starts: [port], ends: middles(pill, ['right']) };
    }
    return {
      starts: [ports.right(edge.volume), ports.bottom(edge.volume)],
      ends: middles(pill, ['top', 'left', 'right'], [0, detour, detour]),
    };
  }

  private routePorts(route: LogRoute, start: Rect, end: Rect): Pick<Wire, 'starts' | 'ends'> {
    const ports = this.portsOf(route.from, start);
    const trunk = `logs ${route.to}`;
    if (this.places.containers.has(route.to)) {
      const router = this.portsOf(route.to, end);
      return {
        starts: [ports.bottom(trunk), dearer(ports.left(trunk)), dearer(ports.right(trunk))],
        ends: [router.right(trunk), dearer(router.bottom(trunk))],
      };
    }
    const isRouter = route.key.includes('>out');
    return {
      starts: [isRouter ? ports.right(trunk) : ports.left(trunk), dearer(ports.bottom(trunk))],
      ends: isRouter ? middles(end, ['top']) : middles(end, ['left', 'top', 'right'], [0, detour, detour]),
    };
  }

  private portsOf(key: NodeKey, rect: Rect): DataPorts {
    const known = this.data.get(key) ?? new DataPorts(rect);
    this.data.set(key, known);
    return known;
  }

  private rect(key: NodeKey): Rect | undefined {
    return this.places.rects.get(key);
  }

  /** On which side of a card a volume stands; 'below' when neither. */
  private side(start: Rect, pill: Rect): 'left' | 'right' | 'below' {
    const beside = pill.y < start.y + start.height + 12 || this.inChannel(pill);
    if (beside && pill.x >= start.x + start.width + 24) return 'right';
    if (beside && pill.x + pill.width <= start.x - 24) return 'left';
    return 'below';
  }

  /** Whether some card stands lower than the top of the pill, so that it is no member of the row below them all. */
  private inChannel(pill: Rect): boolean {
    for (const key of this.places.containers) {
      const rect = this.places.rects.get(key);
      if (rect && rect.y + rect.height > pill.y) return true;
    }
    return false;
  }

  private isLevel(start: Rect, end: Rect): boolean {
    const y = start.y + handleY;
    const x = start.x + start.width;
    if (Math.abs(y - (end.y + handleY)) > 0.5 || end.x - x < 24) return false;
    const way = { x: x + 1, y: y - 4, width: end.x - x - 2, height: 8 };
    return ![...this.places.rects.values()].some((rect) => overlap(rect, way));
  }
}

/** Lines of one condition that leave one container may share a way. */
function trunkOf({ from, condition, addedBy }: DependencyEdge): string {
  return `${from} ${condition}${addedBy ? ' implicit' : ''}`;
}

/** How much further a line goes to end on the side where one expects it. */
const detour = 240;

function dearer(port: Port): Port {
  return { ...port, cost: detour };
}
