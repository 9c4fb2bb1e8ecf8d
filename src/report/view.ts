import type { FailureClass } from '../model/failure.ts';
import type { Government, SiteKind } from '../model/government.ts';
import { siteKinds } from '../model/government.ts';
import { inZone } from '../model/time.ts';
import { compareCodes, type Ranked } from '../scoring/rank.ts';
import type { GovernmentScore, NodeScore } from '../scoring/score.ts';
import { mean } from '../scoring/statistics.ts';
import type { TierPlace } from '../scoring/tiers.ts';
import type { TreeNode } from '../scoring/tree.ts';
import type { ReportInput } from './input.ts';
import { type Messages, wordFor } from './messages.ts';
import { bandText, decimals, percent } from './text.ts';

/** A row of the ranking with all its columns in the bulletin. */
export interface RankingRow {
  readonly government: Government;
  readonly ranked: Ranked;
  readonly score: GovernmentScore;
  readonly total: NodeScore;
  readonly place: TierPlace | null;
  /** Where bands are published: the tiers in which it may lie, `A–B`. */
  readonly band: string | null;
}

export interface ClassRow {
  readonly class: FailureClass;
  readonly bySite: Readonly<Record<SiteKind, number>>;
  readonly total: number;
}

export interface GovernmentFailures {
  readonly government: Government;
  readonly total: number;
  readonly classes: readonly { readonly class: FailureClass; readonly site: SiteKind; readonly count: number }[];
}

/** Shared by both bulletins (Markdown and HTML), computed once; texts are not escaped. */
export interface View {
  readonly facts: readonly (readonly [string, string])[];
  readonly caveats: readonly string[];
  readonly method: readonly string[];
  readonly statistics: readonly (readonly [string, string])[];
  readonly capabilities: readonly TreeNode[];
  readonly rows: readonly RankingRow[];
  /** Governments outside the ranking (observed only), by code. */
  readonly observed: readonly RankingRow[];
  /** Ids of leaves without a probe. */
  readonly withoutProbe: ReadonlySet<string>;
  readonly failureClasses: readonly ClassRow[];
  readonly failingGovernments: readonly GovernmentFailures[];
}

/** Number of names in a sentence before the rest is given as a count. */
const namesShown = 12;

export function viewOf(input: ReportInput, messages: Messages): View {
  const { tree, scores, ranking, tiering } = input.assessment;
  const governments = new Map(input.governments.map((government) => [government.code, government]));
  const byCode = new Map(scores.map((score) => [score.government, score]));
  const rowOf = (ranked: Ranked): RankingRow[] => {
    const government = governments.get(ranked.government);
    const score = byCode.get(ranked.government);
    const total = score?.nodes[0];
    const band = bandText(input.bands?.places[ranked.government]);
    if (government === undefined || score === undefined || total === undefined) return [];
    return [{ government, ranked, score, total, place: tiering.places[ranked.government] ?? null, band }];
  };
  const rows = ranking.flatMap(rowOf);
  const inRanking = new Set(ranking.map(({ government }) => government));
  const observed = input.governments
    .filter(({ code }) => !inRanking.has(code))
    .sort((a, b) => compareCodes(a.code, b.code))
    .flatMap(({ code }) => {
      const coverage = byCode.get(code)?.nodes[0]?.coverage ?? 0;
      return rowOf({ government: code, score: null, rank: null, sharedBy: 0, coverage, withheld: null });
    });
  const withoutProbe = leavesWithoutProbe(scores);
  return {
    facts: factsOf(input, rows, observed.length, messages),
    caveats: caveatsOf(input, rows, withoutProbe, messages),
    method: methodOf(input, messages),
    statistics: statisticsOf(input, messages),
    capabilities: tree.nodes.filter(({ level }) => level === 'capability'),
    rows,
    observed,
    withoutProbe,
    failureClasses: countClasses(input),
    failingGovernments: countGovernments(input, governments),
  };
}

/** Whether a row has a place in the ranking. */
export function isRanked({ ranked }: RankingRow): boolean {
  return ranked.rank !== null;
}

/** Leaves that are `no-probe` for every visited government. */
function leavesWithoutProbe(scores: readonly GovernmentScore[]): ReadonlySet<string> {
  const missing = new Set<string>();
  const probed = new Set<string>();
  for (const { points } of scores) {
    for (const { leaf, reason } of points) {
      if (reason === 'no-probe') missing.add(leaf);
      else if (reason !== 'not-visited') probed.add(leaf);
    }
  }
  return new Set([...missing].filter((leaf) => !probed.has(leaf)));
}

function factsOf(
  input: ReportInput,
  rows: readonly RankingRow[],
  observed: number,
  { facts }: Messages,
): (readonly [string, string])[] {
  const { run, captures, timeZone } = input;
  const coverage = mean(rows.map(({ total }) => total.coverage));
  const sum = (key: 'captures' | 'readable') => captures.reduce((total, entry) => total + entry[key], 0);
  return [
    [facts.governments, facts.count(String(rows.length))],
    ...(observed > 0 ? [[facts.observed, facts.count(String(observed))] as const] : []),
    [facts.fullMark, decimals(input.assessment.tree.source['full-mark'], 0)],
    ...(coverage === null ? [] : [[facts.coverage, percent(coverage, 1)] as const]),
    [facts.captures, facts.capturesValue(String(sum('captures')), String(sum('readable')))],
    [facts.started, inZone(run.started, timeZone)],
    [facts.finished, run.finished === null ? facts.unfinished : inZone(run.finished, timeZone)],
  ];
}

function caveatsOf(
  input: ReportInput,
  rows: readonly RankingRow[],
  withoutProbe: ReadonlySet<string>,
  messages: Messages,
): string[] {
  const { caveats } = messages;
  const { tree, minimumCoverage, tiering } = input.assessment;
  const { bands } = input;
  const minimum = percent(minimumCoverage, 0);
  const coverage = mean(rows.map(({ total }) => total.coverage));
  const leaves = tree.nodes.filter(({ leaf }) => leaf !== null);
  const blind = leaves.filter(({ id }) => withoutProbe.has(id)).map(({ name }) => name);
  const namesOf = (kept: (row: RankingRow) => boolean) => rows.filter(kept).map(({ government }) => government.name);
  const withheld = namesOf(({ ranked }) => ranked.withheld !== null);
  const unranked = namesOf(({ ranked }) => ranked.score === null);
  const listOf = (names: readonly string[]) => {
    const shown = names.slice(0, namesShown).join(messages.listMark);
    return names.length > namesShown ? caveats.more(shown, String(names.length)) : shown;
  };
  const found: string[] = [];
  if (input.run.finished === null) found.push(caveats.unfinished);
  if (coverage !== null && coverage < minimumCoverage) found.push(caveats.provisional(percent(coverage, 1), minimum));
  if (blind.length > 0) {
    found.push(caveats.noProbe(String(blind.length), String(leaves.length), blind.join(messages.listMark)));
  }
  if (withheld.length > 0) found.push(caveats.withheld(String(withheld.length), listOf(withheld)));
  if (unranked.length > 0) found.push(caveats.unranked(String(unranked.length), listOf(unranked)));
  if (bands !== null) found.push(caveats.bands(percent(bands.flagged / bands.placed, 1), percent(bands.limit, 0)));
  else if (tiering.tiers.length === 0) found.push(caveats.noTiers);
  return found;
}

/** The method from page to rank, with the rules of this pack. */
function methodOf(input: ReportInput, messages: Messages): string[] {
  const { methods, listMark } = messages;
  const { tree, tiering } = input.assessment;
  const outside = tree.nodes.filter(({ level, counted }) => level === 'capability' && !counted);
  const { breaks, levels } = tiering.rule;
  const shares = (pair: readonly [number, number]) => `${percent(pair[0], 1)}–${percent(pair[1], 1)}`;
  const rule =
    breaks.rule === 'windows'
      ? methods.breaks.windows(breaks.windows.map(shares).join(listMark))
      : breaks.rule === 'minimum-share'
        ? methods.breaks['minimum-share'](percent(breaks.share, 1))
        : methods.breaks.fixed(breaks.ranks.join(listMark));
  return [
    ...methods.lines,
    ...(outside.length > 0 ? [methods.observedOutside(outside.map(({ name }) => name).join(listMark))] : []),
    `${rule}${methods.cuts[levels.cut]}`,
  ];
}

function statisticsOf({ description }: ReportInput, { statistics }: Messages): (readonly [string, string])[] {
  const summary = description.whole.nodes[0]?.score;
  if (summary === undefined) return [];
  const entries: readonly (readonly [string, number | null])[] = [
    [statistics.mean, summary.mean],
    [statistics.median, summary.median],
    [statistics.deviation, summary.population],
    [statistics.highest, summary.highest],
    [statistics.lowest, summary.lowest],
    [statistics.range, summary.range],
  ];
  return [
    [statistics.ranked, String(summary.n)],
    ...entries.flatMap(([label, value]) => (value === null ? [] : [[label, decimals(value, 2)] as const])),
  ];
}

function countClasses(input: ReportInput): ClassRow[] {
  const counts = new Map<FailureClass, Record<SiteKind, number>>();
  for (const failure of input.failures) {
    const bySite = counts.get(failure.class) ?? { portal: 0, service: 0, 'open-data': 0 };
    bySite[failure.site] += failure.count;
    counts.set(failure.class, bySite);
  }
  return [...counts]
    .map(([name, bySite]) => ({
      class: name,
      bySite,
      total: siteKinds.reduce((sum, site) => sum + bySite[site], 0),
    }))
    .sort((a, b) => b.total - a.total || compareCodes(a.class, b.class));
}

function countGovernments(input: ReportInput, governments: ReadonlyMap<string, Government>): GovernmentFailures[] {
  const found = new Map<string, { class: FailureClass; site: SiteKind; count: number }[]>();
  for (const failure of input.failures) {
    const list = found.get(failure.government) ?? [];
    list.push({ class: failure.class, site: failure.site, count: failure.count });
    found.set(failure.government, list);
  }
  return [...found]
    .flatMap(([code, classes]): GovernmentFailures[] => {
      const government = governments.get(code);
      if (government === undefined) return [];
      classes.sort((a, b) => b.count - a.count || compareCodes(a.site + a.class, b.site + b.class));
      return [{ government, classes, total: classes.reduce((sum, { count }) => sum + count, 0) }];
    })
    .sort((a, b) => b.total - a.total || compareCodes(a.government.code, b.government.code));
}

/** Site, class and number of captures of each class, joined. */
export function describeFailures({ classes }: GovernmentFailures, messages: Messages): string {
  return classes
    .map((entry) =>
      messages.pair(
        messages.sites[entry.site],
        messages.counted(wordFor(messages.reasons, entry.class), String(entry.count)),
      ),
    )
    .join(messages.and);
}

/** `35.72 (89.30%)`, or a dash if unknown. */
export function describeScore(node: NodeScore | undefined, messages: Messages): string {
  if (node === undefined || node.score === null || node.rate === null) return messages.noscore;
  return `${decimals(node.score, 2)} (${percent(node.rate)})`;
}

/** `35.20–64.10`: the range that unknown findings leave open. */
export function describeRange({ state, low, high }: NodeScore, messages: Messages): string {
  return state === 'not-applicable' ? messages.noscore : `${decimals(low, 2)}–${decimals(high, 2)}`;
}
