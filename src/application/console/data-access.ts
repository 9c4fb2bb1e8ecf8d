import { isAway, openingFailure } from '../../store/dialects/postgres/failures.ts';
import { ownFolder, type Services } from '../../store/services.ts';
import { Store } from '../../store/store.ts';

export type { Services };

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

  readonly #services: Services;

  /** @param services where the store lies; in the folder itself by default */
  constructor(folder: string, services: Services = ownFolder) {
    this.folder = folder;
    this.#services = services;
  }

  /** @throws UsageError while the folder holds no database, or its server does not answer. */
  async read<T>(use: (store: Store) => Promise<T>): Promise<T> {
    const store = await this.#reader();
    return this.#worded(() => use(store));
  }

  /** @throws UsageError when the folder cannot be written, or the server of the database does not answer. */
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
    this.#reading ??= Store.open(this.folder, 'read', this.#services);
    const opening = this.#reading;
    // A folder without a database may have one at the next request.
    opening.catch(() => {
      if (this.#reading === opening) this.#reading = null;
    });
    return opening;
  }

  async #change<T>(use: (store: Store) => Promise<T>): Promise<T> {
    const store = await Store.open(this.folder, 'write', this.#services);
    try {
      return await this.#worded(() => use(store));
    } finally {
      await store.close();
    }
  }

  /** Says in a sentence that a server went away. */
  async #worded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { database } = this.#services;
      throw database !== null && isAway(error) ? openingFailure(database, error) : error;
    }
  }
}
