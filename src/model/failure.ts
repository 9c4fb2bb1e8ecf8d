import { z } from 'zod';

/**
 * The closed list of reasons why a request gave no readable document; a failed capture has exactly
 * one. `blocked` and `captcha`: a bot wall replied instead of the site. `our-fault`: the error is
 * in this program or machine, not in the site. `excluded`: the site's operator does not want to be
 * visited (`exclusions.csv`), so nothing was asked.
 */
export const failureClasses = [
  'dns',
  'refused',
  'reset',
  'timeout-connect',
  'timeout-first-byte',
  'timeout-body',
  'tls',
  'http-4xx',
  'http-5xx',
  'blocked',
  'captcha',
  'redirect-loop',
  'off-site',
  'too-large',
  'not-html',
  'empty',
  'robots',
  'excluded',
  'needs-browser',
  'our-fault',
] as const;

export const failureClassSchema = z.enum(failureClasses);
export type FailureClass = z.infer<typeof failureClassSchema>;

/** Reasons for `unknown` that come from judging and not from a request. */
export const judgeReasons = [
  'no-probe',
  'probe-error',
  'no-site',
  'not-visible',
  'incomplete',
  'not-portal',
  'not-followed',
  'part-unread',
  'budget',
  'page-cut',
  'text-unreadable',
  'scripts-failed',
  'column-unread',
  'construction',
  'not-found',
  'not-recognised',
  'not-asked',
  'conflict',
  'not-visited',
] as const;

/**
 * Reasons that leave open whether a thing is there although the site was read and the thing was
 * looked for; the others say that the place where it would stand was not seen.
 */
export const searchedReasons: ReadonlySet<string> = new Set<(typeof judgeReasons)[number]>([
  'no-site',
  'not-visible',
  'incomplete',
  'not-followed',
  'part-unread',
  'budget',
  'page-cut',
  'column-unread',
  'construction',
  'not-found',
  'not-recognised',
  'not-asked',
]);

/** Why a finding is `unknown`: a failure class of the crawl, or a reason of judging. */
export const unknownReasons = [...failureClasses, ...judgeReasons] as const;

export const unknownReasonSchema = z.enum(unknownReasons);
/**
 * - `no-probe`: no probe exists for the leaf.
 * - `probe-error`: the probe threw; the log has the exception.
 * - `no-site`: the registry has no address for the site that the probe needs.
 * - `not-visible`: the page was read, but only scripts would show the thing.
 * - `incomplete`: some pages that could link to the thing were not read; used only by findings of
 *   earlier versions.
 * - `not-portal`: the page at the address is not the government's site (a notice, a default page, a
 *   splash page without a link onwards).
 * - `not-followed`: a link to the thing was seen and not followed.
 * - `part-unread`: a header, footer, menu or frame that could contain the link was not read.
 * - `budget`: the visit ended, or used up its budget, before it had read everything that could lead
 *   to the thing.
 * - `page-cut`: a document ended early or was too large, so only its first part was read.
 * - `text-unreadable`: the text of a page cannot be decoded.
 * - `scripts-failed`: scripts or data requests of a page failed, so their content is missing.
 * - `column-unread`: a column of the site that could contain the thing was not read.
 * - `construction`: the page that should show the thing says that it is under construction.
 * - `not-found`: no route found the thing, but the routes do not prove absence.
 * - `not-recognised`: a page is named after the thing, or has its typical content, but was not
 *   recognised as the thing.
 * - `not-asked`: an entry was found, and the question that would test it was not asked.
 * - `conflict`: the sources disagree too much to state a value.
 * - `not-visited`: the run has no visit of this government.
 */
export type UnknownReason = z.infer<typeof unknownReasonSchema>;
