import { describe, expect, it } from 'vitest';
import {
  BETWEEN_STATES_MS,
  LONGEST_STATES,
  readStates,
  STATES_KEPT,
  type State,
  withState,
} from './states.ts';
import { design, twoTabs } from './testing/someLibrary.ts';

const state = (at: number, file = `text ${at}`): State => ({ at, label: `step ${at}`, file });
/** Taken over at once by the next. */
const soon = (states: readonly State[], next: State, milestone = false) =>
  withState(states, next, next.at, milestone);
const MINUTE = BETWEEN_STATES_MS;

describe('former states', () => {
  it('are some time apart, unless something great was done', () => {
    const one = soon([], state(0));
    expect(soon(one, state(MINUTE - 1))).toBe(one);
    expect(soon(one, state(MINUTE - 1), true)).toHaveLength(2);
    expect(soon(one, state(MINUTE))).toHaveLength(2);
    expect(withState(one, state(1000), MINUTE + 1000)).toHaveLength(2);
    expect(withState(one, state(1000), MINUTE)).toBe(one);
    expect(soon(one, state(MINUTE * 9, 'text 0'))).toBe(one);
  });

  it('are bounded in number and length; the first and the last stay, and the past grows thin', () => {
    let states: readonly State[] = [];
    for (let minute = 0; minute < 500; minute += 1) states = soon(states, state(minute * MINUTE));
    expect(states).toHaveLength(STATES_KEPT);
    expect(states[0]?.at).toBe(0);
    expect(states.slice(-3).map(({ at }) => at / MINUTE)).toEqual([497, 498, 499]);
    let uneven: readonly State[] = [];
    const minutes = Array.from({ length: STATES_KEPT }, (_, place) => place * 9);
    for (const minute of [...minutes.slice(0, 20), 20 * 9 - 2, ...minutes.slice(20)])
      uneven = soon(uneven, state(minute * MINUTE));
    expect(uneven.map(({ at }) => at / MINUTE)).toEqual(minutes);
    const long = 'x'.repeat(LONGEST_STATES / 2 - 10);
    let heavy: readonly State[] = [];
    for (let minute = 0; minute < 6; minute += 1) heavy = soon(heavy, state(minute * MINUTE, long + minute));
    expect(heavy.map(({ at }) => at / MINUTE)).toEqual([0, 5]);
    expect(soon([], state(0, long + long + long))).toHaveLength(1);
  });

  it('are nothing where something else is stored', () => {
    for (const odd of [undefined, null, 7, 'x', {}, { v: 1 }, { v: 2, states: [state(1)] }])
      expect(readStates(odd)).toEqual([]);
    expect(readStates({ v: 1, states: [null, state(1), { at: 'x' }] })).toEqual([state(1)]);
  });
});

describe('the library', () => {
  it('keeps what a save writes over, with what had led to it', async () => {
    const { here, there, pass } = twoTabs();
    await here.save('a', { ...design('one'), label: 'Opened' }, 0);
    expect(await here.states('a')).toEqual([]);
    pass(1000);
    await here.save('a', { ...design('two'), label: 'Connect' }, 1);
    pass(1000);
    await here.save('a', { ...design('three'), label: 'Type' }, 2);
    pass(MINUTE);
    await here.save('a', { ...design('four'), label: 'Type' }, 3);
    const kept = await there.states('a');
    expect(kept.map(({ label, file }) => [label, file])).toEqual([
      ['Type', 'three'],
      ['Opened', 'one'],
    ]);
    pass(1000);
    await here.save('a', { ...design('five'), label: 'Import', milestone: true }, 4);
    expect((await there.states('a'))[0]?.file).toBe('four');
    pass(1000);
    await here.save('a', { ...design('six'), label: 'Import', milestone: true }, 5);
    expect((await there.states('a'))[0]?.file).toBe('five');
    pass(1000);
    await here.save('a', { ...design('seven'), label: 'Type' }, 6);
    expect((await there.states('a'))[0]?.file).toBe('five');
  });

  it('forgets them with the design', async () => {
    const { here, pass } = twoTabs();
    const twice = async (id: string) => {
      await here.save(id, design('one'), 0);
      pass(MINUTE);
      await here.save(id, design('two'), 1);
    };
    await twice('a');
    await twice('b');
    await here.delete('a');
    expect(await here.states('a')).toEqual([]);
    expect(await here.states('b')).toHaveLength(1);
    await here.trash('b');
    await here.emptyTrash();
    expect(await here.states('b')).toEqual([]);
  });
});
