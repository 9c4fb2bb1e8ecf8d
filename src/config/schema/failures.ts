import { z } from 'zod';
import { type FailureClass, failureClassSchema, judgeReasons, type UnknownReason } from '../../model/failure.ts';

const words = {
  /** What an operator sees, for the run book. */
  signature: z.string().min(1),
  /** What an operator does, or what would settle a finding that is unknown for it; for the run book and `govprobe evidence`. */
  cure: z.string().min(1),
};

const policySchema = z.strictObject({
  /** Tried once more within the visit. */
  retry: z.boolean(),
  /** Taken into the second pass at the end of the run when it left a finding unknown. */
  'second-pass': z.boolean(),
  /** The last known finding stands beside the unknown one for some days, with its date. */
  'carry-forward': z.boolean(),
  /** Trying again would bring the same. */
  permanent: z.boolean(),
  ...words,
});

/** `config/failures.yaml`: one policy for every failure class, and words for every reason of the judge; none may be missing. */
export const failuresSchema = z.strictObject({
  'second-pass': z.strictObject({
    /** Times the limits of crawl.yaml. */
    'limits-factor': z.number().min(1).max(20),
  }),
  classes: z.record(failureClassSchema, policySchema),
  reasons: z.record(z.enum(judgeReasons), z.strictObject(words)),
});
export type FailurePolicies = z.infer<typeof failuresSchema>;

/** What would settle a finding that is unknown for a reason, in one or two sentences. */
export function cureFor(policies: FailurePolicies, reason: UnknownReason): string {
  const failure = failureClassSchema.safeParse(reason);
  return failure.success
    ? policies.classes[failure.data].cure
    : policies.reasons[z.enum(judgeReasons).parse(reason)].cure;
}

/** The classes whose policy says yes to one column of the table. */
export function classesThat(
  policies: FailurePolicies,
  column: 'retry' | 'second-pass' | 'carry-forward' | 'permanent',
): FailureClass[] {
  return failureClassSchema.options.filter((name) => policies.classes[name][column]);
}
