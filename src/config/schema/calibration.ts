import { z } from 'zod';

const count = z.number().int().min(0);
const share = z.number().min(0).max(1);
const interval = z
  .tuple([share, share])
  .refine(([low, high]) => low <= high, { error: 'expected the lower end before the higher one' });

/** How often a claim was right: `right` of `n`, with the 95% interval (Wilson) of that share. */
const counted = { right: count, n: z.number().int().min(1), interval };
const enough = ({ right, n }: { readonly right: number; readonly n: number }): boolean => right <= n;
const atMost = { error: 'expected no more right claims than claims (n)' };

const pointSchema = z
  .strictObject({
    /** Raw scores from this one up to the next point's are stated as `confidence`. */
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
    /** A curve of its own, which then counts instead of that of all; null for a probe with fewer cases than `own-curve` says. */
    curve: pointsSchema.nullable().default(null),
  })
  .refine(enough, atMost);

const stateSchema = z
  .strictObject({ ...counted, curve: pointsSchema, probes: z.record(z.string(), probeSchema).default({}) })
  .refine(enough, atMost);

/**
 * `calibration.yaml`: how often claims with a certain raw score turned out right, measured where the truth is known. The raw score of a
 * present finding is the strength that its probe gives (0..1); that of an absent one the number of routes that were tried and missed,
 * plus the strength as a fraction below 1 (5 and more: the thing's own place says that there is none).
 */
export const calibrationSchema = z.strictObject({
  /** What it was measured on: names of worlds, or `reviews`, each with its claims. */
  from: z.array(z.strictObject({ world: z.string().min(1), claims: count })).min(1),
  /** Cases by which a share is drawn towards that of all. */
  shrinkage: z.number().min(0),
  /** A probe with as many claims of a state has a curve of its own. */
  'own-curve': z.number().int().min(1),
  /** Null: no such claim was measured, and the probe's own strength is stated. */
  present: stateSchema.nullable(),
  absent: stateSchema.nullable(),
});
export type Calibration = z.infer<typeof calibrationSchema>;
export type StateCalibration = z.infer<typeof stateSchema>;
export type CalibrationPoint = z.infer<typeof pointSchema>;
