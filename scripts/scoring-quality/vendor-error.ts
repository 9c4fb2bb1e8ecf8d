import type { UncertaintySettings } from '../../src/config/schema/analysis.ts';
import type { IndicatorTree } from '../../src/config/schema/indicators.ts';
import { errorSourceOf } from '../../src/scoring/uncertainty/error-source.ts';
import { Generator } from '../../src/scoring/uncertainty/generator.ts';
import { measureUncertainty } from '../../src/scoring/uncertainty/measure.ts';
import { assessFindings, countryAt, type KnownCountry } from './country.ts';
import { type BrokenRule, type DetectorRule, detect } from './detector.ts';
import { type Coverage, coverageOf, meanOf } from './figures.ts';

export interface SmallCountries {
  readonly tree: IndicatorTree;
  readonly settings: UncertaintySettings;
  readonly countries: number;
  /** Governments of each. */
  readonly size: number;
}

/** What the intervals of many small countries hold, for one way in which detectors err. */
export interface ErrorRow {
  readonly name: string;
  /** Sums over the countries. */
  readonly coverage: Coverage;
  /** Share of the ranks held in the worst twentieth of the countries: errors drawn alone, and shared. */
  readonly worst: number;
  readonly worstShared: number;
}

export const careful: DetectorRule = {
  browser: true,
  unknownFindings: 0.06,
  unknownGovernments: 0,
  unproven: 0.3,
  confidence: [0.88, 0.99],
  sharedErrors: false,
  products: 12,
};

/** Whom a row is about. */
type Part = 'all' | 'affected' | 'others';

/**
 * Simulates small countries under detectors that err as often as they state, finding by finding or
 * together, and under one whose rule for one product is wrong as well. Country i, its detector and
 * the broken rule follow from seed i.
 */
export function vendorErrors(setup: SmallCountries): ErrorRow[] {
  const seeds = Array.from({ length: setup.countries }, (_, index) => index + 1);
  const nights = seeds.map((seed) => {
    const country = countryAt(seed, setup.size);
    return {
      alone: night(setup, country, careful, seed),
      together: night(setup, country, { ...careful, sharedErrors: true }, seed),
      broken: night(setup, country, { ...careful, broken: brokenRule(setup, seed) }, seed),
    };
  });
  return [
    rowOf(
      'every finding errs on its own',
      nights.map(({ alone }) => alone('all')),
    ),
    rowOf(
      'findings of a probe and product err together',
      nights.map(({ together }) => together('all')),
    ),
    rowOf(
      'one rule is wrong about one product',
      nights.map(({ broken }) => broken('all')),
    ),
    rowOf(
      '… governments with this product',
      nights.map(({ broken }) => broken('affected')),
    ),
    rowOf(
      '… the other governments',
      nights.map(({ broken }) => broken('others')),
    ),
  ];
}

/** A probe that feeds the total, and a product. */
function brokenRule({ tree }: SmallCountries, seed: number): BrokenRule {
  const probes = tree.capabilities
    .filter(({ role }) => role === 'evaluated')
    .flatMap(({ indicators }) => indicators.flatMap((branch) => branch.indicators.map(({ finding }) => finding)));
  const generator = startedAt(seed, 8);
  const probe = probes[Math.floor(generator.uniform() * probes.length)] ?? '';
  return { probe, product: Math.floor(generator.uniform() * careful.products) };
}

function startedAt(seed: number, stream: number): Generator {
  const generator = new Generator();
  generator.start(seed, stream, 0);
  return generator;
}

/** Coverage in one country, for the part asked for. */
function night(
  { tree, settings }: SmallCountries,
  country: KnownCountry,
  rule: DetectorRule,
  seed: number,
): (part: Part) => Coverage {
  const { governments, truth } = country;
  const findings = detect(governments, truth, rule, startedAt(seed, 7));
  const found = assessFindings(tree, country, findings);
  const real = assessFindings(tree, country, truth);
  const uncertainty = measureUncertainty(found, governments, findings, settings);
  const { broken } = rule;
  const source = broken === undefined ? '' : `${broken.probe} host p${broken.product}.example`;
  const affected = new Set(findings.flatMap((one) => (errorSourceOf(one) === source ? [one.government] : [])));
  return (part) =>
    coverageOf(real, uncertainty, (code) => part === 'all' || affected.has(code) === (part === 'affected'));
}

const kinds = ['score', 'rank', 'sharedScore', 'sharedRank'] as const;

function rowOf(name: string, nights: readonly Coverage[]): ErrorRow {
  const sum = (kind: (typeof kinds)[number]) => ({
    held: nights.reduce((total, one) => total + one[kind].held, 0),
    of: nights.reduce((total, one) => total + one[kind].of, 0),
  });
  return {
    name,
    coverage: {
      score: sum('score'),
      rank: sum('rank'),
      sharedScore: sum('sharedScore'),
      sharedRank: sum('sharedRank'),
      width: meanOf(nights.filter(({ score }) => score.of > 0).map(({ width }) => width)),
    },
    worst: worstOf(nights, 'rank'),
    worstShared: worstOf(nights, 'sharedRank'),
  };
}

function worstOf(nights: readonly Coverage[], kind: 'rank' | 'sharedRank'): number {
  const shares = nights.flatMap((one) => (one[kind].of === 0 ? [] : [one[kind].held / one[kind].of]));
  return shares.toSorted((a, b) => a - b)[Math.floor(shares.length / 20)] ?? Number.NaN;
}
