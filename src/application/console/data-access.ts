import { type OpenStore, Store } from '../../store/store.ts';

export type { OpenStore };

/**
 * The data folder behind a console: pages read over one connection that never waits for a running crawl
 * and sees what was committed last; what a person changes is written over a connection of its own,
 * one change after the other.
 */
export class DataAccess {
  /** Absolute path. */
  readonly folder: string;
  #reading: Promise<Store> | null = null;
  #lastChange: Promise<unknown> = Promise.resolve();

  readonly #open: OpenStore;

  constructor(folder: string, open: OpenStore = (path, mode) => Store.open(path, mode)) {
    this.folder = folder;
    this.#open = open;
  }

  /** @throws UsageError while the folder holds no database. */
  async read<T>(use: (store: Store) => Promise<T>): Promise<T> {
    return use(await this.#reader());
  }

  /** @throws UsageError when the folder cannot be written. */
  write<T>(use: (store: Store) => Promise<T>): Promise<T> {
    const change = this.#lastChange.then(
      () => this.#change(use),
      () => this.#change(use),
    );
    this.#lastChange = change;
    return change;
  }

  async close(): Promise<void> {
    await this.#lastChange.catch(() => undefined);
    const reader = await this.#reading?.catch(() => null);
    await reader?.close();
    this.#reading = null;
  }

  #reader(): Promise<Store> {
    this.#reading ??= this.#open(this.folder, 'read');
    const opening = this.#reading;
    // A folder without a database may have one at the next request.
    opening.catch(() => {
      if (this.#reading === opening) this.#reading = null;
    });
    return opening;
  }

  async #change<T>(use: (store: Store) => Promise<T>): Promise<T> {
    const store = await this.#open(this.folder, 'write');
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  }
}
