import { readEdition } from '../../pipeline/assessment/editions/read.ts';
import type { Edition } from '../../store/editions.ts';
import type { Store } from '../../store/store.ts';

/** What an edition published of a government. */
export interface PublishedScore {
  readonly edition: Edition;
  readonly rank: number | null;
  readonly score: number | null;
  readonly level: string | null;
}

/** Scores as editions published them, each edition read once: they never change. */
export class EditionScores {
  readonly #known = new Map<string, Promise<ReadonlyMap<string, PublishedScore>>>();

  /** What every edition published of a government, newest first; editions without it are left out. */
  async of(store: Store, code: string): Promise<PublishedScore[]> {
    const editions = (await store.editions.list()).sort((a, b) => (a.frozen < b.frozen ? 1 : -1));
    const found: PublishedScore[] = [];
    for (const edition of editions) {
      const score = (await this.#scoresOf(store, edition)).get(code);
      if (score !== undefined) found.push(score);
    }
    return found;
  }

  #scoresOf(store: Store, edition: Edition): Promise<ReadonlyMap<string, PublishedScore>> {
    const known = this.#known.get(edition.sha256);
    if (known !== undefined) return known;
    const read = readScores(store, edition);
    this.#known.set(edition.sha256, read);
    read.catch(() => this.#known.delete(edition.sha256));
    return read;
  }
}

async function readScores(store: Store, edition: Edition): Promise<ReadonlyMap<string, PublishedScore>> {
  const { assessment } = await readEdition(store, edition.name);
  return new Map(
    assessment.ranking.map(({ government, rank, score }) => {
      const level = assessment.tiering.places[government]?.level ?? null;
      return [government, { edition, rank, score, level }] as const;
    }),
  );
}
