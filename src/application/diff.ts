import { resolve } from 'node:path';
import type { Pack } from '../config/pack.ts';
import { loadTreeMapping } from '../config/tree-mapping.ts';
import type { Government } from '../model/government.ts';
import { UsageError } from '../model/usage-error.ts';
import {
  compareStates,
  editionSide,
  runSide,
  type Side,
  type StateComparison,
} from '../pipeline/assessment/compare-states.ts';
import { probes } from '../probes/list.ts';
import type { ComparableEditions } from '../scoring/comparison/comparable-editions.ts';
import type { NodeChange } from '../scoring/comparison/compare-editions.ts';
import { compareYears, type YearComparison } from '../scoring/comparison/compare-years.ts';
import { suggestion } from '../store/editions.ts';
import type { Store } from '../store/store.ts';
import { requireProbe } from './findings.ts';
import { codesOf, type PlaceFilter } from './place-filter.ts';

export interface DiffChoice extends PlaceFilter {
  /** Id of a run, or name of an edition; both sides are of one kind. */
  readonly before: string;
  readonly after: string;
  readonly probe?: string | undefined;
  /** File of `old leaf → new leaf`, for editions whose trees differ. */
  readonly mapping?: string | undefined;
}

/** How scores, ranks and tiers of the chosen governments moved between two editions. */
export interface ScoreComparison {
  /** Governments with a score on both sides. */
  readonly compared: number;
  readonly leftOut: YearComparison['leftOut'];
  readonly basis: YearComparison['basis'];
  readonly scores: YearComparison['governments'];
  /** Total, capabilities, branches and leaves, over all governments that have the node measured in both. */
  readonly nodes: readonly NodeChange[];
  readonly tiers: YearComparison['tiers'];
  /** Totals on the common leaves by both weights; null unless the basis is the common leaves. */
  readonly comparable: Pick<ComparableEditions, 'totals' | 'leftOut'> | null;
}

export interface Diff {
  readonly before: Side;
  readonly after: Side;
  /** Every government of either side. */
  readonly governments: ReadonlyMap<string, Government>;
  readonly comparison: StateComparison;
  /** Null for runs, which keep no scores. */
  readonly editions: ScoreComparison | null;
}

/**
 * Compares two runs, or two editions, and says why findings changed.
 *
 * @throws UsageError for unknown names, for a run beside an edition, and for a mapping that does
 * not fit.
 */
export async function diffStates(store: Store, pack: Pack, choice: DiffChoice): Promise<Diff> {
  const [before, after] = [await sideOf(store, choice.before), await sideOf(store, choice.after)];
  if (before.kind !== after.kind) {
    throw new UsageError(
      `${before.name} is ${article(before)} and ${after.name} ${article(after)}; expected two runs or two editions`,
    );
  }
  const governments = new Map([...before.governments, ...after.governments].map((item) => [item.code, item]));
  const only = codesOf(choice, [...governments.values()], pack);
  const comparison = await compareStates(before, after, probes, only);
  const { probe } = choice;
  if (probe !== undefined)
    requireProbe(
      probe,
      [...before.findings, ...after.findings].map(({ finding }) => finding),
    );
  const changes = comparison.changes.filter((change) => probe === undefined || change.probe === probe);
  const editions = compareScores(before, after, only, choice.mapping);
  return { before, after, governments, comparison: { ...comparison, changes }, editions };
}

/**
 * Opens the edition or run of a name; an edition comes first.
 *
 * @throws UsageError with the nearest names when there is none.
 */
export async function sideOf(store: Store, name: string): Promise<Side> {
  if ((await store.editions.find(name)) !== null) return editionSide(store, name);
  const runs = (await store.runs.list()).map(({ id }) => id);
  if (runs.includes(name)) return runSide(store, name);
  const names = [...(await store.editions.list()).map((item) => item.name), ...runs.reverse()];
  if (names.length === 0) throw new UsageError('the data folder holds no run yet: run `govprobe crawl` first');
  throw new UsageError(`there is no run or edition ${JSON.stringify(name)}${suggestion(name, names)}`);
}

function article({ kind }: Side): string {
  return kind === 'run' ? 'a run' : 'an edition';
}

function compareScores(
  before: Side,
  after: Side,
  only: ReadonlySet<string> | null,
  mapping: string | undefined,
): ScoreComparison | null {
  if (before.edition === null || after.edition === null) {
    if (mapping !== undefined) throw new UsageError('--mapping needs two editions: only they keep their trees');
    return null;
  }
  const trees = { before: before.edition.assessment.tree.source, after: after.edition.assessment.tree.source };
  const given = mapping === undefined ? null : loadTreeMapping(resolve(mapping), trees);
  const years = compareYears(before.edition, after.edition, null, given);
  const { governments, tiers, leftOut, n, comparable, basis } = years;
  const isChosen = (item: { readonly government: string }): boolean => only === null || only.has(item.government);
  return {
    compared: n,
    leftOut: leftOut.filter(isChosen),
    basis,
    scores: governments.filter(isChosen),
    nodes: years.matched.whole.nodes,
    tiers: { ...tiers, tierMoves: tiers.tierMoves.filter(isChosen), levelMoves: tiers.levelMoves.filter(isChosen) },
    comparable: comparable && { totals: comparable.totals.filter(isChosen), leftOut: comparable.leftOut },
  };
}
