/** A place that keeps things by key, all or nothing: IndexedDB in the browser, a Map where that is blocked. */

export type StoreName = 'heads' | 'bodies' | 'states' | 'setAside' | 'settings';

export const storeNames: readonly StoreName[] = ['heads', 'bodies', 'states', 'setAside', 'settings'];

/** What can be done inside a transaction. Writes report no failure of their own: a failed one fails the whole. */
export interface Transaction {
  /** The value under a key, `undefined` when there is none. */
  get(store: StoreName, key: string): Promise<unknown>;
  entries(store: StoreName): Promise<readonly (readonly [key: string, value: unknown])[]>;
  put(store: StoreName, key: string, value: unknown): void;
  remove(store: StoreName, key: string): void;
  clear(store: StoreName): void;
}

export interface Backend {
  /**
   * Runs `work` as one transaction that sees and leaves all or nothing; nobody else writes in between. `work` may await
   * only what the transaction gives. Resolves once all of it is written; rejects with a StorageFailure, or with what
   * `work` threw.
   */
  transact<T>(mode: 'read' | 'write', work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

/** Why a transaction was not carried out: no room left, or the browser does not let us. The message is for the screen. */
export class StorageFailure extends Error {
  readonly kind: 'full' | 'blocked';

  constructor(kind: 'full' | 'blocked', message: string) {
    super(message);
    this.name = 'StorageFailure';
    this.kind = kind;
  }
}
