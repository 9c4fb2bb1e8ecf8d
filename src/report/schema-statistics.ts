import { z } from 'zod';

/** Parts of `report.json` that hold statistics: of the country, its regions, the ranks and the indicators. */

const code = z.string();
export const count = z.number().int().min(0);
export const share = z.number().min(0).max(1);
/** Absent where nothing is known; never a number that stands for that. */
export const number = z.number().nullable();

export const summarySchema = z.strictObject({
  n: count,
  mean: number,
  median: number,
  population: number,
  sample: number,
  lowest: number,
  highest: number,
  range: number,
});

export const divisionSchema = z.strictObject({
  id: z.string(),
  governments: count,
  nodes: z.array(
    z.strictObject({
      path: z.string(),
      full: z.number(),
      score: summarySchema,
      rate: share.nullable(),
      unknown: count,
      notApplicable: count,
    }),
  ),
  rank: number,
  shareOfReference: number,
});

export const divisionsSchema = z.strictObject({
  kind: z.enum(['region', 'province', 'group']),
  reference: z.string().nullable(),
  divisions: z.array(divisionSchema),
  unassigned: count,
});

const intervalSchema = z.strictObject({ low: z.number(), median: z.number(), high: z.number() });

const tierProbabilitySchema = z.strictObject({ letter: z.string(), probability: share });

export const uncertaintySchema = z.strictObject({
  draws: count,
  seed: z.number(),
  interval: z.tuple([share, share]).describe('lower and upper share of the intervals'),
  varied: z.array(z.string()),
  drawsWithoutTiers: count,
  openPoints: count,
  doubtfulPoints: count,
  flagged: count,
  leftOut: z.array(code),
  governments: z.array(
    z.strictObject({
      government: code,
      nominal: z.strictObject({ score: z.number(), rank: count, tier: z.string().nullable() }),
      rank: intervalSchema,
      score: intervalSchema,
      meanRankShift: z.number(),
      tiers: z.array(tierProbabilitySchema),
      mostProbable: tierProbabilitySchema.nullable(),
      flags: z.array(z.enum(['differs', 'unsure'])),
    }),
  ),
});

const estimateSchema = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });

export const sensitivitySchema = z.strictObject({
  samples: count,
  runs: count,
  level: share,
  meanRankShift: z.number(),
  effects: z.array(z.strictObject({ assumption: z.string(), first: estimateSchema, total: estimateSchema })),
  interactions: number,
});

const distributionSchema = z.strictObject({
  path: z.string(),
  n: count.describe('governments whose rate is known'),
  mean: number,
  population: number.describe('standard deviation, divisor n'),
  quantiles: z.array(number).describe('at 0, 0.05, 0.25, 0.5, 0.75, 0.95 and 1'),
  skewness: number,
  zeroShare: share.nullable(),
  fullShare: share.nullable(),
  unknownShare: share.nullable(),
  unknown: count,
  notApplicable: count,
});

const correlationSchema = z.strictObject({
  a: z.string(),
  b: z.string(),
  n: count.describe('governments on which both are known'),
  pearson: number,
  spearman: number,
});

export const itemsSchema = z.strictObject({
  leaves: z.array(distributionSchema),
  capabilities: z.array(distributionSchema),
  leafCorrelations: z.array(correlationSchema),
  capabilityCorrelations: z.array(correlationSchema),
  reliability: z.array(
    z.strictObject({
      path: z.string(),
      items: count,
      n: count,
      leftOut: count,
      alpha: number.describe('Cronbach’s alpha'),
      withoutItem: z.record(z.string(), number),
    }),
  ),
  discrimination: z.array(
    z.strictObject({
      path: z.string(),
      n: count,
      variance: number,
      itemRest: number.describe('correlation of the leaf with the rest of the total'),
      flags: z.array(z.enum(['low-correlation', 'no-spread', 'floor', 'ceiling'])),
      discriminates: z.boolean().nullable(),
    }),
  ),
});
