import { z } from 'zod';
import { failureClassSchema } from '../model/failure.ts';
import { findingSchema, findingStateSchema } from '../model/finding.ts';
import { addressConfidences, siteKindSchema } from '../model/government.ts';
import type { ItemAnalysis } from '../scoring/items/analyse.ts';
import type { Uncertainty } from '../scoring/uncertainty/measure.ts';
import type { ReportInput } from './input.ts';
import {
  count,
  divisionSchema,
  divisionsSchema,
  itemsSchema,
  number,
  sensitivitySchema,
  share,
  summarySchema,
  uncertaintySchema,
} from './schema-statistics.ts';

const code = z.string();

const addressSchema = z.strictObject({ url: z.string(), confidence: z.enum(addressConfidences) });

const governmentSchema = z.strictObject({
  code,
  name: z.string(),
  pinyin: z.string(),
  province: z.string(),
  region: z.string(),
  group: z.string(),
  scored: z.boolean(),
  sites: z.partialRecord(siteKindSchema, addressSchema),
});

const treeNodeSchema = z.strictObject({
  id: z.string(),
  path: z.string(),
  name: z.string(),
  level: z.enum(['total', 'capability', 'branch', 'leaf']),
  counted: z.boolean().describe('whether the node enters the total'),
  share: share.describe('share of the parent'),
  full: z.number().describe('full mark'),
  finding: z.string().nullable().describe('probe that feeds a leaf'),
});

const nodeScoreSchema = z.strictObject({
  state: z.enum(['scored', 'unknown', 'not-applicable']),
  score: number,
  rate: share.nullable(),
  coverage: share,
  low: z.number(),
  high: z.number(),
});

const pointSchema = z.strictObject({
  leaf: z.string(),
  finding: z.string(),
  point: share.nullable(),
  state: findingStateSchema,
  reason: z.string().nullable(),
  rule: z.string(),
  carriedDays: number,
});

const shareSchema = z.strictObject({
  group: z.string().nullable(),
  numerator: count,
  denominator: count,
  share: share.nullable(),
  yes: count,
  no: count,
  unknown: count,
  leftOut: count,
});

const placeSchema = z.strictObject({ letter: z.string(), name: z.string(), level: z.string() });

const tiersSchema = z.strictObject({
  breaks: z.array(
    z.strictObject({
      after: count,
      government: code,
      score: z.number(),
      nextScore: z.number(),
      difference: z.number(),
      remark: z.string().nullable(),
    }),
  ),
  tiers: z.array(
    z.strictObject({
      name: z.string(),
      letter: z.string(),
      size: count,
      from: count,
      to: count,
      highest: z.number(),
      lowest: z.number(),
      levels: z.array(z.strictObject({ label: z.string(), size: count, from: number })),
    }),
  ),
  places: z.record(code, placeSchema),
});

const statementSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  unit: z.enum(['percent', 'percentage-points', 'points', 'count', 'name']),
  formula: z.string(),
  published: z.record(z.string(), z.union([z.number(), z.string()])),
  value: number,
  name: z.string().nullable(),
  numerator: number,
  denominator: number,
  unknown: count,
  certainty: z.enum(['exact', 'lower-bound', 'partial']),
  missing: z.string().nullable(),
  difference: number,
  agrees: z.boolean().nullable(),
  countsAgree: z.boolean().nullable(),
});

/** `report.json`: the whole report as data. Published as JSON Schema in `docs/report.schema.json`. */
export const reportSchema = z.strictObject({
  format: z.literal('govprobe-report/1'),
  title: z.string(),
  provenance: z.array(z.string()),
  run: z.strictObject({
    id: z.string(),
    started: z.string(),
    finished: z.string().nullable(),
    toolVersion: z.string(),
    configHash: z.string(),
  }),
  groupNames: z.record(z.string(), z.string()),
  regionNames: z.record(z.string(), z.string()),
  governments: z.array(governmentSchema),
  findings: z.array(findingSchema.strict()),
  stale: z
    .array(z.strictObject({ finding: findingSchema.strict(), run: z.string(), measured: z.string(), ageDays: count }))
    .optional()
    .describe('what was known before of findings that a blocked or dead site leaves unknown now'),
  marks: z.record(z.string(), z.strictObject({ time: z.string(), sha256: z.string().nullable() })),
  fullMark: z.number(),
  minimumCoverage: share,
  nodes: z.array(treeNodeSchema),
  scores: z
    .array(z.strictObject({ government: code, points: z.array(pointSchema), nodes: z.array(nodeScoreSchema) }))
    .describe('the nodes of each government in the order of `nodes`'),
  ranking: z.array(
    z.strictObject({
      government: code,
      score: number,
      rank: number,
      sharedBy: count,
      coverage: share,
      thin: z.boolean(),
    }),
  ),
  tiering: tiersSchema,
  adoption: z.array(
    z.strictObject({
      statement: z.string(),
      text: z.string(),
      probes: z.array(z.string()),
      base: z.enum(['all', 'assessable']),
      overall: shareSchema,
      groups: z.array(shareSchema),
    }),
  ),
  description: z.strictObject({
    whole: divisionSchema,
    regions: divisionsSchema,
    provinces: divisionsSchema,
    groups: divisionsSchema,
    betweenProvinces: summarySchema,
    betweenRegions: summarySchema,
  }),
  items: itemsSchema.describe('what the indicators are worth as measures'),
  earlier: z.string().nullable().describe('the edition that changes are measured against'),
  publication: z.strictObject({ title: z.string(), source: z.string() }).nullable(),
  statements: z.array(statementSchema),
  uncertainty: uncertaintySchema.nullable(),
  sensitivity: sensitivitySchema.nullable(),
  failures: z.array(z.strictObject({ government: code, site: siteKindSchema, class: failureClassSchema, count })),
  captures: z.array(z.strictObject({ site: siteKindSchema, captures: count, readable: count })),
});
export type ReportDocument = z.infer<typeof reportSchema>;

/** The report as its document. @throws ZodError where what was computed breaks the published schema: a mistake of the program. */
export function reportDocument(input: ReportInput): ReportDocument {
  const { assessment, earlier, published, tiles: _, items, uncertainty, ...rest } = input;
  const { tree, tiering } = assessment;
  const { breaks, tiers, places } = tiering;
  return reportSchema.parse({
    format: 'govprobe-report/1',
    ...rest,
    items: itemsDocument(items),
    uncertainty: uncertainty === null ? null : uncertaintyDocument(uncertainty),
    fullMark: tree.source['full-mark'],
    minimumCoverage: assessment.minimumCoverage,
    nodes: tree.nodes.map(({ index: _index, parent: _parent, leaf, ...node }) => ({
      ...node,
      finding: leaf?.finding ?? null,
    })),
    scores: assessment.scores,
    ranking: assessment.ranking,
    tiering: { breaks, tiers, places },
    earlier: earlier?.name ?? null,
    publication: published === null ? null : { title: published.title, source: published.source },
    statements: (published?.comparisons ?? []).map(({ computed, published: print, ...verdict }) => {
      const { definition: _definition, ...own } = computed;
      return { ...own, published: print, ...verdict };
    }),
  });
}

function itemsDocument({ rule: _, ...items }: ItemAnalysis): object {
  return items;
}

function uncertaintyDocument({ settings, ...uncertainty }: Uncertainty): object {
  return { ...uncertainty, seed: settings.seed, interval: settings.interval };
}

/** The schema of `report.json` as JSON Schema (draft 2020-12). */
export function reportJsonSchema(): object {
  return z.toJSONSchema(reportSchema, { io: 'output' });
}
