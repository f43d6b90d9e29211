import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examples } from '../../catalogue/index.ts';
import { read } from '../../lens/index.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import { defaultScenario } from '../../simulate/defaults.ts';
import { handOffs } from '../../simulate/handOffs.ts';
import { simulate } from '../../simulate/simulate.ts';
import type { Rect } from '../box.ts';
import { textWidth } from '../textWidth.ts';
import { labelHeight } from './arrows.ts';
import { axisOf, secondAt, xOf } from './axis.ts';
import { labelBoxes, type TimelineGeometry, timelineGeometry } from './geometry.ts';

const LOOK = { width: 1200, left: 140, laneHeight: 32, barHeight: 16 };

function taskOf(id: string): TaskDefinition {
  const example = examples.find((each) => each.id === id);
  if (example === undefined) throw new Error(`no example ${id}`);
  return read(example.text).task;
}

/** Everything written that a line could cross. */
function labelsIn({ lanes, arrows, handOffs: marks, laneHeight, barHeight }: TimelineGeometry): Rect[] {
  const height = labelHeight(laneHeight);
  return [
    ...lanes.flatMap((lane) => labelBoxes(lane, laneHeight, barHeight)),
    ...lanes.flatMap(({ y, bars }) =>
      bars.flatMap(({ text }) =>
        text === undefined
          ? []
          : [
              {
                x: text.x,
                y: y + laneHeight / 2 - 5,
                width: textWidth(text.text, { size: 11, weight: 500 }),
                height: 10,
              },
            ],
      ),
    ),
    ...arrows.flatMap(({ label, toY }) => (label ? [{ ...label, y: toY - height / 2, height }] : [])),
    ...marks.flatMap(({ label, fromY }) => (label ? [{ ...label, y: fromY - 9, height: 18 }] : [])),
  ];
}

function runOf(task: TaskDefinition) {
  return simulate(task, defaultScenario(task));
}

describe('the axis of a timeline', () => {
  const axis = axisOf(runOf(taskOf('payments')), 140, 1136);

  it('leaves the quiet hour out and says so', () => {
    expect(axis.breaks.map(({ text }) => text)).toEqual(['1 h later']);
    expect(axis.pieces).toHaveLength(2);
  });

  it('says it in fewer words, or in none, where the next tick is near', () => {
    const half = (text: string) => textWidth(text, { size: 12 }) / 2;
    const said = new Set<string>();
    for (let right = 260; right <= 1136; right += 12) {
      const { breaks, ticks } = axisOf(runOf(taskOf('payments')), 140, right);
      for (const { x, width, text } of breaks) {
        said.add(text);
        const next = ticks.find((tick) => tick.x > x);
        if (text === '' || next === undefined) continue;
        expect(next.x - half(next.text), `${right} px`).toBeGreaterThan(x + width / 2 + half(text));
      }
    }
    expect([...said].sort()).toEqual(['', '1 h', '1 h later']);
  });

  it('leads from a second to its x and back, in every piece', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...axis.pieces),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (piece, share) => {
          const second = piece.from + share * (piece.to - piece.from);
          expect(secondAt(axis, xOf(axis, second))).toBeCloseTo(second, 6);
        },
      ),
    );
  });

  it('never runs backwards', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: axis.end, noNaN: true }),
        fc.double({ min: 0, max: axis.end, noNaN: true }),
        (a, b) => {
          expect(xOf(axis, Math.min(a, b))).toBeLessThanOrEqual(xOf(axis, Math.max(a, b)));
        },
      ),
    );
  });
});

describe('the timeline of the payments task', () => {
  const geometry = timelineGeometry(runOf(taskOf('payments')), LOOK);

  it('has a lane a container in the order in which they start', () => {
    expect(geometry.lanes.map(({ name }) => name)).toEqual(['secrets-init', 'log-router', 'envoy', 'app']);
  });

  it('draws the gates of app from those it waits for', () => {
    const drawn = geometry.arrows
      .filter(({ implied }) => !implied)
      .map(({ key, condition }) => `${key} ${condition}`);
    expect(drawn).toEqual(['app>secrets-init>1 SUCCESS', 'app>envoy>2 HEALTHY']);
  });

  it('says a condition by its sign alone where its word has no room', () => {
    const labels = (width: number) =>
      timelineGeometry(runOf(taskOf('payments')), { ...LOOK, width })
        .arrows.filter(({ implied }) => !implied)
        .map(({ condition, label }) => [condition, label?.word]);
    expect(labels(1200)).toEqual([
      ['SUCCESS', true],
      ['HEALTHY', true],
    ]);
    expect(labels(500)).toEqual([
      ['SUCCESS', false],
      ['HEALTHY', false],
    ]);
  });

  it('says a condition by its sign where the word would hide the line of another gate, in close lanes', () => {
    const waits = (...gates: readonly string[]) => ({
      dependsOn: gates.map((containerName) => ({ containerName, condition: 'START' as const })),
    });
    const run = runOf({
      containerDefinitions: [
        { name: 'redis', image: 'redis:7' },
        { name: 'queue', image: 'acme/queue:1' },
        { name: 'first', image: 'acme/first:1', ...waits('queue') },
        { name: 'last', image: 'acme/last:1', ...waits('redis', 'first') },
      ],
    });
    const close = { ...LOOK, laneHeight: 20, barHeight: 12, width: 2400 };
    const { arrows } = timelineGeometry(run, close);
    const [gate, line] = ['first>queue>0', 'last>redis>0'].map((key) =>
      arrows.find((one) => one.key === key),
    );
    expect((gate?.x ?? 0) - (line?.x ?? 0)).toBeGreaterThan(30);
    expect(gate?.label?.word).toBe(false);
    expect(gate?.label?.x).toBeGreaterThan(line?.x ?? Number.MAX_VALUE);
  });

  it('draws the gate that can never hold from the one who failed it to the one who is given up', () => {
    const task = taskOf('payments');
    const planned = defaultScenario(task);
    const behaviours = { 'secrets-init': { exits: { afterSeconds: 2, code: 1 } } };
    const run = simulate(task, { ...planned, behaviours });
    const { arrows, lanes } = timelineGeometry(run, LOOK);
    const end = lanes.find(({ name }) => name === 'app')?.tags[0];
    expect(arrows.filter(({ unmet }) => unmet)).toEqual([
      expect.objectContaining({
        waits: 'app',
        on: 'secrets-init',
        condition: 'SUCCESS',
        at: 3,
        x: (end?.x ?? 0) - 3,
        label: expect.objectContaining({ word: true }),
        title: 'app can never have secrets-init SUCCESS: given up at 3.0 s',
      }),
    ]);
    expect(geometry.arrows.some(({ unmet }) => unmet)).toBe(false);
  });

  it('says of the task its status, its health, and what ECS reports of its end', () => {
    const task = taskOf('payments');
    const planned = defaultScenario(task);
    const titles = (behaviours: typeof planned.behaviours) =>
      timelineGeometry(simulate(task, { ...planned, behaviours }), LOOK).task.bars.map(({ title }) => title);
    expect(titles({})).toEqual([
      'Task PENDING from 0.0 s, HEALTHY from 12.0 s',
      'Task RUNNING from 14.0 s, HEALTHY',
      'Task STOPPING from 1 h',
      'Task STOPPED at 1 h 6 s: UserInitiated, Task stopped by user',
    ]);
    expect(titles({ app: { exits: { afterSeconds: 60, code: 0 } } }).at(-1)).toMatch(
      /: EssentialContainerExited, Essential container in task exited$/,
    );
  });

  it('shows the run as planned below what goes otherwise, and only there', () => {
    const task = taskOf('payments');
    const planned = defaultScenario(task);
    const plan = simulate(task, planned);
    const late = simulate(task, { ...planned, behaviours: { envoy: { readyAfterSeconds: 38 } } });
    const { lanes, task: own, axis } = timelineGeometry(late, { ...LOOK, plan });
    const ghosts = lanes.flatMap(({ name, ghosts }) => ghosts.map(({ x, title }) => [name, x, title]));
    expect(ghosts).toEqual([
      ['envoy', xOf(axis, 0), 'As planned envoy pulls from 0.0 s, starts at 2.0 s'],
      ['app', xOf(axis, 12), 'As planned app pulls from 12.0 s, starts at 14.0 s'],
    ]);
    expect(own.ghosts.map(({ title }) => title)).toEqual(['As planned the task is RUNNING at 14.0 s']);
    const same = timelineGeometry(plan, { ...LOOK, plan });
    expect([...same.lanes, same.task].flatMap(({ ghosts }) => ghosts)).toEqual([]);
  });

  it('outlines no life that ends in the second in which it would begin', () => {
    const task: TaskDefinition = {
      containerDefinitions: [
        { name: 'first', image: 'acme/first:1', essential: false },
        {
          name: 'app',
          image: 'acme/app:1',
          dependsOn: [{ containerName: 'first', condition: 'SUCCESS' }],
        },
        { name: 'one', image: 'acme/one:1' },
      ],
    };
    const exits = { afterSeconds: 2, code: 0 };
    const planned = {
      ...defaultScenario(task),
      behaviours: { one: { pullSeconds: 1, exits }, first: { pullSeconds: 1, exits } },
    };
    const plan = simulate(task, planned);
    const broken = { ...planned, behaviours: { ...planned.behaviours, first: { pullFails: true } } };
    const { lanes } = timelineGeometry(simulate(task, broken), { ...LOOK, plan });
    const app = plan.containers.find(({ key }) => key === 'app');
    expect([app?.pullStartedAt, app?.stoppedAt]).toEqual([3, 3]);
    expect(lanes.find(({ key }) => key === 'app')?.ghosts).toEqual([]);
  });

  it('marks the critical path under envoy and app alone', () => {
    expect(geometry.lanes.filter(({ critical }) => critical.length > 0).map(({ name }) => name)).toEqual([
      'envoy',
      'app',
    ]);
  });

  it('says each lane in words', () => {
    expect(geometry.lanes[0]?.words).toBe(
      'secrets-init: pull 0.0 s to 1.0 s, running 1.0 s to 3.0 s, exit 0 at 3.0 s',
    );
  });
});

describe('any timeline', () => {
  it('keeps words inside their bars and clear of the arrows that cross them', () => {
    for (const { text } of examples) {
      const { task } = read(text);
      for (const laneHeight of [20, 32]) {
        const { lanes, arrows } = timelineGeometry(runOf(task), {
          ...LOOK,
          laneHeight,
          barHeight: laneHeight / 2,
        });
        for (const lane of lanes) {
          const middle = lane.y + laneHeight / 2;
          const crossing = arrows.filter(
            ({ fromY, toY }) => Math.min(fromY, toY) < middle && middle < Math.max(fromY, toY),
          );
          for (const bar of lane.bars) {
            if (bar.text === undefined) continue;
            const { x } = bar.text;
            expect(x).toBeGreaterThanOrEqual(bar.x);
            expect(x).toBeLessThan(bar.x + bar.width);
            expect(crossing.filter((arrow) => arrow.x > x - 6 && arrow.x < x + 20)).toEqual([]);
          }
        }
      }
    }
  });

  it('draws no line of a gate or of files across a label, at any width', () => {
    let parted = 0;
    const crossed: string[] = [];
    for (const id of ['payments', 'checkout', 'web-cache-worker']) {
      const task = taskOf(id);
      const run = runOf(task);
      const handedOn = handOffs(task, run);
      for (let width = 620; width <= 2000; width += 115) {
        for (const [laneHeight, barHeight, captions] of [
          [20, 12, false],
          [32, 16, false],
          [84, 24, true],
        ] as const) {
          const look = { width, left: 152, laneHeight, barHeight, captions, handOffs: handedOn };
          const geometry = timelineGeometry(run, look);
          const labels = labelsIn(geometry);
          for (const { key, x, line } of [...geometry.arrows, ...geometry.handOffs]) {
            if (line.length > 1) parted += 1;
            for (const label of labels) {
              if (label.x >= x || x >= label.x + label.width) continue;
              if (line.some(({ from, to }) => label.y < to && from < label.y + label.height))
                crossed.push(`${key} of ${id}, ${width} wide, lanes of ${laneHeight}`);
            }
          }
        }
      }
    }
    expect(crossed).toEqual([]);
    expect(parted).toBeGreaterThan(0);
  });

  it('has room for every tag, however late and long', () => {
    const task = {
      family: 'late',
      containerDefinitions: [
        { name: 'init', image: 'a:1', essential: false },
        {
          name: 'app',
          image: 'a:1',
          dependsOn: [{ containerName: 'init', condition: 'SUCCESS' as const }],
        },
      ],
    };
    const scenario = {
      ...defaultScenario(task),
      behaviours: { init: { pullSeconds: 1, startSeconds: 0, exits: { afterSeconds: 40, code: 1 } } },
    };
    const runs = [simulate(task, scenario), ...examples.map(({ text }) => runOf(read(text).task))];
    const seen = new Set<string>();
    const cut: string[] = [];
    for (const run of runs) {
      for (let width = 480; width <= 2000; width += 152) {
        const { lanes, axis } = timelineGeometry(run, { ...LOOK, width });
        for (const tag of lanes.flatMap(({ tags }) => tags)) {
          const end = tag.x + tag.width;
          seen.add(tag.text);
          if (end > width - 4 || axis.breaks.some(({ x, width: w }) => x < end && tag.x < x + w))
            cut.push(`${tag.text}, ${width} wide`);
        }
      }
    }
    expect(cut).toEqual([]);
    expect([...seen]).toEqual(expect.arrayContaining(['given up, 143', 'exit 0', 'exit 143']));
  });

  it('writes no word across a break of the axis', () => {
    const circle = ['queue', 'filter', 'app'].map((name, index, names) => ({
      name,
      image: 'a:1',
      essential: true,
      dependsOn: [{ containerName: names[(index + 1) % 3] ?? '', condition: 'START' as const }],
    }));
    for (const width of [700, 900, 1200, 1500]) {
      const { lanes, axis, task } = timelineGeometry(
        runOf({ family: 'mail', containerDefinitions: circle }),
        {
          ...LOOK,
          width,
        },
      );
      const words = lanes.flatMap(({ waits }) => waits.flatMap(({ text }) => text ?? []));
      expect(words).toHaveLength(3);
      expect(task.bars.some(({ text }) => text?.text === 'PENDING')).toBe(true);
      for (const { x, text } of [...words, ...task.bars.flatMap((bar) => bar.text ?? [])]) {
        const end = x + textWidth(text, { size: 12, weight: 500 });
        expect(axis.breaks.filter((each) => each.x < end && each.x + each.width > x)).toEqual([]);
      }
    }
    const payments = taskOf('payments');
    const unchecked = (payments.containerDefinitions ?? []).map((definition) => {
      const { healthCheck: _, ...rest } = definition ?? {};
      return rest;
    });
    const waiting = { ...payments, containerDefinitions: unchecked };
    const tasks = [
      ...examples.map(({ id, text }) => [id, read(text).task] as const),
      ['waiting', waiting] as const,
    ];
    for (const [id, definition] of tasks) {
      const run = runOf(definition);
      for (let width = 404; width <= 2000; width += 38) {
        const { task, axis, arrows } = timelineGeometry(run, { ...LOOK, width });
        for (const { key, label } of arrows) {
          if (label === undefined) continue;
          const cut = axis.breaks.filter(
            (each) => each.x < label.x + label.width && each.x + each.width > label.x,
          );
          expect({ id, width, key, cut }).toEqual({ id, width, key, cut: [] });
        }
        for (const { x, text: word } of task.bars.flatMap((bar) => bar.text ?? [])) {
          const end = x + textWidth(word, { size: 11, weight: 500 });
          const cut = axis.breaks.filter((each) => each.x < end && each.x + each.width > x);
          expect({ id, width, word, cut }).toEqual({ id, width, word, cut: [] });
        }
      }
    }
  });

  it('exists for a task without containers', () => {
    expect(timelineGeometry(runOf({}), LOOK).lanes).toEqual([]);
  });
});
