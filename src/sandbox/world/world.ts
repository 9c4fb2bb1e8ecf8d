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

/** What the sites of the country can look like; the names are those of the page makers. */
export interface Families {
  readonly portal: readonly string[];
  readonly openData: readonly string[];
  /** Those of the data-open families whose pages only a browser can show: their markup is empty until scripts ran. */
  readonly scripted?: readonly string[];
}

export interface WorldOptions {
  /** The registry's scored governments. */
  readonly governments: readonly Government[];
  /** Governments that are observed but not scored; those with the code of a scored one are that one. */
  readonly observed: readonly Government[];
  readonly families: Families;
  /** Any whole number; 1 by default. */
  readonly seed?: number;
  /** The edition whose state of the sites is played; the latest by default. */
  readonly year?: EditionYear;
  readonly weather?: Weather;
  /** How many copies of the registry the country consists of; 1 by default. */
  readonly scale?: number;
  /** How often the country has changed: each revision draws the facts of some towns anew; 0 by default. */
  readonly revision?: number;
  /** The simulated day, ISO date; the present UTC day by default, because freshness is judged against the time of the visit. */
  readonly today?: string;
  /** How far each government has come; the calibrated table by default. Given by the calibration itself. */
  readonly developmentOf?: typeof developmentOf;
}

/** A site of the country: whose it is and which one. */
export interface Site {
  readonly index: number;
  readonly kind: SiteKind;
}

const townCacheSize = 128;

/**
 * A simulated country. Holds the registry and a few bits per government; towns are computed when they are asked for, so a
 * country of any size needs little memory.
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
  /** Observed governments as given (scaled), those that are scored as well included. */
  readonly observed: readonly Government[];
  /** Every government with sites: the scored ones, then the observed ones that are not scored. Positions are town indexes. */
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
      // Copies of the country follow one another, each in the order of the registry.
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

  /** The town at a position. Computed on demand; the last few are kept. */
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

  /** The town at a position as it would be if it had come as far as this; the published facts stay as they were dealt. */
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

  /** Whether only a browser can show the pages of a town's data-open platform. */
  isScripted(town: Town): boolean {
    const family = town.truth.platform?.family;
    return family !== undefined && (this.#families.scripted ?? []).includes(family);
  }

  /** Position of the government with this code, or null. */
  indexOf(code: string): number | null {
    return this.#byCode.get(code) ?? null;
  }

  /** Every town in order, one at a time. */
  *towns(): Generator<Town> {
    for (let index = 0; index < this.size; index += 1) yield this.town(index);
  }

  /** Sites that answer at an authority (`host` or `host:port`); empty when the country does not know it. */
  sitesAt(authority: string): readonly Site[] {
    return this.#sites.get(authority) ?? [];
  }

  /** Whether the country has this name, whatever the port. */
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

  /** Whether the portal of this government is behind a guard in any weather. */
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

  /** The seed of a town's facts: its own from the last revision that touched it; one town in five is touched by each. */
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
