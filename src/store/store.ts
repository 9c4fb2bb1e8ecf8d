import { resolve } from 'node:path';
import { Captures } from './captures.ts';
import { copyTables, isEmpty } from './copy-tables.ts';
import type { Database, Distributed, OpenMode, SchemaChange, Waiting } from './database.ts';
import { PostgresHostTurns } from './dialects/postgres/host-turns.ts';
import { postgresLogLines } from './dialects/postgres/log-lines.ts';
import { openPostgres } from './dialects/postgres/open-database.ts';
import { postgresReplyBoards } from './dialects/postgres/reply-board.ts';
import { postgresSharedWork } from './dialects/postgres/shared-work.ts';
import { openSqlite } from './dialects/sqlite/open-database.ts';
import { Editions } from './editions.ts';
import { Errata } from './errata.ts';
import type { EvidenceStore } from './evidence.ts';
import { EvidenceHome } from './evidence-home.ts';
import { Findings } from './findings.ts';
import { Folder } from './folder.ts';
import type { HostTurns } from './host-turns.ts';
import { Locks } from './locks.ts';
import type { LogLines } from './log-lines.ts';
import { type Media, openMedia, placeNameOf } from './media.ts';
import type { PageStore } from './pages.ts';
import { Publications } from './publications.ts';
import type { ReplyBoards } from './reply-board.ts';
import { Reviews } from './reviews.ts';
import { Runs } from './runs.ts';
import { ownFolder, type Services } from './services.ts';
import type { SharedWork } from './shared-work.ts';
import { Verdicts } from './verdicts.ts';
import { Visits } from './visits.ts';

export type { Run, RunSettings } from '../model/run.ts';
export type { Reading, VisitRecord } from './visits.ts';

/** Opens the store of a data folder, wherever it lies. */
export type OpenStore = (dataFolder: string, mode: OpenMode) => Promise<Store>;

/**
 * A database with one class for each kind of thing in it, and a place for bytes: both in the data
 * folder, or on servers that several machines share.
 */
export class Store {
  readonly #database: Database;
  readonly folder: Folder;
  readonly runs: Runs;
  readonly visits: Visits;
  readonly captures: Captures;
  readonly findings: Findings;
  readonly reviews: Reviews;
  readonly editions: Editions;
  readonly errata: Errata;
  readonly publications: Publications;
  readonly locks: Locks;
  readonly verdicts: Verdicts;
  readonly evidence: EvidenceStore;
  readonly pages: PageStore;
  /**
   * How the schema was brought up to date when the store was opened; null when it was new or up to
   * date.
   */
  readonly schemaChange: SchemaChange | null;

  /** The server that other machines share with this one; null where the database is a file. */
  readonly distributed: Distributed | null;
  /** What processes that share visits tell each other; null where the database is a file. */
  readonly sharedWork: SharedWork | null;
  /** Replies that the processes of a run share; null where the database is a file. */
  readonly replies: ReplyBoards | null;
  /** Turns at hosts among all processes on the database; null where it is a file of this machine. */
  readonly turns: HostTurns | null;
  /** Logs of runs that several processes make; null where the database is a file. */
  readonly logLines: LogLines | null;

  /** The place of the evidence of all processes on the database; null where it is a file. */
  readonly evidenceHome: EvidenceHome | null;

  /** Where it lies; passwords are in it. */
  readonly services: Services;

  private constructor(database: Database, { evidence, pages }: Media, dataFolder: string, services: Services) {
    const { db } = database;
    this.#database = database;
    this.folder = new Folder(db, resolve(dataFolder));
    this.runs = new Runs(database);
    this.visits = new Visits(database);
    this.captures = new Captures(db);
    this.findings = new Findings(database);
    this.reviews = new Reviews(database);
    this.editions = new Editions(database);
    this.errata = new Errata(database);
    this.publications = new Publications(db);
    this.locks = new Locks(database);
    this.verdicts = new Verdicts(db);
    this.evidence = evidence;
    this.pages = pages;
    this.schemaChange = database.schemaChange;
    this.distributed = database.distributed;
    this.services = services;
    const isShared = database.distributed !== null;
    this.turns = isShared ? new PostgresHostTurns(db) : null;
    this.sharedWork = isShared ? postgresSharedWork(db) : null;
    this.replies = isShared ? postgresReplyBoards(db) : null;
    this.logLines = isShared ? postgresLogLines(db) : null;
    const place = placeNameOf(dataFolder, services.evidence);
    this.evidenceHome = isShared ? new EvidenceHome(db, evidence, place) : null;
  }

  /**
   * Opens the store of a data folder; see `openSqlite` and `openPostgres` for what is thrown and how
   * an old schema is brought up to date.
   *
   * @param services where the database and the bytes lie; in the data folder by default
   * @param waiting for a server that is not there; left out: it is not waited for
   * @throws UsageError when a part cannot be opened.
   */
  static async open(
    dataFolder: string,
    mode: OpenMode,
    services: Services = ownFolder,
    waiting: Waiting | null = null,
  ): Promise<Store> {
    const media = await openMedia(dataFolder, mode, services.evidence);
    const { database: url } = services;
    const database =
      url === null ? await openSqlite(dataFolder, mode) : await openPostgres(url, mode, undefined, waiting);
    return new Store(database, media, dataFolder, services);
  }

  /** A text that changes when another process, or another `Store`, has changed the database. */
  version(): Promise<string> {
    return this.#database.version();
  }

  async close(): Promise<void> {
    await this.#database.close();
  }

  /**
   * Writes a consistent copy of the database to a file that must not exist; others may read and
   * write meanwhile.
   */
  async copyDatabase(file: string): Promise<void> {
    await this.#database.copyTo(file);
  }

  /** Whether nothing was stored yet. */
  isEmpty(): Promise<boolean> {
    return isEmpty(this.#database.db);
  }

  /** Copies all that another store's database holds into this one, which is empty, or nothing of it. */
  async fillFrom(other: Store): Promise<void> {
    await this.#database.db.transaction().execute((trx) => copyTables(other.#database.db, trx));
  }

  /** Hashes of all bytes that runs, frozen editions and open reviews refer to. */
  async referredEvidence(withoutRuns: ReadonlySet<string> = new Set()): Promise<Set<string>> {
    const found = new Set<string>();
    const add = (hashes: ReadonlySet<string>): void => {
      for (const hash of hashes) found.add(hash);
    };
    for (const { id } of await this.runs.list()) if (!withoutRuns.has(id)) add(await this.captures.hashes(id));
    add(await this.editions.evidence());
    add(await this.reviews.evidence());
    return found;
  }
}
