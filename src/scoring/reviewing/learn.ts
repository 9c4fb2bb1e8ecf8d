import type { ReviewRule } from '../../config/schema/analysis.ts';
import type { NotFoundRule } from '../../config/schema/indicators.ts';
import { searchedReasons } from '../../model/failure.ts';
import type { Finding } from '../../model/finding.ts';
import type { Surprise } from './suspicion.ts';

/** What a review of a claim showed. */
export interface Outcome {
  /** Whether the claim of a whole cause was judged, or that of one finding. */
  readonly kind: 'shared' | 'own';
  readonly state: Finding['state'];
  /** Doubt that was stated before. */
  readonly expected: number;
  readonly wasWrong: boolean;
  /** How unusual the sharing of a judged cause was; left out for findings, and in logs of earlier releases. */
  readonly surprise?: Surprise | undefined;
}

/** What reviews have shown of errors. */
export interface ErrorRates {
  /** Probability that the rule of a probe is wrong for a product, by the surprise of each cause that nobody has judged. */
  shared(surprises: ReadonlyMap<string, Surprise>): ReadonlyMap<string, number>;
  /** By how much the stated doubt of a finding is multiplied. */
  own(finding: Pick<Finding, 'state'>): number;
}

/**
 * Corrects expected errors by what reviews found.
 *
 * - Rules: see `wrongRules`.
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
  const judged = outcomes.filter(({ kind }) => kind === 'shared');
  return {
    shared: (surprises) => wrongRules(surprises, judged, rule['wrong-rules']),
    own: ({ state }) => factors.get(state) ?? 1,
  };
}

/** Rounds of expectation maximisation; the parameters have settled long before. */
const rounds = 50;
/** Mean surprise of wrong rules before any was found: they state the same for nearly all customers. */
const wrongSurprise = 5;

/** A cause in the mixture: how unusual its sharing is, and how far it is known to be wrong. */
interface Weighed extends Surprise {
  readonly wrong: number;
}

/**
 * How probable it is that the rule behind each cause is wrong. Surprises of wrong rules are exponentially
 * distributed. Those of right rules would be so too, if it were known what is usual for their probe; it is
 * estimated from its k products, so the distribution is Lomax's of shape k, as that of Student for a mean. Share
 * and means are learned by expectation maximisation from the judged causes, which are what they are, and from
 * the others, which are wrong as probably as computed; so it does not matter that the most surprising ones are
 * judged first. The expectation before any review weighs as much as `weight` causes, `share` of them wrong.
 */
function wrongRules(
  surprises: ReadonlyMap<string, Surprise>,
  judged: readonly Outcome[],
  { share, weight }: ReviewRule['wrong-rules'],
): ReadonlyMap<string, number> {
  const known = judged.flatMap(({ surprise, wasWrong }): Weighed[] =>
    surprise === undefined ? [] : [{ ...surprise, wrong: wasWrong ? 1 : 0 }],
  );
  const wrong = judged.filter(({ wasWrong }) => wasWrong).length;
  const prior = { wrong: share * weight, right: (1 - share) * weight };
  let [rate, wrongMean, rightMean] = [share, wrongSurprise, 1];
  const chanceOf = ({ value, products }: Surprise): number => {
    const ifWrong = (rate / wrongMean) * Math.exp(-value / wrongMean);
    const ifRight = ((1 - rate) / rightMean) * (1 + value / (products * rightMean)) ** -(products + 1);
    return ifWrong / (ifWrong + ifRight);
  };
  for (let round = 0; round < rounds; round += 1) {
    const open = [...surprises.values()].map((surprise): Weighed => ({ ...surprise, wrong: chanceOf(surprise) }));
    const all = [...known, ...open];
    const sum = (of: (one: Weighed) => number): number => all.reduce((total, one) => total + of(one), 0);
    const expected = open.reduce((total, one) => total + one.wrong, 0);
    const own = sum((one) => one.wrong);
    const usual = rightMean;
    // A value far out says rather that its probe is unusual than that all are.
    const told = ({ value, products }: Surprise): number => (value * (products + 1)) / (products + value / usual);
    rate = (prior.wrong + wrong + expected) / (weight + judged.length + open.length);
    rightMean = (prior.right + sum((one) => (1 - one.wrong) * told(one))) / (prior.right + all.length - own);
    const mean = (prior.wrong * wrongSurprise + sum((one) => one.wrong * one.value)) / (prior.wrong + own);
    // Findings of a wrong rule are never less alike than those of a right one.
    wrongMean = Math.max(mean, rightMean);
  }
  return new Map([...surprises].map(([cause, surprise]) => [cause, chanceOf(surprise)]));
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
