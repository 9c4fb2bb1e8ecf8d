import { z } from 'zod';

const share = z.number().min(0).max(1);

/** When a leaf is said not to discriminate. */
const discriminationSchema = z.strictObject({
  /** Fewer known governments than this: nothing is said. */
  'minimum-governments': z.number().int().min(3).default(30),
  /**
   * A corrected item-total correlation below this is low. 0.20 is the classical limit under which an item is to be rejected or revised
   * (Ebel and Frisbie 1991, Essentials of Educational Measurement).
   */
  'minimum-correlation': z.number().min(-1).max(1).default(0.2),
  /** A standard deviation of the points (0..1, divisor n) below this is no spread. */
  'minimum-deviation': share.default(0.05),
  /** More than this share of governments at 0, or at 1, is a floor or a ceiling. */
  'maximum-share-at-end': share.default(0.95),
});

/** What is uncertain in a rank, and how the draws are read. */
const uncertaintySchema = z.strictObject({
  /** Same seed, same data: the same result on every machine. */
  seed: z.number().int().min(0).max(0xffff_ffff).default(1),
  draws: z.number().int().min(100).max(1_000_000).default(10_000),
  /** Unknown points are drawn from known ones of the same leaf and group, or of all where the group has fewer than `minimum-donors`. Null: they stay left out. */
  unknown: z
    .strictObject({ 'minimum-donors': z.number().int().min(1).default(5) })
    .nullable()
    .prefault({}),
  /** Whether a finding is wrong with probability 1 - confidence. */
  confidence: z.boolean().default(true),
  /**
   * Weights of siblings are drawn from a Dirichlet distribution with the file's as its mean and this sum of parameters; null: the file's are
   * certain. 50 gives a weight of one half a standard deviation of 14 % of itself, as much as the usual noise of ±25 %, uniform (COINr).
   */
  weights: z
    .strictObject({ concentration: z.number().positive().default(50) })
    .nullable()
    .prefault({}),
  /** The total is a geometric instead of an arithmetic mean of the capabilities in this share of the draws; null: never. */
  aggregation: z
    .strictObject({
      'geometric-share': share.default(0.5),
      /** A geometric mean knows no zero: lower score rates are raised to this one. */
      floor: z.number().gt(0).max(0.5).default(0.01),
    })
    .nullable()
    .prefault({}),
  /** `redrawn`: tiers are broken anew in every draw, by the rule of the tree. `nominal`: every draw ends its tiers at the ranks at which the nominal ones end. */
  breaks: z.enum(['redrawn', 'nominal']).default('redrawn'),
  /** Lower and upper share of the intervals. */
  interval: z
    .tuple([share, share])
    .refine(([low, high]) => low < high, { error: 'expected a lower and a higher share' })
    .default([0.05, 0.95]),
  /** A tier whose probability is below this is flagged as unsure. */
  'sure-tier': share.default(0.8),
});

const sensitivitySchema = z.strictObject({
  /** Rows of each of the two sample matrices; the model is run samples × (assumptions + 2) times. */
  samples: z.number().int().min(16).max(100_000).default(1000),
  /** Bootstrap samples behind the confidence intervals of the indices. */
  resamples: z.number().int().min(50).max(10_000).default(500),
  /** Level of these intervals. */
  level: z.number().gt(0).lt(1).default(0.95),
});

/** `analysis.yaml`: limits and assumptions of the statistics. Everything has a default. */
export const analysisSchema = z.strictObject({
  discrimination: discriminationSchema.prefault({}),
  uncertainty: uncertaintySchema.prefault({}),
  sensitivity: sensitivitySchema.prefault({}),
});
export type Analysis = z.infer<typeof analysisSchema>;
export type DiscriminationRule = Analysis['discrimination'];
export type UncertaintySettings = Analysis['uncertainty'];
export type SensitivitySettings = Analysis['sensitivity'];

/** What holds where the pack says nothing. */
export const defaultAnalysis: Analysis = analysisSchema.parse({});
