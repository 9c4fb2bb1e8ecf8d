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

/**
 * Which governments have which published fact; one bit per fact, so that a large country needs
 * little memory.
 */
export interface Assignment {
  has(fact: PublishedFact, index: number): boolean;
  /**
   * True if the registration page of a provincial (or municipal) platform shows a privacy policy.
   */
  registration(index: number): boolean;
}

interface Country {
  readonly seed: number;
  /** Scored governments, then observed ones that are not scored too. */
  readonly governments: readonly Government[];
  readonly scored: number;
  /** Indexes of governments with provincial platforms. */
  readonly provinces: readonly number[];
  readonly year: EditionYear;
  /** Development of a government in a year, by index. */
  readonly developmentOf: (index: number, year: EditionYear) => Development;
  /** True if the portal's host serves no other site, so that a bot wall hides only the portal. */
  readonly standsAlone: (index: number) => boolean;
}

/**
 * Influence of a government's standing on a fact; the rest is luck, which is equal in all years.
 */
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

/** Weight of luck between towns with equal standing. */
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

  /**
   * Gives the fact to exactly the published number of governments of every group, first to those
   * that must have it.
   */
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
    // A province that serves all its towns has robots for all of them or none.
    const common = fact === 'qa' ? shared : null;
    const luck = new Random(this.#country.seed, fact, common?.province ?? index).normal() * luckWeight;
    return (common?.level ?? standing) * pull[fact] + luck;
  }
}

/**
 * Assigns the facts of one year, determined by registry order and seed. Platforms are never closed:
 * those of an earlier year also exist in the latest.
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

  // Nobody can see behind the bot wall: in shares of the whole country that town counts as without.
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

  // Only platforms have a registration page.
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
