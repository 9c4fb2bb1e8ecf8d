import type { Finding } from './finding.ts';

/** Reasons of a visit that saw its pages and could not decide; all others mean that it did not see. */
const seeing: ReadonlySet<string> = new Set(['no-site', 'construction', 'not-found', 'not-recognised', 'conflict']);

/**
 * Whether a later finding only failed to see what an earlier one saw, so that the earlier one
 * stands: a probe that found the site dead, or had no browser, does not undo a good crawl.
 */
export function tellsLess(later: Finding, earlier: Finding | undefined): boolean {
  if (earlier === undefined) return false;
  // A probe that was not asked this time does not make what it found before unknown.
  if (later.reason === 'no-probe') return true;
  if (later.reason === null || seeing.has(later.reason)) return false;
  if (later.state === 'unknown') return earlier.state !== 'unknown' || seeing.has(earlier.reason ?? '');
  return earlier.state === 'present' && earlier.reason === null;
}
