import { z } from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, { error: 'expected lower-case letters, digits and -' });
const probe = z.string().min(1);

/** What the value under the key must be for a yes. */
const comparisonSchema = z.union([
  z.strictObject({ equals: z.union([z.number(), z.boolean(), z.string()]) }),
  z.strictObject({ below: z.number() }),
  z.strictObject({ 'at-least': z.number() }),
]);

const whenSchema = z.discriminatedUnion('is', [
  /** Yes when the finding is `present`, at whatever level; no when it is `absent`. */
  z.strictObject({ is: z.literal('present'), probe }),
  /** The opposite. */
  z.strictObject({ is: z.literal('absent'), probe }),
  /** A comparison of what a present finding holds; a present finding that holds nothing there is unknown. */
  z.strictObject({
    is: z.literal('value'),
    probe,
    key: z.string().min(1),
    compare: comparisonSchema,
    /** What an absent finding answers. */
    absent: z.enum(['yes', 'no']).default('no'),
    /** What a finding that does not apply answers. */
    'not-applicable': z.enum(['yes', 'no', 'left-out']).default('left-out'),
    /** Where the first finding is unknown and this probe's is `absent`, the first is taken for absent: what stands on a platform is not there without it. */
    without: probe.nullable().default(null),
  }),
]);

export const conditionSchema = z.strictObject({
  id,
  /** In the reader's language: a predicate of one government. */
  text: z.string().min(1),
  /** `all`: unknown ones stay in the denominator, the share is a lower bound. `assessable`: only those with a yes or a no. */
  base: z.enum(['all', 'assessable']),
  when: whenSchema,
});
export type ConditionDefinition = z.infer<typeof conditionSchema>;

/** The figure that was published, in the unit of the statement. At least one key. */
export const publishedSchema = z
  .strictObject({
    value: z.number(),
    /** Decimals that were printed: the computed value is rounded to them before it is compared. */
    decimals: z.number().int().min(0).max(6),
    /** Numerator and denominator, printed or proven by the printed share. */
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
  /** In the reader's language: the sentence or phrase of the publication. */
  text: z.string().min(1),
  /** Null for a statement that is computed and has no published counterpart. */
  published: publishedSchema.nullable().default(null),
  /** What a reader must know of the published figure, in the reader's language. */
  remark: z.string().nullable().default(null),
};
const edition = z.enum(['current', 'previous']).default('current');
/** `TreeNode.path`, such as `supply/platform-supply`. */
const node = z.string().min(1);
const formula = z.enum(['population', 'sample']);
const group = z.string().nullable().default(null);

/** What each kind computes is said in `src/scoring/statements/compute.ts`. */
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
  /** `points`: difference of the rates in percentage points; `relative`: in percent of the earlier rate. */
  z.strictObject({ ...common, kind: z.literal('rate-change'), node, measure: z.enum(['points', 'relative']) }),
  z.strictObject({ ...common, kind: z.literal('rate-gap'), node, than: node }),
]);
export type StatementDefinition = z.infer<typeof statementSchema>;

/** `statements.yaml`: what a publication says in numbers, how it is computed, and what it printed. */
export const statementsSchema = z.strictObject({
  /** The publication that the published figures are from. */
  title: z.string().min(1),
  /** Address where they were read. */
  source: z.string().min(1),
  conditions: z.array(conditionSchema),
  statements: z.array(statementSchema),
});
export type Statements = z.infer<typeof statementsSchema>;
