import { distance } from 'fastest-levenshtein';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { canonicalJson, textHash } from '../model/canonical-json.ts';
import { bytesOf, captureSchema } from '../model/capture.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Database } from './database.ts';
import { type Edition, type EditionPart, type EditionRecord, editionRunSchema, sealOf } from './edition.ts';
import { checkRecords, type RecordCheck, storedHashes } from './edition-check.ts';
import type { EditionTable, Tables } from './tables.ts';

export type { Edition, EditionRecord, EditionRun } from './edition.ts';

const nameShape = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;
const withCaptures = z.object({ captures: z.array(captureSchema) });
/** Records in one INSERT; those of visits may have a hundred kilobytes each. */
const insertBatch = 50;

/** Checks a name for an edition or a derived run. Throws `UsageError`. */
export function checkName(name: string): void {
  if (!nameShape.test(name)) {
    throw new UsageError(
      `${JSON.stringify(name)} cannot be a name; expected up to 64 letters, digits, dots, dashes or underscores, a letter or digit first`,
    );
  }
}

/**
 * Frozen editions. Records are written first and the edition's own row last; that row seals them.
 * From then on the database refuses every change (triggers, SQLite), and `verify` tells one that
 * was made behind its back.
 */
export class Editions {
  readonly #db: Kysely<Tables>;
  readonly #exclusively: Database['exclusively'];

  constructor({ db, exclusively }: Pick<Database, 'db' | 'exclusively'>) {
    this.#db = db;
    this.#exclusively = exclusively;
  }

  /** Editions, oldest first. */
  async list(): Promise<Edition[]> {
    const rows = await this.#db.selectFrom('editions').selectAll().orderBy('frozen').orderBy('name').execute();
    return rows.map(editionOf);
  }

  async find(name: string): Promise<Edition | null> {
    const row = await this.#db.selectFrom('editions').selectAll().where('name', '=', name).executeTakeFirst();
    return row === undefined ? null : editionOf(row);
  }

  /** Throws `UsageError` that suggests the nearest names when there is no such edition. */
  async get(name: string): Promise<Edition> {
    const edition = await this.find(name);
    if (edition !== null) return edition;
    const names = (await this.list()).map((item) => item.name);
    throw new UsageError(`there is no edition ${JSON.stringify(name)}${suggestion(name, names)}`);
  }

  /** Throws `UsageError` for a name that cannot be one or is taken. */
  async checkFree(name: string): Promise<void> {
    checkName(name);
    const taken = await this.find(name);
    if (taken !== null) {
      throw new UsageError(
        `there is an edition ${name} already; a frozen edition never changes, so choose another name`,
      );
    }
  }

  /**
   * Writes the records and seals them. What a killed process left unsealed under the same name is
   * replaced.
   */
  freeze(
    meta: Omit<Edition, 'sha256'>,
    records: AsyncIterable<EditionRecord> | Iterable<EditionRecord>,
  ): Promise<Edition> {
    return this.#exclusively('editions', () => this.#freeze(meta, records));
  }

  async #freeze(
    meta: Omit<Edition, 'sha256'>,
    records: AsyncIterable<EditionRecord> | Iterable<EditionRecord>,
  ): Promise<Edition> {
    await this.checkFree(meta.name);
    await this.#db.deleteFrom('edition_records').where('edition', '=', meta.name).execute();
    await this.#write(meta.name, records);
    const manifest = await storedHashes(this.#db, meta.name);
    await this.#write(meta.name, [{ part: 'manifest', key: '', content: manifest }]);
    const sha256 = sealOf(meta, await storedHashes(this.#db, meta.name));
    await this.#db
      .insertInto('editions')
      .values({
        name: meta.name,
        year: meta.year,
        note: meta.note,
        frozen: meta.frozen,
        tool_version: meta.toolVersion,
        config_hash: meta.configHash,
        runs: JSON.stringify(meta.runs),
        derived_from: meta.derivedFrom,
        replaces: meta.replaces?.name ?? null,
        replaces_sha256: meta.replaces?.sha256 ?? null,
        sha256,
      })
      .execute();
    return { ...meta, sha256 };
  }

  /**
   * Records of one part in the order of their keys; with a code only those whose key is the code or
   * begins with it. Throws `UsageError` when one does not hold what its hash says.
   */
  async *records(
    name: string,
    part: EditionPart,
    code?: string,
  ): AsyncGenerator<{ readonly key: string; readonly content: unknown }> {
    let after: string | null = null;
    for (;;) {
      let query = this.#db
        .selectFrom('edition_records')
        .select(['key', 'content', 'sha256'])
        .where('edition', '=', name)
        .where('part', '=', part);
      if (code !== undefined)
        query = query.where((eb) => eb.or([eb('key', '=', code), eb('key', 'like', `${code}/%`)]));
      if (after !== null) query = query.where('key', '>', after);
      const rows: { key: string; content: string; sha256: string }[] = await query
        .orderBy('key')
        .limit(insertBatch)
        .execute();
      for (const { key, content, sha256 } of rows) {
        if (textHash(content) !== sha256) {
          throw new UsageError(
            `the edition ${name} is damaged: its record ${part} ${key} is not what was frozen; \`govprobe edition verify ${name}\` lists all damage, a backup restores it`,
          );
        }
        yield { key, content: JSON.parse(content) as unknown };
      }
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.key;
    }
  }

  /**
   * Recomputes every hash and names all damage at once.
   *
   * @throws UsageError when there is no such edition.
   */
  async verify(name: string): Promise<RecordCheck> {
    return checkRecords(this.#db, await this.get(name));
  }

  /** The edition that corrects this one; null where none does. */
  async successor(name: string): Promise<Edition | null> {
    const row = await this.#db.selectFrom('editions').selectAll().where('replaces', '=', name).executeTakeFirst();
    return row === undefined ? null : editionOf(row);
  }

  /** Hashes of all bytes that an edition (every edition, where no name is given) refers to. */
  async evidence(name?: string): Promise<Set<string>> {
    const names = name === undefined ? (await this.list()).map((item) => item.name) : [(await this.get(name)).name];
    const bodies = new Set<string>();
    for (const edition of names) {
      for await (const { content } of this.records(edition, 'visit')) {
        for (const capture of withCaptures.parse(content).captures)
          for (const hash of bytesOf(capture)) bodies.add(hash);
      }
      for await (const { content } of this.records(edition, 'stale')) {
        for (const { captures } of z.array(withCaptures).parse(content))
          for (const capture of captures) for (const hash of bytesOf(capture)) bodies.add(hash);
      }
    }
    return bodies;
  }

  async #write(edition: string, records: AsyncIterable<EditionRecord> | Iterable<EditionRecord>): Promise<void> {
    let batch: { edition: string; part: string; key: string; content: string; sha256: string }[] = [];
    const flush = async (): Promise<void> => {
      if (batch.length > 0) await this.#db.insertInto('edition_records').values(batch).execute();
      batch = [];
    };
    for await (const { part, key, content } of records) {
      const text = canonicalJson(content);
      batch.push({ edition, part, key, content: text, sha256: textHash(text) });
      if (batch.length >= insertBatch) await flush();
    }
    await flush();
  }
}

function editionOf(row: Selectable<EditionTable>): Edition {
  return {
    name: row.name,
    year: row.year,
    note: row.note,
    frozen: row.frozen,
    toolVersion: row.tool_version,
    configHash: row.config_hash,
    runs: z.array(editionRunSchema).parse(JSON.parse(row.runs)),
    derivedFrom: row.derived_from,
    replaces:
      row.replaces === null || row.replaces_sha256 === null
        ? null
        : { name: row.replaces, sha256: row.replaces_sha256 },
    sha256: row.sha256,
  };
}

/** `; did you mean A or B?`, or the names that exist, or how to make one. */
export function suggestion(wanted: string, names: readonly string[]): string {
  if (names.length === 0) return '; none is frozen yet: `govprobe edition freeze NAME` makes one';
  const near = names
    .map((name) => ({ name, unlike: distance(wanted, name) / Math.max(wanted.length, name.length, 1) }))
    .filter(({ unlike }) => unlike <= 0.5)
    .sort((a, b) => a.unlike - b.unlike || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
  return near.length > 0 ? `; did you mean ${near.join(' or ')}?` : `; there are ${names.slice(-5).join(', ')}`;
}
