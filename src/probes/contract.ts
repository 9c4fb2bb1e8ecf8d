import type { z } from 'zod';
import type { WordSection } from '../config/word-sections.ts';
import type { UnknownReason } from '../model/failure.ts';
import type { Evidence, Obstacle, PresenceLevel } from '../model/finding.ts';
import type { SiteKind } from '../model/government.ts';
import type { Seen } from '../reading/coverage.ts';

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

/** The thing is there. */
export interface Present<Value> {
  readonly state: 'present';
  readonly value: Value;
  /** 0..1: how sure state and value are. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  /** Why a measure of the value is null; null where all could be measured. */
  readonly reason: UnknownReason | null;
}

/** The thing is measurably not there. */
export interface Absent<Value> {
  readonly state: 'absent';
  /** The measures that are known to be nothing; null where there is nothing to measure. */
  readonly value: Partial<Value> | null;
  /** True where the place of the thing was read and says itself that there is none: nothing else has to be looked through. */
  readonly stated?: boolean;
  /** 0..1 */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** Nothing can be said. */
export interface Unknown {
  readonly state: 'unknown';
  /** What stood in the way, the most important first; its reason is the finding's. */
  readonly obstacles: readonly [Obstacle, ...Obstacle[]];
  readonly evidence: readonly Evidence[];
}

/** The question does not arise for this government. */
export interface NotApplicable {
  readonly state: 'not-applicable';
  /** In words for people. */
  readonly why: string;
  readonly evidence: readonly Evidence[];
}

/** What a probe concludes of one government. Whose it is and which probe said so is stamped by the pipeline's judge. */
export type Verdict<Value> = Present<Value> | Absent<Value> | Unknown | NotApplicable;

export interface Probe<Value extends z.ZodType = z.ZodType> {
  /** A noun; equals the file name, and the `finding` of a leaf in `indicators.yaml`. */
  readonly id: string;
  /** Raised by one whenever the same captures could give another finding. */
  readonly version: number;
  /** Sites whose captures the probe is handed. */
  readonly sites: readonly SiteKind[];
  /**
   * Sites that must have been read before the thing may be called absent; left out where these are all of `sites`. Things of the portal that
   * are sometimes found on the service platform are looked for there, but nobody expects them there.
   */
  readonly absentFrom?: readonly SiteKind[];
  /** Intents whose pages are the thing itself, where `seeks` names helpers as well (rules, limits); all of `seeks` where left out. */
  readonly things?: readonly string[];
  /** Schema of `Finding.value` when present; every field carries its meaning (`.describe`). */
  readonly value: Value;
  /** Ids of link intents (`config/vocabulary.yaml`) that lead to what it judges; the crawl follows them. */
  readonly seeks: readonly string[];
  /** What it and its helpers read of the pack's words, patterns and numbers; checked and compiled when a pack is loaded. */
  readonly words: readonly WordSection[];
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
  /** Pure: same captures, same verdict. */
  readonly judge: (seen: Seen) => Verdict<z.input<Value>>;
}

/** Declares a probe; exists so that what `judge` says is checked against the schema of its value where it is written. */
export function defineProbe<Value extends z.ZodType>(probe: Probe<Value>): Probe<Value> {
  return probe;
}
