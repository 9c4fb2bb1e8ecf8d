import type { Explanation, NodeRow } from '../../application/explain.ts';
import { inZone } from '../../model/time.ts';
import { wordFor } from '../../report/messages.ts';
import type { ExplainWords } from '../../report/messages-explain.ts';
import { bandText, decimals, percent } from '../../report/text.ts';
import type { Withheld } from '../../scoring/rank.ts';
import { cell, table } from '../output.ts';
import { leafLines, unreadLines } from './explain-leaf.ts';
import { claimOf, type ExplainDisplay, groupOf, labelled, movedText } from './explain-parts.ts';

/** Rows of the lists below the tree; JSON has all. */
const listed = 8;
/** Tiers with a lower probability are left out. */
const smallestProbabilityShown = 0.005;

/** A score and all that it rests on, for a government or for one indicator. */
export function explanationLines(explanation: Explanation, display: ExplainDisplay): string[] {
  const { named, leaves, unread, rows } = explanation;
  const head = headLines(explanation, display);
  if (unread !== null) return [...head, '', ...unreadLines(unread, display)];
  if (named === null) return [...head, '', ...treeTable(rows, display), ...treeLists(explanation, display)];
  const isNode = named.some(({ node }) => node.leaf === null);
  return [
    ...head,
    ...(isNode ? ['', ...treeTable(rows, display)] : []),
    ...leaves.flatMap((leaf) => ['', ...leafLines(leaf, explanation, display)]),
  ];
}

function headLines(explanation: Explanation, display: ExplainDisplay): string[] {
  const { government, run, edition } = explanation;
  const { words, pack } = display;
  const { own } = words;
  const title = [`${government.name} (${government.code})`, government.province, groupOf(explanation)];
  const when = inZone(run.started, pack.meta['time-zone']);
  const year = edition === null || edition.year === null ? '' : ` (${edition.year})`;
  return [
    title.filter((part) => part !== '').join(' · '),
    ...(edition === null ? [] : [own.ofEdition(edition.name, year, edition.sha256.slice(0, 12))]),
    own.from(run.id, when, run.toolVersion, run.configHash.slice(0, 12)),
    ...standingLines(explanation, display),
  ];
}

function standingLines(explanation: Explanation, display: ExplainDisplay): string[] {
  const { standing, rows } = explanation;
  const { own } = display.words;
  const level = standing.rank === null ? [] : [labelled(own.labels.level, levelText(explanation, own))];
  const [top] = rows;
  const total = totalText(standing.total, top?.node.full ?? standing.total.high, display.words);
  return [
    labelled(own.labels.rank, rankText(explanation, display)),
    ...level,
    labelled(own.labels.total, total),
    ...intervalLines(explanation, own),
  ];
}

function rankText({ government, standing, withheldBy }: Explanation, { words }: ExplainDisplay): string {
  const { own } = words;
  const { rank, sharedBy, ranked, withheld } = standing;
  if (rank !== null)
    return own.rankOf(String(rank), String(ranked)) + (sharedBy > 1 ? own.shared(String(sharedBy)) : '');
  if (!government.scored) return own.observed;
  return own.unranked(withheld === null ? own.noScore : withheldText(withheld, withheldBy, words));
}

/** The level, or the range of tiers where those are too doubtful to be published. */
function levelText({ government, standing, bands, isSimulated }: Explanation, own: ExplainWords['own']): string {
  const { place } = standing;
  if (bands !== null) {
    const band = bandText(bands.places[government.code]) ?? own.noTier;
    return own.band(band, percent(bands.flagged / bands.placed, 0), percent(bands.limit, 0));
  }
  if (place === null) return own.noTier;
  const level = own.tier(place.name, place.level);
  return isSimulated ? level : `${level}${own.semicolon}${own.notSimulated}`;
}

function intervalLines({ uncertain }: Explanation, own: ExplainWords['own']): string[] {
  if (uncertain === null) return [];
  const { rank, score, tiers } = uncertain;
  const odds = tiers.filter(({ probability }) => probability >= smallestProbabilityShown);
  const [low, high] = [decimals(score.low, 2), decimals(score.high, 2)];
  return [
    labelled(own.labels.interval, own.interval(String(rank.low), String(rank.high), low, high)),
    labelled(
      own.labels.odds,
      odds.map(({ letter, probability }) => `${letter} ${percent(probability, 0)}`).join(own.comma) || own.noTier,
    ),
  ];
}

/** Score, score rate, bounds and coverage of a node in one line. */
export function totalText(
  { score, rate, low, high, coverage }: NodeRow['score'],
  full: number,
  { own }: ExplainWords,
): string {
  const scored =
    score === null ? own.noScore : own.totalOf(decimals(score, 2), decimals(full, 2), percent(rate ?? 0, 1));
  const range = high - low < 0.005 ? [] : [own.between(decimals(low, 2), decimals(high, 2))];
  return [scored, ...range, own.coverage(percent(coverage, 1))].join(own.comma);
}

/** Why a government with a score has no rank. */
function withheldText(
  { coverage, minimum }: Withheld,
  node: Explanation['withheldBy'],
  { report }: ExplainWords,
): string {
  const name = node === null || node.level === 'total' ? report.columns.score : node.name;
  return report.withheldReason(name, percent(coverage, 1), percent(minimum, 0));
}

function treeTable(rows: readonly NodeRow[], { words }: ExplainDisplay): string[] {
  const { head } = words.own;
  return table(
    [head.number, head.indicator, head.full, head.got, head.rate, head.finding],
    rows.map((row) => [
      row.number,
      row.node.level === 'total' ? words.report.columns.score : cell(row.node.name, 24),
      decimals(row.node.full, 2),
      row.score.score === null ? '-' : decimals(row.score.score, 2),
      row.score.rate === null ? '-' : percent(row.score.rate, 1),
      row.point === null ? '' : claimOf(row, words, true),
    ]),
  );
}

/** Redistributed weights, open points, and what would raise the score. */
function treeLists({ rows, leftOut }: Explanation, { words }: ExplainDisplay): string[] {
  const { own } = words;
  const open = rows.filter(({ point }) => point !== null && point.low < point.high);
  const gains = rows
    .filter(({ gain, point }) => (gain ?? 0) > 0.005 && point !== null && point.low === point.high)
    .sort((a, b) => Number(b.node.counted) - Number(a.node.counted) || (b.gain ?? 0) - (a.gain ?? 0));
  return [
    ...(leftOut.length === 0 ? [] : ['', own.labels.moved, ...leftOut.map((row) => `  ${movedText(row, words)}`)]),
    ...(open.length === 0 ? [] : ['', own.labels.open, ...openTable(open, words)]),
    ...(gains.length === 0 ? [] : ['', own.labels.gains, ...gainTable(gains.slice(0, listed), words)]),
    ...(gains.length > listed ? [own.more(String(gains.length - listed))] : []),
    ...(gains.slice(0, listed).some(({ node }) => !node.counted) ? [own.outside] : []),
  ];
}

function openTable(rows: readonly NodeRow[], { own, report }: ExplainWords): string[] {
  const { head } = own;
  return table(
    [head.number, head.indicator, head.range, head.counts, head.why],
    rows.map(({ number, node, point, score }) => [
      number,
      cell(node.name, 24),
      `${decimals(score.low, 2)}–${decimals(score.high, 2)}`,
      score.score === null ? '-' : decimals(score.score, 2),
      point?.reason ? cell(wordFor(report.reasons, point.reason), 36) : '',
    ]),
  );
}

function gainTable(rows: readonly NodeRow[], { own }: ExplainWords): string[] {
  const { head } = own;
  return table(
    [head.number, head.indicator, head.now, head.gain],
    rows.map(({ number, node, point, gain }) => [
      number,
      cell(node.name, 24),
      point?.point == null ? '-' : decimals(point.point, 2),
      `+${decimals(gain ?? 0, 2)}${node.counted ? '' : ' *'}`,
    ]),
  );
}
