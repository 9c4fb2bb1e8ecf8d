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
import { guideElements } from '../../src/sandbox/leaves/service-guide.ts';
import { countryMakers } from '../../src/sandbox/makers.ts';
import { searchVendorOf } from '../../src/sandbox/portal/search/vendors.ts';
import { privacyParts } from '../../src/sandbox/service/kit/privacy.ts';
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
 * Findings of a perfect visitor with a browser in a town: accepted state and value of its truth
 * sheet, and the measures that the sheet leaves open because visitors only sample. What the bot
 * wall hides is unknown.
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
    // The page of a broken engine opens and stays empty where scripts fill it, and fails where the
    // server writes it.
    ...(search?.quality === 'broken' && {
      'smart-search': { level: searchVendorOf(search.vendor).api === null ? 'linked' : 'reachable' },
    }),
    'open-data-platform': { level: 'working' },
    'data-catalog': { level: 'working' },
  };
}

/** Scores of the country under the shipped tree with ideal findings. */
export function idealAssessment(world: World): Assessment {
  const points = new Map(
    [...world.towns()].map((town) => [town.government.code, normalize(shippedPack.tree, idealFindings(world, town))]),
  );
  return assess(shippedPack.tree, world.residents, points);
}
