import { z } from 'zod';

/**
 * How an `unknown` finding counts: left out with the siblings' weights renormalized (default), last
 * known value for some days, or zero.
 */
const unknownRuleSchema = z.union([
  z.literal('renormalize'),
  z.literal('zero'),
  z.strictObject({ 'carry-forward-days': z.number().int().min(1) }),
]);

/**
 * Point of each presence level; a level without entry takes that of the nearest lower level, else
 * 0.
 */
const ladderSchema = z.strictObject({
  kind: z.literal('ladder'),
  steps: z.record(z.string(), z.number().min(0).max(1)),
  /** Key of the finding's value that holds the level. */
  key: z.string().default('level'),
});

export const normalizerSchema = z.discriminatedUnion('kind', [
  /** present 1, absent 0. */
  z.strictObject({ kind: z.literal('boolean') }),
  ladderSchema,
  /** value[key] as it is, a share 0..1. */
  z.strictObject({ kind: z.literal('ratio'), key: z.string().default('share') }),
  /** log(1 + min(value[key], cap)) / log(1 + cap). */
  z.strictObject({ kind: z.literal('capped-count'), key: z.string().default('count'), cap: z.number().positive() }),
  /** Share of the listed items found in the array value[key]. */
  z.strictObject({ kind: z.literal('checklist'), key: z.string().default('found'), items: z.array(z.string()).min(1) }),
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
  unknown: unknownRuleSchema.default('renormalize'),
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

export const indicatorTreeSchema = z.strictObject({
  title: z.string(),
  /** Origin of names and weights, in the reader's language; printed in every report. */
  provenance: z.string(),
  'full-mark': z.number().positive(),
  /** True: the observed capability is part of the full mark. */
  'count-observed': z.boolean().default(false),
  capabilities: z.array(capabilitySchema).min(1),
  tiers: tierRuleSchema,
});
export type IndicatorTree = z.infer<typeof indicatorTreeSchema>;
