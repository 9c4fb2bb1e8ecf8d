import type { Kysely } from 'kysely';
import type { Pool } from 'pg';
import { UsageError } from '../model/usage-error.ts';
import type { Tables } from './tables.ts';

/** Whether the store is opened to add to it (created when missing) or only to read (must exist). */
export type OpenMode = 'write' | 'read';

/** A database on a server that holds no store yet. */
export class EmptyDatabase extends UsageError {}

/** How long a server that just starts or stops is waited for when a store is opened. */
export interface Waiting {
  /** Milliseconds. */
  readonly time: number;
  /** Told once when the waiting begins. @param reason why the store cannot be opened yet */
  readonly onWait: (reason: UsageError) => void;
}

/** How an older database was brought to the schema of this release. */
export interface SchemaChange {
  /** Names of the migrations that were applied. */
  readonly migrations: readonly string[];
  /** Path of the database as it was before; null where its server is whose backups are kept elsewhere. */
  readonly backup: string | null;
}

/** A server that several machines share. */
export interface Distributed {
  /** Address with the password; print it nowhere. */
  readonly url: string;
  /** Connections to it; integers of eight bytes arrive as numbers. Closed with the store. */
  readonly pool: Pool;
  readonly db: Kysely<Tables>;
}

/** What is written by one process at a time, since each entry follows from the one before it. */
export type Topic = 'reviews' | 'editions' | 'errata' | 'runs' | `visit ${string}`;

/**
 * Does work in a transaction. It may be done again from its beginning, so it changes nothing but
 * the database.
 */
export type Transact = <T>(work: (trx: Kysely<Tables>) => Promise<T>) => Promise<T>;

/** Does work in a transaction that no other process is in for the same topic. */
export type Serially = <T>(topic: Topic, work: (trx: Kysely<Tables>) => Promise<T>) => Promise<T>;

/** An open database, and what every kind of database does in a way of its own. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly schemaChange: SchemaChange | null;
  /** Null where the database is a file of this machine. */
  readonly distributed: Distributed | null;
  readonly transact: Transact;
  /**
   * Does work that takes more than a transaction while no other process does such for the topic.
   * On a database that is a file of one machine nothing keeps others away.
   */
  exclusively<T>(topic: Topic, work: () => Promise<T>): Promise<T>;
  readonly serially: Serially;
  /** The clock that all who share the database go by, in milliseconds since 1970. */
  now(): Promise<number>;
  close(): Promise<void>;
  /** A text that changes when another connection has committed something. */
  version(): Promise<string>;
  /**
   * Writes a consistent copy to a file that must not exist; others may read and write meanwhile.
   */
  copyTo(file: string): Promise<void>;
}

/** Steps of migrations that every kind of database words differently. */
export interface DialectSteps {
  /**
   * Makes reviews and editions tables that are only added to, where the database can be told so.
   */
  protectFrozen(db: Kysely<unknown>): Promise<void>;
  /** Makes the table of errata one that is only added to, where the database can be told so. */
  protectErrata(db: Kysely<unknown>): Promise<void>;
  /** Changes stored reviews, which nothing else may. */
  changeReviews(db: Kysely<Tables>, change: () => Promise<void>): Promise<void>;
  /** Makes the table of publications one that is only added to, where the database can be told so. */
  protectPublications(db: Kysely<unknown>): Promise<void>;
  /** Fills the columns `time`, `body` and `screenshot` of captures from their JSON records. */
  fillCaptureColumns(db: Kysely<unknown>): Promise<void>;
}
