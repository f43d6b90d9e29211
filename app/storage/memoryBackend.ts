/** Keeps things for as long as the page is open: where the browser blocks storage, and in tests. */
import type { Backend, StoreName, Transaction } from './backend.ts';

type Stores = Readonly<Record<StoreName, Map<string, unknown>>>;

function copyOf(stores: Stores): Stores {
  return {
    heads: new Map(stores.heads),
    bodies: new Map(stores.bodies),
    states: new Map(stores.states),
    setAside: new Map(stores.setAside),
    settings: new Map(stores.settings),
  };
}

function over(stores: Stores, mode: 'read' | 'write'): Transaction {
  const writable = (store: StoreName) => {
    if (mode === 'read') throw new TypeError('A read transaction cannot write.');
    return stores[store];
  };
  return {
    get: async (store, key) => structuredClone(stores[store].get(key)),
    entries: async (store) => structuredClone([...stores[store]]),
    put: (store, key, value) => {
      writable(store).set(key, structuredClone(value));
    },
    remove: (store, key) => {
      writable(store).delete(key);
    },
    clear: (store) => writable(store).clear(),
  };
}

/** An empty one. Transactions run one after the other; one that throws leaves nothing behind. */
export function memoryBackend(): Backend {
  let stores = copyOf({
    heads: new Map(),
    bodies: new Map(),
    states: new Map(),
    setAside: new Map(),
    settings: new Map(),
  });
  let last: Promise<unknown> = Promise.resolve();
  return {
    transact(mode, work) {
      const run = async () => {
        const draft = copyOf(stores);
        const result = await work(over(draft, mode));
        if (mode === 'write') stores = draft;
        return result;
      };
      const result = last.then(run, run);
      last = result.catch(() => undefined);
      return result;
    },
  };
}
