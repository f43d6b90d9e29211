/** The library of this browser. */

import { afterPaint } from '../store/afterPaint.ts';
import { StorageFailure } from './backend.ts';
import { silentChannel, tabChannel } from './channel.ts';
import { createLibrary } from './createLibrary.ts';
import { indexedDbBackend } from './indexedDbBackend.ts';
import type { Journal } from './journal.ts';
import { createJournal } from './journal.ts';
import type { Keeper } from './keeper.ts';
import { createKeeper } from './keeper.ts';
import type { Library } from './library.ts';
import { memoryBackend } from './memoryBackend.ts';
import type { Recovered } from './recover.ts';
import { recover } from './recover.ts';

const openDesignKey = 'task-designer.open';
const lockPrefix = 'task-designer.page.';
/** A page that is being reloaded still holds its lock for a moment. */
const lockPatienceMilliseconds = 500;

function newToken(): string {
  // randomUUID is absent where the page is served without TLS from another machine.
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const page = newToken();

function reachable(get: () => Storage): Storage | undefined {
  try {
    const storage = get();
    storage.getItem(openDesignKey);
    return storage;
  } catch {
    return undefined;
  }
}

const ownTab = {
  get: () => reachable(() => sessionStorage)?.getItem(openDesignKey) ?? undefined,
  set: (id: string | undefined) => {
    const storage = reachable(() => sessionStorage);
    try {
      if (id === undefined) storage?.removeItem(openDesignKey);
      else storage?.setItem(openDesignKey, id);
    } catch {
      // Full: after a reload this tab opens the last design of any tab.
    }
  },
};

/** The journal of this page. */
export const journal: Journal = createJournal(
  reachable(() => localStorage),
  page,
);

function holdLock(): void {
  // Never released by us: the browser does when the page is gone, and others then recover what it left.
  navigator.locks?.request(lockPrefix + page, () => new Promise(() => undefined)).catch(() => undefined);
}

async function isOpen(tab: string): Promise<boolean> {
  if (!navigator.locks) return false;
  try {
    const signal = AbortSignal.timeout(lockPatienceMilliseconds);
    await navigator.locks.request(lockPrefix + tab, { signal }, async () => undefined);
    return false;
  } catch {
    return true;
  }
}

/** Opens the designs of this browser; where it blocks storage, a library in memory whose `blocked` says so. Never rejects. */
export async function openLibrary(): Promise<Library> {
  holdLock();
  const shared = { now: () => Date.now(), newId: newToken, ownTab, eraseJournal: () => journal.clear() };
  try {
    // Firefox throws at the mere mention where storage is blocked.
    const backend = await indexedDbBackend(indexedDB);
    return createLibrary({ ...shared, backend, channel: tabChannel('task-designer') });
  } catch (error) {
    const why =
      error instanceof StorageFailure ? error.message : 'This browser does not let the page store anything.';
    return createLibrary({ ...shared, backend: memoryBackend(), blocked: why, channel: silentChannel });
  }
}

/** Saves what closed pages left unsaved, before a design is opened. Never rejects. */
export function recoverUnsaved(library: Library): Promise<readonly Recovered[]> {
  return recover(library, journal, isOpen);
}

/**
 * Starts keeping a design, and goes on until `close`: also when the page is hidden or left. The browser asks before it
 * closes a page whose design cannot be saved.
 */
export function keepDesign(library: Library, id: string, revision: number): Keeper {
  const keeper = createKeeper({ library, journal, id, revision, now: () => Date.now(), afterPaint });
  const onHidden = () => {
    if (document.visibilityState === 'hidden') keeper.leave();
  };
  const onLeave = () => keeper.leave();
  const onUnload = (event: BeforeUnloadEvent) => {
    if (keeper.now.state === 'full' || keeper.now.state === 'blocked') event.preventDefault();
  };
  document.addEventListener('visibilitychange', onHidden);
  addEventListener('pagehide', onLeave);
  addEventListener('beforeunload', onUnload);
  return {
    get now() {
      return keeper.now;
    },
    changed: (snapshot) => keeper.changed(snapshot),
    flush: () => keeper.flush(),
    unsaved: () => keeper.unsaved(),
    subscribe: (listener) => keeper.subscribe(listener),
    leave: () => keeper.leave(),
    async close() {
      document.removeEventListener('visibilitychange', onHidden);
      removeEventListener('pagehide', onLeave);
      removeEventListener('beforeunload', onUnload);
      await keeper.close();
    },
  };
}

/** Asks the browser not to clear the designs by itself when room is short; whether it agreed. Some browsers ask the user. */
export async function askToPersist(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}
