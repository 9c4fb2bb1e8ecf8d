import type { ReviewRule } from '../../config/schema/analysis.ts';
import type { NotFoundRule } from '../../config/schema/indicators.ts';
import { searchedReasons } from '../../model/failure.ts';
import type { Finding } from '../../model/finding.ts';

/** What a review of a claim showed. */
export interface Outcome {
  /** Whether the claim of a whole cause was judged, or that of one finding. */
  readonly kind: 'shared' | 'own';
  readonly state: Finding['state'];
  /** Doubt that was stated before. */
  readonly expected: number;
  readonly wasWrong: boolean;
}

/** What reviews have shown of errors. */
export interface ErrorRates {
  /**
   * Probability that the rule of a probe is wrong for a product, by the Bayes factor of each cause
   * that nobody has judged.
   */
  shared(factors: ReadonlyMap<string, number>): ReadonlyMap<string, number>;
  /** By how much the stated doubt of a finding is multiplied. */
  own(finding: Pick<Finding, 'state'>): number;
}

/** Rounds of expectation maximisation; the share has settled long before. */
const rounds = 50;

/**
 * Corrects expected errors by what reviews found.
 *
 * - Rules: a share of them is wrong, with a beta distribution of the configured mean that weighs as
 * much as `weight` products; judged products count as what they are, the others by how suspicious
 * their claims are (expectation maximisation).
 * - Own errors: their number among the reviewed findings is taken as Poisson with the expected
 * number times an unknown factor, whose prior is a gamma distribution with mean 1 that weighs as
 * much as `prior-errors` expected errors; the posterior mean is (prior + found) / (prior +
 * expected). Present and absent findings have a factor each.
 */
export function learnRates(
  outcomes: readonly Outcome[],
  rule: Pick<ReviewRule, 'wrong-rules' | 'prior-errors'>,
): ErrorRates {
  const prior = rule['prior-errors'];
  const { share, weight } = rule['wrong-rules'];
  const judged = outcomes.filter(({ kind }) => kind === 'shared');
  const wrong = judged.filter(({ wasWrong }) => wasWrong).length;
  const factor = (chosen: (one: Outcome) => boolean): number => {
    const own = outcomes.filter(chosen);
    const expected = own.reduce((sum, one) => sum + one.expected, 0);
    return (prior + own.filter(({ wasWrong }) => wasWrong).length) / (prior + expected);
  };
  const factors = new Map(
    (['present', 'absent'] as const).map((state) => [
      state as string,
      factor((one) => one.kind === 'own' && one.state === state),
    ]),
  );
  const shared = (factors: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
    let rate = (share * weight + wrong) / (weight + judged.length);
    const given = (factor: number): number => (rate * factor) / (1 - rate + rate * factor);
    for (let round = 0; round < rounds; round += 1) {
      const expected = [...factors.values()].reduce((sum, factor) => sum + given(factor), 0);
      rate = (share * weight + wrong + expected) / (weight + judged.length + factors.size);
    }
    return new Map([...factors].map(([cause, factor]) => [cause, given(factor)]));
  };
  return { shared, own: ({ state }) => factors.get(state) ?? 1 };
}

/**
 * How much of what is not found is not there, by what people found of such findings: the beta
 * distribution of the tree, continued with their decisions.
 *
 * @param findings with reviews laid over them
 */
export function learnNotFound(rule: NotFoundRule | null, findings: readonly Finding[]): NotFoundRule | null {
  if (rule === null || rule.deviation === 0) return rule;
  const { share, deviation } = rule;
  const weight = (share * (1 - share)) / deviation ** 2 - 1;
  const judged = findings.filter(
    ({ state, review }) =>
      review?.status === 'applied' &&
      review.machine.state === 'unknown' &&
      searchedReasons.has(review.machine.reason ?? '') &&
      (state === 'present' || state === 'absent'),
  );
  const absent = judged.filter(({ state }) => state === 'absent').length;
  const [a, b] = [share * weight + absent, (1 - share) * weight + judged.length - absent];
  return { share: a / (a + b), deviation: Math.sqrt((a * b) / ((a + b) ** 2 * (a + b + 1))) };
}
