import type { Government, SiteKind } from '../../model/government.ts';
import type { Town } from '../town.ts';
import { AddressBook, authorityOf, type SiteBases } from './addresses.ts';
import { type Assignment, assignFacts } from './assignment.ts';
import { type Development, developmentOf } from './development.ts';
import { familyFor } from './family.ts';
import { type EditionYear, latestYear } from './figures.ts';
import { groupTier, hasOwnPlatformAddress } from './group.ts';
import { hash } from './random.ts';
import { scaleRegistry } from './registry.ts';
import { styleOf } from './style.ts';
import { drawWeather, type Weather, type WeatherMap } from './trouble.ts';
import { truthOf } from './truth.ts';

/** Families of the sites; names are those of the page makers. */
export interface Families {
  readonly portal: readonly string[];
  readonly openData: readonly string[];
  /** Open-data families whose pages need a browser: their markup is empty until scripts run. */
  readonly scripted?: readonly string[];
}

export interface WorldOptions {
  /** The registry's scored governments. */
  readonly governments: readonly Government[];
  /** Observed governments; one with the code of a scored government is the same government. */
  readonly observed: readonly Government[];
  readonly families: Families;
  /** Any integer; 1 by default. */
  readonly seed?: number;
  /** Edition year whose state of the sites is simulated; default: the latest. */
  readonly year?: EditionYear;
  readonly weather?: Weather;
  /** Number of copies of the registry; 1 by default. */
  readonly scale?: number;
  /** Number of simulated changes; each revision redraws the facts of some towns; 0 by default. */
  readonly revision?: number;
  /**
   * The simulated day, ISO date; default: the present UTC day, since freshness is judged against
   * the time of the visit.
   */
  readonly today?: string;
  /** Development of each government; default: the calibrated table. Set by the calibration. */
  readonly developmentOf?: typeof developmentOf;
}

/** A site of the country with its government and kind. */
export interface Site {
  readonly index: number;
  readonly kind: SiteKind;
}

const townCacheSize = 128;

/**
 * A simulated country. Stores the registry and a few bits per government and computes towns on
 * demand, so that any size needs little memory.
 */
export class World {
  readonly seed: number;
  readonly year: EditionYear;
  readonly weather: Weather;
  readonly scale: number;
  readonly today: string;
  readonly revision: number;
  /** Scored governments, in registry order: the registry that a crawl of this country uses. */
  readonly governments: readonly Government[];
  /** Observed governments as given (scaled), including those that are also scored. */
  readonly observed: readonly Government[];
  /**
   * Every government with sites: scored ones, then observed ones that are not scored. The index is
   * the town index.
   */
  readonly residents: readonly Government[];

  readonly #families: Families;
  readonly #developmentOf: (index: number, year: EditionYear) => Development;
  readonly #assignment: Assignment;
  readonly #addresses: AddressBook;
  readonly #sites = new Map<string, Site[]>();
  readonly #hostnames = new Set<string>();
  readonly #byCode = new Map<string, number>();
  readonly #weather: WeatherMap;
  readonly #towns = new Map<number, Town>();

  constructor(options: WorldOptions) {
    this.seed = options.seed ?? 1;
    this.year = options.year ?? latestYear;
    this.weather = options.weather ?? 'calm';
    this.scale = options.scale ?? 1;
    this.today = options.today ?? new Date().toISOString().slice(0, 10);
    this.revision = options.revision ?? 0;
    this.#families = options.families;
    this.governments = scaleRegistry(options.governments, this.scale);
    this.observed = scaleRegistry(options.observed, this.scale);
    const scoredCodes = new Set(this.governments.map(({ code }) => code));
    this.residents = [...this.governments, ...this.observed.filter(({ code }) => !scoredCodes.has(code))];
    this.residents.forEach((government, index) => {
      this.#byCode.set(government.code, index);
    });
    const develop = options.developmentOf ?? developmentOf;
    this.#developmentOf = (index, year) => {
      const government = this.#residentAt(index);
      // Copies follow one another, each in registry order.
      const origin = government.scored ? options.governments[index % options.governments.length] : government;
      return develop(this.seed, government, origin?.code ?? government.code, year);
    };
    this.#addresses = new AddressBook(this.residents);
    this.#assignment = assignFacts({
      seed: this.seed,
      governments: this.residents,
      scored: this.governments.length,
      provinces: this.#provinces(),
      year: this.year,
      developmentOf: this.#developmentOf,
      standsAlone: (index) => this.#addresses.standsAlone(index),
    });
    this.#settle();
    this.#weather = this.#drawWeather();
  }

  /** Number of governments with sites. */
  get size(): number {
    return this.residents.length;
  }

  /** The town at an index, computed on demand; the last few are cached. */
  town(index: number): Town {
    const kept = this.#towns.get(index);
    if (kept !== undefined) {
      this.#towns.delete(index);
      this.#towns.set(index, kept);
      return kept;
    }
    const town = this.townAt(index, this.#developmentOf(index, this.year));
    this.#towns.set(index, town);
    if (this.#towns.size > townCacheSize) {
      const [oldest] = this.#towns.keys();
      if (oldest !== undefined) this.#towns.delete(oldest);
    }
    return town;
  }

  /** The town at an index with another development; its published facts stay as assigned. */
  townAt(index: number, development: Development): Town {
    const government = this.#residentAt(index);
    const bases = this.basesOf(index);
    return {
      government,
      truth: truthOf({
        seed: this.#seedOf(index),
        year: this.year,
        index,
        government,
        development,
        assignment: this.#assignment,
        families: familyFor(bases.openData, this.#families.openData),
        today: this.today,
      }),
      style: styleOf(this.seed, index, this.#families.portal),
      bases,
      trouble: {
        portal: this.troubleOf(authorityOf(bases.portal)),
        service: this.troubleOf(authorityOf(bases.service)),
        openData: bases.openData === null ? null : this.troubleOf(authorityOf(bases.openData)),
      },
      today: this.today,
    };
  }

  /** True if the pages of a town's open-data platform need a browser. */
  isScripted(town: Town): boolean {
    const family = town.truth.platform?.family;
    return family !== undefined && (this.#families.scripted ?? []).includes(family);
  }

  /** Index of the government with this code; null if there is none. */
  indexOf(code: string): number | null {
    return this.#byCode.get(code) ?? null;
  }

  /** Every town in order, one at a time. */
  *towns(): Generator<Town> {
    for (let index = 0; index < this.size; index += 1) yield this.town(index);
  }

  /** Sites at an authority (`host` or `host:port`); empty if the country does not have it. */
  sitesAt(authority: string): readonly Site[] {
    return this.#sites.get(authority) ?? [];
  }

  /** True if the country has this name at any port. */
  hasHostname(hostname: string): boolean {
    return this.#hostnames.has(hostname);
  }

  /** All authorities of the country. */
  authorities(): Iterable<string> {
    return this.#sites.keys();
  }

  /** Addresses of a government's sites. */
  basesOf(index: number): SiteBases {
    return this.#addresses.basesOf(index, this.#hasPlatform(index));
  }

  /** True if the portal is behind a bot wall in any weather. */
  isWalled(index: number): boolean {
    return index < this.governments.length && this.#assignment.has('walled', index);
  }

  troubleOf(authority: string): Town['trouble']['portal'] {
    return this.#weather.troubleOf(authority);
  }

  delayOf(authority: string): number {
    return this.#weather.delayOf(authority);
  }

  #provinces(): number[] {
    const codes = new Set(this.observed.map(({ code }) => code));
    return this.residents.flatMap((government, index) =>
      codes.has(government.code) || groupTier(government) === 'municipality' ? [index] : [],
    );
  }

  #hasPlatform(index: number): boolean {
    const government = this.residents[index];
    if (government === undefined) return false;
    return index < this.governments.length
      ? this.#assignment.has('platform', index)
      : hasOwnPlatformAddress(government);
  }

  #settle(): void {
    for (let index = 0; index < this.size; index += 1) {
      const { portal, service, openData } = this.basesOf(index);
      this.#addSite(portal, { index, kind: 'portal' });
      this.#addSite(service, { index, kind: 'service' });
      if (openData !== null) this.#addSite(openData, { index, kind: 'open-data' });
    }
  }

  #addSite(base: URL, site: Site): void {
    const authority = authorityOf(base);
    this.#hostnames.add(base.hostname);
    const sites = this.#sites.get(authority);
    if (sites === undefined) this.#sites.set(authority, [site]);
    else sites.push(site);
  }

  #drawWeather(): WeatherMap {
    const own = [...this.#sites].filter(
      ([authority, sites]) =>
        !this.#addresses.isShared(authority) && sites.every(({ index }) => index === sites[0]?.index),
    );
    const walled = own.filter(([, sites]) =>
      sites.some(({ index, kind }) => kind === 'portal' && this.isWalled(index)),
    );
    return drawWeather(
      this.seed,
      this.weather,
      own.map(([authority]) => authority),
      new Set(walled.map(([authority]) => authority)),
    );
  }

  /**
   * Seed of a town's facts: that of the last revision that changed it; each revision changes one
   * town in five.
   */
  #seedOf(index: number): number {
    for (let revision = this.revision; revision > 0; revision -= 1) {
      if (hash(this.seed, 'revision', revision, index) % 5 === 0) return this.seed + revision * 1_000_003;
    }
    return this.seed;
  }

  #residentAt(index: number): Government {
    const government = this.residents[index];
    if (government === undefined) throw new RangeError(`no government at position ${index}`);
    return government;
  }
}
