import type { ReviewOutcome } from '../../application/review.ts';
import type { Review } from '../../model/review.ts';
import { dayIn } from '../../model/time.ts';
import type { Standing } from '../../scoring/explaining/standing.ts';
import type { Point } from '../../scoring/point.ts';
import { claimText } from '../claim.ts';
import { cell, table } from '../output.ts';
import { say, titles } from '../say.ts';
import { standingTexts } from './standing.ts';

/** One row for each verdict, or a sentence when there is none. */
export function reviewsTable(reviews: readonly Review[], zone: string): string[] {
  const rows = reviews.map((item) => [
    String(item.id),
    say(item.status),
    item.government,
    item.probe,
    claimText(item.machine),
    claimText(item),
    cell(item.who, 20),
    dayIn(item.when, zone),
    cell(
      item.withdrawal === null ? item.why : `${item.why}${say(' (withdrawn by {who}: {why})', item.withdrawal)}`,
      120,
    ),
  ]);
  const header = titles('id', 'status of a review', 'code', 'probe', 'machine', 'verdict', 'who', 'when', 'why');
  return rows.length === 0 ? [say('no review')] : table(header, rows);
}

/** What verdicts change, for each government they speak of. */
export function effectsLines({ effects, others, stored, reviews }: ReviewOutcome): string[] {
  const points = effects.flatMap(({ government, points: changed }) =>
    changed.map(({ name, before, after }) => [
      government.name,
      cell(name, 24),
      `${pointText(before)} → ${pointText(after)}`,
    ]),
  );
  const rows = effects.map(({ government, before, after }) => {
    const { total, change, rank, level } = standingTexts(before, after);
    return [government.code, government.name, total, change, rank, level];
  });
  return [
    '',
    ...(points.length === 0 ? [say('no point changes')] : table(titles('name', 'indicator', 'point'), points)),
    '',
    ...table(titles('code', 'name', 'total', 'change', 'rank', 'level'), rows),
    say('of other governments {ranks} change rank and {levels} change level', others),
    stored
      ? say('{count} stored', { count: reviews.length })
      : say('{count} checked; nothing was stored (--dry-run)', { count: reviews.length }),
  ];
}

/** The same for other programs. */
export function effectsJson({ reviews, effects, others, stored }: ReviewOutcome) {
  const standing = ({ total, rank, place, withheld }: Standing) => ({
    score: total.score,
    low: total.low,
    high: total.high,
    rank,
    level: place?.level ?? null,
    withheld,
  });
  return {
    stored,
    reviews,
    effects: effects.map(({ government, before, after, points }) => ({
      government: government.code,
      name: government.name,
      before: standing(before),
      after: standing(after),
      points,
    })),
    others,
  };
}

/** A point with its bounds where it is open. */
function pointText({ point, low, high }: Point): string {
  const now = point === null ? '-' : point.toFixed(4);
  return low === high ? now : `${now} (${low.toFixed(2)}–${high.toFixed(2)})`;
}
