import { Option } from 'commander';
import { reviewsForTruth } from '../application/calibrate.ts';

export type { ReviewsForTruth } from '../application/calibrate.ts';

/** Which decisions of people count as truth; without a word those of the sample. */
export function reviewsOption(): Option {
  const what = 'take decisions of people in these data folders for truth as well: of the sample drawn by hash, or all';
  return new Option('--reviews [which]', what).choices([...reviewsForTruth]).preset('sample');
}
