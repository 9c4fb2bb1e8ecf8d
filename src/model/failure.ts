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

/** Why a finding is `unknown`: a failure class of the collection, or a reason of the judge itself. */
export const unknownReasons = [
  ...failureClasses,
  'no-probe',
  'probe-error',
  'no-site',
  'not-visible',
  'incomplete',
  'conflict',
  'not-visited',
] as const;

export const unknownReasonSchema = z.enum(unknownReasons);
/**
 * - `no-probe`: no probe exists for the leaf.
 * - `probe-error`: the probe threw; the exception is in the log.
 * - `no-site`: no address is known for the site the probe needs.
 * - `not-visible`: the page was read but only scripts would show the thing.
 * - `incomplete`: some of the pages where the thing would be linked were not read (budget, visit cut short).
 * - `conflict`: sources disagree so much that no value can be stated.
 * - `not-visited`: the run holds no visit of this government.
 */
export type UnknownReason = z.infer<typeof unknownReasonSchema>;
