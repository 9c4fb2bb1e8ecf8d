import type { FailureClass } from '../model/failure.ts';
import type { Government, SiteKind } from '../model/government.ts';
import { siteKinds } from '../model/government.ts';
import { inZone } from '../model/time.ts';
import { compareCodes, type Ranked } from '../scoring/rank.ts';
import type { GovernmentScore, NodeScore } from '../scoring/score.ts';
import type { TierPlace } from '../scoring/tiers.ts';
import type { TreeNode } from '../scoring/tree.ts';
import { leavesWithoutProbe, type ReportData } from './figures/derive.ts';
import type { ReportInput } from './input.ts';
import { type Messages, wordFor } from './messages.ts';
import { count, pointer, points, share } from './narrative/figures.ts';
import { type Sentence, sentence } from './narrative/sentence.ts';
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
  readonly facts: readonly (readonly [string, Sentence])[];
  readonly caveats: readonly Sentence[];
  readonly method: readonly string[];
  readonly statistics: readonly (readonly [string, Sentence])[];
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

export function viewOf(input: ReportData, messages: Messages): View {
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
    facts: factsOf(input, messages),
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

function factsOf({ run, timeZone, figures, description, assessment }: ReportData, { facts }: Messages): View['facts'] {
  const { counts } = figures;
  const { coverage } = description.whole.nodes[0] ?? { coverage: null };
  const plain = (text: string) => sentence('{text}', { text });
  const figure = (key: keyof typeof counts) => count('count', pointer('bulletin', 'counts', key), counts[key] ?? 0);
  const all = count('count', pointer('description', 'whole', 'governments'), description.whole.governments);
  const full = count('count', pointer('fullMark'), assessment.tree.source['full-mark']);
  return [
    [facts.governments, sentence(facts.count, { count: all })],
    ...(counts.observed > 0 ? [[facts.observed, sentence(facts.count, { count: figure('observed') })] as const] : []),
    [facts.fullMark, sentence('{full}', { full })],
    ...(coverage === null
      ? []
      : [
          [
            facts.coverage,
            sentence('{coverage}', {
              coverage: share('coverage', pointer('description', 'whole', 'nodes', 0, 'coverage'), coverage, 1),
            }),
          ] as const,
        ]),
    [facts.captures, sentence(facts.capturesValue, { captures: figure('captures'), readable: figure('readable') })],
    [facts.started, plain(inZone(run.started, timeZone))],
    [facts.finished, plain(run.finished === null ? facts.unfinished : inZone(run.finished, timeZone))],
  ];
}

/** What a reader should know before the figures. */
function caveatsOf(
  input: ReportData,
  rows: readonly RankingRow[],
  withoutProbe: ReadonlySet<string>,
  messages: Messages,
): Sentence[] {
  const { caveats } = messages;
  const { tree, minimumCoverage, tiering } = input.assessment;
  const { bands, figures, description } = input;
  const { counts } = figures;
  const coverage = description.whole.nodes[0]?.coverage ?? null;
  const blind = tree.nodes.flatMap(({ leaf, id, name }) => (leaf !== null && withoutProbe.has(id) ? [name] : []));
  const figure = (key: keyof typeof counts) => count('count', pointer('bulletin', 'counts', key), counts[key] ?? 0);
  const namesOf = (kept: (row: RankingRow) => boolean): string => {
    const names = rows.filter(kept).map(({ government }) => government.name);
    const shown = names.slice(0, namesShown).join(messages.listMark);
    return names.length > namesShown ? caveats.more(shown) : shown;
  };
  const found: Sentence[] = [];
  if (input.run.finished === null) found.push(sentence(caveats.unfinished));
  if (coverage !== null && coverage < minimumCoverage) {
    const mean = share('coverage', pointer('description', 'whole', 'nodes', 0, 'coverage'), coverage, 1);
    const minimum = share('coverage', pointer('minimumCoverage'), minimumCoverage, 0);
    found.push(sentence(caveats.provisional, { mean, minimum }));
  }
  if (blind.length > 0) {
    const all = count('count', pointer('bulletin', 'index', 'leaves'), figures.index.leaves);
    const names = blind.join(messages.listMark);
    found.push(sentence(caveats.noProbe, { count: figure('withoutProbe'), all, names }));
  }
  if (counts.withheld > 0) {
    const names = namesOf(({ ranked }) => ranked.withheld !== null);
    found.push(sentence(caveats.withheld, { count: figure('withheld'), names }));
  }
  if (counts.blind > 0) {
    const names = namesOf(({ ranked }) => ranked.score === null);
    found.push(sentence(caveats.unranked, { count: figure('blind'), names }));
  }
  if (bands === null && tiering.tiers.length === 0) found.push(sentence(caveats.noTiers));
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

function statisticsOf({ description }: ReportData, { statistics }: Messages): View['statistics'] {
  const summary = description.whole.nodes[0]?.score;
  if (summary === undefined) return [];
  const at = (key: keyof typeof summary) => pointer('description', 'whole', 'nodes', 0, 'score', key);
  const entries = [
    [statistics.mean, 'mean', 'total-mean'],
    [statistics.median, 'median', 'total-median'],
    [statistics.deviation, 'population', 'total-deviation'],
    [statistics.highest, 'highest', 'total-extreme'],
    [statistics.lowest, 'lowest', 'total-extreme'],
    [statistics.range, 'range', 'total-range'],
  ] as const;
  const figureOf = (figure: Sentence['values'][string]) => sentence('{figure}', { figure });
  return [
    [statistics.ranked, figureOf(count('count', at('n'), summary.n))],
    ...entries.flatMap(([label, key, statistic]) => {
      const value = summary[key];
      return value === null ? [] : [[label, figureOf(points(statistic, at(key), value))] as const];
    }),
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
