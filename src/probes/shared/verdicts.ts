import type { UnknownReason } from '../../model/failure.ts';
import type { Evidence, Obstacle } from '../../model/finding.ts';
import type { Seen } from '../../reading/coverage.ts';
import type { Page } from '../../reading/page.ts';
import { quoteOf } from '../../reading/text.ts';
import type { Absent, NotApplicable, Present, Unknown } from '../contract.ts';

/** Evidence from a page; the quote is folded and cut to 200 characters. */
export function evidenceOf(page: Page, quote: string): Evidence {
  return { url: page.url, quote: quoteOf(quote), capture: page.capture.id };
}

/** Obstacles, most important first. */
export type Blame = readonly [Obstacle, ...Obstacle[]];

/**
 * Builders for verdicts, typed by the probe's `Value`. Confidences are limited to 0..0.99, evidence
 * to six items.
 */
export interface VerdictBuilders<Value> {
  /** @param reason why a measure of the value is null; omitted if everything was measured */
  present(
    value: Value,
    confidence: number,
    evidence: readonly Evidence[],
    reason?: UnknownReason | null,
  ): Present<Value>;
  absent(value: Partial<Value> | null, confidence: number, evidence: readonly Evidence[]): Absent<Value>;
  /**
   * Absent because the thing's own page says so: a counter with 0, a list that says it is empty.
   */
  none(value: Partial<Value> | null, confidence: number, evidence: readonly Evidence[]): Absent<Value>;
  unknown(blame: Obstacle | Blame, evidence?: readonly Evidence[]): Unknown;
  /** @param why explanation for people */
  notApplicable(why: string, evidence?: readonly Evidence[]): NotApplicable;
}

/** Builders for one probe's verdicts; `Value` is the input type of its value schema. */
export function verdicts<Value>(): VerdictBuilders<Value> {
  return {
    present: (value, confidence, evidence, reason = null) => ({
      state: 'present',
      value,
      confidence: rounded(confidence),
      reason,
      evidence: distinct(evidence),
    }),
    absent: (value, confidence, evidence) => ({
      state: 'absent',
      value,
      confidence: rounded(confidence),
      evidence: distinct(evidence),
    }),
    none: (value, confidence, evidence) => ({
      state: 'absent',
      value,
      stated: true,
      confidence: rounded(confidence),
      evidence: distinct(evidence),
    }),
    unknown: (blame, evidence = []) => ({
      state: 'unknown',
      obstacles: isOne(blame) ? [blame] : distinctObstacles(blame),
      evidence: distinct(evidence),
    }),
    notApplicable: (why, evidence = []) => ({ state: 'not-applicable', why, evidence: distinct(evidence) }),
  };
}

function isOne(blame: Obstacle | Blame): blame is Obstacle {
  return 'reason' in blame;
}

/** The obstacles as a non-empty list; null if there are none. */
export function blameOf(obstacles: readonly Obstacle[]): Blame | null {
  const [first, ...others] = obstacles;
  return first === undefined ? null : [first, ...others];
}

/** Further obstacles add no information. */
const mostObstacles = 12;

function distinctObstacles([first, ...others]: Blame): Blame {
  const known = new Set([JSON.stringify(first)]);
  const rest = others.filter((one) => {
    const key = JSON.stringify(one);
    return !known.has(key) && known.add(key);
  });
  return [first, ...rest.slice(0, mostObstacles - 1)];
}

/** Obstacle of a page that was read but does not show its content without scripts. */
export function unshown({ url, capture, title }: Page, intent?: string): Obstacle {
  const part = title === '' ? {} : { part: quoteOf(title) };
  return {
    reason: 'not-visible',
    site: capture.site,
    url,
    capture: capture.id,
    ...(intent === undefined ? {} : { intent }),
    ...part,
  };
}

/** Home pages that were read; evidence of an `absent` finding. */
export function homesSeen(seen: Seen, site: Parameters<Seen['pages']>[0]): Evidence[] {
  return seen
    .pages(site)
    .filter((page) => page.capture.home)
    .slice(0, 2)
    .map((page) => evidenceOf(page, page.title));
}

/** Confidence that at least one of several independent signs is right. */
export function combineConfidence(confidences: readonly number[]): number {
  return 1 - confidences.reduce((doubt, confidence) => doubt * (1 - confidence), 1);
}

function rounded(confidence: number): number {
  return Math.round(Math.max(0, Math.min(0.99, confidence)) * 1000) / 1000;
}

const mostEvidence = 6;

function distinct(evidence: readonly Evidence[]): Evidence[] {
  const known = new Set<string>();
  return evidence
    .filter(({ url, quote }) => {
      const key = `${url} ${quote}`;
      if (known.has(key)) return false;
      known.add(key);
      return true;
    })
    .slice(0, mostEvidence);
}
