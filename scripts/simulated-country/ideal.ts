import path from 'node:path';
import { loadPack, type Pack } from '../../src/config/pack.ts';
import type { Finding } from '../../src/model/finding.ts';
import { normalize } from '../../src/pipeline/assessment/normalize.ts';
import {
  type EditionYear,
  type Town,
  type TownTruth,
  truthLinesOf,
  World,
  type WorldOptions,
} from '../../src/sandbox/index.ts';
import { countryMakers } from '../../src/sandbox/makers.ts';
import { searchVendorOf } from '../../src/sandbox/portal/search/vendors.ts';
import { guideElements } from '../../src/sandbox/service/content/guides.ts';
import { privacyParts } from '../../src/sandbox/service/kit/privacy.ts';
import { type Assessment, assess } from '../../src/scoring/assess.ts';

/** The pack and the country that the calibration speaks of. Dates on pages move with the simulated day, facts do not. */
export const shippedPack: Pack = loadPack(path.resolve(import.meta.dirname, '../../config'));
const simulatedDay = '2026-11-20';

export function countryOptions(year: EditionYear): WorldOptions {
  const { governments, observed } = shippedPack;
  return { governments, observed, families: countryMakers.families, year, today: simulatedDay };
}

export function countryOf(year: EditionYear, seed: number): World {
  return new World({ ...countryOptions(year), seed });
}

/**
 * What a flawless visitor with a browser would find in a town: the accepted state and the value of its truth sheet, and the measures
 * that the sheet leaves open because a visitor only samples them. What nobody can see behind the wall is unknown.
 */
export function idealFindings(world: World, town: Town): Finding[] {
  const open = openMeasures(town.truth);
  return [...truthLinesOf(world, town)].map(({ government, probe, state, value }) => {
    const states = typeof state === 'string' ? [state] : state;
    const seen = states.find((one) => one !== 'unknown') ?? 'unknown';
    return {
      government,
      probe,
      version: 1,
      state: seen,
      value: seen === 'present' ? { ...open[probe], ...value } : null,
      confidence: 1,
      reason: seen === 'unknown' ? 'blocked' : null,
      evidence: [],
    };
  });
}

type Measures = Readonly<Record<string, unknown>>;

function openMeasures({ guides, replies, privacy, search }: TownTruth): Readonly<Record<string, Measures>> {
  return {
    ...(guides && {
      'service-guide': { share: 1 - guides.missing.flat().length / (guideElements.length * guides.count) },
    }),
    ...(replies && { 'reply-timeliness': { share: 1 - replies.late / replies.letters } }),
    ...(privacy && { 'privacy-policy': { share: privacy.parts.length / privacyParts.length } }),
    // The page of a broken engine comes where scripts fill it, and stays empty; where the server writes it, it does not come.
    ...(search?.quality === 'broken' && {
      'smart-search': { level: searchVendorOf(search.vendor).api === null ? 'linked' : 'reachable' },
    }),
    'open-data-platform': { level: 'working' },
    'data-catalog': { level: 'working' },
  };
}

/** The country's scores under the shipped tree, if every finding were ideal. */
export function idealAssessment(world: World): Assessment {
  const points = new Map(
    [...world.towns()].map((town) => [town.government.code, normalize(shippedPack.tree, idealFindings(world, town))]),
  );
  return assess(shippedPack.tree, world.residents, points);
}
