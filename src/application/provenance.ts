import type { Pack } from '../config/pack.ts';
import { findingKey } from '../model/finding.ts';
import type { JudgedFinding } from '../model/judged-finding.ts';
import type { Contribution, EditionFacts, Provenance, SourceRun } from '../model/provenance.ts';
import type { Review } from '../model/review.ts';
import type { ReviewChecks } from '../model/review-checks.ts';
import type { AssessedState } from '../pipeline/assessment/assessed-state.ts';
import { editionSources, sourceRuns } from '../pipeline/assessment/editions/sources.ts';
import { reviewChecks } from '../pipeline/assessment/reviewing/checks.ts';
import { unfolded } from '../report/text.ts';
import type { Edition } from '../store/editions.ts';
import type { Store } from '../store/store.ts';
import { toolVersion } from '../version.ts';
import { correctionsOf } from './corrections.ts';
import type { FrozenState, LiveState } from './state.ts';

/** What a report says of the origin of its figures. */
export interface Origin {
  readonly provenance: Provenance;
  /** Every review of the governments concerned, those without effect too, oldest first. */
  readonly reviews: readonly Review[];
  readonly checks: ReviewChecks | null;
  /** The run that a finding comes from, by `findingKey`. */
  readonly findingRuns: Readonly<Record<string, string>>;
}

/** Gathers runs, edition, program, pack and reviews behind a state. */
export async function originOf(
  store: Store,
  pack: Pack,
  state: FrozenState | LiveState,
  { stale, governments, title, assessment }: AssessedState,
): Promise<Origin> {
  const judged = await state.judged();
  const isFrozen = state.kind === 'edition';
  const runs = isFrozen
    ? await editionSources(store, state.frozen)
    : await sourceRuns(
        store,
        state.layers.map(({ id }) => id),
        stale.values(),
      );
  const edition = isFrozen ? state.frozen.edition : null;
  const codes = new Set(governments.map(({ code }) => code));
  const reviews = isFrozen ? state.frozen.reviews : await store.reviews.list();
  return {
    provenance: {
      sources: [unfolded(assessment.tree.source.provenance)],
      edition: edition === null ? null : await editionFacts(store, edition),
      runs: contributions(runs, judged, [...stale.values()]),
      judged: judgements(judged),
      program: edition?.toolVersion ?? toolVersion,
      pack: { title, hash: edition?.configHash ?? pack.hash },
    },
    checks: isFrozen
      ? state.frozen.checks
      : reviewChecks(await store.reviews.entries(), state.findings, state.governments, pack),
    reviews: reviews.filter(({ government }) => codes.has(government)),
    findingRuns: Object.fromEntries(judged.map(({ finding, run }) => [findingKey(finding), run])),
  };
}

/** An edition with what was said about it since. */
export async function editionFacts(store: Store, edition: Edition): Promise<EditionFacts> {
  const { name, year, note, frozen, sha256, derivedFrom, replaces } = edition;
  const { errata, replacedBy } = await correctionsOf(store, name);
  const successor =
    replacedBy === null
      ? null
      : { name: replacedBy.name, sha256: replacedBy.sha256, frozen: replacedBy.frozen, note: replacedBy.note };
  const last = await store.publications.of(name);
  const published =
    last === null ? null : { origin: last.origin, size: last.size, root: last.root, when: last.published };
  return { name, year, note, frozen, sha256, derivedFrom, replaces, replacedBy: successor, errata, published };
}

function contributions(
  runs: readonly SourceRun[],
  judged: readonly JudgedFinding[],
  stale: readonly { readonly run: string }[],
): Contribution[] {
  const own = Map.groupBy(judged, ({ run }) => run);
  const carried = Map.groupBy(stale, ({ run }) => run);
  return runs.map((run) => ({
    ...run,
    findings: own.get(run.id)?.length ?? 0,
    carried: carried.get(run.id)?.length ?? 0,
  }));
}

function judgements(judged: readonly JudgedFinding[]): Provenance['judged'] {
  const versions = Map.groupBy(judged, ({ toolVersion: tool, configHash }) => `${tool} ${configHash}`);
  return [...versions.values()]
    .flatMap((list) => {
      const [first] = list;
      if (first === undefined) return [];
      return [{ toolVersion: first.toolVersion, configHash: first.configHash, findings: list.length }];
    })
    .sort((a, b) => b.findings - a.findings || (a.configHash < b.configHash ? -1 : 1));
}
