import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Backend } from './backend.ts';
import { StorageFailure } from './backend.ts';
import { createJournal } from './journal.ts';
import { createKeeper } from './keeper.ts';
import type { Library } from './library.ts';
import { memoryBackend } from './memoryBackend.ts';
import { memoryStorage } from './testing/memoryStorage.ts';
import { design, fileOf, twoTabs } from './testing/someLibrary.ts';

beforeEach(() => {
  vi.useFakeTimers();
  painted = [];
});
afterEach(() => {
  vi.useRealTimers();
});

/** What waits for the browser to paint, and the paint. */
let painted: (() => void)[] = [];
function paint(): void {
  const works = painted;
  painted = [];
  for (const work of works) work();
}

function keep(library: Library, id: string, revision: number, storage = memoryStorage()) {
  const keeper = createKeeper({
    library,
    journal: createJournal(storage, 'one'),
    id,
    revision,
    now: () => 1,
    afterPaint: (work) => painted.push(work),
  });
  /** What the next page would find if this one died now. */
  const left = () =>
    createJournal(storage, 'two')
      .left()
      .map((entry) => `${entry.id} ${entry.revision} ${entry.file}`);
  return { keeper, left };
}

describe('keeping a design', () => {
  it('journals a change as soon as it is painted, and clears the journal once it is saved', async () => {
    const { here } = twoTabs();
    const { keeper, left } = keep(here, 'a', 0);
    keeper.changed(() => design('text'));
    expect(keeper.now.state).toBe('unsaved');
    expect(left()).toEqual([]);
    paint();
    expect(left()).toEqual(['a 0 text']);
    await vi.advanceTimersByTimeAsync(300);
    expect(keeper.now).toEqual({ id: 'a', revision: 1, state: 'saved' });
    expect(left()).toEqual([]);
    expect(await fileOf(here, 'a')).toBe('text');
  });

  it('saves again and again over its own revisions, without a conflict', async () => {
    const { here } = twoTabs();
    const { keeper } = keep(here, 'a', 0);
    for (const text of ['1', '12', '123']) {
      keeper.changed(() => design(text));
      await keeper.flush();
    }
    expect(keeper.now).toEqual({ id: 'a', revision: 3, state: 'saved' });
    expect(await here.list()).toHaveLength(1);
  });

  it('goes on as a copy after a conflict, and says so', async () => {
    const { here, there } = twoTabs();
    await here.save('a', design('start', 'payments'), 0);
    const { keeper, left } = keep(here, 'a', 1);
    await there.save('a', design('theirs'), 1);
    keeper.changed(() => design('ours'));
    await keeper.flush();
    expect(keeper.now.conflict).toEqual({ theirs: 'a', name: 'payments (2)' });
    expect(left()).toEqual([]);
    keeper.changed(() => design('ours, longer'));
    await keeper.flush();
    expect(await fileOf(here, keeper.now.id)).toBe('ours, longer');
    expect(await fileOf(here, 'a')).toBe('theirs');
    expect(await here.list()).toHaveLength(2);
  });

  it('draws the picture only when it writes, and for the last change only', async () => {
    const { here } = twoTabs();
    const { keeper } = keep(here, 'a', 0);
    const drawn: string[] = [];
    for (const text of ['1', '12']) {
      keeper.changed(() => ({
        ...design(text),
        thumbnail: () => {
          drawn.push(text);
          return '<svg/>';
        },
      }));
    }
    await keeper.flush();
    expect(drawn).toEqual(['12']);
    expect(await here.list()).toMatchObject([{ thumbnail: '<svg/>' }]);
  });

  it('holds the text, its reason and its journal while the disk is full, and saves when there is room', async () => {
    const inner = memoryBackend();
    let isFull = true;
    const backend: Backend = {
      transact: (mode, work) =>
        isFull ? Promise.reject(new StorageFailure('full', 'No room.')) : inner.transact(mode, work),
    };
    const { here } = twoTabs(backend);
    const { keeper, left } = keep(here, 'a', 0);
    keeper.changed(() => design('precious'));
    await keeper.flush();
    expect(keeper.now).toMatchObject({ state: 'full', reason: 'No room.' });
    expect(keeper.unsaved()?.file).toBe('precious');
    expect(left()).toEqual(['a 0 precious']);
    isFull = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(keeper.now).toEqual({ id: 'a', revision: 1, state: 'saved' });
    expect(left()).toEqual([]);
    expect(keeper.unsaved()).toBeUndefined();
  });

  it('journals a text too long for each keystroke when the page is left', async () => {
    const { here } = twoTabs();
    const { keeper, left } = keep(here, 'a', 0);
    const long = 'x'.repeat(250_000);
    keeper.changed(() => design(long));
    await keeper.flush();
    keeper.changed(() => design(`${long}y`));
    paint();
    expect(left()).toEqual([]);
    keeper.leave();
    expect(left()).toEqual([`a 1 ${long}y`]);
    await vi.advanceTimersByTimeAsync(0);
    expect(await fileOf(here, 'a')).toBe(`${long}y`);
    expect(left()).toEqual([]);
  });

  it('journals once what changed within one frame, the last of it', async () => {
    const { here } = twoTabs();
    const { keeper, left } = keep(here, 'a', 0);
    for (const text of ['1', '12', '123']) keeper.changed(() => design(text));
    expect(painted).toHaveLength(1);
    paint();
    expect(left()).toEqual(['a 0 123']);
    keeper.changed(() => design('1234'));
    paint();
    expect(left()).toEqual(['a 0 1234']);
  });

  it('journals what is not painted yet when the page is left', () => {
    const { here } = twoTabs();
    const { keeper, left } = keep(here, 'a', 0);
    keeper.changed(() => design('last words'));
    keeper.leave();
    expect(left()).toEqual(['a 0 last words']);
  });

  it('journals nothing that is saved before it is painted', async () => {
    const { here } = twoTabs();
    const { keeper, left } = keep(here, 'a', 0);
    keeper.changed(() => design('text'));
    await keeper.flush();
    paint();
    expect(left()).toEqual([]);
  });

  it('keeps in the journal what changed while it was saving, with the new revision', async () => {
    const { here } = twoTabs();
    const { keeper, left } = keep(here, 'a', 0);
    keeper.changed(() => design('1'));
    vi.advanceTimersByTime(300);
    keeper.changed(() => design('12'));
    paint();
    expect(left()).toEqual(['a 0 12']);
    await vi.advanceTimersByTimeAsync(0);
    expect(left()).toEqual(['a 1 12']);
    await vi.advanceTimersByTimeAsync(300);
    expect(left()).toEqual([]);
    expect(keeper.now).toEqual({ id: 'a', revision: 2, state: 'saved' });
  });

  it('saves what is unsaved before it is closed', async () => {
    const { here } = twoTabs();
    const { keeper } = keep(here, 'a', 0);
    keeper.changed(() => design('last words'));
    await keeper.close();
    expect(await fileOf(here, 'a')).toBe('last words');
  });
});
