import { z } from 'zod';
import { type FailureClass, failureClassSchema } from '../../model/failure.ts';

const policySchema = z.strictObject({
  /** Tried once more within the visit. */
  retry: z.boolean(),
  /** Taken into the second pass at the end of the run when it left a finding unknown. */
  'second-pass': z.boolean(),
  /** The last known finding stands beside the unknown one for some days, with its date. */
  'carry-forward': z.boolean(),
  /** Trying again would bring the same. */
  permanent: z.boolean(),
  /** What an operator sees, for the run book. */
  signature: z.string().min(1),
  /** What an operator does, for the run book. */
  cure: z.string().min(1),
});
export type FailurePolicy = z.infer<typeof policySchema>;

/** `config/failures.yaml`: one policy for every failure class; none may be missing. */
export const failuresSchema = z.strictObject({
  'second-pass': z.strictObject({
    /** Times the limits of crawl.yaml. */
    'limits-factor': z.number().min(1).max(20),
  }),
  classes: z.record(failureClassSchema, policySchema),
});
export type FailurePolicies = z.infer<typeof failuresSchema>;

/** The classes whose policy says yes to one column of the table. */
export function classesThat(
  policies: FailurePolicies,
  column: 'retry' | 'second-pass' | 'carry-forward' | 'permanent',
): FailureClass[] {
  return failureClassSchema.options.filter((name) => policies.classes[name][column]);
}
