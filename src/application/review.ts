import { findVisited, type Pack } from '../config/pack.ts';
import { readReviewSheet, type SheetMistake } from '../config/review-sheet.ts';
import { type FindingState, findingKey } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import { claimHash, type Review } from '../model/review.ts';
import { UsageError } from '../model/usage-error.ts';
import { checkedVerdict } from '../pipeline/assessment/review-finding.ts';
import type { Current } from '../store/current.ts';
import type { NewReview } from '../store/reviews.ts';
import type { Store } from '../store/store.ts';
import { packProbes } from './pack-probes.ts';
import { effectsOf, type ReviewEffects } from './review-effects.ts';
import { openRuns } from './state.ts';

/** Who decides, and the reason. */
export interface Reasons {
  readonly who: string;
  readonly why: string;
}

export interface VerdictRequest extends Reasons {
  /** Code, name or pinyin. */
  readonly government: string;
  readonly probe: string;
  readonly state: FindingState;
  /** What was measured, by the value of the probe; null: nothing. */
  readonly value: unknown;
}

/** How verdicts are given. */
export interface VerdictTerms {
  /** The run whose findings are overruled; undefined: what is known now. */
  readonly run?: string | undefined;
  /** Only checked, with the effect that they would have. */
  readonly dryRun: boolean;
  readonly now: Date;
}

/** Verdicts, or a withdrawal, with what they change. */
export interface ReviewOutcome extends ReviewEffects {
  /** As they stand now; of a dry run as they would stand. */
  readonly reviews: readonly Review[];
  /** False for a dry run. */
  readonly stored: boolean;
}

/** Most mistakes of a sheet that one error names. */
const mistakesNamed = 20;

/**
 * Lists verdicts, those withdrawn and superseded too.
 *
 * @param query code, name or pinyin; undefined: all governments.
 * @throws UsageError for an unknown government.
 */
export async function listReviews(store: Store, pack: Pack, query: string | undefined): Promise<readonly Review[]> {
  const code = query === undefined ? undefined : findVisited(await everyGovernment(store), query, pack).code;
  return store.reviews.list(code);
}

/** Takes a verdict back. @throws UsageError for a number that is no standing verdict. */
export async function withdrawReview(
  store: Store,
  pack: Pack,
  id: number,
  reasons: Reasons,
  { run, dryRun, now }: VerdictTerms,
): Promise<ReviewOutcome> {
  const log = await store.reviews.list();
  const review = log.find((item) => item.id === id);
  const { current } = await openRuns(store, pack, run);
  const without = log.map((item): Review => (item.id === id ? { ...item, status: 'withdrawn' } : item));
  const codes = review === undefined ? [] : [review.government];
  const effects = await effectsOf(store, pack, current, without, codes);
  const by = { ...reasons, when: now.toISOString() };
  if (dryRun && review?.withdrawal === null) {
    const withdrawn: Review = { ...review, status: 'withdrawn', withdrawal: { id: log.length + 1, ...by } };
    return { reviews: [withdrawn], stored: false, ...effects };
  }
  return { reviews: [await store.reviews.withdraw(id, by)], stored: true, ...effects };
}

/**
 * Appends a person's verdict on a finding.
 *
 * @throws UsageError for an unknown government, probe or run, and for a value that is not the
 * probe's.
 */
export async function giveVerdict(
  store: Store,
  pack: Pack,
  request: VerdictRequest,
  terms: VerdictTerms,
): Promise<ReviewOutcome> {
  const { current } = await openRuns(store, pack, terms.run);
  return decide(store, pack, current, [checked(pack, current, request, terms.now)], terms);
}

/**
 * Appends the verdicts of a sheet, all or none.
 *
 * @param defaults who decides and why, for lines that do not say so
 * @throws UsageError that names every line with a mistake.
 */
export async function giveVerdicts(
  store: Store,
  pack: Pack,
  file: string,
  defaults: Partial<Reasons>,
  terms: VerdictTerms,
): Promise<ReviewOutcome> {
  const { current } = await openRuns(store, pack, terms.run);
  const sheet = readReviewSheet(file);
  const mistakes: SheetMistake[] = [...sheet.mistakes];
  const verdicts: NewReview[] = [];
  const lines = new Map<string, number>();
  for (const { line, who, why, ...rest } of sheet.verdicts) {
    try {
      const reasons = reasonsOf(who ?? defaults.who, why ?? defaults.why);
      const verdict = checked(pack, current, { ...rest, ...reasons }, terms.now);
      const earlier = lines.get(findingKey(verdict));
      if (earlier !== undefined) throw new UsageError(`line ${earlier} speaks of the same government and probe`);
      lines.set(findingKey(verdict), line);
      verdicts.push(verdict);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      mistakes.push({ line, what: error.message });
    }
  }
  if (mistakes.length > 0) throw sheetError(file, mistakes, sheet.verdicts.length + sheet.mistakes.length);
  return decide(store, pack, current, verdicts, terms);
}

function reasonsOf(who: string | undefined, why: string | undefined): Reasons {
  if (who === undefined) throw new UsageError('who is missing; expected the person who decides here, or as --who');
  if (why === undefined) throw new UsageError('why is missing; expected the reason here, or as --why');
  return { who, why };
}

function sheetError(file: string, mistakes: readonly SheetMistake[], all: number): UsageError {
  const sorted = [...mistakes].sort((a, b) => a.line - b.line);
  const named = sorted.slice(0, mistakesNamed).map(({ line, what }) => `\n  line ${line}: ${what}`);
  const rest = sorted.length > mistakesNamed ? `\n  and ${sorted.length - mistakesNamed} more` : '';
  return new UsageError(
    `${file}: ${sorted.length} of ${all} verdicts cannot be taken, so none was stored:${named.join('')}${rest}`,
  );
}

/** Appends verdicts that were checked, with what they change. */
async function decide(
  store: Store,
  pack: Pack,
  current: Current,
  verdicts: readonly NewReview[],
  { dryRun }: VerdictTerms,
): Promise<ReviewOutcome> {
  const log = await store.reviews.list();
  const last = log.at(-1);
  const next =
    Math.max(last?.id ?? 0, last?.withdrawal?.id ?? 0, ...log.map(({ withdrawal }) => withdrawal?.id ?? 0)) + 1;
  const planned = verdicts.map((verdict, index): Review => {
    const machineHash = claimHash(verdict.machine);
    return { ...verdict, id: next + index, machineHash, status: 'open', withdrawal: null };
  });
  const codes = planned.map(({ government }) => government);
  const effects = await effectsOf(store, pack, current, [...log, ...planned], codes);
  const reviews = dryRun ? planned : await store.reviews.appendAll(verdicts);
  return { reviews, stored: !dryRun, ...effects };
}

function checked(pack: Pack, current: Current, request: VerdictRequest, now: Date): NewReview {
  const government = findVisited(current.governments, request.government, pack).code;
  return checkedVerdict(current, pack, packProbes(pack), { ...request, government, when: now.toISOString() });
}

/**
 * Every government that a run has planned, so that reviews of one that has left the registry can
 * still be read.
 */
async function everyGovernment(store: Store): Promise<readonly Government[]> {
  const plans = await Promise.all((await store.runs.list()).map(({ id }) => store.runs.plan(id)));
  return [...new Map(plans.flat().map((government) => [government.code, government])).values()];
}
