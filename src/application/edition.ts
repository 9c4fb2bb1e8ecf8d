import type { Pack } from '../config/pack.ts';
import { UsageError } from '../model/usage-error.ts';
import { correctEdition } from '../pipeline/assessment/editions/correct.ts';
import { freezeEdition } from '../pipeline/assessment/editions/freeze.ts';
import { readEdition } from '../pipeline/assessment/editions/read.ts';
import type { Assessment } from '../scoring/assess.ts';
import type { Edition } from '../store/editions.ts';
import type { Store } from '../store/store.ts';
import { type Corrections, correctionsOf } from './corrections.ts';
import { packProbes } from './pack-probes.ts';
import { editionHeads } from './review-chain.ts';

export interface FreezeRequest {
  readonly name: string;
  readonly year?: number | undefined;
  readonly note?: string | undefined;
  /** Name of the edition that this one corrects. */
  readonly replaces?: string | undefined;
  /** This run only; undefined: what is known now. */
  readonly run?: string | undefined;
  /** Corrects and replaces this edition: its own findings with the reviews made since. */
  readonly edition?: string | undefined;
}

/** What a frozen edition holds, in figures. */
export interface EditionFigures extends Corrections {
  readonly edition: Edition;
  /** Title of its indicator tree, and the number of leaves. */
  readonly tree: { readonly title: string; readonly leaves: number };
  readonly governments: number;
  readonly ranked: number;
  readonly findings: number;
  /** Findings that a review decided, and those whose review is stale. */
  readonly applied: number;
  readonly stale: number;
  readonly reviews: number;
  readonly tiers: Assessment['tiering']['tiers'];
}

export interface Verification {
  /**
   * A sentence for each record, evidence file, erratum or entry of the review log that is damaged
   * or missing; empty when the edition is intact.
   */
  readonly damage: readonly string[];
  /** Evidence files that were read. */
  readonly bodies: number;
}

/** Freezes an assessment. @throws UsageError when the name is taken or the run is not finished. */
export async function freeze(store: Store, pack: Pack, request: FreezeRequest): Promise<Edition> {
  const { name, year = null, note = null, run = null, replaces, edition } = request;
  if (edition !== undefined) {
    if (run !== null) throw new UsageError('--edition and --run exclude each other: an edition names its runs itself');
    if (replaces !== undefined && replaces !== edition)
      throw new UsageError(`--edition ${edition} replaces that edition, found --replaces ${replaces} too`);
    return correctEdition(store, { name, year, note, replaces: edition, pack });
  }
  return freezeEdition(store, { name, year, note, run, replaces, pack, probes: packProbes(pack) });
}

/** Counts what an edition holds. @throws UsageError when there is none of that name. */
export async function editionFigures(store: Store, name: string): Promise<EditionFigures> {
  const { edition, assessment, governments, findings, reviews } = await readEdition(store, name);
  const { source, nodes } = assessment.tree;
  const reviewed = (status: 'applied' | 'stale'): number =>
    findings.filter(({ review }) => review?.status === status).length;
  return {
    edition,
    ...(await correctionsOf(store, edition.name)),
    tree: { title: source.title, leaves: nodes.filter(({ leaf }) => leaf !== null).length },
    governments: governments.length,
    ranked: assessment.ranking.filter(({ rank }) => rank !== null).length,
    findings: findings.length,
    applied: reviewed('applied'),
    stale: reviewed('stale'),
    reviews: reviews.length,
    tiers: assessment.tiering.tiers,
  };
}

/**
 * Recomputes the hashes of an edition, of its evidence files, of its errata and of the review log,
 * whose end it states, and lists all damage at once. Evidence of damaged records cannot be known
 * and is not checked.
 *
 * @param onProgress told about every evidence file that was read.
 * @throws UsageError when there is no edition of that name.
 */
export async function verifyEdition(
  store: Store,
  name: string,
  onProgress: (done: number, total: number) => void,
): Promise<Verification> {
  const { damage, evidence } = await store.editions.verify(name);
  const errata = await store.errata.verify(await store.editions.get(name));
  const log = await store.reviews.verify(damage.length > 0 ? [] : await editionHeads(store, [name]));
  const lost: string[] = [];
  const bodies = [...evidence].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [index, [hash, where]] of bodies.entries()) {
    if ((await store.evidence.get(hash)) === null) {
      const problem = (await store.evidence.has(hash)) ? 'its bytes are damaged' : 'its bytes are missing';
      lost.push(`evidence ${hash} (${where}): ${problem}`);
    }
    onProgress(index + 1, bodies.length);
  }
  return { damage: [...damage, ...errata, ...log, ...lost], bodies: bodies.length };
}
