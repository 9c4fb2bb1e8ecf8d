import type { Pack } from '../../config/pack.ts';
import type { Finding } from '../../model/finding.ts';
import type { Truth } from '../../model/truth.ts';
import type { Probe } from '../../probes/contract.ts';
import { rawScore } from '../../scoring/calibration/apply.ts';
import type { Case } from '../../scoring/calibration/fit.ts';
import type { Store } from '../../store/store.ts';
import { judgeStored } from '../judging/judge-stored.ts';
import { isSampled } from './reviewing/readings.ts';

export interface CaseOptions {
  readonly pack: Pack;
  readonly probes: readonly Probe[];
}

/**
 * The claims of today's probes about the captures of a run, beside the truth. Stored findings are
 * not read: they state the confidence that an earlier calibration gave, and may be those of earlier
 * probes.
 *
 * @param world the name under which the cases are counted.
 */
export async function casesFromTruth(
  store: Store,
  run: string,
  truths: readonly Truth[],
  world: string,
  options: CaseOptions,
): Promise<Case[]> {
  const judgedAgain = await judgeOf(store, run, options);
  const cases: Case[] = [];
  for (const [code, lines] of Map.groupBy(truths, ({ government }) => government)) {
    const findings = await judgedAgain(code);
    for (const { probe, states } of lines) cases.push(...caseOf(world, findings.get(probe), states));
  }
  return cases;
}

/**
 * The same with what people decided: every review in force is the truth about the captures that its
 * author looked at, unless nobody could tell.
 *
 * @param onlySampled of findings that were drawn by hash, which nobody chose.
 */
export async function casesFromReviews(store: Store, options: CaseOptions, onlySampled: boolean): Promise<Case[]> {
  const share = options.pack.analysis.review['sample-share'];
  const reviews = (await store.reviews.list()).filter(
    (review) => review.status === 'open' && review.state !== 'unknown' && (!onlySampled || isSampled(review, share)),
  );
  const cases: Case[] = [];
  for (const [run, ofRun] of Map.groupBy(reviews, (review) => review.run)) {
    const judgedAgain = await judgeOf(store, run, options);
    for (const [code, ofVisit] of Map.groupBy(ofRun, ({ government }) => government)) {
      const findings = await judgedAgain(code);
      for (const { probe, state } of ofVisit) cases.push(...caseOf('reviews', findings.get(probe), [state]));
    }
  }
  return cases;
}

type JudgeAgain = (code: string) => Promise<ReadonlyMap<string, Finding>>;

/**
 * Judges visits of a run again: findings by probe, with the strength that the probes themselves
 * give; none where the run holds no such visit.
 */
async function judgeOf(store: Store, run: string, { pack, probes }: CaseOptions): Promise<JudgeAgain> {
  const visits = new Map((await store.visits.list(run)).map((visit) => [visit.code, visit]));
  const governments = new Map((await store.runs.plan(run)).map((government) => [government.code, government]));
  const plain = { ...pack, calibration: null };
  return async (code) => {
    const unread = visits.get(code)?.unread;
    const government = governments.get(code);
    if (unread === undefined || government === undefined) return new Map();
    const captures = await store.captures.list(run, code);
    const { findings } = await judgeStored(store.evidence, { government, unread, captures }, { pack: plain, probes });
    return new Map(findings.map((finding) => [finding.probe, finding]));
  };
}

function caseOf(world: string, finding: Finding | undefined, states: Truth['states']): Case[] {
  if (finding === undefined || (finding.state !== 'present' && finding.state !== 'absent')) return [];
  const { government, probe, state } = finding;
  return [{ world, government, probe, state, score: rawScore(finding), right: states.includes(state) }];
}
