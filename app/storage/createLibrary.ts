/** The library over any backend. */
import type { Backend, Transaction } from './backend.ts';
import { StorageFailure, storeNames } from './backend.ts';
import type { Channel } from './channel.ts';
import { freeName } from './freeName.ts';
import type { Aside, Library, LibraryNews, Loaded, Summary } from './library.ts';
import type { Head } from './record.ts';
import { readHead } from './record.ts';
import { saveDesign } from './saveDesign.ts';
import type { Found } from './shelf.ts';
import { asideOf, damaged, find, listed, moveAside, newer, readableHeads, summaryOf } from './shelf.ts';
import { readStates } from './states.ts';

export interface LibraryParts {
  readonly backend: Backend;
  /** Why the backend keeps nothing beyond this page, if it does not. */
  readonly blocked?: string;
  readonly channel: Channel;
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
  /** Erases what is kept of designs beside the backend. */
  eraseJournal(): void;
  /** The design that this tab had open before it was reloaded. */
  readonly ownTab: { get(): string | undefined; set(id: string | undefined): void };
}

const lastOpenedKey = 'lastOpened';

function byLastChange(one: Summary, other: Summary): number {
  return other.updatedAt - one.updatedAt || one.name.localeCompare(other.name, 'en');
}

function readAside(key: string, raw: unknown): Aside {
  const { name, at, reason, fileName, text } = raw as Aside;
  return { key, name, at, reason, fileName, text };
}

async function readAsides(transaction: Transaction): Promise<readonly Aside[]> {
  return (await transaction.entries('setAside')).map(([key, raw]) => readAside(key, raw));
}

async function readEverything(transaction: Transaction): Promise<string> {
  const designs: unknown[] = [];
  for (const [id] of await transaction.entries('heads')) {
    const { head, body, rawHead, rawBody } = await find(transaction, id);
    if (head.status !== 'ok' || body.status !== 'ok')
      designs.push({ id, unreadable: { head: rawHead, body: rawBody } });
    else {
      const { thumbnail: _thumbnail, ...summary } = summaryOf(id, head.value);
      designs.push({ ...summary, file: body.value.file });
    }
  }
  return JSON.stringify({ designs, setAside: await readAsides(transaction) }, null, 2);
}

function loadedFrom(id: string, found: Found, at: number): Loaded {
  const { head, body } = found;
  if (head.status === 'missing' && body.status === 'missing') return { status: 'missing' };
  if (head.status === 'newer' || body.status === 'newer') {
    return { status: 'unreadable', reason: 'newer', aside: asideOf(id, found, newer, at) };
  }
  if (head.status !== 'ok' || body.status !== 'ok') {
    return { status: 'unreadable', reason: 'damaged', aside: asideOf(id, found, damaged, at) };
  }
  const { name, createdAt, updatedAt, trashedAt, revision } = head.value;
  const { file, view } = body.value;
  const seen = view === undefined ? {} : { view };
  const trashed = trashedAt === undefined ? {} : { trashedAt };
  return {
    status: 'loaded',
    record: { id, name, file, createdAt, updatedAt, ...seen, ...trashed },
    revision,
  };
}

export function createLibrary(parts: LibraryParts): Library {
  const { backend, channel } = parts;
  const listeners = new Set<(news: LibraryNews, here: boolean) => void>();
  const tell = (news: LibraryNews, here: boolean) => {
    for (const listener of [...listeners]) listener(news, here);
  };
  channel.listen((news) => tell(news, false));
  const announce = (news: LibraryNews) => {
    channel.post(news);
    tell(news, true);
  };

  const changeHead = async (id: string, change: (head: Head) => Head) => {
    const changed = await backend.transact('write', async (transaction) => {
      const head = readHead(await transaction.get('heads', id));
      if (head.status !== 'ok') return false;
      transaction.put('heads', id, change(head.value));
      return true;
    });
    if (changed) announce({ kind: 'listed', id });
  };

  return {
    blocked: parts.blocked,
    newId: parts.newId,

    async list() {
      const read = (transaction: Transaction) => transaction.entries('heads');
      const entries = await backend.transact('read', read);
      if (entries.some(([, raw]) => readHead(raw).status === 'damaged')) {
        await backend.transact('write', async (transaction) => {
          for (const [id, raw] of await read(transaction)) {
            if (readHead(raw).status !== 'damaged') continue;
            moveAside(transaction, id, await find(transaction, id), damaged, parts.now());
          }
        });
      }
      return entries.flatMap(([id, raw]) => listed(id, raw) ?? []).sort(byLastChange);
    },

    async load(id) {
      const found = await backend.transact('read', (transaction) => find(transaction, id));
      const loaded = loadedFrom(id, found, parts.now());
      if (loaded.status !== 'unreadable' || loaded.reason !== 'damaged') return loaded;
      return backend.transact('write', async (transaction) => {
        // Another tab may have saved it meanwhile.
        const again = await find(transaction, id);
        const result = loadedFrom(id, again, parts.now());
        if (result.status === 'unreadable' && result.reason === 'damaged') {
          moveAside(transaction, id, again, damaged, result.aside.at);
        }
        return result;
      });
    },

    async save(id, design, expectedRevision) {
      const circumstances = { now: parts.now(), copyId: parts.newId() };
      try {
        const result = await backend.transact('write', (transaction) =>
          saveDesign(transaction, id, design, expectedRevision, circumstances),
        );
        if (result.status === 'saved') announce({ kind: 'saved', id, revision: result.revision });
        else announce({ kind: 'saved', id: result.kept.id, revision: result.kept.revision });
        if (parts.blocked === undefined || result.status === 'conflict') return result;
        return { status: 'blocked', reason: parts.blocked, revision: result.revision };
      } catch (error) {
        if (error instanceof StorageFailure) return { status: error.kind, reason: error.message };
        return { status: 'blocked', reason: `The design could not be stored (${String(error)}).` };
      }
    },

    states: async (id) => {
      const raw = await backend.transact('read', (transaction) => transaction.get('states', id));
      return readStates(raw).toReversed();
    },

    rename: (id, name) => changeHead(id, (head) => ({ ...head, name })),
    trash: (id) => changeHead(id, (head) => ({ ...head, trashedAt: parts.now() })),
    restore: (id) => changeHead(id, ({ trashedAt: _trashedAt, ...head }) => head),

    async duplicate(id) {
      const copy = await backend.transact('write', async (transaction) => {
        const { head, body } = await find(transaction, id);
        if (head.status !== 'ok' || body.status !== 'ok') return undefined;
        const { trashedAt: _trashedAt, ...original } = head.value;
        const names = [...(await readableHeads(transaction)).values()].map(({ name }) => name);
        const now = parts.now();
        const name = freeName(original.name, names);
        const copied: Head = { ...original, name, createdAt: now, updatedAt: now, revision: 1 };
        const copyId = parts.newId();
        transaction.put('heads', copyId, copied);
        transaction.put('bodies', copyId, body.value);
        return summaryOf(copyId, copied);
      });
      if (copy) announce({ kind: 'listed', id: copy.id });
      return copy;
    },

    async delete(id) {
      await backend.transact('write', async (transaction) => {
        transaction.remove('heads', id);
        transaction.remove('bodies', id);
        transaction.remove('states', id);
        transaction.remove('settings', `file:${id}`);
      });
      announce({ kind: 'deleted', id });
    },

    async emptyTrash() {
      const ids = await backend.transact('write', async (transaction) => {
        const trashed = [...(await readableHeads(transaction))].filter(
          ([, head]) => head.trashedAt !== undefined,
        );
        for (const [id] of trashed) {
          transaction.remove('heads', id);
          transaction.remove('bodies', id);
          transaction.remove('states', id);
          transaction.remove('settings', `file:${id}`);
        }
        return trashed.map(([id]) => id);
      });
      for (const id of ids) announce({ kind: 'deleted', id });
    },

    async eraseEverything() {
      parts.eraseJournal();
      parts.ownTab.set(undefined);
      await backend.transact('write', async (transaction) => {
        for (const store of storeNames) transaction.clear(store);
      });
      announce({ kind: 'erased' });
    },

    everything: () => backend.transact('read', readEverything),
    asides: () => backend.transact('read', readAsides),

    async setAside(id, reason) {
      const aside = await backend.transact('write', async (transaction) => {
        const found = await find(transaction, id);
        if (found.rawHead === undefined && found.rawBody === undefined) return undefined;
        return moveAside(transaction, id, found, reason, parts.now());
      });
      if (aside) announce({ kind: 'deleted', id });
      return aside;
    },

    removeAside: (key) =>
      backend.transact('write', async (transaction) => transaction.remove('setAside', key)),

    async lastOpened() {
      const own = parts.ownTab.get();
      if (own !== undefined) return own;
      const id = await backend.transact('read', (transaction) => transaction.get('settings', lastOpenedKey));
      return typeof id === 'string' ? id : undefined;
    },

    async setLastOpened(id) {
      parts.ownTab.set(id);
      await backend.transact('write', async (transaction) => transaction.put('settings', lastOpenedKey, id));
    },

    remember: (name, value) =>
      backend.transact('write', async (transaction) => transaction.put('settings', name, value)),
    recall: (name) => backend.transact('read', (transaction) => transaction.get('settings', name)),

    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
