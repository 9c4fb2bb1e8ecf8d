import type { CompiledKnowledge } from '../config/knowledge.ts';
import type { Capture } from '../model/capture.ts';
import type { UnknownReason } from '../model/failure.ts';
import type { Obstacle } from '../model/finding.ts';
import type { Government, SiteKind } from '../model/government.ts';
import type { Column } from './columns.ts';
import type { Inspection } from './inspection.ts';
import type { Page } from './page.ts';

/**
 * Asker of questions put to a site's own search; each question has the id of the intent it looks
 * for.
 */
export const siteSearch = 'site-search';

/**
 * How much of a site the captures show.
 * - `seen`: the home page and every header, footer, frame and script that could hold entries were
 *   read.
 * - `partial`: the home page was read, but some of its parts failed or need scripts.
 * - `unseen`: no home page could be read.
 */
export interface Coverage {
  readonly site: SiteKind;
  readonly state: 'seen' | 'partial' | 'unseen';
  /** For `partial` and `unseen`: the reason that an `unknown` finding gives. */
  readonly reason: UnknownReason | null;
  /** The page or part that is to blame; null for `seen` and for a site without an address. */
  readonly obstacle: Obstacle | null;
  /** Number of readable pages. */
  readonly pages: number;
  /** Intents of which the visit skipped some links. */
  readonly unread: ReadonlySet<string>;
}

/** A column and whether it was read. */
export interface SeenColumn extends Column {
  /**
   * `read`: its page was read; `gone`: the server says it does not exist; `failed`: it was
   * requested but could not be read; `unread`: it was not requested.
   */
  readonly state: 'read' | 'gone' | 'failed' | 'unread';
  /** For `failed` and `unread`: the obstacle. */
  readonly obstacle: Obstacle | null;
}

/** Everything a probe may look at: the parsed captures of the sites it declares. */
export interface Seen {
  readonly government: Government;
  readonly knowledge: CompiledKnowledge;
  /** Identity of the visit, the same object for all its probes; key for cached derivations. */
  readonly visit: object;
  /** Sites that the probe declares; it sees no others. */
  readonly sites: readonly SiteKind[];
  /**
   * Readable pages, frames and scripts of one site (default: all declared sites), in a fixed order:
   * home first, then by id.
   */
  pages(site?: SiteKind): readonly Page[];
  /** Every capture, including failures, in the same order. */
  captures(site?: SiteKind): readonly Capture[];
  coverage(site: SiteKind): Coverage;
  /** The columns of a site and whether each was read, nearest to the home page first. */
  map(site: SiteKind): readonly SeenColumn[];
  /** Whether a URL is on a host of another government, whose pages do not count for this one. */
  isForeign(url: string): boolean;
  /**
   * The page or failure that a URL led to, whichever link requested it; null if it was never
   * fetched.
   */
  at(url: string): { readonly capture: Capture; readonly page: Page | null } | null;
  /** Responses to this probe's questions, in the order asked. */
  answers(): readonly { readonly capture: Capture; readonly page: Page | null }[];
  /** Responses to the questions of another asker: a probe id or `siteSearch`. */
  answersTo(asker: string): readonly { readonly capture: Capture; readonly page: Page | null }[];
  /**
   * Result of the browser inspection that the probe asked for; null if there was none or it cannot
   * be read.
   */
  inspection(): { readonly capture: Capture; readonly seen: Inspection } | null;
}
