import type { ScoreComparison } from '../../application/diff.ts';
import type { Change } from '../../scoring/comparison/change.ts';
import type { NodeChange } from '../../scoring/comparison/compare-editions.ts';
import { table } from '../output.ts';
import { say, titles } from '../say.ts';

/** Rows of a table without `all`. */
export const shownRows = 60;

export interface DiffDisplay {
  /** Quote both sides under each change. */
  readonly evidence?: boolean | undefined;
  /** List everything. */
  readonly all?: boolean | undefined;
}

/** How scores, ranks, levels and tiers moved between two editions. */
export function scoreLines(
  comparison: ScoreComparison,
  nameOf: (code: string) => string,
  options: DiffDisplay,
): string[] {
  const { scores, tiers, leftOut } = comparison;
  const moved = scores
    .filter(({ score, rank, coverage }) => [score, rank, coverage].some(({ difference }) => (difference ?? 0) !== 0))
    .sort((a, b) => Math.abs(b.score.difference ?? 0) - Math.abs(a.score.difference ?? 0));
  const moves = new Map([...tiers.tierMoves, ...tiers.levelMoves].map((move) => [move.government, move]));
  const shown = options.all ? moved : moved.slice(0, shownRows);
  const rows = shown.map(({ government, score, coverage, rank }) => {
    const move = moves.get(government);
    return [
      government,
      nameOf(government),
      `${fixed(score.before)} → ${fixed(score.after)}`,
      signed(score.difference, 2),
      share(coverage),
      `${rank.before ?? '-'} → ${rank.after ?? '-'}`,
      move === undefined ? '' : `${move.from.level} → ${move.to.level}`,
    ];
  });
  const header = titles('code', 'name', 'score', 'change', 'coverage %', 'rank', 'level');
  return [
    '',
    ...basisLines(comparison),
    say(
      'scores, coverages or ranks: {moved} of {all} moved, {tiers} changed tier, {levels} changed level inside their tier',
      { moved: moved.length, all: scores.length, tiers: tiers.tierMoves.length, levels: tiers.levelMoves.length },
    ),
    say('tiers: {sizes}', { sizes: tiers.sizes.map(sizeText).join(say(', ')) }),
    ...(leftOut.length > 0
      ? [say('not compared, for want of a score on both sides: {count}', { count: leftOut.length })]
      : []),
    ...(rows.length === 0 ? [] : table(header, rows)),
    ...moreLines(moved.length - shown.length),
    ...nodeLines(comparison.nodes, options),
  ];
}

/** What the scores rest on where the trees differ. */
function basisLines({ basis, comparable }: ScoreComparison): string[] {
  if (basis === 'same-tree') return [];
  if (comparable === null) return [say('the trees differ and no leaf of the total is in both: no score is compared')];
  const names = (codes: readonly string[]): string => (codes.length === 0 ? say('none') : codes.join(', '));
  const { before, after } = comparable.leftOut;
  return [
    say(
      'the trees differ: scores are compared on the common leaves, by the weights of the later tree; ranks and tiers are those of the full editions',
    ),
    say('leaves left out: {before} (before), {after} (after)', { before: names(before), after: names(after) }),
  ];
}

/** Score rates of nodes, each over the governments that have the node measured in both editions. */
function nodeLines(nodes: readonly NodeChange[], options: DiffDisplay): string[] {
  const compared = nodes.filter(({ rate }) => rate.difference !== null);
  if (compared.length === 0) return [];
  const shown = options.all ? compared : compared.slice(0, shownRows);
  const rows = shown.map(({ path, n, rate, coverage }) => [
    path,
    String(n.after ?? 0),
    share(rate),
    signed((rate.difference ?? 0) * 100, 1),
    share(coverage),
  ]);
  return [
    '',
    say('indicators, each over the governments that have it measured in both editions:'),
    ...table(titles('indicator', 'governments', 'score rate %', 'change', 'coverage %'), rows),
    ...moreLines(compared.length - shown.length),
  ];
}

/** What a shortened table says of the rest; nothing where all is shown. */
export function moreLines(count: number): string[] {
  return count === 0 ? [] : [say('… and {count} more (--all, or --json, lists them)', { count })];
}

function sizeText({ letter, size }: ScoreComparison['tiers']['sizes'][number]): string {
  return `${letter} ${size.before ?? '-'} → ${size.after ?? '-'}`;
}

/** Shares of both editions in per cent. */
function share({ before, after }: Change): string {
  const percent = (value: number | null): string => (value === null ? '-' : (value * 100).toFixed(1));
  return `${percent(before)} → ${percent(after)}`;
}

function fixed(value: number | null): string {
  return value === null ? '-' : value.toFixed(2);
}

function signed(value: number | null, digits: number): string {
  return value === null ? '-' : `${value > 0 ? '+' : ''}${value.toFixed(digits)}`;
}
