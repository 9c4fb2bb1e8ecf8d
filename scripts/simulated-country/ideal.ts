import path from 'node:path';
import { loadPack, type Pack } from '../../src/config/pack.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Truth } from '../../src/model/truth.ts';
import { normalize } from '../../src/pipeline/assessment/normalize.ts';
import { type EditionYear, type Town, truthLinesOf, World, type WorldOptions } from '../../src/sandbox/index.ts';
import { countryMakers } from '../../src/sandbox/makers.ts';
import { type Assessment, assess } from '../../src/scoring/assess.ts';

/**
 * Pack and country of the calibration. Dates on pages move with the simulated day, facts do not.
 */
export const shippedPack: Pack = loadPack(path.resolve(import.meta.dirname, '../../config'));
export const simulatedDay = '2026-11-20';

export function countryOptions(year: EditionYear): WorldOptions {
  const { governments, observed } = shippedPack;
  return { governments, observed, families: countryMakers.families, year, today: simulatedDay };
}

export function countryOf(year: EditionYear, seed: number): World {
  return new World({ ...countryOptions(year), seed });
}

/**
 * Findings of a perfect visitor with a browser in a town, who reads everything. What the bot wall
 * hides is unknown.
 */
export function idealFindings(world: World, town: Town): Finding[] {
  return [...truthLinesOf(world, town)].map(({ state, ...line }) =>
    trueFinding({ ...line, states: typeof state === 'string' ? [state] : state }),
  );
}

/**
 * A line of a truth sheet as the finding of a perfect visitor. Of several accepted levels the first
 * one counts.
 */
export function trueFinding({ government, probe, states, levels, value, whole }: TrueLine): Finding {
  const seen = states.find((one) => one !== 'unknown') ?? 'unknown';
  const level = levels?.[0];
  return {
    government,
    probe,
    version: 1,
    state: seen,
    value: seen === 'present' ? { ...(level && { level }), ...merged(whole, value ?? undefined) } : null,
    confidence: 1,
    reason: seen === 'unknown' ? 'blocked' : null,
    evidence: [],
  };
}

type TrueLine = Pick<Truth, 'government' | 'probe' | 'states'> & Partial<Pick<Truth, 'levels' | 'value' | 'whole'>>;
type Measures = Readonly<Record<string, unknown>>;

/** The members of both; of records that both have, the members of each entry. */
function merged(whole: Measures = {}, value: Measures = {}): Record<string, unknown> {
  const both = Object.entries(value).map(([key, held]) => {
    const other = whole[key];
    return [key, isRecord(other) && isRecord(held) ? merged(other, held) : held] as const;
  });
  return { ...whole, ...Object.fromEntries(both) };
}

function isRecord(value: unknown): value is Measures {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Scores of the country under the shipped tree with ideal findings. */
export function idealAssessment(world: World): Assessment {
  const points = new Map(
    [...world.towns()].map((town) => [
      town.government.code,
      normalize(shippedPack.tree, idealFindings(world, town), undefined, simulatedDay),
    ]),
  );
  return assess(shippedPack.tree, world.residents, points);
}
