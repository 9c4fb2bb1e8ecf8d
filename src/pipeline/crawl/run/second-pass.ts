import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import { classesThat, type FailurePolicies } from '../../../config/schema/failures.ts';
import type { FailureClass } from '../../../model/failure.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Government } from '../../../model/government.ts';
import { collect } from '../collect.ts';
import type { Recollection } from '../memory/recollection.ts';
import type { JudgedVisit } from '../visit/judged-visit.ts';
import { planned, type VisitSource } from '../visit-source.ts';
import { commonOptions, type RunContext } from './run-context.ts';
import type { RunSummary } from './run-options.ts';

/**
 * Visits once more, with longer limits, the governments that a passing failure left unknown. The
 * visit with fewer unknown findings counts.
 */
export async function runSecondPass(context: RunContext): Promise<RunSummary['secondPass']> {
  const waiting = await waitingForSecondPass(context);
  if (waiting.length === 0) return { visits: 0, better: 0 };
  context.recorder.secondPassStarted(waiting.length);
  return { visits: waiting.length, better: await visitAgain(context, planned(waiting)) };
}

/** The governments that the second pass visits, in the order of the plan. */
export async function waitingForSecondPass({
  options,
  run,
  plan,
}: Pick<RunContext, 'options' | 'run' | 'plan'>): Promise<readonly Government[]> {
  const { store, pack } = options;
  const waiting = await store.visits.awaitingSecondPass(run.id, classesThat(pack.failures, 'second-pass'));
  return plan.filter(({ code }) => waiting.has(code));
}

/** Makes the second visits that a source gives out; how many of them count. */
export async function visitAgain(context: RunContext, source: VisitSource): Promise<number> {
  const { options, recorder } = context;
  const { pack } = options;
  const again = classesThat(pack.failures, 'second-pass');
  let better = 0;
  await collect(source, {
    ...commonOptions(context),
    settings: longerLimits(options.settings, pack.failures),
    // The first pass has counted the captures that this one reuses.
    onCapture: (government, capture) => recorder.logCapture(government, capture),
    remember: false,
    recollect: (government) => recollectTonight(context, government, again),
    async onVisit(visit) {
      if (await commitIfBetter(context, visit)) better++;
    },
  });
  return better;
}

/** The second pass reuses the first pass's captures, except for failures of the given classes. */
async function recollectTonight(
  { options, run }: RunContext,
  { code }: Government,
  again: readonly FailureClass[],
): Promise<Recollection> {
  const captures = await options.store.captures.list(run.id, code);
  return { captures, unread: {}, from: { when: 'tonight', again }, findingsHold: false, pagesKey: null };
}

/** Replaces the first visit if the second tells more; false if the first stays. */
async function commitIfBetter(context: RunContext, visit: JudgedVisit): Promise<boolean> {
  const { options, run, recorder } = context;
  const { store } = options;
  const { government, outcome } = visit;
  if (!outcome.changed) throw new Error('a second visit is always made in full');
  const { code } = government;
  const { captures, findings, basis, unread } = outcome;
  recorder.probesFailed(government, outcome.problems);
  const better = worthMore(findings, await store.findings.list(run.id, { code }));
  if (!better) {
    await recorder.keepFirst(visit);
    return false;
  }
  recorder.secondVisitBetter(visit);
  const [earlier] = await store.visits.list(run.id, code);
  await recorder.commit(visit, {
    captures,
    findings,
    pass: 2,
    reading: basis,
    unread,
    ...(earlier === undefined ? {} : { earlier }),
  });
  return true;
}

/**
 * Settings of the second pass: longer time limits by the factor of the policies, and no retries.
 */
export function longerLimits(settings: CrawlSettings, policies: FailurePolicies): CrawlSettings {
  const factor = policies['second-pass']['limits-factor'];
  const { timeouts, budget, retry } = settings;
  const longer = (limit: number): number => Math.round(limit * factor);
  return {
    ...settings,
    timeouts: {
      ...timeouts,
      connect: longer(timeouts.connect),
      'first-byte': longer(timeouts['first-byte']),
      body: longer(timeouts.body),
      total: longer(timeouts.total),
    },
    budget: { ...budget, 'visit-time': longer(budget['visit-time']) },
    retry: { ...retry, attempts: 0 },
  };
}

/** Whether a second visit has fewer unknown findings, or as many and fewer that lack a measure. */
export function worthMore(second: readonly Finding[], first: readonly Finding[]): boolean {
  const unknown = (findings: readonly Finding[]): number => findings.filter(({ state }) => state === 'unknown').length;
  const partly = (findings: readonly Finding[]): number =>
    findings.filter(({ state, reason }) => state === 'present' && reason !== null).length;
  const less = unknown(first) - unknown(second);
  return less > 0 || (less === 0 && partly(second) < partly(first));
}
