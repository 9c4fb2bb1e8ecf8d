import { z } from 'zod';

const share = z.number().min(0).max(1);

/**
 * What an `unknown` finding is worth: estimated from governments that are known (default), left out
 * with the weights of its siblings renormalized, the last known value for some days, or zero.
 */
const unknownRuleSchema = z.union([
  z.literal('estimate'),
  z.literal('renormalize'),
  z.literal('zero'),
  z.strictObject({ 'carry-forward-days': z.number().int().min(1) }),
]);

/** value[key]: true, or anything that is stated, is worth 1, false 0. */
const keySchema = z.strictObject({ kind: z.literal('key'), key: z.string() });

/**
 * Word to point. A presence level that is not named takes the point of the nearest lower one, else
 * 0.
 */
const ladderSchema = z.strictObject({
  kind: z.literal('ladder'),
  steps: z.record(z.string(), share),
  /** Key of the finding's value that holds the step; `level` by default. */
  key: z.string().default('level'),
  /**
   * Key that holds what is proven in any case: where `key` is null, the point is at least the worth
   * of this step.
   */
  proven: z.string().optional(),
});

/** value[key] is already a share 0..1. */
const ratioSchema = z.strictObject({ kind: z.literal('ratio'), key: z.string().default('share') });

/** log(1 + min(value[key], cap)) / log(1 + cap). */
const cappedCountSchema = z.strictObject({
  kind: z.literal('capped-count'),
  key: z.string().default('count'),
  cap: z.number().positive(),
  /** Key that holds a number which is reached in any case, for where `key` is null. */
  proven: z.string().optional(),
});

/**
 * Share of the listed items found in value[key], a list of words or a record whose keys are the
 * words.
 */
const checklistSchema = z.strictObject({
  kind: z.literal('checklist'),
  key: z.string().default('found'),
  items: z.array(z.string()).min(1),
  /** Key that holds the items that were seen in any case, for where `key` is null. */
  proven: z.string().optional(),
  /** Key that lists the items of which nothing can be said: each may be there or not. */
  unclear: z.string().optional(),
});

/**
 * value[key] is an ISO day: 1 up to `fresh-days` before the run, 0 from `stale-days` on, straight
 * between.
 */
const freshnessSchema = z
  .strictObject({
    kind: z.literal('freshness'),
    key: z.string().default('newest'),
    'fresh-days': z.number().min(0),
    'stale-days': z.number().positive(),
  })
  .refine((rule) => rule['fresh-days'] < rule['stale-days'], { error: 'expected fresh-days below stale-days' });

const measureSchemas = [
  keySchema,
  ladderSchema,
  ratioSchema,
  cappedCountSchema,
  checklistSchema,
  freshnessSchema,
] as const;
const measureSchema = z.discriminatedUnion('kind', measureSchemas);
/**
 * Reads one point out of a finding's value. A key may be a path; `lists.*.filled` is the mean over
 * all lists that have it.
 */
export type Measure = z.infer<typeof measureSchema>;

const termSchema = z.strictObject({
  /** Share of the leaf; the weights of all terms sum to 1. */
  weight: z.number().positive(),
  measure: measureSchema,
  /**
   * Presence levels at which the term is asked for; at a lower level it is worth 0. Left out: at
   * all.
   */
  levels: z.array(z.string()).min(1).optional(),
  /** What a measure that is null or missing is worth; left out: it is unknown. */
  missing: share.optional(),
});
export type Term = z.infer<typeof termSchema>;

export const normalizerSchema = z.discriminatedUnion('kind', [
  /** present 1, absent 0. */
  z.strictObject({ kind: z.literal('boolean') }),
  ...measureSchemas,
  /** Sum of the terms by their weights. */
  z.strictObject({ kind: z.literal('weighted'), terms: z.array(termSchema).min(2) }),
]);
export type Normalizer = z.infer<typeof normalizerSchema>;

/** Kinds of normalizers. */
export const normalizerKinds = normalizerSchema.options.map(({ shape }) => shape.kind.value);

export const leafSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  weight: z.number().positive(),
  /** Id of the probe whose finding feeds the leaf. */
  finding: z.string(),
  normalizer: normalizerSchema,
  unknown: unknownRuleSchema.default('estimate'),
});
export type Leaf = z.infer<typeof leafSchema>;

export const branchSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  weight: z.number().positive(),
  indicators: z.array(leafSchema).min(1),
});

export const capabilitySchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  /** `evaluated` capabilities make up the total; `observed` ones are scored separately. */
  role: z.enum(['evaluated', 'observed']),
  weight: z.number().positive(),
  indicators: z.array(branchSchema).min(1),
});

export const tierRuleSchema = z.strictObject({
  names: z.array(z.string()).min(2),
  letters: z.array(z.string()).min(2),
  /** The tiers that are split into levels, and the suffixes of the levels from best to worst. */
  levels: z.strictObject({
    tiers: z.array(z.string()),
    suffixes: z.array(z.string()),
    cut: z.enum(['equal-width', 'equal-count']),
  }),
  /**
   * `windows`: the largest difference inside each rank window (shares of n, one per break).
   * `minimum-share`: the best breaks that leave every tier at least this share.
   */
  breaks: z.discriminatedUnion('rule', [
    z.strictObject({ rule: z.literal('windows'), windows: z.array(z.tuple([z.number(), z.number()])) }),
    z.strictObject({ rule: z.literal('minimum-share'), share: z.number().min(0).max(0.5) }),
    /** Ranks after which a tier ends, given by a person. */
    z.strictObject({ rule: z.literal('fixed'), ranks: z.array(z.number().int().positive()) }),
  ]),
});

/** What is too little to publish. */
const publicationSchema = z.strictObject({
  /**
   * A government whose total is settled to a smaller share is not ranked, tiered, counted in
   * statistics or named in sentences.
   */
  'minimum-coverage': share.default(0.6),
  /**
   * The same for each evaluated capability. Statistics of any node below the total also ask for
   * this share of the node itself.
   */
  'minimum-capability-coverage': share.default(0.5),
  /** When more than this share of the tiers is doubtful, bands are published instead of tiers. */
  'maximum-doubtful-tiers': share.default(0.33),
});
export type PublicationRule = z.infer<typeof publicationSchema>;

const notFoundSchema = z
  .strictObject({ share, deviation: z.number().min(0).default(0) })
  .refine((rule) => rule.deviation ** 2 < rule.share * (1 - rule.share) || rule.deviation === 0, {
    error: 'expected a deviation below √(share × (1 − share))',
  });
/**
 * Of things that were looked for and neither found nor proven absent, the share that is not there,
 * and the standard deviation of this share from one country to the next. Without it open points are
 * taken to be like the settled ones.
 */
export type NotFoundRule = z.infer<typeof notFoundSchema>;

export const indicatorTreeSchema = z.strictObject({
  title: z.string(),
  /** Origin of names and weights, in the reader's language; printed in every report. */
  provenance: z.string(),
  'full-mark': z.number().positive(),
  /** True: the observed capability is part of the full mark. */
  'count-observed': z.boolean().default(false),
  capabilities: z.array(capabilitySchema).min(1),
  /**
   * An unknown point is estimated from governments of the same group, or from all where fewer than
   * `minimum-donors` of them are known.
   */
  estimates: z
    .strictObject({ 'minimum-donors': z.number().int().min(1).default(5), 'not-found': notFoundSchema.optional() })
    .prefault({}),
  publication: publicationSchema.prefault({}),
  tiers: tierRuleSchema,
});
export type IndicatorTree = z.infer<typeof indicatorTreeSchema>;
