import { z } from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, { error: 'expected lower-case letters, digits and -' });
const probe = z.string().min(1);

/** The comparison of a value that gives a yes. */
const comparisonSchema = z.union([
  z.strictObject({ equals: z.union([z.number(), z.boolean(), z.string()]) }),
  z.strictObject({ below: z.number() }),
  z.strictObject({ 'at-least': z.number() }),
]);

const whenSchema = z.discriminatedUnion('is', [
  /** Yes for a `present` finding at any level; no for `absent`. */
  z.strictObject({ is: z.literal('present'), probe }),
  /** Yes for an `absent` finding; no for `present`. */
  z.strictObject({ is: z.literal('absent'), probe }),
  /** Compares a value of a present finding; a present finding without that value is unknown. */
  z.strictObject({
    is: z.literal('value'),
    probe,
    key: z.string().min(1),
    compare: comparisonSchema,
    /** Answer of an absent finding. */
    absent: z.enum(['yes', 'no']).default('no'),
    /** Answer of a finding that does not apply. */
    'not-applicable': z.enum(['yes', 'no', 'left-out']).default('left-out'),
    /**
     * A platform's probe: if the first finding is unknown and this one is `absent`, the first
     * counts as absent too.
     */
    without: probe.nullable().default(null),
  }),
]);

export const conditionSchema = z.strictObject({
  id,
  /** A predicate about one government, in the reader's language. */
  text: z.string().min(1),
  /**
   * `all`: unknown governments stay in the denominator and the share is a lower bound.
   * `assessable`: only those with a yes or a no.
   */
  base: z.enum(['all', 'assessable']),
  when: whenSchema,
  /** Group that the bulletin speaks of; null: all scored governments, then their groups. */
  group: z.string().nullable().default(null),
  /** What the bulletin's text says of the condition; tables and charts have all. */
  says: z.array(z.enum(['share', 'change'])).default(['share', 'change']),
  /**
   * Provinces that the bulletin names: `most`: where at least half of the governments meet the
   * condition; `all`: where every one does. Null: none.
   */
  provinces: z.enum(['most', 'all']).nullable().default(null),
  /**
   * Path of a node: the provinces whose platform meets the condition are compared by their mean score
   * rate there with those whose platform does not. It needs `group`.
   */
  against: z.string().nullable().default(null),
  /**
   * Key of the value that holds an address: the bulletin counts the governments that share its host
   * with another one of their province.
   */
  shared: z.string().min(1).nullable().default(null),
});
export type ConditionDefinition = z.infer<typeof conditionSchema>;

/** The published figure, in the unit of the statement. At least one key. */
export const publishedSchema = z
  .strictObject({
    value: z.number(),
    /** Printed decimals; the computed value is rounded to them before the comparison. */
    decimals: z.number().int().min(0).max(6),
    /** Numerator and denominator, as printed or as proven by the printed share. */
    count: z.number().int(),
    of: z.number().int().positive(),
    'at-least': z.number(),
    direction: z.enum(['up', 'down', 'same']),
    name: z.string().min(1),
  })
  .partial()
  .refine((published) => Object.keys(published).some((key) => key !== 'decimals'), {
    error: 'expected a published figure (value, count, at-least, direction or name)',
  });
export type Published = z.infer<typeof publishedSchema>;

const common = {
  id,
  /** The sentence or phrase of the publication, in the reader's language. */
  text: z.string().min(1),
  /** Null for a statement without a published counterpart. */
  published: publishedSchema.nullable().default(null),
  /** A remark on the published figure, in the reader's language. */
  remark: z.string().nullable().default(null),
};
const edition = z.enum(['current', 'previous']).default('current');
/** `TreeNode.path`, such as `supply/platform-supply`. */
const node = z.string().min(1);
const formula = z.enum(['population', 'sample']);
const group = z.string().nullable().default(null);

/** `src/scoring/statements/compute.ts` defines the computation of each kind. */
export const statementSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('governments'), groups: z.array(z.string()).min(1) }),
  z.strictObject({
    ...common,
    kind: z.literal('nodes'),
    level: z.enum(['capability', 'branch', 'leaf']),
    role: z.enum(['evaluated', 'observed']).nullable().default(null),
  }),
  z.strictObject({ ...common, kind: z.literal('full-mark') }),
  z.strictObject({ ...common, kind: z.literal('share'), condition: id, group }),
  z.strictObject({ ...common, kind: z.literal('share-change'), condition: id, group }),
  z.strictObject({ ...common, kind: z.literal('count-change'), condition: id, group }),
  z.strictObject({ ...common, kind: z.literal('break'), position: z.number().int().min(1) }),
  z.strictObject({ ...common, kind: z.literal('tier-size-change'), tier: z.string().min(1) }),
  z.strictObject({ ...common, kind: z.literal('range'), edition }),
  z.strictObject({ ...common, kind: z.literal('province-deviation'), formula, edition }),
  z.strictObject({ ...common, kind: z.literal('province-deviation-change'), formula }),
  z.strictObject({ ...common, kind: z.literal('province-mean'), province: z.string().min(1), edition }),
  z.strictObject({ ...common, kind: z.literal('reference-share-change'), region: z.string().min(1) }),
  /**
   * `points`: difference of the rates in percentage points. `relative`: difference in percent of
   * the earlier rate.
   */
  z.strictObject({ ...common, kind: z.literal('rate-change'), node, measure: z.enum(['points', 'relative']) }),
  z.strictObject({ ...common, kind: z.literal('rate-gap'), node, than: node }),
]);
export type StatementDefinition = z.infer<typeof statementSchema>;

/**
 * `statements.yaml`: statements of a publication, how to compute them, and their printed values.
 */
export const statementsSchema = z.strictObject({
  /** The publication of the printed figures. */
  title: z.string().min(1),
  /** Address of that publication. */
  source: z.string().min(1),
  conditions: z.array(conditionSchema),
  statements: z.array(statementSchema),
});
export type Statements = z.infer<typeof statementsSchema>;
