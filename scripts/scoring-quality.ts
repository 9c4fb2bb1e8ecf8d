// Measures what the scoring is worth on countries whose truth is known: npm run bench is for time, this is
// for truth. node scripts/scoring-quality.ts [--countries 200] [--size 60] [--draws 2000] [--json]
import { parseArgs } from 'node:util';
import { sampleRankCorrelation } from 'simple-statistics';
import type { IndicatorTree } from '../src/config/schema/indicators.ts';
import type { Finding } from '../src/model/finding.ts';
import type { Government } from '../src/model/government.ts';
import { normalize } from '../src/pipeline/assessment/normalize.ts';
import { type Assessment, assess } from '../src/scoring/assess.ts';
import { Generator } from '../src/scoring/uncertainty/generator.ts';
import { measureUncertainty } from '../src/scoring/uncertainty/measure.ts';
import { type DetectorRule, detect } from './scoring-quality/detector.ts';
import { countryOf, idealFindings, shippedPack, simulatedDay } from './simulated-country/ideal.ts';

const { values } = parseArgs({
  options: {
    countries: { type: 'string', default: '200' },
    size: { type: 'string', default: '60' },
    draws: { type: 'string', default: '2000' },
    renormalize: { type: 'boolean', default: false },
  },
});

const quality: DetectorRule = {
  browser: true,
  unknownFindings: 0.06,
  unknownGovernments: 0.02,
  confidence: [0.88, 0.99],
  sharedErrors: false,
  products: 12,
};

interface Country {
  readonly governments: readonly Government[];
  readonly truth: readonly Finding[];
}

function countryAt(seed: number, size: number): Country {
  const world = countryOf(2023, seed);
  const towns = [...world.towns()].filter(({ government }) => government.scored);
  const step = Math.max(1, Math.floor(towns.length / size));
  const chosen = towns.filter((_, index) => index % step === seed % step).slice(0, size);
  return {
    governments: chosen.map(({ government }) => government),
    truth: chosen.flatMap((town) => idealFindings(world, town)),
  };
}

const tree: IndicatorTree = values.renormalize ? renormalizing(shippedPack.tree) : shippedPack.tree;

function renormalizing(source: IndicatorTree): IndicatorTree {
  const copy = structuredClone(source);
  for (const { indicators } of copy.capabilities)
    for (const branch of indicators) for (const leaf of branch.indicators) leaf.unknown = 'renormalize';
  return copy;
}

function assessed({ governments }: Country, findings: readonly Finding[]): Assessment {
  const byCode = Map.groupBy(findings, ({ government }) => government);
  const points = governments.map(
    ({ code }) => [code, normalize(tree, byCode.get(code) ?? [], undefined, simulatedDay)] as const,
  );
  return assess(tree, governments, new Map(points));
}

/** What one seeded night over one country came to. */
interface Night {
  readonly spearman: number;
  readonly ranked: number;
  readonly all: number;
  /** Governments whose true score lies in the interval: errors drawn alone, and shared. */
  readonly held: number;
  readonly heldShared: number;
  /** The same of the true rank. */
  readonly rankHeld: number;
  readonly rankHeldShared: number;
  readonly tiers: Readonly<Record<string, string>>;
  readonly flagged: number;
}

function nightOver(country: Country, rule: DetectorRule, seed: number, draws: number): Night {
  const generator = new Generator();
  generator.start(seed, 7, 0);
  const findings = detect(country.governments, country.truth, rule, generator);
  const found = assessed(country, findings);
  const truth = assessed(country, country.truth);
  const trueScore = new Map(truth.scores.map(({ government, nodes }) => [government, nodes[0]?.score ?? 0]));
  const settings = { ...shippedPack.analysis.uncertainty, draws };
  const { governments: places, flagged } = measureUncertainty(found, country.governments, findings, settings);
  const trueScores = places.map(({ government }) => trueScore.get(government) ?? 0);
  const trueRanks = trueScores.map((own) => 1 + trueScores.filter((other) => other > own).length);
  const count = (test: (place: (typeof places)[number], index: number) => boolean) => places.filter(test).length;
  const inside = ({ low, high }: { readonly low: number; readonly high: number }, value: number | undefined) =>
    value !== undefined && value >= low && value <= high;
  return {
    spearman: sampleRankCorrelation(
      places.map(({ nominal }) => nominal.score),
      trueScores,
    ),
    ranked: places.length,
    all: country.governments.length,
    held: count(({ score }, index) => inside(score, trueScores[index])),
    heldShared: count(({ shared, score }, index) => inside(shared?.score ?? score, trueScores[index])),
    rankHeld: count(({ rank }, index) => inside(rank, trueRanks[index])),
    rankHeldShared: count(({ shared, rank }, index) => inside(shared?.rank ?? rank, trueRanks[index])),
    tiers: Object.fromEntries(Object.entries(found.tiering.places).map(([code, { letter }]) => [code, letter])),
    flagged,
  };
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

function wholeCountry(browser: boolean): void {
  const country = countryAt(1, Number.MAX_SAFE_INTEGER);
  const [first, second] = [1, 2].map((seed) => nightOver(country, { ...quality, browser }, seed, Number(values.draws)));
  if (first === undefined || second === undefined) throw new Error('no night');
  const both = Object.keys(first.tiers).filter((code) => second.tiers[code] !== undefined);
  const kept = both.filter((code) => first.tiers[code] === second.tiers[code]).length;
  process.stdout.write(
    `whole country, ${browser ? 'with' : 'without'} a browser, two seeded nights: Spearman ${first.spearman.toFixed(3)} and ` +
      `${second.spearman.toFixed(3)}; true score in the 90 % interval ${percent(first.held, first.ranked)} and ${percent(second.held, second.ranked)} ` +
      `(errors shared: ${percent(first.heldShared, first.ranked)}); true rank ${percent(first.rankHeld, first.ranked)}; ranked ${first.ranked} of ${first.all}; ` +
      `tiers kept by the second seed ${percent(kept, both.length)}; doubtful ${percent(first.flagged, first.ranked)}\n`,
  );
}

function smallCountries(sharedErrors: boolean): void {
  const nights = Array.from({ length: Number(values.countries) }, (_, index) =>
    nightOver(countryAt(index + 1, Number(values.size)), { ...quality, sharedErrors }, index + 1, Number(values.draws)),
  );
  const sum = (key: 'held' | 'heldShared' | 'rankHeld' | 'rankHeldShared' | 'ranked') =>
    nights.reduce((total, night) => total + night[key], 0);
  process.stdout.write(
    `${nights.length} countries of ${values.size}, errors ${sharedErrors ? 'shared by probe and product' : 'independent'}: ` +
      `true score in the interval ${percent(sum('held'), sum('ranked'))} drawn alone, ${percent(sum('heldShared'), sum('ranked'))} drawn shared; ` +
      `true rank ${percent(sum('rankHeld'), sum('ranked'))} and ${percent(sum('rankHeldShared'), sum('ranked'))}\n`,
  );
}

wholeCountry(false);
wholeCountry(true);
smallCountries(false);
smallCountries(true);
