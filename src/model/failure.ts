import { z } from 'zod';

/**
 * The closed list of reasons why a request did not give a readable document. Every failed capture carries exactly one.
 * `blocked` and `captcha` mean that a guard answered instead of the site; `our-fault` means the mistake is ours, not the site's.
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
  'needs-browser',
  'our-fault',
] as const;

export const failureClassSchema = z.enum(failureClasses);
export type FailureClass = z.infer<typeof failureClassSchema>;

/** Reasons of the judge itself why a finding is `unknown`. */
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

/** Why a finding is `unknown`: a failure class of the collection, or a reason of the judge itself. */
export const unknownReasons = [...failureClasses, ...judgeReasons] as const;

export const unknownReasonSchema = z.enum(unknownReasons);
/**
 * - `no-probe`: no probe exists for the leaf.
 * - `probe-error`: the probe threw; the exception is in the log.
 * - `no-site`: no address is known for the site the probe needs.
 * - `not-visible`: the page was read but only scripts would show the thing.
 * - `incomplete`: some of the pages where the thing would be linked were not read; only findings of earlier versions say so.
 * - `not-portal`: what answers at the address is not the government's site (a notice, a default page, a splash without a way in).
 * - `not-followed`: an entry was seen and its link was not followed.
 * - `part-unread`: a header, footer, menu or frame that could hold the entry was not read.
 * - `budget`: the visit ended, or its budget was spent, before everything that could lead there was read.
 * - `page-cut`: a document ended early or was too large, so only its first part was read.
 * - `text-unreadable`: the text of a page cannot be read (damaged encoding).
 * - `scripts-failed`: scripts or requests for data of a page failed, so what they would show is not known.
 * - `column-unread`: a column of the site that could hold the thing was not read.
 * - `construction`: the place where the thing would stand says that it is being built or maintained.
 * - `not-found`: nothing was found by the ways that were tried, yet they do not prove absence.
 * - `not-recognised`: a page was read that is named after the thing, or shows what it may consist of, and was not recognised as it.
 * - `not-asked`: an entry was found, and the question that would show whether it works was not asked.
 * - `conflict`: sources disagree so much that no value can be stated.
 * - `not-visited`: the run holds no visit of this government.
 */
export type UnknownReason = z.infer<typeof unknownReasonSchema>;
