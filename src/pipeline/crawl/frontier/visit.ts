import { createHash } from 'node:crypto';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Capture } from '../../../model/capture.ts';
import { type Government, type SiteKind, siteKinds } from '../../../model/government.ts';
import type { Page } from '../../../reading/page.ts';
import type { PackedPage } from '../../../store/packed-pages.ts';
import { hostOf, type MayStart, type PlannedRequest } from './planned-request.ts';
import { type Target, target, targetKey } from './target.ts';
import { PagesInMemory, type VisitPages } from './visit-pages.ts';

/** A capture and what a reader sees in it; null when it is a failure or nothing readable. */
export interface Entry {
  readonly capture: Capture;
  readonly page: Page | null;
}

/** A request in the queue of a visit. */
export interface Queued extends PlannedRequest {
  readonly visit: Visit;
  attempt: number;
  notBefore: number;
}

export type Follow = (visit: Visit, entry: Entry) => readonly Target[];
export type AskMore = (visit: Visit) => readonly Target[];

/** Most requests of one visit in flight at once. */
const waveSize = 6;

/**
 * The frontier of one government in one run: best-first and bounded.
 *
 * Requests go out in waves of the best few known targets. The answers of a wave are taken in only
 * when all have arrived, in the order of the requests, so the order of arrival has no effect and
 * the same sites give the same captures.
 */
export class Visit {
  readonly government: Government;
  /** Captures of all requests that are settled. */
  readonly captures: Capture[] = [];
  readonly #pages: VisitPages;
  readonly #settings: CrawlSettings;
  readonly #follow: Follow;
  readonly #askMore: AskMore;
  readonly #deadline: number;
  readonly #seen = new Set<string>();
  readonly #pagesOfSite = new Map<SiteKind, number>();
  readonly #followedOfIntent = new Map<string, number>();
  readonly #settledProbes = new Set<string>();
  readonly #unread = new Map<SiteKind, Set<string>>();
  readonly #samples = new Map<string, { readonly limit: number; readonly items: Map<string, Target> }>();
  readonly #deferred = new Map<string, { readonly item: Target; readonly wanted: () => boolean }>();
  #rendered = 0;
  /** Pages other than home pages opened in a browser, for any reason. */
  #opened = 0;
  #pending: { target: Target; sequence: number }[] = [];
  #sequence = 0;
  #wave: Queued[] = [];
  #underWay = 0;
  #arrived = new Map<Queued, readonly Entry[]>();
  #order: Queued[] = [];
  readonly #taken = new WeakSet<Queued>();
  /** When the requests of the wave came, on the steady clock. */
  waitingSince = 0;
  /** Targets taken from the budget, whether a server or memory answers them. */
  requests = 0;

  constructor(options: {
    government: Government;
    settings: CrawlSettings;
    follow: Follow;
    askMore: AskMore;
    /** Where its pages are kept; in memory by default. */
    pages?: VisitPages;
    /** Moment on the steady clock, as everywhere in a visit. */
    now: number;
  }) {
    this.government = options.government;
    this.#settings = options.settings;
    this.#follow = options.follow;
    this.#askMore = options.askMore;
    this.#pages = options.pages ?? new PagesInMemory();
    this.#deadline = options.now + options.settings.budget['visit-time'];
    for (const site of siteKinds) {
      const address = options.government.sites[site];
      if (address)
        this.add(target({ url: address.url, site, home: true, priority: 1000, anywhere: site !== 'portal' }));
    }
    this.#nextWave(options.now);
  }

  /** True when nothing is waiting or under way. */
  get done(): boolean {
    return this.#wave.length === 0 && this.#underWay === 0;
  }

  /** Milliseconds until the visit must end; 0 when it is over. */
  timeLeft(now: number): number {
    return Math.max(0, this.#deadline - now);
  }

  /** Sites whose home page was asked for. */
  hasHome(site: SiteKind): boolean {
    return (
      this.government.sites[site] !== undefined ||
      this.captures.some((capture) => capture.site === site && capture.home)
    );
  }

  /** All captures with their pages, which are then in memory until the visit waits again. */
  entries(): Entry[] {
    const pages = this.#pages.all();
    return this.captures.map((capture, at) => ({ capture, page: pages[at] ?? null }));
  }

  /** The page of a capture, by its position; null if none was read. */
  page(position: number): Page | null {
    return this.#pages.at(position);
  }

  /** The page of a capture, by its position, as it can be kept. */
  packedPage(position: number): PackedPage | null {
    return this.#pages.packed(position);
  }

  /** The page at a final address; null if none was read. */
  pageAt(url: string): Page | null {
    for (const [at, { role, finalUrl }] of this.captures.entries()) {
      const page = role === 'page' && finalUrl === url ? this.#pages.at(at) : null;
      if (page !== null) return page;
    }
    return null;
  }

  /** Forgets the pages, when the visit is over and judged. */
  close(): void {
    this.#pages.close();
  }

  /** Whether the same document was asked for already. */
  knows(item: Target): boolean {
    return this.#seen.has(item.home ? `${item.site} ${targetKey(item)}` : targetKey(item));
  }

  /** Adds a target unless the same document was asked for already. */
  add(item: Target): void {
    if (this.knows(item)) return;
    this.#seen.add(targetKey(item));
    if (item.home) this.#seen.add(`${item.site} ${targetKey(item)}`);
    this.#pending.push({ target: item, sequence: this.#sequence++ });
  }

  /**
   * Adds a target to the pool of an intent of which only a sample is fetched: the first `limit` by
   * hash of the address, once nothing else is left. The sample is the same in every run.
   */
  addToSample(item: Target, intent: string, limit: number): void {
    if (this.knows(item)) return;
    const pool = this.#samples.get(`${item.site} ${intent}`) ?? { limit, items: new Map() };
    this.#samples.set(`${item.site} ${intent}`, pool);
    pool.items.set(targetKey(item), item);
  }

  /**
   * Postpones a browser rendering until plain fetching is finished; `wanted` is asked again then.
   */
  defer(item: Target, wanted: () => boolean): void {
    if (!this.knows(item)) this.#deferred.set(targetKey(item), { item, wanted });
  }

  /** Adds the postponed renderings, best first, within the budget of rendered pages. */
  #releaseDeferred(): void {
    const waiting = [...this.#deferred.values()].sort((a, b) => b.item.priority - a.item.priority);
    this.#deferred.clear();
    for (const { item, wanted } of waiting) {
      if (!wanted()) continue;
      if (this.#rendered >= this.#settings.budget['rendered-pages']) {
        this.leaveUnread(item.site, item.intents);
        continue;
      }
      this.#rendered++;
      this.add(item);
    }
  }

  #releaseSamples(): void {
    for (const { limit, items } of this.#samples.values()) {
      const keyed = [...items].map(([key, item]) => ({ item, hash: createHash('sha256').update(key).digest('hex') }));
      keyed.sort((a, b) => (a.hash < b.hash ? -1 : 1));
      for (const { item } of keyed.slice(0, limit)) this.add(item);
    }
    this.#samples.clear();
  }

  /** How many links of an intent were followed on a site. */
  followed(site: SiteKind, intent: string): number {
    return this.#followedOfIntent.get(`${site} ${intent}`) ?? 0;
  }

  countFollowed(site: SiteKind, intent: string): void {
    this.#followedOfIntent.set(`${site} ${intent}`, this.followed(site, intent) + 1);
  }

  /** Whether exploring has found what a probe looks for. */
  isSettled(probe: string): boolean {
    return this.#settledProbes.has(probe);
  }

  settleProbe(probe: string): void {
    this.#settledProbes.add(probe);
  }

  /** The next request whose time has come and that may start; null if there is none. */
  ready(now: number, mayStart: MayStart): Queued | null {
    return this.#wave.find((queued) => queued.notBefore <= now && mayStart(queued)) ?? null;
  }

  /** Takes what `ready` tells of. */
  next(now: number, mayStart: MayStart): Queued | null {
    const queued = this.ready(now, mayStart);
    if (queued === null) return null;
    this.#wave.splice(this.#wave.indexOf(queued), 1);
    this.#underWay++;
    return queued;
  }

  /** Puts a request back to be tried again later. */
  retry(queued: Queued, notBefore: number): void {
    this.#underWay--;
    queued.attempt++;
    queued.notBefore = notBefore;
    this.#wave.push(queued);
  }

  /** Whether the captures of a request were taken; taken twice, those of another would be lost. */
  hasTaken(queued: Queued): boolean {
    return this.#taken.has(queued);
  }

  /** Takes the captures of a request. A complete wave is followed, and the next wave is formed. */
  settle(queued: Queued, entries: readonly Entry[], now: number): void {
    this.#taken.add(queued);
    this.#underWay--;
    this.#arrived.set(queued, entries);
    if (this.#wave.length > 0 || this.#underWay > 0) return;
    for (const item of this.#order) {
      for (const entry of this.#arrived.get(item) ?? []) {
        this.captures.push(entry.capture);
        this.#pages.add(entry.page);
        for (const more of this.#follow(this, entry)) this.add(more);
      }
    }
    this.#nextWave(now);
    if (this.#wave.length === 0 && this.#deferred.size > 0) {
      this.#releaseDeferred();
      this.#nextWave(now);
    }
    if (this.#wave.length === 0 && this.#samples.size > 0) {
      this.#releaseSamples();
      this.#nextWave(now);
    }
    if (this.#wave.length === 0 && now < this.#deadline) {
      for (const more of this.#askMore(this)) this.add(more);
      this.#nextWave(now);
    }
    // A visit that is over is judged next, which needs all of its pages.
    if (!this.done) this.#pages.rest();
  }

  #nextWave(now: number): void {
    this.#arrived = new Map();
    this.#order = [];
    this.waitingSince = now;
    this.#pending.sort(
      (a, b) => b.target.priority - a.target.priority || a.target.depth - b.target.depth || a.sequence - b.sequence,
    );
    const rest: { target: Target; sequence: number }[] = [];
    for (const item of this.#pending) {
      if (now >= this.#deadline || !this.#withinBudget(item.target)) {
        this.leaveUnread(item.target.site, item.target.intents);
        continue;
      }
      if (this.#wave.length >= waveSize) {
        rest.push(item);
        continue;
      }
      this.requests++;
      if (isOpened(item.target)) this.#opened++;
      if (item.target.role === 'page') {
        this.#pagesOfSite.set(item.target.site, (this.#pagesOfSite.get(item.target.site) ?? 0) + 1);
      }
      const queued: Queued = {
        visit: this,
        target: item.target,
        host: hostOf(item.target.url),
        attempt: 0,
        notBefore: 0,
      };
      this.#wave.push(queued);
      this.#order.push(queued);
    }
    this.#pending = rest;
  }

  #withinBudget(item: Target): boolean {
    if (this.requests >= this.#settings.budget['requests-per-visit']) return false;
    if (isOpened(item) && this.#opened >= this.#settings.budget['rendered-pages']) return false;
    return item.role !== 'page' || this.pagesLeft(item.site) > 0;
  }

  /** How many more documents of a site its budget allows. */
  pagesLeft(site: SiteKind): number {
    return Math.max(0, this.#settings.budget['pages-per-site'] - (this.#pagesOfSite.get(site) ?? 0));
  }

  /** Records intents whose links were skipped, so that probes must not say `absent` for them. */
  leaveUnread(site: SiteKind, intents: readonly string[]): void {
    const set = this.#unread.get(site) ?? new Set();
    for (const intent of intents) set.add(intent);
    this.#unread.set(site, set);
  }

  /** Ids of intents whose links were not all followed, by site, sorted. */
  unread(): Partial<Record<SiteKind, string[]>> {
    const result: Partial<Record<SiteKind, string[]>> = {};
    for (const [site, intents] of this.#unread) if (intents.size > 0) result[site] = [...intents].sort();
    return result;
  }
}

/** Whether a target counts against the budget of rendered pages. */
function isOpened({ via, role, home }: Target): boolean {
  return via === 'browser' && role === 'page' && !home;
}
