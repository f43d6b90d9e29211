import { describe, expect, it } from 'vitest';
import type { Backend } from './backend.ts';
import { StorageFailure } from './backend.ts';
import type { LibraryNews } from './library.ts';
import { memoryBackend } from './memoryBackend.ts';
import fixtures from './records.data.json';
import { design, fileOf, twoTabs } from './testing/someLibrary.ts';

/** A backend that a test can break from one moment to the next. */
function breakable(): { backend: Backend; breakWith(error: Error | undefined): void } {
  const inner = memoryBackend();
  let failure: Error | undefined;
  return {
    backend: { transact: (mode, work) => (failure ? Promise.reject(failure) : inner.transact(mode, work)) },
    breakWith: (error) => {
      failure = error;
    },
  };
}

async function putRaw(backend: Backend, id: string, head: unknown, body?: unknown): Promise<void> {
  await backend.transact('write', async (transaction) => {
    transaction.put('heads', id, head);
    if (body !== undefined) transaction.put('bodies', id, body);
  });
}

const [fixture] = fixtures;

describe('saving', () => {
  it('gives back the file, the view and the name that were saved, and counts revisions', async () => {
    const { here, pass } = twoTabs();
    const view = { selection: ['container:app'] };
    const first = await here.save('a', { ...design('{}', 'payments'), view, thumbnail: '<svg/>' }, 0);
    expect(first).toEqual({ status: 'saved', revision: 1 });
    expect(await here.load('a')).toMatchObject({ record: { file: '{}', view } });
    pass(5000);
    expect(await here.save('a', design('{"family":"p"}'), 1)).toEqual({ status: 'saved', revision: 2 });
    expect(await here.load('a')).toEqual({
      status: 'loaded',
      revision: 2,
      record: {
        id: 'a',
        name: 'payments',
        file: '{"family":"p"}',
        createdAt: 1_764_000_000_000,
        updatedAt: 1_764_000_005_000,
      },
    });
    expect((await here.list())[0]).toMatchObject({ thumbnail: '<svg/>', containers: 1 });
  });

  it('keeps both texts when two tabs save over the same revision', async () => {
    const { here, there } = twoTabs();
    await here.save('a', design('start', 'payments'), 0);
    const results = await Promise.all([
      here.save('a', design('ours'), 1),
      there.save('a', design('theirs'), 1),
    ]);
    expect(results[0]).toEqual({ status: 'saved', revision: 2 });
    const [, second] = results;
    if (second.status !== 'conflict') throw new Error(`expected a conflict, not ${second.status}`);
    expect(second.theirs).toEqual({ revision: 2 });
    expect(second.kept).toMatchObject({ name: 'payments (2)', revision: 1 });
    expect(await fileOf(here, 'a')).toBe('ours');
    expect(await fileOf(here, second.kept.id)).toBe('theirs');
    expect(await there.save(second.kept.id, design('theirs, longer'), second.kept.revision)).toMatchObject({
      status: 'saved',
    });
    expect(await here.list()).toHaveLength(2);
  });

  it('takes the same text from two tabs as no conflict', async () => {
    const { here, there } = twoTabs();
    await here.save('a', design('start'), 0);
    await here.save('a', design('same'), 1);
    expect(await there.save('a', design('same'), 1)).toEqual({ status: 'saved', revision: 2 });
    expect(await here.list()).toHaveLength(1);
  });

  it('does not undo a rename of another tab, nor count it as a change of the text', async () => {
    const { here, there } = twoTabs();
    await here.save('a', design('start', 'payments'), 0);
    await there.rename('a', 'receipts');
    expect(await here.save('a', design('changed'), 1)).toEqual({ status: 'saved', revision: 2 });
    expect((await here.list()).map(({ name }) => name)).toEqual(['receipts']);
  });

  it('brings back a design that another tab deleted or put into the trash while it was edited here', async () => {
    const { here, there } = twoTabs();
    await here.save('a', design('one', 'one'), 0);
    await here.save('b', design('two', 'two'), 0);
    await there.delete('a');
    await there.trash('b');
    expect(await here.save('a', design('one, longer', 'one'), 1)).toEqual({ status: 'saved', revision: 2 });
    expect(await here.save('b', design('two, longer'), 1)).toEqual({ status: 'saved', revision: 2 });
    expect(await fileOf(here, 'a')).toBe('one, longer');
    expect((await here.list()).every(({ trashedAt }) => trashedAt === undefined)).toBe(true);
  });

  it('says full when there is no room, leaves the stored text alone, and saves once there is', async () => {
    const { backend, breakWith } = breakable();
    const { here } = twoTabs(backend);
    await here.save('a', design('short'), 0);
    breakWith(new StorageFailure('full', 'No room.'));
    expect(await here.save('a', design('long'), 1)).toEqual({ status: 'full', reason: 'No room.' });
    breakWith(undefined);
    expect(await fileOf(here, 'a')).toBe('short');
    expect(await here.save('a', design('long'), 1)).toEqual({ status: 'saved', revision: 2 });
  });

  it('never rejects, whatever the browser throws', async () => {
    const { backend, breakWith } = breakable();
    const { here } = twoTabs(backend);
    breakWith(new TypeError('out of order'));
    expect(await here.save('a', design('text'), 0)).toMatchObject({ status: 'blocked' });
  });

  it('says blocked where only memory is left, and still keeps the design there', async () => {
    const { here } = twoTabs(memoryBackend(), 'Blocked.');
    expect(here.blocked).toBe('Blocked.');
    expect(await here.save('a', design('text'), 0)).toEqual({
      status: 'blocked',
      reason: 'Blocked.',
      revision: 1,
    });
    expect(await fileOf(here, 'a')).toBe('text');
  });
});

describe('the list', () => {
  it('shows the last changed first, and what is in the trash with its date', async () => {
    const { here, pass } = twoTabs();
    await here.save('a', design('1', 'old'), 0);
    pass(1000);
    await here.save('b', design('2', 'new'), 0);
    await here.trash('a');
    expect(await here.list()).toMatchObject([
      { id: 'b', name: 'new' },
      { id: 'a', trashedAt: 1_764_000_001_000 },
    ]);
    await here.restore('a');
    expect((await here.list()).some(({ trashedAt }) => trashedAt !== undefined)).toBe(false);
  });

  it('empties the trash and nothing else', async () => {
    const { here } = twoTabs();
    await here.save('a', design('1'), 0);
    await here.save('b', design('2'), 0);
    await here.trash('a');
    await here.emptyTrash();
    expect((await here.list()).map(({ id }) => id)).toEqual(['b']);
    expect(await here.load('a')).toEqual({ status: 'missing' });
  });

  it('gives a copy the next free name, out of the trash and with a revision of its own', async () => {
    const { here } = twoTabs();
    await here.save('a', design('text', 'payments'), 0);
    await here.trash('a');
    const second = await here.duplicate('a');
    const third = await here.duplicate(second?.id ?? '');
    expect([second?.name, third?.name]).toEqual(['payments (2)', 'payments (3)']);
    expect(second?.trashedAt).toBeUndefined();
    expect(await here.save(second?.id ?? '', design('changed'), 1)).toMatchObject({ status: 'saved' });
    expect(await fileOf(here, 'a')).toBe('text');
    expect(await here.duplicate('nothing')).toBeUndefined();
  });

  it('hears in each tab what was done, and where', async () => {
    const { here, there } = twoTabs();
    const heard: string[] = [];
    const note = (tab: string) => (news: LibraryNews, own: boolean) =>
      heard.push(`${tab} ${news.kind} ${own ? 'here' : 'there'}`);
    here.subscribe(note('one'));
    const stop = there.subscribe(note('two'));
    await here.save('a', design('text'), 0);
    await there.rename('a', 'new');
    stop();
    await here.delete('a');
    expect(heard).toEqual([
      'two saved there',
      'one saved here',
      'one listed there',
      'two listed here',
      'one deleted here',
    ]);
  });

  it('remembers what each tab had open, and for a new tab what was last open in any', async () => {
    const { here, there, backend } = twoTabs();
    await here.setLastOpened('a');
    await there.setLastOpened('b');
    expect(await here.lastOpened()).toBe('a');
    expect(await twoTabs(backend).here.lastOpened()).toBe('b');
  });

  it('erases everything: designs, trash, what was set aside, the journal and what was last open', async () => {
    const { here, there, backend, erasedJournals } = twoTabs();
    await here.save('a', design('secret'), 0);
    await here.trash('a');
    await putRaw(backend, 'b', 'secret rubbish');
    await here.list();
    await here.setLastOpened('a');
    await there.eraseEverything();
    expect(await here.everything()).not.toContain('secret');
    expect(await here.asides()).toEqual([]);
    expect(await twoTabs(backend).here.lastOpened()).toBeUndefined();
    expect(erasedJournals()).toBe(1);
  });
});

describe('what cannot be read', () => {
  const rubbish: readonly (readonly [string, unknown, unknown])[] = [
    ['a head of another shape', { v: 1, name: 7 }, fixture?.body],
    ['a head that is no object', 'rubbish', fixture?.body],
    ['a body without a file', fixture?.head, { v: 1 }],
    ['a missing body', fixture?.head, undefined],
    ['a version of zero', { ...fixture?.head, v: 0 }, fixture?.body],
  ];

  it.each(rubbish)(
    '%s is set aside with all that is stored, and offered to download',
    async (_title, head, body) => {
      const { here, backend } = twoTabs();
      await putRaw(backend, 'a', head, body);
      const loaded = await here.load('a');
      expect(loaded).toMatchObject({ status: 'unreadable', reason: 'damaged' });
      expect(await here.load('a')).toEqual({ status: 'missing' });
      const [aside] = await here.asides();
      expect(aside?.fileName).toMatch(/\.unreadable\.json$/);
      const file =
        body && 'file' in (body as object) ? fixture?.body.file : JSON.stringify({ head, body }, null, 2);
      expect(aside?.text).toBe(file);
      await here.removeAside(aside?.key ?? '');
      expect(await here.asides()).toEqual([]);
    },
  );

  it('a damaged head is set aside by the list, together with its text', async () => {
    const { here, backend } = twoTabs();
    await here.save('good', design('text'), 0);
    await putRaw(backend, 'bad', null, fixture?.body);
    expect((await here.list()).map(({ id }) => id)).toEqual(['good']);
    expect((await here.asides()).map(({ text }) => text)).toEqual([fixture?.body.file]);
  });

  it('saving over a damaged record keeps both', async () => {
    const { here, backend } = twoTabs();
    await putRaw(backend, 'a', { v: 1 }, fixture?.body);
    expect(await here.save('a', design('new'), 3)).toEqual({ status: 'saved', revision: 4 });
    expect((await here.asides()).map(({ text }) => text)).toEqual([fixture?.body.file]);
  });

  it('a design of a newer designer is listed, can be downloaded, and is never written over or moved', async () => {
    const { here, backend } = twoTabs();
    const head = { ...fixture?.head, v: 99 };
    await putRaw(backend, 'a', head, { v: 99, file: 'from the future' });
    expect(await here.list()).toMatchObject([{ id: 'a', name: 'payments', unreadable: 'newer' }]);
    expect(await here.load('a')).toMatchObject({ reason: 'newer', aside: { text: 'from the future' } });
    expect(await here.save('a', design('ours'), 7)).toMatchObject({ status: 'conflict' });
    await here.rename('a', 'mine');
    const raw = await backend.transact('read', (transaction) => transaction.get('heads', 'a'));
    expect(raw).toEqual(head);
    expect(await here.everything()).toContain('from the future');
  });

  it('a design that the screen cannot survive can be set aside as well', async () => {
    const { here } = twoTabs();
    await here.save('a', design('text', 'payments / 2'), 0);
    expect(await here.setAside('a', 'It crashed the screen.')).toMatchObject({
      text: 'text',
      fileName: 'payments-2.unreadable.json',
      reason: 'It crashed the screen.',
    });
    expect(await here.load('a')).toEqual({ status: 'missing' });
    expect(await here.setAside('a', 'again')).toBeUndefined();
  });
});
