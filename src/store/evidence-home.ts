import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Phrase, PhrasedUsageError } from '../model/phrase.ts';
import type { EvidenceStore } from './evidence.ts';
import { markKey } from './evidence-names.ts';
import type { Tables } from './tables.ts';

/** What is said to a process that would keep evidence where the others on its database do not find it. */
export const strangerPhrase =
  'the evidence of this database is kept in {place}, and this process would keep its own in {own}, where nobody looks for it; give all processes the same GOVPROBE_EVIDENCE (a shared folder or a bucket), or the same --data on one machine (evidence that was moved is known by its file {mark})';

/**
 * The one place in which all processes on a database keep its evidence. It is known by a mark in it,
 * since two machines may call one place by different names, and two places by the same.
 */
export class EvidenceHome {
  readonly #db: Kysely<Tables>;
  readonly #evidence: Pick<EvidenceStore, 'mark' | 'hasMark'>;
  readonly #own: string;
  #isKnown = false;

  /** @param own what this process calls its place, for people */
  constructor(db: Kysely<Tables>, evidence: Pick<EvidenceStore, 'mark' | 'hasMark'>, own: string) {
    this.#db = db;
    this.#evidence = evidence;
    this.#own = own;
  }

  /** As `stranger`, after the place of this process became that of the database if it had none. */
  async claim(): Promise<Phrase | null> {
    if ((await this.#stored()) === null) {
      const identity = randomUUID();
      // Before its row, so that a process that is killed in between leaves no home without a mark.
      await this.#evidence.mark(identity);
      await this.#db
        .insertInto('evidence_home')
        .values({ id: 1, identity, place: this.#own })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    }
    return this.stranger();
  }

  /** What to say where the evidence of this process would lie elsewhere than that of the others; else null. */
  async stranger(): Promise<Phrase | null> {
    if (this.#isKnown) return null;
    const home = await this.#stored();
    if (home === null) return null;
    this.#isKnown = await this.#evidence.hasMark(home.identity);
    if (this.#isKnown) return null;
    return { text: strangerPhrase, values: { place: home.place, own: this.#own, mark: markKey(home.identity) } };
  }

  /**
   * As the method of that name, for whoever cannot go on elsewhere.
   * @throws PhrasedUsageError where the evidence of this process would lie elsewhere than that of the others
   */
  async demand(how: 'claim' | 'stranger'): Promise<void> {
    const said = await this[how]();
    if (said !== null) throw new PhrasedUsageError(said);
  }

  async #stored(): Promise<{ readonly identity: string; readonly place: string } | null> {
    const row = await this.#db
      .selectFrom('evidence_home')
      .select(['identity', 'place'])
      .where('id', '=', 1)
      .executeTakeFirst();
    return row ?? null;
  }
}
