import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import { UsageError } from '../../../model/usage-error.ts';
import { isConnectionLoss } from './failures.ts';

const firstPause = 50;
const longestPause = 2000;
/** Stands for a text that no column holds: a character that Unicode assigns to nothing. */
const noText = '\u{10FFFF}';

/**
 * PostgreSQL behind a connection that may break: while the server restarts, new connections are
 * waited for, and what certainly changed nothing (a query that reads, the beginning of a
 * transaction) is tried again over another one. A statement that writes is not: whether it was
 * done is unknown.
 */
export class PatientPostgresDialect extends PostgresDialect {
  readonly #patience: number;

  /** @param patience milliseconds for which a lost server is waited */
  constructor(config: PostgresDialectConfig, patience: number) {
    super(config);
    this.#patience = patience;
  }

  override createDriver(): Driver {
    return new PatientDriver(super.createDriver(), this.#patience);
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
    return new PatientConnection(await this.#connect(), this.#patience, async (lost) => {
      await this.#driver.releaseConnection(lost);
      return this.#connect();
    });
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const own = ownOf(connection);
    await own.patiently((inner) => this.#driver.beginTransaction(inner, settings));
    own.isInTransaction = true;
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const own = ownOf(connection);
    own.isInTransaction = false;
    await this.#driver.commitTransaction(own.inner);
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const own = ownOf(connection);
    own.isInTransaction = false;
    try {
      await this.#driver.rollbackTransaction(own.inner);
    } catch (error) {
      // A lost connection has rolled back, and the error to be told is the one before.
      if (!isConnectionLoss(error)) throw error;
    }
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    await this.#driver.releaseConnection(ownOf(connection).inner);
  }

  destroy(): Promise<void> {
    return this.#driver.destroy();
  }

  async #connect(): Promise<DatabaseConnection> {
    const until = performance.now() + this.#patience;
    for (let pause = firstPause; ; pause = Math.min(longestPause, pause * 2)) {
      try {
        return await this.#driver.acquireConnection();
      } catch (error) {
        if (!isConnectionLoss(error) || performance.now() >= until) throw error;
        await sleep(pause);
      }
    }
  }
}

class PatientConnection implements DatabaseConnection {
  inner: DatabaseConnection;
  isInTransaction = false;
  readonly #patience: number;
  readonly #replace: (lost: DatabaseConnection) => Promise<DatabaseConnection>;

  constructor(
    inner: DatabaseConnection,
    patience: number,
    replace: (lost: DatabaseConnection) => Promise<DatabaseConnection>,
  ) {
    this.inner = inner;
    this.#patience = patience;
    this.#replace = replace;
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const isSelect = query.query.kind === 'SelectQueryNode';
    const storable = withoutNul(query, isSelect);
    if (!isSelect || this.isInTransaction) return this.inner.executeQuery<Row>(storable);
    return this.patiently((inner) => inner.executeQuery<Row>(storable));
  }

  /** Does what may be done twice, over another connection where this one is lost. */
  async patiently<T>(work: (inner: DatabaseConnection) => Promise<T>): Promise<T> {
    const until = performance.now() + this.#patience;
    for (;;) {
      try {
        return await work(this.inner);
      } catch (error) {
        if (!isConnectionLoss(error) || performance.now() >= until) throw error;
        this.inner = await this.#replace(this.inner);
      }
    }
  }

  streamQuery<Row>(query: CompiledQuery, size: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.inner.streamQuery<Row>(query, size);
  }
}

/**
 * A query that PostgreSQL takes: its texts hold no NUL, so that what is looked for with one is not
 * there.
 *
 * @throws UsageError where a text with a NUL was to be stored.
 */
function withoutNul(query: CompiledQuery, isSelect: boolean): CompiledQuery {
  if (!query.parameters.some(hasNul)) return query;
  if (!isSelect) throw new UsageError('a text holds a NUL character, which cannot be stored');
  const parameters = query.parameters.map((value) => (hasNul(value) ? noText : value));
  return { ...query, parameters };
}

function hasNul(value: unknown): boolean {
  return typeof value === 'string' && value.includes('\u0000');
}

function ownOf(connection: DatabaseConnection): PatientConnection {
  if (connection instanceof PatientConnection) return connection;
  throw new Error('a connection of another driver');
}
