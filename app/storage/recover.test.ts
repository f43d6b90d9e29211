import { describe, expect, it } from 'vitest';
import { StorageFailure } from './backend.ts';
import { createJournal } from './journal.ts';
import { memoryBackend } from './memoryBackend.ts';
import { recover } from './recover.ts';
import { memoryStorage } from './testing/memoryStorage.ts';
import { design, fileOf, twoTabs } from './testing/someLibrary.ts';

const isClosed = async () => false;

/** A page that died with `file` unsaved, and the page that starts after it. */
function afterACrash(file: string, revision: number) {
  const storage = memoryStorage();
  const dead = createJournal(storage, 'dead');
  dead.write({ id: 'a', file, containers: 2, revision, at: 5, name: 'payments' });
  return { storage, journal: createJournal(storage, 'new') };
}

describe('recovering', () => {
  it('saves the text that a dead page left, over the revision that it went on from', async () => {
    const { here } = twoTabs();
    await here.save('a', design('old'), 0);
    const { journal } = afterACrash('newer', 1);
    expect(await recover(here, journal, isClosed)).toEqual([{ id: 'a', isCopy: false }]);
    expect(await fileOf(here, 'a')).toBe('newer');
    expect(journal.left()).toEqual([]);
  });

  it('saves a design that was never saved at all', async () => {
    const { here } = twoTabs();
    const { journal } = afterACrash('first words', 0);
    await recover(here, journal, isClosed);
    expect(await here.list()).toMatchObject([{ id: 'a', name: 'payments', containers: 2 }]);
  });

  it('drops an entry whose text had been saved after all', async () => {
    const { here } = twoTabs();
    await here.save('a', design('same'), 0);
    const { journal } = afterACrash('same', 0);
    expect(await recover(here, journal, isClosed)).toEqual([]);
    expect(journal.left()).toEqual([]);
    expect(await here.list()).toHaveLength(1);
  });

  it('makes a copy when another tab has saved the design since', async () => {
    const { here } = twoTabs();
    await here.save('a', design('old', 'payments'), 0);
    await here.save('a', design('theirs'), 1);
    const { journal } = afterACrash('ours', 1);
    const [recovered] = await recover(here, journal, isClosed);
    expect(recovered?.isCopy).toBe(true);
    expect(await fileOf(here, recovered?.id ?? '')).toBe('ours');
    expect(await fileOf(here, 'a')).toBe('theirs');
  });

  it('leaves alone what an open page has not saved yet', async () => {
    const { here } = twoTabs();
    const { journal } = afterACrash('being typed', 0);
    expect(await recover(here, journal, async (tab) => tab === 'dead')).toEqual([]);
    expect(journal.left()).toHaveLength(1);
  });

  it('keeps the entry for the next start when it cannot be saved now', async () => {
    const failure = new StorageFailure('full', 'No room.');
    const inner = memoryBackend();
    const { here } = twoTabs({
      transact: (mode, work) => (mode === 'write' ? Promise.reject(failure) : inner.transact(mode, work)),
    });
    const { journal } = afterACrash('precious', 0);
    expect(await recover(here, journal, isClosed)).toEqual([]);
    expect(journal.left()).toHaveLength(1);
  });

  it('carries the entry from page to page where only memory is left', async () => {
    const { storage, journal } = afterACrash('precious', 0);
    const first = twoTabs(memoryBackend(), 'Blocked.').here;
    expect(await recover(first, journal, isClosed)).toEqual([{ id: 'a', isCopy: false }]);
    const second = twoTabs(memoryBackend(), 'Blocked.').here;
    await recover(second, createJournal(storage, 'newest'), isClosed);
    expect(await fileOf(second, 'a')).toBe('precious');
    expect(storage.length).toBe(1);
  });
});

describe('the journal', () => {
  it('gives what other pages left, oldest first, and not its own', () => {
    const storage = memoryStorage();
    const entry = { containers: 1, revision: 1, file: '' };
    createJournal(storage, 'second').write({ ...entry, id: 'b', at: 2 });
    createJournal(storage, 'first').write({ ...entry, id: 'b', at: 1 });
    const own = createJournal(storage, 'own');
    own.write({ ...entry, id: 'a', at: 3 });
    expect(own.left().map(({ tab }) => tab)).toEqual(['first', 'second']);
    own.remove('b');
    expect(own.left()).toHaveLength(2);
  });

  it('passes over entries that it cannot read, and leaves them', () => {
    const storage = memoryStorage();
    storage.setItem('task-designer.journal.x.y', '{"id":');
    storage.setItem('task-designer.journal.x.z', '{"id":1}');
    storage.setItem('other', '{}');
    const journal = createJournal(storage, 'new');
    expect(journal.left()).toEqual([]);
    expect(storage.length).toBe(3);
    journal.clear();
    expect(storage.key(0)).toBe('other');
    expect(storage.length).toBe(1);
  });

  it('says when it could not write, and holds the former entry', () => {
    const storage = memoryStorage(200);
    const journal = createJournal(storage, 'one');
    const entry = { id: 'a', containers: 1, revision: 1, at: 1 };
    expect(journal.write({ ...entry, file: 'short' })).toBe(true);
    expect(journal.write({ ...entry, file: 'x'.repeat(300) })).toBe(false);
    expect(createJournal(storage, 'two').left()).toMatchObject([{ file: 'short' }]);
    expect(createJournal(undefined, 'one').write({ ...entry, file: '' })).toBe(false);
  });
});
