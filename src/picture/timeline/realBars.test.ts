import { describe, expect, it } from 'vitest';
import { defaultScenario } from '../../simulate/defaults.ts';
import { readRealRuns } from '../../simulate/realRun.ts';
import { simulate } from '../../simulate/simulate.ts';
import { payments } from '../../simulate/testing/tasks.ts';
import { timelineGeometry } from './geometry.ts';
import { REAL_HEIGHT } from './realBars.ts';

const LOOK = { width: 1200, left: 140, laneHeight: 32, barHeight: 16 };
const run = simulate(payments, defaultScenario(payments));

const [real] = readRealRuns(
  JSON.stringify({
    lastStatus: 'STOPPED',
    createdAt: 100,
    pullStartedAt: 110,
    pullStoppedAt: 114,
    stoppingAt: 117,
    stoppedAt: 140,
    containers: [
      { name: 'secrets-init', lastStatus: 'STOPPED', exitCode: 1 },
      { name: 'stranger', lastStatus: 'STOPPED', exitCode: 0 },
    ],
  }),
).runs;

describe('a real run above the planned one', () => {
  const plain = timelineGeometry(run, LOOK);
  const both = timelineGeometry(run, { ...LOOK, real });

  it('takes a strip above each lane, on the same axis, from the first pull on', () => {
    expect(both.height - plain.height).toBe((run.containers.length + 1) * REAL_HEIGHT);
    const [init] = both.lanes;
    expect(init?.real.map(({ word, from }) => [word, from])).toEqual([
      ['pull', 0],
      ['running', 4],
      ['stopping', 7],
      ['exit 1', 30],
    ]);
    expect(init?.real[0]?.x).toBe(init?.bars[0]?.x);
    expect(init?.words).toMatch(/; really: pull from 0\.0 s, .*exit 1 from 30\.0 s$/);
    expect(both.task.real.map(({ state, from }) => [state, from])).toEqual([
      ['PENDING', 0],
      ['STOPPING', 7],
      ['STOPPED', 30],
    ]);
  });

  it('ends its tags before time is left out, however narrow', () => {
    for (let width = 480; width <= 1600; width += 40) {
      const { lanes, axis } = timelineGeometry(run, { ...LOOK, width, real });
      expect(axis.breaks).not.toEqual([]);
      for (const tag of lanes.flatMap((lane) => lane.real.filter(({ end }) => end))) {
        const cut = axis.breaks.filter(({ x, width: w }) => x < tag.x + tag.width && tag.x < x + w);
        expect(cut, `${tag.word}, ${width} wide`).toEqual([]);
      }
    }
  });

  it('says of each how it ended, and which ends are bad', () => {
    const ends = (containers: readonly unknown[]) => {
      const times = {
        createdAt: 100,
        pullStartedAt: 110,
        pullStoppedAt: 114,
        stoppingAt: 117,
        stoppedAt: 140,
      };
      const [other] = readRealRuns(JSON.stringify({ lastStatus: 'STOPPED', ...times, containers })).runs;
      return timelineGeometry(run, { ...LOOK, real: other }).lanes.flatMap(({ real: bars }) =>
        bars.flatMap(({ end, word, from, bad = false }) =>
          end ? [`${word} at ${from}${bad ? ', bad' : ''}`] : [],
        ),
      );
    };
    const graph = 'CannotStartContainerError: dependency graph: it did not exit successfully.';
    expect(
      ends([
        { name: 'secrets-init', lastStatus: 'STOPPED', exitCode: 0 },
        { name: 'log-router', lastStatus: 'STOPPED', exitCode: 137 },
        { name: 'envoy', lastStatus: 'STOPPED', reason: 'CannotPullContainerError: no such image' },
        { name: 'app', lastStatus: 'STOPPED', exitCode: 143, reason: graph },
      ]),
    ).toEqual(['exit 0 at 30', 'exit 137 at 30, bad', 'cannot pull at 30, bad', 'given up, 143 at 7, bad']);
    expect(
      ends([
        { name: 'secrets-init', lastStatus: 'STOPPED', exitCode: 2 },
        { name: 'envoy', lastStatus: 'STOPPED', reason: 'CannotStartContainerError: no such command' },
        { name: 'app', lastStatus: 'STOPPED' },
      ]),
    ).toEqual(['exit 2 at 30, bad', 'cannot start at 30, bad', 'never ran at 30']);
  });

  it('tells each bar in words, with its seconds and its reason', () => {
    const [init] = both.lanes;
    expect(init?.real.map(({ title }) => title)).toEqual([
      'Really: secrets-init pull from 0.0 s to 4.0 s',
      'Really: secrets-init running from 4.0 s to 7.0 s',
      'Really: secrets-init stopping from 7.0 s to 30.0 s',
      'Really: secrets-init exit 1 at 30.0 s',
    ]);
  });

  it('names each status of the task for which there is room, and always that it is STOPPED', () => {
    const words = (width: number) =>
      timelineGeometry(run, { ...LOOK, width, real }).task.real.map(({ text }) => text?.text);
    expect(words(1200)).toContain('PENDING');
    expect(words(1200).at(-1)).toBe('STOPPED');
    expect(words(480).at(-1)).toBe('STOPPED');
  });

  it('leaves the lanes of others empty, and changes nothing without one', () => {
    expect(both.lanes.slice(1).flatMap((lane) => lane.real)).toEqual([]);
    expect(plain.lanes.flatMap((lane) => lane.real)).toEqual([]);
    expect(plain.realHeight).toBe(0);
  });
});
