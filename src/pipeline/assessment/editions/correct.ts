import type { Pack } from '../../../config/pack.ts';
import { findingKey } from '../../../model/finding.ts';
import { applyReviews, machineFinding, type Review } from '../../../model/review.ts';
import { UsageError } from '../../../model/usage-error.ts';
import type { Edition } from '../../../store/editions.ts';
import type { Store } from '../../../store/store.ts';
import { toolVersion } from '../../../version.ts';
import { reviewChecks } from '../reviewing/checks.ts';
import { editionRecords } from './freeze.ts';
import { type EditionState, editionVisits, readEdition } from './read.ts';
import { editionSources, replacedEdition } from './sources.ts';

export interface CorrectOptions {
  /** Name of the new edition. */
  readonly name: string;
  /** Name of the edition that is corrected and replaced. */
  readonly replaces: string;
  /** Null: the year of the edition that it replaces. */
  readonly year: number | null;
  readonly note: string | null;
  readonly pack: Pack;
}

/**
 * Freezes the findings of an edition anew with the reviews of today: the same captures, registry
 * and rules, so that nothing differs but what a person decided since.
 *
 * @throws UsageError for an unknown or replaced edition, a name that is taken, and a pack that has
 *   changed since, because its rules would change scores that nobody reviewed.
 */
export async function correctEdition(store: Store, options: CorrectOptions): Promise<Edition> {
  const { name, replaces: from, pack } = options;
  await store.editions.checkFree(name);
  const replaces = await replacedEdition(store, from);
  const original = await readEdition(store, from);
  if (original.edition.configHash !== pack.hash) {
    throw new UsageError(
      `edition ${from} was frozen with another configuration (${original.edition.configHash.slice(0, 12)}, now ${pack.hash.slice(0, 12)}); ` +
        `name that one with --config, or judge its captures by today's rules: \`govprobe rejudge --edition ${from} --as ${name} --replaces ${from}\``,
    );
  }
  const codes = new Set(original.governments.map(({ code }) => code));
  const reviews = (await store.reviews.list()).filter(({ government }) => codes.has(government));
  const { runs, frozen, year } = original.edition;
  const anew = reviewedAnew(original, reviews, frozen);
  return store.editions.freeze(
    {
      ...{ name, year: options.year ?? year, note: options.note },
      ...{ frozen: new Date().toISOString(), toolVersion, configHash: pack.hash, runs, derivedFrom: null, replaces },
    },
    editionRecords({
      pack,
      day: runs[0]?.started ?? null,
      governments: original.governments,
      judged: anew,
      stale: [...original.stale.values()],
      reviews,
      chain: await store.reviews.head(),
      checks: reviewChecks(
        await store.reviews.entries(),
        anew.map(({ finding }) => finding),
        original.governments,
        pack,
      ),
      counts: original.counts,
      runs: await editionSources(store, original),
      visits: editionVisits(store, from),
    }),
  );
}

/** The findings of the probes with the given reviews laid over them. */
function reviewedAnew({ judged, edition }: EditionState, reviews: readonly Review[], frozen: string) {
  const started = new Map(edition.runs.map((run) => [run.id, run.started]));
  const byKey = Map.groupBy(reviews, findingKey);
  return judged.map(({ finding, ...judgement }) => ({
    ...judgement,
    finding: applyReviews(
      machineFinding(finding),
      started.get(judgement.run) ?? frozen,
      byKey.get(findingKey(finding)) ?? [],
    ),
  }));
}
