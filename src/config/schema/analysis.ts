import { z } from 'zod';

const share = z.number().min(0).max(1);

/** When a leaf is reported as not discriminating. */
const discriminationSchema = z.strictObject({
  /** With fewer known governments no statement is made. */
  'minimum-governments': z.number().int().min(3).default(30),
  /**
   * A corrected item-total correlation below this is low. 0.20 is the classical limit for rejecting
   * or revising an item (Ebel and Frisbie 1991, Essentials of Educational Measurement).
   */
  'minimum-correlation': z.number().min(-1).max(1).default(0.2),
  /** A standard deviation of the points (0..1, divisor n) below this counts as no spread. */
  'minimum-deviation': share.default(0.05),
  /** A larger share of governments at 0 (or at 1) is a floor (or ceiling) effect. */
  'maximum-share-at-end': share.default(0.95),
});

/** Sources of uncertainty in a rank, and how the draws are summarised. */
const uncertaintySchema = z.strictObject({
  /** The same seed and data give the same result on every machine. */
  seed: z.number().int().min(0).max(0xffff_ffff).default(1),
  draws: z.number().int().min(100).max(1_000_000).default(10_000),
  /**
   * Whether open points are drawn from settled ones that agree with their bounds, as the tree
   * estimates them; false: the estimates stand.
   */
  unknown: z.boolean().default(true),
  /** Whether a finding is wrong with probability 1 - confidence. */
  confidence: z.boolean().default(true),
  /**
   * Share of the stated levels, counts, shares and parts that are wrong although the thing is there:
   * confidence is measured of the state alone. Drawn with the confidence.
   */
  'wrong-measures': share.lt(1).default(0),
  /**
   * Sibling weights are drawn from a Dirichlet distribution with the file's weights as mean and
   * this sum of parameters; null: weights are fixed. With 50, a weight of one half has a standard
   * deviation of 14 % of itself, close to the usual uniform noise of ±25 % (COINr).
   */
  weights: z
    .strictObject({ concentration: z.number().positive().default(50) })
    .nullable()
    .prefault({}),
  /**
   * Share of the draws in which the total is the geometric instead of the arithmetic mean of the
   * capabilities; null: none.
   */
  aggregation: z
    .strictObject({
      'geometric-share': share.default(0.5),
      /**
       * Lower score rates are raised to this one, since a geometric mean of 0 would erase the rest.
       */
      floor: z.number().gt(0).max(0.5).default(0.01),
    })
    .nullable()
    .prefault({}),
  /**
   * `redrawn`: the tree's rule finds new breaks in every draw. `nominal`: every draw ends its tiers
   * at the ranks of the nominal breaks.
   */
  breaks: z.enum(['redrawn', 'nominal']).default('redrawn'),
  /** Lower and upper quantile of the intervals. */
  interval: z
    .tuple([share, share])
    .refine(([low, high]) => low < high, { error: 'expected a lower and a higher share' })
    .default([0.05, 0.95]),
  /** A tier with a lower probability is marked as uncertain. */
  'sure-tier': share.default(0.8),
});

const sensitivitySchema = z.strictObject({
  /** Rows of each of the two sample matrices; the model runs samples × (assumptions + 2) times. */
  samples: z.number().int().min(16).max(100_000).default(1000),
  /** Bootstrap samples for the confidence intervals of the indices. */
  resamples: z.number().int().min(50).max(10_000).default(500),
  /** Confidence level of these intervals. */
  level: z.number().gt(0).lt(1).default(0.95),
});

/** What the bulletin concludes, names and compares. */
const bulletinSchema = z.strictObject({
  /**
   * Nothing is concluded on a node where it is unknown of a larger share of the ranked governments:
   * no mean, no bar, no sentence. The published report left one government in 337 out; from a fifth
   * on the order of two means can reverse.
   */
  'maximum-unknown': share.default(0.2),
  /** The same of statements, whose counts and shares are stated with their bounds. */
  'maximum-unknown-answers': share.default(0.5),
  /** Means of a region or province are stated where at least this share of its governments is ranked. */
  'minimum-ranked': share.default(0.5),
  /**
   * Provinces with a high or low score rate and little spread inside: those among the highest or the
   * lowest by rate that are also among the least spread.
   */
  'even-provinces': z
    .strictObject({
      /** Fewer governments with a score have no spread worth naming. */
      'minimum-governments': z.number().int().min(2).default(4),
      /** Share of the provinces that counts as high, and as low. */
      'rate-share': z.number().gt(0).max(0.5).default(0.25),
      /** Share of the provinces that counts as little spread. */
      'spread-share': z.number().gt(0).max(1).default(0.5),
      named: z.number().int().min(1).default(3),
    })
    .prefault({}),
  /** Provinces named as leading, and provinces named for a statement. */
  'leading-provinces': z.number().int().min(1).default(3),
  'provinces-named': z.number().int().min(1).default(7),
  /** Governments named as leading on an indicator; with more equal ones, only their number is stated. */
  'leaders-named': z.number().int().min(1).default(10),
  /**
   * Tier sizes, ranges and means of two editions are compared only where this share of the evaluated
   * governments of each is in both; below it, only what the same governments show is compared.
   */
  'minimum-common': share.default(0.95),
});

/** The order in which findings are reviewed, and when to stop. */
const reviewSchema = z.strictObject({
  /** Possible worlds in which the worth of a review is measured. */
  draws: z.number().int().min(50).max(10_000).default(400),
  /**
   * `nominal`: a world ends its tiers at the ranks of the published breaks, so that a tier is wrong
   * where a government stands on the wrong side. `redrawn`: the tree's rule finds new breaks in every
   * world; one government can then move a break and with it the tiers of many, in both directions.
   */
  breaks: z.enum(['redrawn', 'nominal']).default('nominal'),
  /** Tiers that a mean shift of all ranks by one place is worth. */
  'rank-weight': z.number().min(0).max(10).default(0.1),
  /**
   * Share of the products for which the rule of a probe is wrong, so that all its claims are: what is
   * expected before anybody looked, and how many reviewed products this expectation weighs as much
   * as. Stated confidence was measured on other products and does not tell.
   */
  'wrong-rules': z
    .strictObject({ share: share.gt(0).lt(1).default(0.05), weight: z.number().positive().default(20) })
    .prefault({}),
  /**
   * Expected errors that the stated doubts weigh as much as. With so many errors expected among the
   * reviewed findings, what was found counts half.
   */
  'prior-errors': z.number().positive().default(3),
  /** Reviews that a forecast speaks of. */
  batch: z.number().int().min(1).default(25),
  /** Review is to stop when the next batch is expected to settle fewer tiers. */
  'least-settled': z.number().min(0).default(0.5),
  /** Share of the findings that is drawn by hash: read twice, and what measures the probes. */
  'sample-share': share.default(0.1),
  /** Bootstrap samples for the intervals of agreement, and their level. */
  resamples: z.number().int().min(100).max(100_000).default(1000),
  level: z.number().gt(0).lt(1).default(0.95),
});

/** `analysis.yaml`: limits and assumptions of the statistics. Everything has a default. */
export const analysisSchema = z.strictObject({
  discrimination: discriminationSchema.prefault({}),
  uncertainty: uncertaintySchema.prefault({}),
  sensitivity: sensitivitySchema.prefault({}),
  bulletin: bulletinSchema.prefault({}),
  review: reviewSchema.prefault({}),
});
export type Analysis = z.infer<typeof analysisSchema>;
export type DiscriminationRule = Analysis['discrimination'];
export type UncertaintySettings = Analysis['uncertainty'];
export type SensitivitySettings = Analysis['sensitivity'];
export type BulletinRule = Analysis['bulletin'];
export type ReviewRule = Analysis['review'];

/** Used where the pack has no file. */
export const defaultAnalysis: Analysis = analysisSchema.parse({});
