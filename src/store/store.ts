import { resolve } from 'node:path';
import { Captures } from './captures.ts';
import type { Database, Distributed, OpenMode, SchemaChange } from './database.ts';
import { openSqlite } from './dialects/sqlite/open-database.ts';
import { Editions } from './editions.ts';
import { Errata } from './errata.ts';
import type { EvidenceStore } from './evidence.ts';
import { EvidenceFiles } from './evidence-files.ts';
import { Findings } from './findings.ts';
import { Folder } from './folder.ts';
import { Locks } from './locks.ts';
import { PageFiles } from './page-files.ts';
import { Publications } from './publications.ts';
import { Reviews } from './reviews.ts';
import { Runs } from './runs.ts';
import { Verdicts } from './verdicts.ts';
import { Visits } from './visits.ts';

export type { Run, RunSettings } from '../model/run.ts';
export type { Reading, VisitRecord } from './visits.ts';

/** The data folder: a database with one class for each kind of thing in it, and files for bytes. */
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
  readonly pages: PageFiles;
  /**
   * How the schema was brought up to date when the store was opened; null when it was new or up to
   * date.
   */
  readonly schemaChange: SchemaChange | null;

  /** The server that other machines share with this one; null where the database is a file. */
  readonly distributed: Distributed | null;

  private constructor(database: Database, dataFolder: string) {
    const { db } = database;
    this.#database = database;
    this.folder = new Folder(db, resolve(dataFolder));
    this.runs = new Runs(db);
    this.visits = new Visits(db);
    this.captures = new Captures(db);
    this.findings = new Findings(db);
    this.reviews = new Reviews(db);
    this.editions = new Editions(db);
    this.errata = new Errata(db);
    this.publications = new Publications(db);
    this.locks = new Locks(db);
    this.verdicts = new Verdicts(db);
    this.evidence = new EvidenceFiles(dataFolder);
    this.pages = new PageFiles(dataFolder);
    this.schemaChange = database.schemaChange;
    this.distributed = database.distributed;
  }

  /**
   * Opens a data folder; see `openSqlite` for what is thrown and how an old schema is brought up to
   * date.
   */
  static async open(dataFolder: string, mode: OpenMode): Promise<Store> {
    return new Store(await openSqlite(dataFolder, mode), dataFolder);
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
