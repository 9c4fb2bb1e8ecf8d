import { distance } from 'fastest-levenshtein';
import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { canonicalJson, textHash } from '../model/canonical-json.ts';
import { bytesOf, captureSchema } from '../model/capture.ts';
import { UsageError } from '../model/usage-error.ts';
import type { EditionTable, Tables } from './tables.ts';

/**
 * What an edition is made of; each part has one record per key (a code, or empty where there is
 * only one).
 */
export const editionParts = [
  'pack',
  'tree',
  'government',
  'findings',
  'stale',
  'score',
  'assessment',
  'reviews',
  'counts',
  'visit',
] as const;
export type EditionPart = (typeof editionParts)[number];

export interface EditionRecord {
  readonly part: EditionPart;
  readonly key: string;
  /** Plain data; stored as canonical JSON. */
  readonly content: unknown;
}

/** A frozen edition without its records. */
export interface Edition {
  readonly name: string;
  readonly year: number | null;
  readonly note: string | null;
  /** ISO 8601 UTC. */
  readonly frozen: string;
  readonly toolVersion: string;
  readonly configHash: string;
  readonly runs: readonly EditionRun[];
  /**
   * The edition whose captures were judged again for this one; null for one that was frozen from
   * runs.
   */
  readonly derivedFrom: string | null;
  /**
   * SHA-256 over all of the above and over the hashes of all records: the one number to publish.
   */
  readonly sha256: string;
}

const runSchema = z.object({ id: z.string(), started: z.string(), finished: z.string().nullable() });
/**
 * A run that an edition rests on; the first is at the bottom, single probes are laid over it in
 * order.
 */
export type EditionRun = z.infer<typeof runSchema>;

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

  constructor(db: Kysely<Tables>) {
    this.#db = db;
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
  async freeze(
    meta: Omit<Edition, 'sha256'>,
    records: AsyncIterable<EditionRecord> | Iterable<EditionRecord>,
  ): Promise<Edition> {
    await this.checkFree(meta.name);
    await this.#db.deleteFrom('edition_records').where('edition', '=', meta.name).execute();
    let batch: { edition: string; part: string; key: string; content: string; sha256: string }[] = [];
    const flush = async (): Promise<void> => {
      if (batch.length > 0) await this.#db.insertInto('edition_records').values(batch).execute();
      batch = [];
    };
    for await (const { part, key, content } of records) {
      const text = canonicalJson(content);
      batch.push({ edition: meta.name, part, key, content: text, sha256: textHash(text) });
      if (batch.length >= insertBatch) await flush();
    }
    await flush();
    const sha256 = sealOf(meta, await this.#hashes(meta.name));
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
   * Recomputes every hash. Resolves to one sentence per damage; empty when the edition is what was
   * frozen.
   */
  async verify(name: string): Promise<string[]> {
    const { sha256, ...meta } = await this.get(name);
    const damage: string[] = [];
    const hashes: RecordHash[] = [];
    for (const { part, key, sha256: stated } of await this.#hashes(name)) {
      const row = await this.#db
        .selectFrom('edition_records')
        .select('content')
        .where('edition', '=', name)
        .where('part', '=', part)
        .where('key', '=', key)
        .executeTakeFirstOrThrow();
      const found = textHash(row.content);
      hashes.push({ part, key, sha256: found });
      if (found !== stated)
        damage.push(`record ${part} ${key}: its content has another hash than the one stored with it`);
    }
    if (sealOf(meta, hashes) !== sha256) damage.push('the seal over the edition and all its records does not fit');
    return damage;
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

  #hashes(name: string): Promise<RecordHash[]> {
    return this.#db
      .selectFrom('edition_records')
      .select(['part', 'key', 'sha256'])
      .where('edition', '=', name)
      .orderBy('part')
      .orderBy('key')
      .execute();
  }
}

interface RecordHash {
  readonly part: string;
  readonly key: string;
  readonly sha256: string;
}

function sealOf(meta: Omit<Edition, 'sha256'>, records: readonly RecordHash[]): string {
  // Sorted here, since databases differ in how they order text.
  const hashes = records.map(({ part, key, sha256 }) => `${part} ${key} ${sha256}`).sort();
  return textHash(canonicalJson({ ...meta, records: hashes }));
}

function editionOf(row: Selectable<EditionTable>): Edition {
  return {
    name: row.name,
    year: row.year,
    note: row.note,
    frozen: row.frozen,
    toolVersion: row.tool_version,
    configHash: row.config_hash,
    runs: z.array(runSchema).parse(JSON.parse(row.runs)),
    derivedFrom: row.derived_from,
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
