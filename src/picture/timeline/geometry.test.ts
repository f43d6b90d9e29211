import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examples } from '../../catalogue/index.ts';
import { read } from '../../lens/index.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import { defaultScenario } from '../../simulate/defaults.ts';
import { simulate } from '../../simulate/simulate.ts';
import { textWidth } from '../textWidth.ts';
import { axisOf, secondAt, xOf } from './axis.ts';
import { timelineGeometry } from './geometry.ts';

const LOOK = { width: 1200, left: 140, laneHeight: 32, barHeight: 16 };

function taskOf(id: string): TaskDefinition {
  const example = examples.find((each) => each.id === id);
  if (example === undefined) throw new Error(`no example ${id}`);
  return read(example.text).task;
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

  it('writes no word across a break of the axis', () => {
    const circle = ['queue', 'filter', 'app'].map((name, index, names) => ({
      name,
      image: 'a:1',
      essential: true,
      dependsOn: [{ containerName: names[(index + 1) % 3] ?? '', condition: 'START' as const }],
    }));
    for (const width of [700, 900, 1200, 1500]) {
      const { lanes, axis } = timelineGeometry(runOf({ family: 'mail', containerDefinitions: circle }), {
        ...LOOK,
        width,
      });
      const words = lanes.flatMap(({ waits }) => waits.flatMap(({ text }) => text ?? []));
      expect(words).toHaveLength(3);
      for (const { x, text } of words) {
        const end = x + textWidth(text, { size: 12, weight: 500 });
        expect(axis.breaks.filter((each) => each.x < end && each.x + each.width > x)).toEqual([]);
      }
    }
  });

  it('exists for a task without containers', () => {
    expect(timelineGeometry(runOf({}), LOOK).lanes).toEqual([]);
  });
});
