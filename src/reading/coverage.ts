import type { CompiledKnowledge } from '../config/knowledge.ts';
import type { Capture } from '../model/capture.ts';
import type { UnknownReason } from '../model/failure.ts';
import type { Obstacle } from '../model/finding.ts';
import type { Government, SiteKind } from '../model/government.ts';
import type { Column } from './columns.ts';
import type { Inspection } from './inspection.ts';
import type { Page } from './page.ts';

/** Asker of the questions that look for a thing by the site's own search; the id of such a question is that of the intent. */
export const siteSearch = 'site-search';

/**
 * How much of a site the captures show.
 * - `seen`: the home page was read, and every header, footer, frame and script part that could carry entries as well.
 * - `partial`: the home page was read, but parts of it only scripts could show, or parts failed.
 * - `unseen`: no home page could be read.
 */
export interface Coverage {
  readonly site: SiteKind;
  readonly state: 'seen' | 'partial' | 'unseen';
  /** For `partial` and `unseen`: the reason, fit to be the reason of an `unknown` finding. */
  readonly reason: UnknownReason | null;
  /** The page or part to blame; null for `seen`, and for a site that has no address. */
  readonly obstacle: Obstacle | null;
  /** Number of readable pages. */
  readonly pages: number;
  /** True when the visit stopped following links of this intent before all of them were read. */
  readonly unread: ReadonlySet<string>;
}

/** A column and what became of it. */
export interface SeenColumn extends Column {
  /**
   * `read`: its page was read; `gone`: the server says there is no such page; `failed`: it was asked for and could not be read;
   * `unread`: it was not asked for.
   */
  readonly state: 'read' | 'gone' | 'failed' | 'unread';
  /** For `failed` and `unread`: what stood in the way. */
  readonly obstacle: Obstacle | null;
}

/** All a probe may look at: the captures of the sites it named, already read. */
export interface Seen {
  readonly government: Government;
  readonly knowledge: CompiledKnowledge;
  /** The same object for all probes that look at one visit: what was worked out for it can be remembered by it. */
  readonly visit: object;
  /** Sites that the probe looks at; of others it sees nothing. */
  readonly sites: readonly SiteKind[];
  /** Every readable page, frame and script of the site (or of all the probe's sites), in a fixed order: home first, then by id. */
  pages(site?: SiteKind): readonly Page[];
  /** Every capture, failures too, in the same order. */
  captures(site?: SiteKind): readonly Capture[];
  coverage(site: SiteKind): Coverage;
  /** The columns of a site as its menus, sections and site map name them, nearest first, with what became of each. */
  map(site: SiteKind): readonly SeenColumn[];
  /** Whether an address stands on a host that shows itself to be another government's: what stands there is none of this one's. */
  isForeign(url: string): boolean;
  /** The page or failure that a URL led to, whichever link asked for it; null when it was never fetched. */
  at(url: string): { readonly capture: Capture; readonly page: Page | null } | null;
  /** What came back for the questions that this probe asked, in the order asked. */
  answers(): readonly { readonly capture: Capture; readonly page: Page | null }[];
  /** The same for the questions of another asker: a probe's id, or `siteSearch`. */
  answersTo(asker: string): readonly { readonly capture: Capture; readonly page: Page | null }[];
  /** What a browser saw of the page that the probe wanted inspected; null when none looked or what it said cannot be read. */
  inspection(): { readonly capture: Capture; readonly seen: Inspection } | null;
}
