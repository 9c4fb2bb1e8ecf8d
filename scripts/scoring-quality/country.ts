import type { IndicatorTree } from '../../src/config/schema/indicators.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Government } from '../../src/model/government.ts';
import { normalize } from '../../src/pipeline/assessment/normalize.ts';
import { type Assessment, assess } from '../../src/scoring/assess.ts';
import { countryOf, idealFindings, simulatedDay } from '../simulated-country/ideal.ts';

/** A country of which the truth is known. */
export interface KnownCountry {
  readonly governments: readonly Government[];
  /** What a perfect visitor finds. */
  readonly truth: readonly Finding[];
  /** The day from which ages are counted: an ISO day or moment. */
  readonly day: string;
}

/** Some of the scored towns of the simulated country of a seed; all where `size` is larger. */
export function countryAt(seed: number, size: number): KnownCountry {
  const world = countryOf(2023, seed);
  const scored = [...world.governments.keys()];
  const step = Math.max(1, Math.floor(scored.length / size));
  const towns = scored
    .filter((index) => index % step === seed % step)
    .slice(0, size)
    .map((index) => world.town(index));
  return {
    governments: towns.map(({ government }) => government),
    truth: towns.flatMap((town) => idealFindings(world, town)),
    day: simulatedDay,
  };
}

/** The assessment that findings of the country lead to. */
export function assessFindings(
  tree: IndicatorTree,
  { governments, day }: Pick<KnownCountry, 'governments' | 'day'>,
  findings: readonly Finding[],
): Assessment {
  const byCode = Map.groupBy(findings, ({ government }) => government);
  const points = governments.map(
    ({ code }) => [code, normalize(tree, byCode.get(code) ?? [], undefined, day)] as const,
  );
  return assess(tree, governments, new Map(points));
}
