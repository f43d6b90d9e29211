import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graph } from '../model/graph.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { startWaves } from '../model/waves.ts';
import type { Point, Rect } from './box.ts';
import { grown, lineBox, overlap } from './box.ts';
import { densityOf } from './density.ts';
import type { Layout, LayoutOptions, PlacedNode } from './layout.ts';
import { layout } from './layout.ts';
import { card } from './sizes.ts';
import { arbitraryTask, checkout, manyContainers, payments } from './testing/tasks.ts';

function picture(task: TaskDefinition, options: Partial<LayoutOptions> = {}): Layout {
  const seen = graph(task);
  return layout(seen, { waves: startWaves(task), density: densityOf(seen), ...options });
}

function node(made: Layout, key: string): PlacedNode {
  const found = made.nodes.find((one) => one.key === key);
  if (!found) throw new Error(`no node ${key}`);
  return found;
}

function segments(points: readonly Point[]): [Point, Point][] {
  return points.slice(1).map((point, index) => [points[index] ?? point, point]);
}

/** Names of edges with a part inside a node. */
function crossings(made: Layout): string[] {
  return made.edges.flatMap((edge) =>
    segments(edge.points).flatMap(([a, b]) =>
      made.nodes
        .filter((rect) => overlap(grown(rect, -0.5), grown(lineBox(a, b), 0.1)))
        .map(({ key }) => `${edge.key} through ${key}`),
    ),
  );
}

function overlaps(rects: readonly Rect[]): number {
  let count = 0;
  rects.forEach((rect, index) => {
    for (const other of rects.slice(index + 1)) if (overlap(rect, other)) count += 1;
  });
  return count;
}

const options = fc.record({
  density: fc.constantFrom('full' as const, 'dense' as const),
  selected: fc.constantFrom('container:c0', 'container:c1', 'volume:v0'),
});

/** Some of the containers somewhere, with a little room between them. */
const someMoved = fc
  .array(
    fc.record({
      i: fc.integer({ min: 0, max: 9 }),
      x: fc.integer({ min: -20, max: 60 }),
      y: fc.integer({ min: -20, max: 60 }),
    }),
    {
      maxLength: 5,
    },
  )
  .map((moves) => {
    const positions: Record<string, Point> = {};
    const taken: Rect[] = [];
    for (const { i, x, y } of moves) {
      const rect = { x: x * 25, y: y * 25, ...card };
      if (taken.some((other) => overlap(grown(other, 30), rect))) continue;
      taken.push(rect);
      positions[`container:c${i}`] = { x: rect.x, y: rect.y };
    }
    return positions;
  });

describe('the payments task', () => {
  const made = picture(payments);

  it('puts the app into the second column, level with envoy', () => {
    expect(node(made, 'container:app').x).toBeGreaterThan(node(made, 'container:envoy').x + card.width + 136);
    expect(node(made, 'container:app').y).toBe(node(made, 'container:envoy').y);
  });

  it('draws HEALTHY as one level line from the handle to the middle of the card', () => {
    const edge = made.edges.find(({ key }) => key === 'dependsOn:app>envoy');
    const envoy = node(made, 'container:envoy');
    expect(edge?.points).toEqual([
      { x: envoy.x + card.width, y: envoy.y + 68 },
      { x: node(made, 'container:app').x, y: envoy.y + 68 },
    ]);
  });

  it('puts the shared volume between writer and reader', () => {
    const pill = node(made, 'volume:shared');
    expect(pill.x).toBeGreaterThan(node(made, 'container:secrets-init').x + card.width);
    expect(pill.x + pill.width).toBeLessThan(node(made, 'container:app').x);
  });

  it('puts log destinations below the frame, and all else inside', () => {
    const frame = made.frame ?? { x: 0, y: 0, width: 0, height: 0 };
    for (const one of made.nodes) {
      if (one.kind === 'log') expect(one.y).toBeGreaterThan(frame.y + frame.height);
      else expect(overlap(one, frame) && one.y + one.height < frame.y + frame.height).toBe(true);
    }
  });

  it('puts them below the lines that run below the cards, too', () => {
    const made = picture({
      containerDefinitions: [
        {
          name: 'router',
          firelensConfiguration: { type: 'fluentbit' },
          logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'router' } },
        },
        { name: 'app', logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'datadog' } } },
      ],
    });
    const { y, height } = made.frame ?? { y: 0, height: 0 };
    for (const one of made.nodes.filter(({ kind }) => kind === 'log'))
      expect(one.y).toBeGreaterThanOrEqual(y + height);
  });

  it('labels every dependency, in the words of ECS', () => {
    const texts = made.edges.filter(({ kind }) => kind === 'dependency').map(({ label }) => label?.text);
    expect(texts).toEqual(['SUCCESS', 'HEALTHY', 'START added by ECS']);
  });
});

describe('a crowded task', () => {
  it('shows the order only, and the mounts and logs of what is selected', () => {
    const bare = picture(checkout);
    expect(new Set(bare.edges.map(({ kind }) => kind))).toEqual(new Set(['dependency']));
    expect(bare.hidden).toEqual({ implicit: 6, mounts: 8, routes: 11 });
    const selected = picture(checkout, { selected: 'container:app' });
    expect(selected.edges.filter(({ kind }) => kind === 'mount').map(({ to }) => to)).toEqual([
      'volume:config',
      'volume:uploads',
      'volume:tmp',
    ]);
  });

  it('puts volumes in a row below the cards', () => {
    const made = picture(checkout);
    const lowest = Math.max(
      ...made.nodes.filter(({ kind }) => kind === 'container').map(({ y }) => y + card.height),
    );
    for (const volume of made.nodes.filter(({ kind }) => kind === 'volume')) {
      expect(volume.y).toBeGreaterThan(lowest);
    }
  });

  it('stays in place when something is selected', () => {
    expect(picture(checkout, { selected: 'container:app' }).nodes).toEqual(picture(checkout).nodes);
  });
});

describe('any task', () => {
  it('has edges that run level and upright from node to node, and through none', () => {
    fc.assert(
      fc.property(arbitraryTask(14), options, (task, chosen) => {
        const made = picture(task, chosen);
        expect(crossings(made)).toEqual([]);
        for (const edge of made.edges) {
          for (const [a, b] of segments(edge.points)) expect(a.x === b.x || a.y === b.y).toBe(true);
          for (const [end, key] of [
            [edge.points[0], edge.from],
            [edge.points.at(-1), edge.to],
          ] as const) {
            const rect = grown(node(made, key), 0.01);
            expect(end && overlap(rect, { ...end, width: 0.01, height: 0.01 })).toBe(true);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has edges round cards that were moved, wherever they stand', () => {
    fc.assert(
      fc.property(arbitraryTask(10), options, someMoved, (task, chosen, positions) => {
        expect(crossings(picture(task, { ...chosen, positions }))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('has labels that cover neither nodes nor each other', () => {
    fc.assert(
      fc.property(arbitraryTask(14), options, someMoved, (task, chosen, positions) => {
        const made = picture(task, { ...chosen, positions });
        const labels = made.edges.flatMap(({ label }) => label ?? []);
        expect(overlaps(labels)).toBe(0);
        for (const label of labels) expect(made.nodes.filter((rect) => overlap(rect, label))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('has no two nodes on each other, moved ones aside', () => {
    fc.assert(
      fc.property(arbitraryTask(14), options, someMoved, (task, chosen, positions) => {
        expect(overlaps(picture(task, { ...chosen, positions }).nodes)).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('is drawn the same way twice', () => {
    fc.assert(
      fc.property(arbitraryTask(8), options, (task, chosen) => {
        expect(picture({ ...task }, chosen)).toEqual(picture(task, chosen));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps what was moved where it was put', () => {
    fc.assert(
      fc.property(arbitraryTask(10), someMoved, (task, positions) => {
        for (const { key, kind, x, y, moved } of picture(task, { positions }).nodes) {
          if (kind !== 'container') continue;
          expect(moved).toBe(key in positions);
          if (moved) expect({ x, y }).toEqual(positions[key]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('leaves everything where it is when it is drawn again', () => {
    const tasks = fc.oneof(arbitraryTask(10), fc.integer({ min: 1, max: 40 }).map(manyContainers));
    fc.assert(
      fc.property(tasks, (task) => {
        const before = picture(task);
        const after = picture(task, { previous: before });
        expect(after.nodes).toEqual(before.nodes);
        expect(after.edges).toEqual(before.edges);
        expect(after.order).toEqual(before.order);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the order of the rows when a container and a dependency are added', () => {
    const more = fc.record({ from: fc.nat(9), to: fc.nat(9) });
    fc.assert(
      fc.property(arbitraryTask(10), more, (task, { from, to }) => {
        const before = picture(task);
        const list = task.containerDefinitions ?? [];
        const containerDefinitions = list.map((definition, index) =>
          index === to % list.length && definition
            ? {
                ...definition,
                dependsOn: [
                  ...(definition.dependsOn ?? []),
                  { containerName: `c${from % list.length}`, condition: 'START' as const },
                ],
              }
            : definition,
        );
        const after = picture(
          { ...task, containerDefinitions: [{ name: 'fresh' }, ...containerDefinitions] },
          { previous: before },
        );
        const old = before.nodes.filter(({ kind }) => kind === 'container');
        for (const a of old) {
          for (const b of old) {
            const stayed = a.x === b.x && a.y < b.y && node(after, a.key).x === node(after, b.key).x;
            if (stayed) expect(node(after, a.key).y).toBeLessThan(node(after, b.key).y);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('odd tasks', () => {
  it('draws a task without containers as nothing', () => {
    const made = picture({});
    expect(made.nodes).toEqual([]);
    expect(made.frame).toBeUndefined();
  });

  it('writes a start wave of many containers in several columns', () => {
    const made = picture(manyContainers(100));
    expect(new Set(made.nodes.map(({ y }) => y)).size).toBeLessThanOrEqual(13 + 1);
    expect(crossings(made)).toEqual([]);
  });

  it('puts containers without an edge into columns of four, and moves none of them for one more', () => {
    const unlinked = (count: number): TaskDefinition => ({
      containerDefinitions: Array.from({ length: count }, (_, index) => ({ name: `c${index}` })),
    });
    for (let count = 1; count < 8; count += 1) {
      const before = picture(unlinked(count));
      const after = picture(unlinked(count + 1), { previous: before });
      expect(after.nodes.slice(0, count)).toEqual(before.nodes);
    }
    const rowsOf = (count: number) => new Set(picture(unlinked(count)).nodes.map(({ y }) => y)).size;
    expect([4, 5, 8, 10, 100].map(rowsOf)).toEqual([4, 4, 4, 4, 13]);
    const [first, , , , fifth] = picture(unlinked(5)).nodes;
    expect((fifth?.x ?? 0) - (first?.x ?? 0)).toBe(card.width + 80);
  });

  it('draws a container that waits for itself as a loop round its card', () => {
    const task: TaskDefinition = {
      containerDefinitions: [{ name: 'a', dependsOn: [{ containerName: 'a', condition: 'START' }] }],
    };
    const made = picture(task);
    expect(crossings(made)).toEqual([]);
    expect(made.edges).toHaveLength(1);
  });

  it('ignores positions that are no numbers', () => {
    const positions = { 'container:app': { x: Number.NaN, y: 0 } };
    expect(picture(payments, { positions })).toEqual(picture(payments));
  });
});
