import { truthSheet } from '../../src/application/evaluate.ts';
import { openRuns } from '../../src/application/state.ts';
import { type Finding, findingKey } from '../../src/model/finding.ts';
import type { Government } from '../../src/model/government.ts';
import { machineFinding } from '../../src/model/review.ts';
import type { Assessment } from '../../src/scoring/assess.ts';
import { Generator } from '../../src/scoring/uncertainty/generator.ts';
import { Store } from '../../src/store/store.ts';
import { assessFindings, countryAt } from '../scoring-quality/country.ts';
import { type DetectorRule, detect } from '../scoring-quality/detector.ts';
import { shippedPack, trueFinding } from '../simulated-country/ideal.ts';

/** A crawled country beside its hidden truth; only governments that the crawl ranks. */
export interface CrawledCountry {
  readonly governments: readonly Government[];
  readonly day: string;
  readonly isMadeUp: boolean;
  /** What the probes found. */
  readonly findings: readonly Finding[];
  /** What is true, by `government probe`. */
  readonly truth: ReadonlyMap<string, Finding>;
  readonly trueAssessment: Assessment;
}

/** Reads a crawl and its truth sheet; governments without a rank are left out. */
export async function crawledCountry(data: string, sheet: string): Promise<CrawledCountry> {
  const truths = truthSheet(sheet, shippedPack).map(trueFinding);
  const store = await Store.open(data, 'read');
  try {
    const state = await openRuns(store, shippedPack, undefined);
    const day = state.current.run.started;
    const found = state.findings.map(machineFinding);
    const whole = { governments: state.governments, day };
    const ranked = new Set(
      assessFindings(shippedPack.tree, whole, found).ranking.flatMap(({ government, rank }) =>
        rank === null ? [] : [government],
      ),
    );
    const governments = state.governments.filter(({ code }) => ranked.has(code));
    const isMeant = ({ government }: Finding): boolean => ranked.has(government);
    const own = truths.filter(isMeant);
    return {
      ...{ governments, day, isMadeUp: false, findings: found.filter(isMeant) },
      truth: new Map(own.map((finding) => [findingKey(finding), finding])),
      trueAssessment: assessFindings(shippedPack.tree, { governments, day }, own),
    };
  } finally {
    await store.close();
  }
}

/** A simulated country as a made-up detector sees it; every government is ranked. */
export function madeUpCountry(seed: number, rule: DetectorRule): CrawledCountry {
  const country = countryAt(seed, Number.MAX_SAFE_INTEGER);
  const generator = new Generator();
  generator.start(seed, 301, 0);
  const { governments, truth, day } = country;
  return {
    ...{ governments, day, isMadeUp: true },
    findings: detect(governments, truth, rule, generator),
    truth: new Map(truth.map((finding) => [findingKey(finding), finding])),
    trueAssessment: assessFindings(shippedPack.tree, country, truth),
  };
}

/** Governments whose tier is another one than in the truth, where both find their own breaks. */
export function wrongTiers(country: CrawledCountry, found: Assessment): number {
  const truth = country.trueAssessment.tiering.places;
  return country.governments.filter(({ code }) => found.tiering.places[code]?.letter !== truth[code]?.letter).length;
}

/** The same where tiers end at given ranks. */
export function wrongSides(country: CrawledCountry, found: Assessment, ends: readonly number[]): number {
  const [own, truth] = [found, country.trueAssessment].map(
    ({ ranking }) => new Map(ranking.map(({ government, rank }) => [government, rank ?? 0])),
  );
  const tierOf = (rank: number): number => ends.filter((end) => rank > end).length;
  return country.governments.filter(({ code }) => tierOf(own?.get(code) ?? 0) !== tierOf(truth?.get(code) ?? 0)).length;
}

/** Ranks after which tiers end. */
export function endsOf({ tiering }: Assessment): number[] {
  return tiering.breaks.map(({ after }) => after);
}
