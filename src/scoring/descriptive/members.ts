import type { Government } from '../../model/government.ts';
import type { Assessment } from '../assess.ts';
import type { GovernmentScore } from '../score.ts';

/** A ranked government with its scores: the unit that every statistic counts. */
export interface Member {
  readonly government: Government;
  readonly score: GovernmentScore;
}

/**
 * The governments that statistics are taken over: those of the ranking (observed platforms are not among them), in the order
 * of the registry. Whether one has a score is asked node by node: an unknown node is left out there and counted as unknown.
 *
 * @param among codes to keep; everyone when left out.
 */
export function membersOf(
  assessment: Assessment,
  governments: readonly Government[],
  among?: ReadonlySet<string>,
): Member[] {
  const scores = new Map(assessment.scores.map((score) => [score.government, score]));
  const seen = new Set<string>();
  return governments.flatMap((government): Member[] => {
    const score = scores.get(government.code);
    if (!government.scored || score === undefined || seen.has(government.code)) return [];
    seen.add(government.code);
    return among === undefined || among.has(government.code) ? [{ government, score }] : [];
  });
}
