import type { Pack } from '../config/pack.ts';
import { type Finding, findingKey } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import type { StaleFinding } from '../model/judged-finding.ts';
import { applyReviews, machineFinding, type Review } from '../model/review.ts';
import { assessFindings } from '../pipeline/assessment/assess-run.ts';
import { type AssessedState, assessCurrent } from '../pipeline/assessment/assessed-state.ts';
import { lastKnownOf } from '../pipeline/assessment/stale-findings.ts';
import type { Adoption, Share } from '../scoring/adoption.ts';
import type { Assessment } from '../scoring/assess.ts';
import { type Standing, standingOf } from '../scoring/explaining/standing.ts';
import type { Point } from '../scoring/point.ts';
import { type Current, observedAt } from '../store/current.ts';
import type { Store } from '../store/store.ts';

/** The point of one leaf before and after. */
export interface PointChange {
  readonly leaf: string;
  readonly name: string;
  readonly probe: string;
  readonly before: Point;
  readonly after: Point;
}

/** What reviews change for one government. */
export interface ReviewEffect {
  readonly government: Government;
  readonly before: Standing;
  readonly after: Standing;
  /** Leaves whose point changes, in the order of the tree. */
  readonly points: readonly PointChange[];
}

/** A share of governments in the bulletin before and after. */
export interface ShareChange {
  readonly text: string;
  readonly before: Pick<Share, 'numerator' | 'denominator'>;
  readonly after: Pick<Share, 'numerator' | 'denominator'>;
}

export interface ReviewEffects {
  /** The governments that the reviews speak of, in the order given. */
  readonly effects: readonly ReviewEffect[];
  /** Other governments whose rank, and whose tier or level, changes with them. */
  readonly others: { readonly ranks: number; readonly levels: number };
  /** Shares of the bulletin that change. */
  readonly shares: readonly ShareChange[];
}

/**
 * What scores, ranks and tiers become when the log of reviews is another one. Nothing is stored.
 *
 * @param reviews the whole log as it would be
 * @param codes governments to tell of
 */
export async function effectsOf(
  store: Store,
  pack: Pack,
  current: Current,
  reviews: readonly Review[],
  codes: readonly string[],
): Promise<ReviewEffects> {
  const now = await assessedOnce(store, pack, current);
  const findings = reviewed(current, reviews);
  const then = assessFindings(
    pack,
    current.governments,
    findings,
    lastKnownOf(stillUnknown(now, findings)),
    current.run.started,
  );
  const [before, after] = [now.assessment, then.assessment];
  const told = new Set(codes);
  const governments = new Map(current.governments.map((government) => [government.code, government]));
  const effects = [...told].flatMap((code): ReviewEffect[] => {
    const government = governments.get(code);
    const [was, is] = [standingOf(before, code), standingOf(after, code)];
    if (government === undefined || was === null || is === null) return [];
    return [{ government, before: was, after: is, points: changedPoints(before, after, code) }];
  });
  const shares = changedShares(now.adoption, then.adoption);
  return { effects, others: othersMoved(before, after, told), shares };
}

/** Assessed states, by what they were read from: a person looks at many decisions between two changes. */
const assessed = new WeakMap<Current, Promise<AssessedState>>();

function assessedOnce(store: Store, pack: Pack, current: Current): Promise<AssessedState> {
  const known = assessed.get(current) ?? assessCurrent(store, pack, current);
  assessed.set(current, known);
  known.catch(() => assessed.delete(current));
  return known;
}

/** What was known before of findings that reviews leave as unknown as they were. */
function stillUnknown({ stale }: AssessedState, findings: readonly Finding[]): StaleFinding[] {
  return findings.flatMap((finding) => {
    const earlier = stale.get(findingKey(finding));
    return earlier === undefined || finding.state !== 'unknown' || finding.review?.status === 'applied'
      ? []
      : [earlier];
  });
}

function changedShares(before: readonly Adoption[], after: readonly Adoption[]): ShareChange[] {
  const was = new Map(before.map((item) => [item.statement, item.overall]));
  return after.flatMap(({ statement, text, overall }): ShareChange[] => {
    const old = was.get(statement);
    const isSame = old?.numerator === overall.numerator && old.denominator === overall.denominator;
    return old === undefined || isSame ? [] : [{ text, before: old, after: overall }];
  });
}

/** The findings with another log of reviews laid over what the probes found. */
function reviewed(current: Current, reviews: readonly Review[]): Finding[] {
  const byKey = Map.groupBy(reviews, (review) => findingKey(review));
  return current.findings.map((finding) => {
    const key = findingKey(finding);
    const run = current.sources.get(key) ?? current.run;
    return applyReviews(machineFinding(finding), observedAt(run), byKey.get(key) ?? []);
  });
}

function changedPoints(before: Assessment, after: Assessment, code: string): PointChange[] {
  const pointsOf = ({ scores }: Assessment): ReadonlyMap<string, Point> =>
    new Map(scores.find(({ government }) => government === code)?.points.map((point) => [point.leaf, point]));
  const [was, is] = [pointsOf(before), pointsOf(after)];
  return after.tree.nodes.flatMap(({ leaf, name }): PointChange[] => {
    const [old, now] = [was.get(leaf?.id ?? ''), is.get(leaf?.id ?? '')];
    if (leaf === null || old === undefined || now === undefined) return [];
    const isSame = old.point === now.point && old.low === now.low && old.high === now.high && old.state === now.state;
    return isSame ? [] : [{ leaf: leaf.id, name, probe: leaf.finding, before: old, after: now }];
  });
}

function othersMoved(before: Assessment, after: Assessment, told: ReadonlySet<string>): ReviewEffects['others'] {
  const was = new Map(before.ranking.map(({ government, rank }) => [government, rank]));
  const others = after.ranking.filter(({ government }) => !told.has(government));
  const levelOf = ({ tiering }: Assessment, code: string): string | undefined => tiering.places[code]?.level;
  return {
    ranks: others.filter(({ government, rank }) => (was.get(government) ?? null) !== rank).length,
    levels: others.filter(({ government }) => levelOf(before, government) !== levelOf(after, government)).length,
  };
}
