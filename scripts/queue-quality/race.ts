import { type Finding, findingKey } from '../../src/model/finding.ts';
import type { Forecast } from '../../src/scoring/reviewing/forecast.ts';
import { measureQueue, type Queue } from '../../src/scoring/reviewing/queue.ts';
import { drawHash } from '../../src/scoring/sampling/draw-hash.ts';
import { assessFindings } from '../scoring-quality/country.ts';
import { shippedPack } from '../simulated-country/ideal.ts';
import { type CrawledCountry, wrongTiers } from './country.ts';
import { Reviewer } from './reviewer.ts';
import { pointsOf, type Seeded } from './seed-errors.ts';

/** The state after so many reviews. */
export interface Mark {
  readonly decisions: number;
  readonly looks: number;
  readonly wrong: number;
  /** What was forecast for the batch that ended here; null for other orders. */
  readonly forecast: Forecast | null;
  /** Whether stopping was advised before this batch. */
  readonly stop: boolean;
}

export const orders = ['worth', 'confidence', 'random'] as const;
export type Order = (typeof orders)[number];

const { tree, analysis } = shippedPack;
/** A made-up detector states no wrong measure of a thing that it is right about. */
const madeUp = { ...analysis.uncertainty, 'wrong-measures': 0 };

/** Reviews in one order, batch by batch. */
export function race(country: CrawledCountry, seeded: Seeded, order: Order, batches: number, seed: number): Mark[] {
  const rule = analysis.review;
  const truePoints = pointsOf({ ...country, findings: [...country.truth.values()] });
  const reviewer = new Reviewer(country, seeded.findings, truePoints, pointReader(country));
  const fixed = order === 'worth' ? [] : fixedOrder(seeded.findings, order, seed);
  const assess = () => assessFindings(tree, country, [...reviewer.findings.values()]);
  const marks: Mark[] = [{ decisions: 0, looks: 0, wrong: wrongTiers(country, assess()), forecast: null, stop: false }];
  for (let batch = 0; batch < batches; batch += 1) {
    let queue: Queue | null = null;
    if (order === 'worth') {
      queue = measureQueue({
        ...{ assessment: assess(), governments: country.governments, findings: [...reviewer.findings.values()] },
        ...{
          uncertainty: country.isMadeUp ? madeUp : analysis.uncertainty,
          rule,
          settledCauses: reviewer.settledCauses,
        },
        outcomes: reviewer.outcomes,
      });
      for (const entry of queue.entries.slice(0, rule.batch)) reviewer.decide(entry);
    } else {
      for (const finding of fixed.slice(batch * rule.batch, (batch + 1) * rule.batch))
        reviewer.single(findingKey(finding), 1 - finding.confidence);
    }
    const { decisions, looks } = reviewer;
    const stop = queue?.advice.stop ?? false;
    marks.push({ decisions, looks, wrong: wrongTiers(country, assess()), forecast: queue?.next ?? null, stop });
  }
  return marks;
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
