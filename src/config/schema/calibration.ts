import { z } from 'zod';

const count = z.number().int().min(0);
const share = z.number().min(0).max(1);
const interval = z
  .tuple([share, share])
  .refine(([low, high]) => low <= high, { error: 'expected the lower end before the higher one' });

/** Number of right claims among `n`, with the 95% interval (Wilson) of the share. */
const counted = { right: count, n: z.number().int().min(1), interval };
const enough = ({ right, n }: { readonly right: number; readonly n: number }): boolean => right <= n;
const atMost = { error: 'expected no more right claims than claims (n)' };

const pointSchema = z
  .strictObject({
    /** Raw scores from here to the next point are stated as `confidence`. */
    from: z.number().min(0),
    ...counted,
    confidence: share,
  })
  .refine(enough, atMost);

const pointsSchema = z
  .array(pointSchema)
  .min(1)
  .refine((points) => points.every((point, at) => at === 0 || isAfter(points[at - 1], point)), {
    error: 'expected points with rising "from" and without falling "confidence"',
  });

function isAfter(
  before: { readonly from: number; readonly confidence: number } | undefined,
  point: { readonly from: number; readonly confidence: number },
): boolean {
  return before === undefined || (point.from > before.from && point.confidence >= before.confidence);
}

const probeSchema = z
  .strictObject({
    ...counted,
    /**
     * Curve of this probe, used instead of the common one; null for a probe with fewer cases than
     * `own-curve`.
     */
    curve: pointsSchema.nullable().default(null),
  })
  .refine(enough, atMost);

const stateSchema = z
  .strictObject({ ...counted, curve: pointsSchema, probes: z.record(z.string(), probeSchema).default({}) })
  .refine(enough, atMost);

/**
 * `calibration.yaml`: how often claims with a given raw score are right, measured where the truth
 * is known. The raw score of a present finding is the strength given by its probe (0..1). That of
 * an absent finding is the number of routes that were tried without success plus the strength as a
 * fraction below 1; 5 and more means that the page of the thing itself says there is none.
 */
export const calibrationSchema = z.strictObject({
  /** Data of the measurement: names of worlds, or `reviews`, with the number of claims. */
  from: z.array(z.strictObject({ world: z.string().min(1), claims: count })).min(1),
  /** Weight, in cases, of the common share when a share is shrunk towards it. */
  shrinkage: z.number().min(0),
  /** A probe with at least this many claims of a state gets its own curve. */
  'own-curve': z.number().int().min(1),
  /** Null: no such claim was measured, and findings state the strength given by their probe. */
  present: stateSchema.nullable(),
  absent: stateSchema.nullable(),
});
export type Calibration = z.infer<typeof calibrationSchema>;
export type StateCalibration = z.infer<typeof stateSchema>;
export type CalibrationPoint = z.infer<typeof pointSchema>;
