import { type Finding, findingKey } from '../../src/model/finding.ts';
import type { Assessment } from '../../src/scoring/assess.ts';
import type { Forecast } from '../../src/scoring/reviewing/forecast.ts';
import type { Outcome } from '../../src/scoring/reviewing/learn.ts';
import { measureQueue, type Queue } from '../../src/scoring/reviewing/queue.ts';
import { drawHash } from '../../src/scoring/sampling/draw-hash.ts';
import { assessFindings } from '../scoring-quality/country.ts';
import { shippedPack } from '../simulated-country/ideal.ts';
import { type CrawledCountry, endsOf, wrongSides, wrongTiers } from './country.ts';
import { Reviewer } from './reviewer.ts';
import { pointsOf, type Seeded } from './seed-errors.ts';

/** The state after so many reviews. */
export interface Mark {
  readonly decisions: number;
  readonly looks: number;
  /** Wrong tiers, where they end at the ranks of the breaks before any review. */
  readonly wrong: number;
  /** Wrong tiers by breaks that are found anew. */
  readonly ruled: number;
  /**
   * What was forecast for the batch that ended here, and what it settled by the same breaks; null
   * for other orders.
   */
  readonly forecast: (Pick<Forecast, 'before' | 'settled'> & { readonly was: number; readonly done: number }) | null;
  /** Whether stopping was advised before this batch. */
  readonly stop: boolean;
  /** Claims that the batch judged, with the doubt that was stated of them. */
  readonly outcomes: readonly Outcome[];
}

/** `single`: by worth, without entries that many findings share. */
export const orders = ['worth', 'single', 'confidence', 'random'] as const;
export type Order = (typeof orders)[number];

const { tree, analysis } = shippedPack;
/** A made-up detector states no wrong measure of a thing that it is right about. */
const madeUp = { ...analysis.uncertainty, 'wrong-measures': 0 };

/** Reviews in one order, batch by batch. */
export function race(country: CrawledCountry, seeded: Seeded, order: Order, batches: number, seed: number): Mark[] {
  const rule = analysis.review;
  const truePoints = pointsOf({ ...country, findings: [...country.truth.values()] });
  const reviewer = new Reviewer(country, seeded.findings, truePoints, pointReader(country));
  const byWorth = order === 'worth' || order === 'single';
  const fixed = byWorth ? [] : fixedOrder(seeded.findings, order, seed);
  const assess = () => assessFindings(tree, country, [...reviewer.findings.values()]);
  let assessment = assess();
  const first = endsOf(assessment);
  const wrong = (): Pick<Mark, 'wrong' | 'ruled'> => {
    return { wrong: wrongSides(country, assessment, first), ruled: wrongTiers(country, assessment) };
  };
  const marks: Mark[] = [{ decisions: 0, looks: 0, ...wrong(), forecast: null, stop: false, outcomes: [] }];
  for (let batch = 0; batch < batches; batch += 1) {
    const ends = endsOf(assessment);
    const was = wrongSides(country, assessment, ends);
    const judged = reviewer.outcomes.length;
    const queue = byWorth ? queueOf(country, assessment, reviewer) : null;
    const entries = (queue?.entries ?? []).filter(({ kind }) => order === 'worth' || kind !== 'shared');
    for (const entry of entries.slice(0, rule.batch)) reviewer.decide(entry);
    for (const finding of fixed.slice(batch * rule.batch, (batch + 1) * rule.batch))
      reviewer.single(findingKey(finding), 1 - finding.confidence);
    assessment = assess();
    const done = was - wrongSides(country, assessment, ends);
    const forecast = queue === null || order === 'single' ? null : { ...queue.next, was, done };
    const { decisions, looks } = reviewer;
    const outcomes = reviewer.outcomes.slice(judged);
    marks.push({ decisions, looks, ...wrong(), forecast, stop: queue?.advice.stop ?? false, outcomes });
  }
  return marks;
}

function queueOf(country: CrawledCountry, assessment: Assessment, reviewer: Reviewer): Queue {
  return measureQueue({
    ...{ assessment, governments: country.governments, findings: [...reviewer.findings.values()] },
    ...{ uncertainty: country.isMadeUp ? madeUp : analysis.uncertainty, rule: analysis.review },
    ...{ settledCauses: reviewer.settledCauses, outcomes: reviewer.outcomes },
  });
}

/** Findings in an order that is known from the start; equal ones by hash. */
function fixedOrder(findings: readonly Finding[], order: Order, seed: number): Finding[] {
  const lot = new Map(findings.map((finding) => [finding, drawHash(String(seed), findingKey(finding))]));
  const byLot = (a: Finding, b: Finding): number => (lot.get(a) ?? 0) - (lot.get(b) ?? 0);
  if (order === 'random') return findings.toSorted(byLot);
  return findings.toSorted((a, b) => a.confidence - b.confidence || byLot(a, b));
}

/** Reads the point of one finding, as if it were alone. */
function pointReader(country: CrawledCountry): (finding: Finding) => number | null {
  return (finding) =>
    pointsOf({
      day: country.day,
      governments: country.governments.filter(({ code }) => code === finding.government),
      findings: [finding],
    }).get(findingKey(finding))?.point ?? null;
}
