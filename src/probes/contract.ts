import type { z } from 'zod';
import type { WordSection } from '../config/word-sections.ts';
import type { About } from '../model/about.ts';
import type { UnknownReason } from '../model/failure.ts';
import type { Evidence, Obstacle } from '../model/finding.ts';
import type { SiteKind } from '../model/government.ts';
import type { Seen } from '../reading/coverage.ts';

/** A link or button as the probe knows it from the markup. */
export interface Control {
  /** Name of the control: text, title, or alt text of its picture. */
  readonly text: string;
  /** Resolved URL (`javascript:` URLs unchanged); empty if it has none. */
  readonly address: string;
}

/**
 * A page to inspect in a browser, with the controls that may switch on its accessibility mode, most
 * certain first.
 */
export interface InspectionOrder {
  readonly url: string;
  readonly controls: readonly Control[];
}

/** A question that a probe plans from the captures and the crawl puts to the site. */
export interface Question {
  /** Id of the question in the question bank. */
  readonly id: string;
  readonly text: string;
}

/** How to put a question to a site. */
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

/** The thing exists. */
export interface Present<Value> {
  readonly state: 'present';
  readonly value: Value;
  /** Strength of the evidence for state and value, 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  /** Why a measure of the value is null; null if everything was measured. */
  readonly reason: UnknownReason | null;
}

/** The thing was looked for completely and does not exist. */
export interface Absent<Value> {
  readonly state: 'absent';
  /** Measures known to be zero or false; null if there are none. */
  readonly value: Partial<Value> | null;
  /**
   * True if the page where the thing belongs says that there is none, so no further proof is
   * needed.
   */
  readonly stated?: boolean;
  /** Strength of the evidence, 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** Neither presence nor absence can be claimed. */
export interface Unknown {
  readonly state: 'unknown';
  /** Obstacles, most important first; the first one gives the finding its reason. */
  readonly obstacles: readonly [Obstacle, ...Obstacle[]];
  readonly evidence: readonly Evidence[];
}

/** The question does not apply to this government. */
export interface NotApplicable {
  readonly state: 'not-applicable';
  /** Explanation for people. */
  readonly why: string;
  readonly evidence: readonly Evidence[];
}

/** Conclusion of a probe about one government; the judge adds government, probe id and version. */
export type Verdict<Value> = Present<Value> | Absent<Value> | Unknown | NotApplicable;

export interface Probe<Value extends z.ZodType = z.ZodType> {
  /** A noun; equals the file name and the `finding` of a leaf in `indicators.yaml`. */
  readonly id: string;
  /** Raised by one whenever the same captures may give a different finding. */
  readonly version: number;
  /** Sites whose captures the probe receives. */
  readonly sites: readonly SiteKind[];
  /**
   * Sites that must be read before the thing may be called absent; default: all of `sites`. Shorter
   * than `sites` if a thing of the portal is sometimes on the service platform without being
   * expected there.
   */
  readonly absentFrom?: readonly SiteKind[];
  /**
   * Intents whose pages are the thing itself, if `seeks` also contains helpers (rules, limits);
   * default: all of `seeks`.
   */
  readonly things?: readonly string[];
  /** Schema of `Finding.value` when present; every field has a `.describe`. */
  readonly value: Value;
  /** Ids of the link intents (`config/vocabulary.yaml`) that the crawl follows for this probe. */
  readonly seeks: readonly string[];
  /**
   * Words, patterns and numbers of the pack that the probe and its helpers use; checked and
   * compiled when a pack is loaded.
   */
  readonly words: readonly WordSection[];
  /**
   * True if the verdict depends on the age of a capture, so that the same bytes may later give
   * another finding.
   */
  readonly ages?: true;
  readonly about: About;
  /**
   * Questions to put to the site, given everything seen so far, answers included; pure. Called
   * again after every round until it returns none. The answers are captures of role `answer`.
   */
  readonly asks?: (seen: Seen) => readonly Ask[];
  /**
   * The page that a browser should inspect, given all captures; null for none; pure. Done once at
   * the end of a visit; the result is `Seen.inspection`.
   */
  readonly inspects?: (seen: Seen) => InspectionOrder | null;
  /** Pure: the same captures give the same verdict. */
  readonly judge: (seen: Seen) => Verdict<z.input<Value>>;
}

/**
 * Declares a probe; its only purpose is to type-check the verdict of `judge` against the value
 * schema.
 */
export function defineProbe<Value extends z.ZodType>(probe: Probe<Value>): Probe<Value> {
  return probe;
}
