import type { Pack } from '../../../config/pack.ts';
import { classesThat } from '../../../config/schema/failures.ts';
import { type Finding, findingKey } from '../../../model/finding.ts';
import type { JudgedFinding, StaleFindingWithCaptures } from '../../../model/judged-finding.ts';
import { tellsLess } from '../../../model/overlay.ts';
import { applyReviews, type Review } from '../../../model/review.ts';
import type { Probe } from '../../../probes/contract.ts';
import type { Edition } from '../../../store/editions.ts';
import type { Store } from '../../../store/store.ts';
import { toolVersion } from '../../../version.ts';
import { judgeStored } from '../../judging/judge-stored.ts';
import { editionRecords } from './freeze.ts';
import { type EditionState, editionVisits, readEdition } from './read.ts';
import { editionSources, replacedEdition } from './sources.ts';

export interface RejudgeEditionOptions {
  /** Name of the new edition. */
  readonly as: string;
  /** Name of the edition that the new one corrects. */
  readonly replaces?: string | undefined;
  readonly pack: Pack;
  readonly probes: readonly Probe[];
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Last year's evidence by this year's rules: judges the captures of a frozen edition with today's
 * probes, scores them by today's tree, and freezes the result as a new edition. The registry and
 * the reviews are those of the original, so the result depends on nothing that was learnt later.
 * Throws `UsageError` for an unknown edition or a name that is taken.
 * @returns the new edition, and how many captures have lost their bytes (their pages were left
 *   out).
 */
export async function rejudgeEdition(
  store: Store,
  name: string,
  options: RejudgeEditionOptions,
): Promise<{ edition: Edition; missing: number }> {
  const { pack, probes } = options;
  await store.editions.checkFree(options.as);
  const replaces = await replacedEdition(store, options.replaces);
  const original = await readEdition(store, name);
  const governments = new Map(original.governments.map((government) => [government.code, government]));
  const started = new Map(original.edition.runs.map((run) => [run.id, run.started]));
  const judged = new Map<string, JudgedFinding>();
  let missing = 0;
  let code: string | null = null;
  let done = 0;
  for await (const visit of editionVisits(store, name)) {
    const government = governments.get(visit.code);
    if (government === undefined) continue;
    if (visit.code !== code) options.onProgress(++done, governments.size);
    code = visit.code;
    const asked = visit.probes === null ? probes : probes.filter(({ id }) => visit.probes?.includes(id));
    const result = await judgeStored(store.evidence, { ...visit, government }, { pack, probes: asked });
    missing += result.missing;
    for (const finding of result.findings) {
      const key = findingKey(finding);
      if (tellsLess(finding, judged.get(key)?.finding)) continue;
      const observed = started.get(visit.run) ?? original.edition.frozen;
      const reviewed = applyReviews(finding, observed, reviewsOf(original.reviews, finding));
      judged.set(key, { finding: reviewed, run: visit.run, toolVersion, configHash: pack.hash });
    }
  }
  const edition = await store.editions.freeze(
    {
      name: options.as,
      year: original.edition.year,
      note: original.edition.note,
      frozen: new Date().toISOString(),
      toolVersion,
      configHash: pack.hash,
      runs: original.edition.runs,
      derivedFrom: name,
      replaces,
    },
    editionRecords({
      pack,
      day: original.edition.runs[0]?.started ?? null,
      governments: original.governments,
      judged: [...judged.values()],
      stale: stillStale(original, judged, pack),
      reviews: original.reviews,
      chain: await store.reviews.head(),
      checks: original.checks,
      counts: original.counts,
      runs: await editionSources(store, original),
      visits: editionVisits(store, name),
    }),
  );
  return { edition, missing };
}

/**
 * What the dead sites had shown before is as old and as little seen as it was; only what is known
 * now needs none.
 */
function stillStale(
  { stale }: EditionState,
  judged: ReadonlyMap<string, JudgedFinding>,
  pack: Pack,
): StaleFindingWithCaptures[] {
  const carried = new Set<string>(classesThat(pack.failures, 'carry-forward'));
  return [...stale.values()].filter(({ finding }) => {
    const now = judged.get(findingKey(finding))?.finding;
    return now?.state === 'unknown' && carried.has(now.reason ?? '');
  });
}

function reviewsOf(reviews: readonly Review[], finding: Finding): Review[] {
  return reviews.filter(({ government, probe }) => government === finding.government && probe === finding.probe);
}
