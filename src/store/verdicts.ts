import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Tables } from './tables.ts';

/** What the publish gate decided about a run. */
export interface Verdict {
  readonly run: string;
  readonly decided: string;
  readonly passed: boolean;
  /** Why it was refused; empty when it passed. */
  readonly reasons: readonly string[];
}

const reasonsSchema = z.array(z.string());

/** Decisions of the publish gate, at most one for each run. */
export class Verdicts {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Records a decision; it replaces an earlier one about the same run. */
  async decide(verdict: Verdict): Promise<void> {
    const row = {
      decided: verdict.decided,
      passed: verdict.passed ? 1 : 0,
      reasons: JSON.stringify(verdict.reasons),
    };
    await this.#db
      .insertInto('verdicts')
      .values({ run: verdict.run, ...row })
      .onConflict((conflict) => conflict.column('run').doUpdateSet(row))
      .execute();
  }

  /** By run. */
  async all(): Promise<Map<string, Verdict>> {
    const rows = await this.#db.selectFrom('verdicts').selectAll().execute();
    return new Map(
      rows.map(({ run, decided, passed, reasons }) => [
        run,
        { run, decided, passed: passed === 1, reasons: reasonsSchema.parse(JSON.parse(reasons)) },
      ]),
    );
  }
}
