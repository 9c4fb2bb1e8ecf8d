import type { ScoreComparison } from '../../application/diff.ts';
import { table } from '../output.ts';

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
  const { scores, tiers, comparable, leftOut } = comparison;
  const common = new Map(comparable?.totals.map((item) => [item.government, item.laterWeights]));
  const moved = scores
    .filter(({ government, score, rank }) =>
      [score, rank, common.get(government)].some((change) => (change?.difference ?? 0) !== 0),
    )
    .sort((a, b) => Math.abs(b.score.difference ?? 0) - Math.abs(a.score.difference ?? 0));
  const moves = new Map([...tiers.tierMoves, ...tiers.levelMoves].map((move) => [move.government, move]));
  const shown = options.all ? moved : moved.slice(0, shownRows);
  const rows = shown.map(({ government, score, rank }) => {
    const move = moves.get(government);
    return [
      government,
      nameOf(government),
      `${fixed(score.before)} → ${fixed(score.after)}`,
      signed(score.difference, 2),
      `${rank.before ?? '-'} → ${rank.after ?? '-'}`,
      move === undefined ? '' : `${move.from.level} → ${move.to.level}`,
      ...(comparable === null ? [] : [signed(common.get(government)?.difference ?? null, 2)]),
    ];
  });
  const header = ['code', 'name', 'score', 'change', 'rank', 'level'];
  const names = (codes: readonly string[]): string => (codes.length === 0 ? 'none' : codes.join(', '));
  return [
    '',
    `scores: ${moved.length} of ${scores.length} moved, ${tiers.tierMoves.length} changed tier, ${tiers.levelMoves.length} changed level inside their tier`,
    `tiers: ${tiers.sizes.map(({ letter, size }) => `${letter} ${size.before ?? '-'} → ${size.after ?? '-'}`).join(', ')}`,
    ...(leftOut.length > 0 ? [`not compared, for want of a score on both sides: ${leftOut.length}`] : []),
    ...(comparable === null
      ? []
      : [
          `the trees differ; leaves that are in neither common total: ${names(comparable.leftOut.before)} (before), ${names(comparable.leftOut.after)} (after)`,
        ]),
    ...(rows.length === 0 ? [] : table([...header, ...(comparable === null ? [] : ['on common leaves'])], rows)),
    ...(shown.length < moved.length
      ? [`… and ${moved.length - shown.length} more (--all, or --json, lists them)`]
      : []),
  ];
}

function fixed(value: number | null): string {
  return value === null ? '-' : value.toFixed(2);
}

function signed(value: number | null, digits: number): string {
  return value === null ? '-' : `${value > 0 ? '+' : ''}${value.toFixed(digits)}`;
}
