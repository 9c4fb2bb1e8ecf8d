import type { Review } from '../../model/review.ts';
import { dayIn } from '../../model/time.ts';
import { claimText } from '../claim.ts';
import { cell, table } from '../output.ts';

/** One row for each verdict, or a sentence when there is none. */
export function reviewsTable(reviews: readonly Review[], zone: string): string[] {
  const rows = reviews.map((item) => [
    String(item.id),
    item.status,
    item.government,
    item.probe,
    claimText(item.machine),
    claimText(item),
    cell(item.who, 20),
    dayIn(item.when, zone),
    cell(
      item.withdrawal === null ? item.why : `${item.why} (withdrawn by ${item.withdrawal.who}: ${item.withdrawal.why})`,
      120,
    ),
  ]);
  const header = ['id', 'status', 'code', 'probe', 'machine', 'verdict', 'who', 'when', 'why'];
  return rows.length === 0 ? ['no review'] : table(header, rows);
}
