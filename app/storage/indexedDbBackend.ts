/** Keeps things in the browser's IndexedDB. */
import type { Backend, StoreName, Transaction } from './backend.ts';
import { StorageFailure, storeNames } from './backend.ts';

const databaseName = 'task-designer';
/** Goes up with each new store. */
const databaseVersion = 2;
/** Some browsers neither open a database nor say why not. */
const openTimeoutMilliseconds = 8000;

const newerIsOpen =
  'A newer version of the designer is in use in this browser, so this page can no longer save. Reload it to go on.';

function failureOf(error: unknown): StorageFailure {
  if (error instanceof StorageFailure) return error;
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') {
    return new StorageFailure('full', 'The browser has no room left for this site.');
  }
  if (name === 'VersionError') return new StorageFailure('blocked', newerIsOpen);
  const detail = error instanceof DOMException && error.message ? ` (${error.message})` : '';
  return new StorageFailure('blocked', `The browser does not let this page store anything${detail}.`);
}

function open(factory: IDBFactory, onLost: (outdated: boolean) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new StorageFailure('blocked', 'The browser did not open its storage.')),
      openTimeoutMilliseconds,
    );
    const request = factory.open(databaseName, databaseVersion);
    request.onupgradeneeded = () => {
      for (const name of storeNames) {
        if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name);
      }
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error);
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      const database = request.result;
      database.onclose = () => onLost(false);
      // A page with a newer layout of the database waits until this one lets go.
      database.onversionchange = () => {
        database.close();
        onLost(true);
      };
      resolve(database);
    };
  });
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function over(transaction: IDBTransaction): Transaction {
  const store = (name: StoreName) => transaction.objectStore(name);
  return {
    get: (name, key) => resultOf<unknown>(store(name).get(key)),
    entries: async (name) => {
      const [keys, values] = await Promise.all([
        resultOf(store(name).getAllKeys()),
        resultOf<unknown[]>(store(name).getAll()),
      ]);
      return keys.map((key, index) => [String(key), values[index]] as const);
    },
    put: (name, key, value) => {
      store(name).put(value, key);
    },
    remove: (name, key) => {
      store(name).delete(key);
    },
    clear: (name) => {
      store(name).clear();
    },
  };
}

async function carryOut<T>(
  transaction: IDBTransaction,
  work: (given: Transaction) => Promise<T>,
): Promise<T> {
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(failureOf(transaction.error));
  });
  let result: T;
  try {
    result = await work(over(transaction));
  } catch (error) {
    // When the transaction failed by itself, its own error says why; the one caught here only says that it did.
    const ownFailure = transaction.error;
    try {
      transaction.abort();
    } catch {
      // It had already ended.
    }
    await ended.catch(() => undefined);
    throw ownFailure ? failureOf(ownFailure) : error instanceof DOMException ? failureOf(error) : error;
  }
  await ended;
  return result;
}

/** Opens the database of the designs. Rejects with a StorageFailure where the browser blocks it. */
export async function indexedDbBackend(factory: IDBFactory): Promise<Backend> {
  let outdated = false;
  let connection: Promise<IDBDatabase> | undefined;

  const connect = () => {
    if (outdated) return Promise.reject(new StorageFailure('blocked', newerIsOpen));
    connection ??= open(factory, (isOutdated) => {
      outdated ||= isOutdated;
      connection = undefined;
    }).catch((error: unknown) => {
      connection = undefined;
      throw failureOf(error);
    });
    return connection;
  };

  const begin = async (mode: IDBTransactionMode) => {
    // "Saved" is shown when a write transaction ends: it must be on the disk by then.
    const start = (database: IDBDatabase) => database.transaction(storeNames, mode, { durability: 'strict' });
    try {
      return start(await connect());
    } catch (error) {
      if (error instanceof StorageFailure) throw error;
      // Browsers close a connection when they see fit, for instance after the site's data were cleared.
      connection = undefined;
      return start(await connect());
    }
  };

  await connect();
  return {
    async transact(mode, work) {
      let transaction: IDBTransaction;
      try {
        transaction = await begin(mode === 'write' ? 'readwrite' : 'readonly');
      } catch (error) {
        throw failureOf(error);
      }
      return carryOut(transaction, work);
    },
  };
}
