import type { Government } from '../../model/government.ts';
import {
  type GroupTier,
  type PublishedFact,
  publishedFigures,
  publishedProvinces,
  publishedRegistrations,
  publishedSizes,
  scaledFigure,
  tiers,
} from './figures.ts';
import { groupTier, hasOwnPlatformAddress } from './group.ts';
import { Random } from './random.ts';

/** Which governments have which published fact: one bit per government and fact, so a large country stays small in memory. */
export interface Assignment {
  has(fact: PublishedFact, index: number): boolean;
  /** Whether the registration of a provincial (or municipal) platform shows a privacy policy. */
  registration(index: number): boolean;
}

interface Country {
  readonly seed: number;
  /** Scored governments first, then the observed ones that are not scored as well. */
  readonly governments: readonly Government[];
  readonly scored: number;
  /** Positions of the governments whose platforms count as provincial. */
  readonly provinces: readonly number[];
  /** Latent level by position. */
  readonly levels: Float64Array;
  /** Whether the portal's host answers for no other site, so that a wall around it hides the portal only. */
  readonly standsAlone: (index: number) => boolean;
}

/** How strongly a fact follows the development level; the rest is luck. */
const pull: Readonly<Record<PublishedFact, number>> = {
  walled: 0,
  search: 1,
  qa: 0.8,
  platform: 0.7,
  apis: 1,
  tenApps: 1.4,
  dataSecurity: 0.7,
  timelyReplies: 0.9,
  followUp: 0.9,
  freshKnowledge: 0.9,
  proactive: 0.7,
};

class Chooser {
  readonly #country: Country;
  readonly #bits = new Map<PublishedFact, Uint8Array>();
  readonly #pools = new Map<GroupTier, number[]>(tiers.map((tier) => [tier, []]));

  constructor(country: Country) {
    this.#country = country;
    for (let index = 0; index < country.scored; index += 1) {
      const government = country.governments[index];
      if (government !== undefined) this.#pools.get(groupTier(government))?.push(index);
    }
  }

  has(fact: PublishedFact, index: number): boolean {
    return this.#bits.get(fact)?.[index] === 1;
  }

  /** Gives the fact to exactly the published number of governments of every group, first to those that must have it. */
  choose(fact: PublishedFact, may: (index: number) => boolean, must: (index: number) => boolean = () => false): void {
    const bits = new Uint8Array(this.#country.scored);
    for (const tier of tiers) {
      const pool = this.#pools.get(tier) ?? [];
      const quota = scaledFigure(publishedFigures[fact][tier], publishedSizes[tier], pool.length);
      const ranked = pool
        .filter(may)
        .map((index) => ({ index, rank: this.#rank(fact, index) + (must(index) ? 100 : 0) }))
        .sort((a, b) => b.rank - a.rank || a.index - b.index);
      const forced = ranked.filter(({ rank }) => rank > 50).length;
      for (const { index } of ranked.slice(0, Math.max(quota, forced))) bits[index] = 1;
    }
    this.#bits.set(fact, bits);
  }

  #rank(fact: PublishedFact, index: number): number {
    const luck = new Random(this.#country.seed, fact, index).normal() * 0.22;
    return (this.#country.levels[index] ?? 0) * pull[fact] + luck;
  }
}

/** Deals the published facts out over the country; the order of the registry and the seed decide everything. */
export function assignFacts(country: Country): Assignment {
  const chooser = new Chooser(country);
  const at = (index: number): Government | undefined => country.governments[index];
  const ownAddress = (index: number): boolean => {
    const government = at(index);
    return government !== undefined && hasOwnPlatformAddress(government);
  };

  // Nobody sees behind the wall: where the denominator is the whole country, that town counts among those without.
  chooser.choose('walled', (index) => at(index)?.sites['open-data'] === undefined && country.standsAlone(index));
  const visible = (index: number): boolean => !chooser.has('walled', index);
  chooser.choose('search', visible);
  chooser.choose('qa', visible);
  chooser.choose('platform', visible, ownAddress);
  chooser.choose('apis', (index) => chooser.has('platform', index));
  chooser.choose('tenApps', (index) => chooser.has('apis', index));
  for (const fact of ['dataSecurity', 'timelyReplies', 'followUp', 'freshKnowledge', 'proactive'] as const) {
    chooser.choose(fact, visible);
  }

  // Only a platform has a registration page.
  const withPlatform = country.provinces.filter((index) =>
    index < country.scored ? chooser.has('platform', index) : ownAddress(index),
  );
  const quota = scaledFigure(publishedRegistrations, publishedProvinces, country.provinces.length);
  const registrations = new Set(new Random(country.seed, 'registrations').shuffle(withPlatform).slice(0, quota));

  return {
    has: (fact, index) => chooser.has(fact, index),
    registration: (index) => registrations.has(index),
  };
}
