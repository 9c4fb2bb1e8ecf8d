import { giveVerdict, listReviews, type Reasons, withdrawReview } from '../application/review.ts';
import type { Pack } from '../config/pack.ts';
import { type FindingState, findingStates } from '../model/finding.ts';
import type { Review } from '../model/review.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Store } from '../store/store.ts';
import type { CommonOptions } from './context.ts';
import { short } from './output.ts';

export interface ReviewOptions extends CommonOptions {
  readonly list?: boolean;
  readonly withdraw?: number;
  readonly state?: FindingState;
  readonly value?: string;
  readonly who?: string;
  readonly why?: string;
  readonly run?: string;
}

interface Call {
  readonly query: string | undefined;
  readonly probe: string | undefined;
  readonly options: ReviewOptions;
}

/**
 * Lists, withdraws or gives verdicts, as the options say.
 *
 * @throws UsageError for options that do not go together.
 */
export async function reviewAction(
  store: Store,
  pack: Pack,
  { query, probe, options }: Call,
): Promise<readonly Review[]> {
  if (options.list) {
    if (probe !== undefined) throw new UsageError(`--list takes one government, found ${JSON.stringify(probe)} too`);
    return listReviews(store, pack, query);
  }
  if (options.withdraw !== undefined) {
    if (query !== undefined) throw new UsageError('--withdraw takes the number of a verdict and no government');
    return [await withdrawReview(store, options.withdraw, reasons(options), new Date())];
  }
  if (query === undefined || probe === undefined) {
    throw new UsageError(
      'expected a government and a probe, such as `govprobe review 510100 smart-search`, or --list, or --withdraw ID',
    );
  }
  if (options.state === undefined) {
    throw new UsageError(`--state is missing; expected one of ${findingStates.join(', ')}`);
  }
  const { state, run } = options;
  const value = options.value === undefined ? null : parsed(options.value);
  const verdict = { government: query, probe, state, value, run, ...reasons(options) };
  return [await giveVerdict(store, pack, verdict, new Date())];
}

function reasons({ who, why }: ReviewOptions): Reasons {
  if (who === undefined) throw new UsageError('--who is missing; expected the name of the person who decides');
  if (why === undefined) throw new UsageError('--why is missing; expected the reason, for those who read it in a year');
  return { who, why };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`--value is not JSON: ${short(text)}; expected an object such as {"level":"working"}`);
  }
}
