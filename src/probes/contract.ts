import type { z } from 'zod';
import type { CompiledKnowledge } from '../config/knowledge.ts';
import type { Capture } from '../model/capture.ts';
import type { FailureClass } from '../model/failure.ts';
import type { Finding, PresenceLevel } from '../model/finding.ts';
import type { Government, SiteKind } from '../model/government.ts';
import type { Inspection } from './reading/inspection.ts';
import type { Page } from './reading/page.ts';

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

/** A link or button of a page, as a probe knows it from the markup. */
export interface Control {
  /** Its name: text, title, or alt of its picture. */
  readonly text: string;
  /** Address it carries, resolved (`javascript:` addresses as written); empty where it has none. */
  readonly selectorHint: string;
}

/** A page to be looked at in a browser, and the controls on it that offer the barrier-free mode, the surest first. */
export interface InspectionOrder {
  readonly url: string;
  readonly controls: readonly Control[];
}

/** One thing an interactive probe wants asked; planned purely from what was seen, carried out by the pipeline. */
export interface Question {
  /** Id of the question in its bank. */
  readonly id: string;
  readonly text: string;
}

/** How a question is put to a site. */
export type Ask =
  | {
      readonly how: 'http';
      readonly method: 'get' | 'post';
      readonly url: string;
      readonly body: string | null;
      readonly headers: Readonly<Record<string, string>>;
      readonly question: Question;
    }
  | {
      readonly how: 'browser';
      readonly url: string;
      readonly script: 'search' | 'chat';
      readonly hints: Readonly<Record<string, string>>;
      readonly questions: readonly Question[];
    };

/** What a probe says of itself to people, in sentences; `docs/indicators.md` is made from it. */
export interface About {
  /** What is measured, and how. */
  readonly measures: string;
  /** What the presence levels that it gives mean here; left out where its value has none. */
  readonly levels?: Readonly<Partial<Record<PresenceLevel, string>>>;
  /** What its findings quote. */
  readonly evidence: string;
  /** What it cannot see or may take for something else. There is always something. */
  readonly blindSpots: readonly [string, ...string[]];
}

export interface Probe<Value extends z.ZodType = z.ZodType> {
  /** A noun; equals the file name, and the `finding` of a leaf in `indicators.yaml`. */
  readonly id: string;
  /** Raised by one whenever the same captures could give another finding. */
  readonly version: number;
  /** Sites whose captures the probe is handed. */
  readonly sites: readonly SiteKind[];
  /** Schema of `Finding.value` when present; every field carries its meaning (`.describe`). */
  readonly value: Value;
  /** Ids of link intents (`config/vocabulary.yaml`) that lead to what it judges; the crawl follows them. */
  readonly seeks: readonly string[];
  /** True when its judge measures age against the time of a capture, so that the same bytes may mean something else later. */
  readonly ages?: true;
  readonly about: About;
  /**
   * Search and Q&A only: what to ask, given what was seen so far (answers included). Called again after every round until it
   * returns nothing. Pure. Everything asked for comes back as captures of role `answer`.
   */
  readonly asks?: (seen: Seen) => readonly Ask[];
  /**
   * Which page a browser should inspect, given all that was seen; null for none. Pure. Carried out once per visit, at its end; what comes back
   * is `Seen.inspection`.
   */
  readonly inspects?: (seen: Seen) => InspectionOrder | null;
  /** Pure: same captures, same finding. */
  readonly judge: (seen: Seen) => Finding;
}

/** Declares a probe; exists so that the value type of `judge` is checked where it is written. */
export function defineProbe<Value extends z.ZodType>(probe: Probe<Value>): Probe<Value> {
  return probe;
}
