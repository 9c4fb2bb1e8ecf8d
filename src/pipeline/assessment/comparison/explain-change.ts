import type { Capture } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import type { SiteKind } from '../../../model/government.ts';
import { claimHash, machineFinding } from '../../../model/review.ts';
import { type FindingChange, reviewOf } from './compare-findings.ts';

/**
 * Why a finding changed.
 * - `review`: another verdict of a person bears on one side than on the other.
 * - `failure`: one side could not see; the reason of its unknown says why.
 * - `no-browser`: one side had no browser for what only a browser shows; says nothing about the site.
 * - `probe`: the probe has another version.
 * - `configuration`: the pack has another hash (words, fingerprints, limits, tree).
 * - `tool`: another version of govprobe, the probe's own version being the same (how pages are read may have changed).
 * - `site`: captures of the sites that the probe looks at have other bytes, came or went.
 */
export const causes = ['review', 'failure', 'no-browser', 'probe', 'configuration', 'tool', 'site'] as const;
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
 * (rejudge) tells which one it was. Where one side alone had no browser, the site is a cause only through documents that both
 * fetched without one. `added` and `dropped` are explained by what both sides were judged by.
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
  const looked = (capture: Capture): boolean =>
    capture.role !== 'robots' && (sites === null || sites.includes(capture.site));
  const [seenBefore, seenAfter] = [before.filter(looked), after.filter(looked)];
  const browser = browserOf(change, seenBefore, seenAfter);
  if (earlier !== null && later !== null) {
    const reviewed = reviewOf(earlier.finding) !== reviewOf(later.finding);
    const [old, now] = [machineFinding(earlier.finding), machineFinding(later.finding)];
    if (reviewed) found.push('review');
    // Where the probe says the same on both sides, nothing but the review can have made the difference.
    if (reviewed && claimHash(old) === claimHash(now)) return { causes: found, pages: [] };
    if (old.state !== now.state || old.reason !== now.reason) {
      const reasons = [old, now].flatMap(({ state, reason }) => (state === 'unknown' ? [reason] : []));
      if (reasons.some((reason) => reason !== 'needs-browser')) found.push('failure');
    }
    if (browser.missing) found.push('no-browser');
    if (old.version !== now.version) found.push('probe');
    if (earlier.configHash !== later.configHash) found.push('configuration');
    if (earlier.toolVersion !== later.toolVersion && old.version === now.version) found.push('tool');
  }
  if (!browser.decides && differ(contents(seenBefore), contents(seenAfter), browser.oneSided)) found.push('site');
  return { causes: found, pages: comparePages(change, before, after, browser.oneSided) };
}

interface Browser {
  /** One side had no browser for something that bears on the finding. */
  readonly missing: boolean;
  /** One run had a browser and the other had none, so what they brought differs without any change of the site. */
  readonly oneSided: boolean;
  /** `oneSided`, and the run without a browser gives that as the reason of its unknown. */
  readonly decides: boolean;
}

function browserOf({ before, after }: FindingChange, older: readonly Capture[], newer: readonly Capture[]): Browser {
  const oneSided = hadBrowser(older) !== hadBrowser(newer) && (lackedBrowser(older) || lackedBrowser(newer));
  const poorer = hadBrowser(older) ? after : before;
  return {
    missing: oneSided || needsBrowser(before?.finding) !== needsBrowser(after?.finding),
    oneSided,
    decides: oneSided && poorer?.finding.reason === browserless,
  };
}

const browserless = 'needs-browser';

function hadBrowser(captures: readonly Capture[]): boolean {
  return captures.some(({ via, failure }) => via === 'browser' && failure !== browserless);
}

function lackedBrowser(captures: readonly Capture[]): boolean {
  return captures.some(({ failure }) => failure === browserless);
}

function needsBrowser(finding: Finding | undefined): boolean {
  return (
    finding?.reason === browserless || (finding?.obstacles ?? []).some((obstacle) => obstacle.reason === browserless)
  );
}

/**
 * Whether the site replied otherwise. A request that wanted a browser in vain says nothing about it.
 *
 * @param shared whether only requests count that both sides made.
 */
function differ(older: ReadonlyMap<string, string>, newer: ReadonlyMap<string, string>, shared: boolean): boolean {
  return [...new Set([...older.keys(), ...newer.keys()])].some((request) => {
    const [before, after] = [older.get(request), newer.get(request)];
    if (before === browserless || after === browserless) return false;
    if (shared && (before === undefined || after === undefined)) return false;
    return before !== after;
  });
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

/** @param shared whether only pages count that both sides fetched without a browser. */
function comparePages(
  change: FindingChange,
  before: readonly Capture[],
  after: readonly Capture[],
  shared: boolean,
): PageComparison[] {
  const quoted = [change.before, change.after].flatMap((side) => quotedPages(side?.finding));
  const at = (captures: readonly Capture[], url: string): string | null => {
    const capture = captures.find(
      (item) => (item.url === url || item.finalUrl === url) && !(shared && item.via === 'browser'),
    );
    return capture === undefined ? null : contentOf(capture);
  };
  return [...new Set(quoted)]
    .map((url) => ({ url, before: at(before, url), after: at(after, url) }))
    .filter((page) => page.before !== page.after && !(shared && (page.before === null || page.after === null)));
}

function quotedPages(finding: Finding | undefined): string[] {
  return (finding?.evidence ?? []).map(({ url }) => url);
}
