import { setTimeout as sleep } from 'node:timers/promises';
import type { SqliteDialectConfig } from 'kysely';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
} from 'kysely';

/**
 * How long the thread itself waits for a lock before it lets others go on, in milliseconds: locks
 * of a moment cost no more than that.
 */
export const impatience = 50;
const longestPause = 500;

/**
 * SQLite behind better-sqlite3, whose calls hold the thread: where another process has locked the
 * database, a statement is tried again after a pause in which everything else goes on, until the
 * patience is over. Transactions take the write lock when they begin, since one that read before
 * another wrote could never write (SQLITE_BUSY_SNAPSHOT).
 */
export class PatientSqliteDialect extends SqliteDialect {
  readonly #patience: number;

  /** @param patience milliseconds for one statement */
  constructor(config: SqliteDialectConfig, patience: number) {
    super(config);
    this.#patience = patience;
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }

  override createDriver(): Driver {
    return new PatientDriver(super.createDriver(), this.#patience);
  }
}

/**
 * SQLite undoes changes of the schema with their transaction, so that a migration that fails leaves
 * nothing behind.
 */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class PatientDriver implements Driver {
  readonly #driver: Driver;
  readonly #patience: number;

  constructor(driver: Driver, patience: number) {
    this.#driver = driver;
    this.#patience = patience;
  }

  init(): Promise<void> {
    return this.#driver.init();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new PatientConnection(await this.#driver.acquireConnection(), this.#patience);
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(): Promise<void> {
    // There is one connection, and it stays.
  }

  destroy(): Promise<void> {
    return this.#driver.destroy();
  }
}

class PatientConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  readonly #patience: number;

  constructor(connection: DatabaseConnection, patience: number) {
    this.#connection = connection;
    this.#patience = patience;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const until = performance.now() + this.#patience;
    for (let pause = 20; ; pause = Math.min(longestPause, pause * 2)) {
      try {
        return await this.#connection.executeQuery<Row>(query);
      } catch (error) {
        if (!isLocked(error) || performance.now() >= until) throw error;
        await sleep(pause);
      }
    }
  }

  streamQuery<Row>(query: CompiledQuery, size: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#connection.streamQuery<Row>(query, size);
  }
}

function isLocked(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED';
}
