import type { CompiledKnowledge } from '../config/knowledge.ts';
import type { Capture } from '../model/capture.ts';
import type { FailureClass } from '../model/failure.ts';
import type { Government, SiteKind } from '../model/government.ts';
import type { Inspection } from './inspection.ts';
import type { Page } from './page.ts';

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
  readonly reason: FailureClass | 'no-site' | 'not-visible' | 'incomplete' | null;
  /** Number of readable pages. */
  readonly pages: number;
  /** True when the visit stopped following links of this intent before all of them were read. */
  readonly unread: ReadonlySet<string>;
}

/** All a probe may look at: the captures of the sites it named, already read. */
export interface Seen {
  readonly government: Government;
  readonly knowledge: CompiledKnowledge;
  /** Every readable page, frame and script of the site (or of all the probe's sites), in a fixed order: home first, then by id. */
  pages(site?: SiteKind): readonly Page[];
  /** Every capture, failures too, in the same order. */
  captures(site?: SiteKind): readonly Capture[];
  coverage(site: SiteKind): Coverage;
  /** The page or failure that a URL led to, whichever link asked for it; null when it was never fetched. */
  at(url: string): { readonly capture: Capture; readonly page: Page | null } | null;
  /** What came back for the questions that this probe asked, in the order asked. */
  answers(): readonly { readonly capture: Capture; readonly page: Page | null }[];
  /** What a browser saw of the page that the probe wanted inspected; null when none looked or what it said cannot be read. */
  inspection(): { readonly capture: Capture; readonly seen: Inspection } | null;
}
