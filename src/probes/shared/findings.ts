import type { UnknownReason } from '../../model/failure.ts';
import { type Evidence, type Finding, unknownFinding } from '../../model/finding.ts';
import type { Seen } from '../../reading/coverage.ts';
import type { Page } from '../../reading/page.ts';
import { quoteOf } from '../../reading/text.ts';

interface ProbeName {
  readonly id: string;
  readonly version: number;
}

/** Evidence from a page: the quote is folded and cut to 200 characters. */
export function evidenceOf(page: Page, quote: string): Evidence {
  return { url: page.url, quote: quoteOf(quote), capture: page.capture.id };
}

/** Builds the findings of one probe for one government. */
export function findings(seen: Seen, probe: ProbeName) {
  const common = { government: seen.government.code, probe: probe.id, version: probe.version };
  return {
    /** @param reason why a measure of the value is null; left out where all could be measured. */
    present: (
      value: Record<string, unknown>,
      confidence: number,
      evidence: readonly Evidence[],
      reason: UnknownReason | null = null,
    ): Finding => ({
      ...common,
      state: 'present',
      value,
      confidence: rounded(confidence),
      reason,
      evidence: distinct(evidence),
    }),
    absent: (value: Record<string, unknown> | null, confidence: number, evidence: readonly Evidence[]): Finding => ({
      ...common,
      state: 'absent',
      value,
      confidence: rounded(confidence),
      reason: null,
      evidence: distinct(evidence),
    }),
    unknown: (reason: UnknownReason, evidence: readonly Evidence[] = []): Finding =>
      unknownFinding(seen.government.code, probe.id, probe.version, reason, distinct(evidence)),
  };
}

/** Home pages that were looked through: what an `absent` finding rests on. */
export function homesSeen(seen: Seen, site: Parameters<Seen['pages']>[0]): Evidence[] {
  return seen
    .pages(site)
    .filter((page) => page.capture.home)
    .slice(0, 2)
    .map((page) => evidenceOf(page, page.title));
}

/** Confidence that at least one of several independent signs is right. */
export function together(confidences: readonly number[]): number {
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
