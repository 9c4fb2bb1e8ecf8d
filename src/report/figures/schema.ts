import { z } from 'zod';
import type { Immutable } from '../../model/immutable.ts';
import { countSchema, knownNumberSchema, shareSchema } from '../../model/number-schemas.ts';

const knownShareSchema = shareSchema.nullable();

const countedSchema = z.strictObject({
  id: z.string().nullable().describe('group, or name of a province; null: all scored governments'),
  least: countSchema.describe('governments that certainly meet the condition'),
  most: countSchema.describe('those, and the ones of which nothing is known'),
  unknown: countSchema,
  concerned: countSchema.describe('governments to whom the condition applies'),
  low: knownShareSchema.describe('least / concerned'),
  high: knownShareSchema.describe('most / concerned'),
});
/** How many meet a condition, at least and at most. */
export type Counted = Immutable<z.infer<typeof countedSchema>>;

const comparedPlatformsSchema = z.strictObject({
  n: countSchema.describe('platforms whose province has a rate'),
  rank: knownNumberSchema.describe('median rank of their provinces by the rate'),
});

const adoptionFiguresSchema = z.strictObject({
  statement: z.string(),
  concluded: z.boolean().describe('whether enough is known for a conclusion'),
  said: countedSchema.describe('those whom the bulletin speaks of'),
  groups: z.array(countedSchema).describe('scored groups of which enough is known'),
  provinces: z.array(countedSchema),
  named: z
    .strictObject({
      by: z.enum(['most', 'all']).describe('at least half of the governments meet the condition, or every one'),
      provinces: z.array(z.string()).describe('provinces that the bulletin names, in its order'),
      count: countSchema.describe('how many it names'),
      found: countSchema.describe('provinces that meet the rule, named or not'),
    })
    .nullable(),
  engines: z
    .strictObject({
      governments: countSchema.describe('governments that share an engine with another one of their province'),
      engines: countSchema,
      provinces: countSchema,
      addressed: countSchema.describe('governments whose engine has a known address'),
    })
    .nullable()
    .describe('engines that several governments of a province share, told by the host of their address'),
  against: z
    .strictObject({
      node: z.string(),
      provinces: countSchema.describe('provinces with a rate'),
      met: comparedPlatformsSchema,
      unmet: comparedPlatformsSchema,
      unknown: countSchema,
    })
    .nullable()
    .describe('ranks of the provinces whose platform meets the condition and of those whose does not'),
});
export type AdoptionFigures = Immutable<z.infer<typeof adoptionFiguresSchema>>;

const evenProvinceSchema = z.strictObject({
  province: z.string(),
  rate: shareSchema,
  deviation: z.number().describe('standard deviation of the score rates, in percentage points'),
});
export type EvenProvince = Immutable<z.infer<typeof evenProvinceSchema>>;

const nodeFiguresSchema = z.strictObject({
  path: z.string(),
  highest: knownShareSchema.describe('highest score rate'),
  lowest: knownShareSchema,
  gap: z
    .strictObject({
      high: z.string().describe('path of the leaf with the highest mean rate below the node'),
      low: z.string(),
      difference: z.number().describe('in percentage points'),
    })
    .nullable(),
  open: z.array(z.string()).describe('paths of the leaves below on which nothing is concluded'),
  evenHigh: z.array(evenProvinceSchema).describe('provinces with a high rate and little spread'),
  evenLow: z.array(evenProvinceSchema).describe('provinces with a low rate and little spread'),
  leaders: z
    .strictObject({
      rate: shareSchema.describe('the highest rate'),
      holders: countSchema.describe('governments with that rate'),
      governments: z.array(z.strictObject({ government: z.string(), rate: shareSchema })),
    })
    .nullable(),
});
export type NodeFigures = Immutable<z.infer<typeof nodeFiguresSchema>>;

const tierFiguresSchema = z.strictObject({
  count: countSchema.describe('number of tiers'),
  placed: countSchema.describe('governments in the ranking'),
  sizes: z.array(
    z.strictObject({
      letter: z.string(),
      share: shareSchema,
      levels: z.array(
        z.strictObject({
          label: z.string(),
          size: countSchema,
          share: shareSchema,
          governments: z.array(z.string()).describe('codes, best first'),
        }),
      ),
    }),
  ),
  bands: z.array(z.strictObject({ band: z.string(), size: countSchema, governments: z.array(z.string()) })),
});
export type TierFigures = Immutable<z.infer<typeof tierFiguresSchema>>;

const stepSchema = z.strictObject({ before: z.number(), after: z.number(), difference: z.number() });
export type Step = Immutable<z.infer<typeof stepSchema>>;

const changesSchema = z.strictObject({
  edition: z.string(),
  comparable: z.boolean().describe('whether both editions evaluate nearly the same governments'),
  common: countSchema.describe('governments with a total in both'),
  tiers: z.array(z.strictObject({ name: z.string(), ...stepSchema.shape })),
  moves: z.strictObject({ rose: countSchema, fell: countSchema }).nullable(),
  range: stepSchema.nullable(),
  regions: z.array(z.strictObject({ id: z.string(), ...stepSchema.shape })).describe('shares of the reference region'),
  provinceDeviation: stepSchema.nullable(),
  leader: z.strictObject({ province: z.string(), ...stepSchema.shape }).nullable(),
  nodes: z.array(
    z.strictObject({
      path: z.string(),
      n: countSchema.describe('governments measured in both editions'),
      before: shareSchema,
      after: shareSchema,
      points: z.number().describe('difference in percentage points'),
      coverageBefore: knownShareSchema,
      coverageAfter: knownShareSchema,
    }),
  ),
  adoption: z.array(
    z.strictObject({
      statement: z.string(),
      n: countSchema.describe('governments with an answer in both editions'),
      before: countSchema,
      after: countSchema,
      difference: z.number().int(),
      points: knownNumberSchema.describe('difference of the shares in percentage points'),
    }),
  ),
});
export type Changes = Immutable<z.infer<typeof changesSchema>>;

/** Figures that the bulletin prints and that no other part of `report.json` holds. */
export const bulletinFiguresSchema = z.strictObject({
  rules: z.strictObject({
    maximumUnknown: shareSchema,
    maximumUnknownAnswers: shareSchema,
    minimumRanked: shareSchema,
    minimumCommon: shareSchema,
    evenProvinces: z.strictObject({
      minimumGovernments: countSchema,
      rateShare: shareSchema,
      spreadShare: shareSchema,
    }),
  }),
  index: z.strictObject({ evaluated: countSchema, observed: countSchema, branches: countSchema, leaves: countSchema }),
  counts: z.strictObject({
    ranked: countSchema,
    rankedShare: knownShareSchema,
    withheld: countSchema.describe('scored governments of which too little is settled'),
    blind: countSchema.describe('governments without any known point'),
    observed: countSchema.describe('governments that are observed and not scored'),
    withoutProbe: countSchema.describe('leaves without a probe'),
    openLeaves: countSchema.describe('leaves on which nothing is concluded'),
    captures: countSchema,
    readable: countSchema,
  }),
  tiers: tierFiguresSchema,
  leadingProvinces: z
    .strictObject({ provinces: z.array(z.string()), count: countSchema, floor: z.number() })
    .nullable()
    .describe('provinces with the highest means, and the whole points that all of them reach'),
  certainty: z
    .strictObject({
      width: z.number().describe('median width of the rank intervals'),
      sharedWidth: knownNumberSchema.describe('the same when errors of a probe on a product are shared'),
      flaggedShare: knownShareSchema,
      leastWeight: knownNumberSchema.describe('smallest relative standard deviation of a weight'),
      mostWeight: knownNumberSchema,
    })
    .nullable(),
  nodes: z.array(nodeFiguresSchema).describe('in the order of `nodes`'),
  adoption: z.array(adoptionFiguresSchema).describe('in the order of `adoption`'),
  changes: changesSchema.nullable(),
});
export type BulletinFigures = Immutable<z.infer<typeof bulletinFiguresSchema>>;
