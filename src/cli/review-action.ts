import {
  giveVerdict,
  giveVerdicts,
  listReviews,
  type Reasons,
  type ReviewOutcome,
  type VerdictTerms,
  withdrawReview,
} from '../application/review.ts';
import type { Pack } from '../config/pack.ts';
import { parseReviewValue } from '../config/review-sheet.ts';
import { type FindingState, findingStates } from '../model/finding.ts';
import type { Review } from '../model/review.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Store } from '../store/store.ts';
import { type CommonOptions, pathOf } from './context.ts';

export interface ReviewOptions extends CommonOptions {
  readonly list?: boolean;
  readonly withdraw?: number;
  readonly file?: string;
  readonly state?: FindingState;
  readonly value?: string;
  readonly who?: string;
  readonly why?: string;
  readonly run?: string;
  readonly dryRun?: boolean;
}

interface Call {
  readonly query: string | undefined;
  readonly probe: string | undefined;
  readonly options: ReviewOptions;
}

/** Verdicts that were asked for, or what was decided. */
export type ReviewResult =
  | { readonly kind: 'list'; readonly reviews: readonly Review[] }
  | ({ readonly kind: 'decided' } & ReviewOutcome);

/**
 * Lists, withdraws or gives verdicts, as the options say.
 *
 * @throws UsageError for options that do not go together.
 */
export async function reviewAction(store: Store, pack: Pack, call: Call): Promise<ReviewResult> {
  const { query, probe, options } = call;
  const { list, withdraw, file, run, dryRun = false } = options;
  const modes = [list && '--list', withdraw !== undefined && '--withdraw', file !== undefined && '--file'];
  const [first, second] = modes.filter((mode) => typeof mode === 'string');
  if (second !== undefined) throw new UsageError(`${first} and ${second} exclude each other`);
  const terms: VerdictTerms = { run, dryRun, now: new Date() };
  if (list) {
    if (probe !== undefined) throw new UsageError(`--list takes one government, found ${JSON.stringify(probe)} too`);
    return { kind: 'list', reviews: await listReviews(store, pack, query) };
  }
  if (withdraw !== undefined) {
    if (query !== undefined) throw new UsageError('--withdraw takes the number of a verdict and no government');
    return { kind: 'decided', ...(await withdrawReview(store, pack, withdraw, reasons(options), terms)) };
  }
  const path = pathOf(file);
  if (path === undefined) return { kind: 'decided', ...(await single(store, pack, call, terms)) };
  const stray = [options.state && '--state', options.value !== undefined && '--value', query !== undefined && query];
  const [found] = stray.filter((word) => typeof word === 'string');
  if (found !== undefined)
    throw new UsageError(`--file holds governments, states and values itself, found ${found} too`);
  const { who, why } = options;
  const defaults = { ...(who === undefined ? {} : { who }), ...(why === undefined ? {} : { why }) };
  return { kind: 'decided', ...(await giveVerdicts(store, pack, path, defaults, terms)) };
}

function single(
  store: Store,
  pack: Pack,
  { query, probe, options }: Call,
  terms: VerdictTerms,
): Promise<ReviewOutcome> {
  if (query === undefined || probe === undefined) {
    throw new UsageError(
      'expected a government and a probe, such as `govprobe review 510100 smart-search`, or --file FILE, --list, or --withdraw ID',
    );
  }
  if (options.state === undefined) {
    throw new UsageError(`--state is missing; expected one of ${findingStates.join(', ')}`);
  }
  const stated = parseReviewValue(options.value ?? '');
  if (typeof stated === 'string') throw new UsageError(`--value: ${stated}`);
  const verdict = { government: query, probe, state: options.state, value: stated.value, ...reasons(options) };
  return giveVerdict(store, pack, verdict, terms);
}

function reasons({ who, why }: ReviewOptions): Reasons {
  if (who === undefined) throw new UsageError('--who is missing; expected the name of the person who decides');
  if (why === undefined) throw new UsageError('--why is missing; expected the reason, for those who read it in a year');
  return { who, why };
}
