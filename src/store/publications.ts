import type { Kysely, Selectable } from 'kysely';
import type { PublicationTable, Tables } from './tables.ts';

/** An edition as it was published. */
export interface Publication {
  readonly edition: string;
  /** ISO 8601 UTC. */
  readonly published: string;
  /** Name of the log. */
  readonly origin: string;
  /** Lines of the log with this publication. */
  readonly size: number;
  /** Root of the Merkle tree over these lines, in Base64. */
  readonly root: string;
  /** The checkpoint as it was written. */
  readonly checkpoint: string;
  /** Whether personal data were masked. */
  readonly masked: boolean;
  /** The lines that this publication added, without line ends. */
  readonly lines: readonly string[];
}

/** What was published: the log that later publications continue. Rows are added and never changed. */
export class Publications {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** All publications, oldest first. */
  async list(): Promise<Publication[]> {
    const rows = await this.#db.selectFrom('publications').selectAll().orderBy('position').execute();
    return rows.map(publicationOf);
  }

  /** The newest publication of an edition; null when it was never published. */
  async of(edition: string): Promise<Publication | null> {
    return (await this.list()).findLast((item) => item.edition === edition) ?? null;
  }

  /**
   * Appends a publication. Rejects when another one was added since `before` were read, since both
   * would continue the same log.
   */
  async append(publication: Publication, before: number): Promise<void> {
    const { lines, masked, ...rest } = publication;
    // The position is the key, so a second writer fails.
    await this.#db
      .insertInto('publications')
      .values({ ...rest, position: before + 1, masked: masked ? 1 : 0, lines: lines.join('\n') })
      .execute();
  }
}

function publicationOf({ position: _, masked, lines, ...row }: Selectable<PublicationTable>): Publication {
  return { ...row, masked: masked === 1, lines: lines.split('\n') };
}
