import type { TownTruth } from '../town.ts';
import { languages, robotVendors, searchVendors } from './catalogue.ts';
import { commonLuck, luck, type TruthInput } from './truth-input.ts';

/** The non-negative part of a level, usable as a weight. */
const weight = (level: number): number => Math.max(0, level);

export function searchOf(input: TruthInput): TownTruth['search'] {
  const { assignment, index } = input;
  // The portal behind the bot wall is an ordinary one.
  if (!assignment.has('search', index) && !assignment.has('walled', index)) return null;
  const { smart } = input.development;
  const random = commonLuck(input, 'search');
  // Best first, so that more development never gives a worse engine.
  const quality = random.weighted<'smart' | 'plain' | 'poor' | 'broken'>([
    ['smart', 0.1 + weight(smart)],
    ['plain', 0.4],
    ['poor', 1.2 * weight(1.1 - smart)],
    ['broken', 0.15 * weight(1.1 - smart)],
  ]);
  const aware = random.chance(0.3 + smart * 0.7);
  return {
    vendor: luck(input, 'search vendor').weighted(searchVendors),
    quality,
    regionAware: quality === 'smart' && aware,
  };
}

export function robotOf(input: TruthInput): TownTruth['qa'] {
  if (!input.assignment.has('qa', input.index)) return null;
  const { smart } = input.development;
  const random = commonLuck(input, 'robot');
  const quality = random.weighted<'good' | 'poor' | 'echo' | 'menu' | 'dead'>([
    ['good', 0.02 + 0.8 * weight(smart)],
    ['poor', 0.6 * weight(1.2 - smart)],
    ['echo', 0.12 * weight(1.2 - smart)],
    ['menu', 0.2 * weight(1.3 - smart)],
    ['dead', 0.15 * weight(1.1 - smart)],
  ]);
  const look = luck(input, 'robot vendor');
  const opening = look.weighted<'page' | 'frame' | 'window' | 'script'>([
    ['page', 6],
    ['frame', 1],
    ['window', 2],
    ['script', 1],
  ]);
  return { vendor: look.weighted(robotVendors), quality, opening };
}

export function accessibilityOf(input: TruthInput): TownTruth['accessibility'] {
  const { smart } = input.development;
  const random = luck(input, 'accessibility');
  return {
    mode: random.weighted<'works' | 'pretends' | null>([
      ['works', 0.8 * weight(smart)],
      ['pretends', 0.25 * weight(1.3 - smart)],
      [null, 0.6 * weight(1.2 - smart)],
    ]),
    phone: random.chance(0.1 + smart * 0.62),
    languages: random.some(languages, 0.04 + smart * 0.28),
  };
}

export function personalSpaceOf(input: TruthInput): TownTruth['personalSpace'] {
  const { smart } = input.development;
  const random = commonLuck(input, 'space');
  return {
    personal: random.chance(0.15 + smart * 0.7),
    enterprise: random.chance(0.03 + smart * 0.65),
    subscribe: random.chance(smart * 0.5),
    push: random.chance(smart * 0.4),
  };
}
