import { z } from 'zod';
import { type FailureClass, failureClassSchema, judgeReasons, type UnknownReason } from '../../model/failure.ts';

const words = {
  /** What an operator sees; printed in the run book. */
  signature: z.string().min(1),
  /**
   * What an operator can do, or what would settle a finding that is unknown for this reason;
   * printed in the run book and by `govprobe evidence`.
   */
  cure: z.string().min(1),
};
/** The same in other languages, by the base language of a tag: `zh`. */
const translations = z.record(z.string().regex(/^[a-z]{2,3}$/), z.strictObject(words)).optional();
const texts = { ...words, translations };

const policySchema = z.strictObject({
  /** Retried within the visit. */
  retry: z.boolean(),
  /** Visited again in the second pass if it left a finding unknown. */
  'second-pass': z.boolean(),
  /** The last known finding is shown beside the unknown one, with its date, for some days. */
  'carry-forward': z.boolean(),
  /** A retry would give the same result. */
  permanent: z.boolean(),
  ...texts,
});

/**
 * `config/failures.yaml`: a policy for every failure class and a text for every reason of judging;
 * all are required.
 */
export const failuresSchema = z.strictObject({
  'second-pass': z.strictObject({
    /** Multiple of the limits in crawl.yaml. */
    'limits-factor': z.number().min(1).max(20),
  }),
  classes: z.record(failureClassSchema, policySchema),
  reasons: z.record(z.enum(judgeReasons), z.strictObject(texts)),
});
export type FailurePolicies = z.infer<typeof failuresSchema>;

/**
 * What would settle a finding that is unknown for this reason, in one or two sentences; in English
 * where the pack has no text in the language.
 */
export function cureFor(policies: FailurePolicies, reason: UnknownReason, language = 'en'): string {
  const failure = failureClassSchema.safeParse(reason);
  const said = failure.success ? policies.classes[failure.data] : policies.reasons[z.enum(judgeReasons).parse(reason)];
  return said.translations?.[language]?.cure ?? said.cure;
}

/** The classes with a yes in one column of the table. */
export function classesThat(
  policies: FailurePolicies,
  column: 'retry' | 'second-pass' | 'carry-forward' | 'permanent',
): FailureClass[] {
  return failureClassSchema.options.filter((name) => policies.classes[name][column]);
}
