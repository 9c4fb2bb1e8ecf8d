import type { Kysely } from 'kysely';
import { type Erratum, erratumHash } from '../model/erratum.ts';
import type { Database } from './database.ts';
import type { Edition } from './edition.ts';
import type { Tables } from './tables.ts';

/** What people found to be wrong in editions. Entries are appended, never overwritten. */
export class Errata {
  readonly #db: Kysely<Tables>;
  readonly #serially: Database['serially'];

  constructor({ db, serially }: Pick<Database, 'db' | 'serially'>) {
    this.#db = db;
    this.#serially = serially;
  }

  /** Errata of one edition, or of all where none is named, oldest first. */
  async list(edition?: string): Promise<Erratum[]> {
    return listOf(this.#db, edition);
  }

  /** Appends an erratum; resolves to it. */
  async append({ name, sha256: seal }: Edition, entry: Pick<Erratum, 'who' | 'when' | 'what'>): Promise<Erratum> {
    return this.#serially('errata', async (trx) => {
      const last = await trx
        .selectFrom('errata')
        .select(({ fn }) => fn.max('id').as('id'))
        .executeTakeFirst();
      const before = (await listOf(trx, name)).at(-1)?.sha256 ?? seal;
      const { who, when, what } = entry;
      const erratum = { id: Number(last?.id ?? 0) + 1, edition: name, who, when, what };
      const sha256 = erratumHash(erratum, before);
      const { when: made, ...row } = erratum;
      await trx
        .insertInto('errata')
        .values({ ...row, made, sha256 })
        .execute();
      return { ...erratum, sha256 };
    });
  }

  /** One sentence for each erratum of an edition whose hash does not fit. */
  async verify({ name, sha256: seal }: Edition): Promise<string[]> {
    const damage: string[] = [];
    let before = seal;
    for (const erratum of await this.list(name)) {
      if (erratumHash(erratum, before) !== erratum.sha256)
        damage.push(`erratum ${erratum.id}: it was changed, or the erratum before it is missing`);
      before = erratum.sha256;
    }
    return damage;
  }
}

async function listOf(db: Kysely<Tables>, edition: string | undefined): Promise<Erratum[]> {
  let query = db.selectFrom('errata').selectAll();
  if (edition !== undefined) query = query.where('edition', '=', edition);
  const rows = await query.orderBy('id').execute();
  return rows.map(({ made, ...row }) => ({ ...row, when: made }));
}
