import type { Standing } from '../../scoring/explaining/standing.ts';
import { say } from '../say.ts';

/** `total 78.20 → 80.10 (+1.90), rank 12 → 9, level A- → A`. */
export function standingLine(before: Standing, after: Standing): string {
  return say('total {total} ({change}), rank {rank}, level {level}', standingTexts(before, after));
}

/** What a government was worth before and after, as texts. */
export function standingTexts(before: Standing, after: Standing) {
  const difference = (after.total.score ?? 0) - (before.total.score ?? 0);
  return {
    total: `${decimal(before.total.score)} → ${decimal(after.total.score)}`,
    change: `${difference < 0 ? '' : '+'}${difference.toFixed(2)}`,
    rank: `${before.rank ?? '-'} → ${after.rank ?? '-'}`,
    level: `${before.place?.level ?? '-'} → ${after.place?.level ?? '-'}`,
  };
}

function decimal(value: number | null): string {
  return value === null ? '-' : value.toFixed(2);
}
