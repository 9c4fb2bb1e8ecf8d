import type { Capture } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import type { SiteKind } from '../../../model/government.ts';
import { claimHash, machineFinding } from '../../../model/review.ts';
import { type FindingChange, reviewOf } from './compare-findings.ts';

/**
 * Why a finding changed.
 * - `review`: another verdict of a person bears on one side than on the other.
 * - `failure`: one side could not see; the reason of its unknown says why.
 * - `probe`: the probe has another version.
 * - `configuration`: the pack has another hash (words, fingerprints, limits, tree).
 * - `tool`: another version of govprobe, the probe's own version being the same (how pages are read may have changed).
 * - `site`: captures of the sites that the probe looks at have other bytes, came or went.
 */
export const causes = ['review', 'failure', 'probe', 'configuration', 'tool', 'site'] as const;
export type Cause = (typeof causes)[number];

/** A page that a finding quotes, as it was on both sides: hash of its bytes, class of its failure, or null where it was not fetched. */
export interface PageComparison {
  readonly url: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface Explanation {
  /** Everything that differs between the sides and can have made the finding another one. */
  readonly causes: readonly Cause[];
  /** Quoted pages that differ. */
  readonly pages: readonly PageComparison[];
}

/**
 * Says why a finding changed. Judging is a pure function of captures, probe and configuration, and reviews are laid over its result;
 * so what does not differ cannot be the cause, and a cause that stands alone is certain. Of several, judging the older captures again
 * (rejudge) tells which one it was. `added` and `dropped` are explained by what both sides were judged by.
 *
 * @param before captures of the government on the earlier side; `after` likewise.
 * @param sites the sites that the probe looks at; null: not known any more, so all are compared.
 */
export function explainChange(
  change: FindingChange,
  before: readonly Capture[],
  after: readonly Capture[],
  sites: readonly SiteKind[] | null,
): Explanation {
  const { before: earlier, after: later } = change;
  const found: Cause[] = [];
  if (earlier !== null && later !== null) {
    const reviewed = reviewOf(earlier.finding) !== reviewOf(later.finding);
    const [old, now] = [machineFinding(earlier.finding), machineFinding(later.finding)];
    if (reviewed) found.push('review');
    // Where the probe says the same on both sides, nothing but the review can have made the difference.
    if (reviewed && claimHash(old) === claimHash(now)) return { causes: found, pages: [] };
    if (old.state !== now.state || old.reason !== now.reason) {
      if (old.state === 'unknown' || now.state === 'unknown') found.push('failure');
    }
    if (old.version !== now.version) found.push('probe');
    if (earlier.configHash !== later.configHash) found.push('configuration');
    if (earlier.toolVersion !== later.toolVersion && old.version === now.version) found.push('tool');
  }
  const looked = (capture: Capture): boolean =>
    capture.role !== 'robots' && (sites === null || sites.includes(capture.site));
  const [older, newer] = [contents(before.filter(looked)), contents(after.filter(looked))];
  const addresses = new Set([...older.keys(), ...newer.keys()]);
  if ([...addresses].some((address) => older.get(address) !== newer.get(address))) found.push('site');
  return { causes: found, pages: comparePages(change, before, after) };
}

/** What each request brought, by what was asked for. */
function contents(captures: readonly Capture[]): Map<string, string> {
  return new Map(
    captures.map((capture) => [
      [capture.site, capture.role, capture.via, capture.url, capture.question?.id ?? ''].join(' '),
      contentOf(capture),
    ]),
  );
}

function contentOf({ body, failure }: Capture): string {
  return failure ?? body ?? 'no body';
}

function comparePages(change: FindingChange, before: readonly Capture[], after: readonly Capture[]): PageComparison[] {
  const quoted = [change.before, change.after].flatMap((side) => quotedPages(side?.finding));
  const at = (captures: readonly Capture[], url: string): string | null => {
    const capture = captures.find((item) => item.url === url || item.finalUrl === url);
    return capture === undefined ? null : contentOf(capture);
  };
  return [...new Set(quoted)]
    .map((url) => ({ url, before: at(before, url), after: at(after, url) }))
    .filter((page) => page.before !== page.after);
}

function quotedPages(finding: Finding | undefined): string[] {
  return (finding?.evidence ?? []).map(({ url }) => url);
}
