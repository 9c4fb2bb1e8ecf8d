import type { Government } from '../../model/government.ts';
import type { Development } from './development.ts';
import {
  type EditionYear,
  figuresOf,
  type GroupTier,
  latestYear,
  type PublishedFact,
  publishedProvinces,
  publishedSizes,
  registrationsOf,
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
  readonly year: EditionYear;
  /** How far a government has come in a year, by position. */
  readonly developmentOf: (index: number, year: EditionYear) => Development;
  /** Whether the portal's host answers for no other site, so that a wall around it hides the portal only. */
  readonly standsAlone: (index: number) => boolean;
}

/** How strongly a fact follows the standing of a government; the rest is luck, which is the same in every year. */
const pull: Readonly<Record<PublishedFact, number>> = {
  walled: 0,
  search: 2.4,
  qa: 2,
  platform: 3.5,
  apis: 2.4,
  tenApps: 3.4,
  dataSecurity: 1.7,
  timelyReplies: 2.2,
  followUp: 2.2,
  freshKnowledge: 2.2,
  proactive: 1.7,
};

/** The luck of a town that has as much standing as another decides by this much. */
const luckWeight = 0.22;

class Chooser {
  readonly #country: Country;
  readonly #year: EditionYear;
  readonly #bits = new Map<PublishedFact, Uint8Array>();
  readonly #pools = new Map<GroupTier, number[]>(tiers.map((tier) => [tier, []]));

  constructor(country: Country, year: EditionYear) {
    this.#country = country;
    this.#year = year;
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
      const quota = scaledFigure(figuresOf(this.#year)[fact][tier], publishedSizes[tier], pool.length);
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
    const { standing, shared } = this.#country.developmentOf(index, this.#year);
    // Robots come from the province where it serves all its towns alike: they are there for all of them or for none.
    const common = fact === 'qa' ? shared : null;
    const luck = new Random(this.#country.seed, fact, common?.province ?? index).normal() * luckWeight;
    return (common?.level ?? standing) * pull[fact] + luck;
  }
}

/**
 * Deals the facts of one year out over the country; the order of the registry and the seed decide everything. A platform that was
 * opened stays: those of an earlier year are among those of the latest.
 */
export function assignFacts(country: Country): Assignment {
  return dealOut(country, country.year === latestYear ? null : dealOut({ ...country, year: latestYear }, null));
}

function dealOut(country: Country, later: Assignment | null): Assignment {
  const chooser = new Chooser(country, country.year);
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
  chooser.choose('platform', (index) => visible(index) && later?.has('platform', index) !== false, ownAddress);
  chooser.choose('apis', (index) => chooser.has('platform', index));
  chooser.choose('tenApps', (index) => chooser.has('apis', index));
  for (const fact of ['dataSecurity', 'timelyReplies', 'followUp', 'freshKnowledge', 'proactive'] as const) {
    chooser.choose(fact, visible);
  }

  // Only a platform has a registration page.
  const withPlatform = country.provinces.filter((index) =>
    index < country.scored ? chooser.has('platform', index) : ownAddress(index),
  );
  const quota = scaledFigure(registrationsOf[country.year], publishedProvinces, country.provinces.length);
  const registrations = new Set(new Random(country.seed, 'registrations').shuffle(withPlatform).slice(0, quota));

  return {
    has: (fact, index) => chooser.has(fact, index),
    registration: (index) => registrations.has(index),
  };
}
