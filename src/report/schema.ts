import { z } from 'zod';
import { indicatorTreeSchema } from '../config/schema/indicators.ts';
import { captureCountSchema, captureMarkSchema, failureCountSchema } from '../model/capture-figures.ts';
import { findingKey, findingSchema, findingStateSchema } from '../model/finding.ts';
import { governmentSchema, siteAddressSchema, siteKindSchema } from '../model/government.ts';
import { staleFindingSchema } from '../model/judged-finding.ts';
import { countSchema, shareSchema } from '../model/number-schemas.ts';
import { provenanceSchema } from '../model/provenance.ts';
import { reviewEffects, reviewSchema } from '../model/review.ts';
import { reviewChecksSchema } from '../model/review-checks.ts';
import { runFactsSchema } from '../model/run.ts';
import { adoptionListsSchema, adoptionSchema, adoptionShareSchema } from '../scoring/adoption.ts';
import { standingsSchema } from '../scoring/assess.ts';
import { descriptionSchema } from '../scoring/descriptive/describe.ts';
import { type ItemAnalysis, itemFiguresSchema } from '../scoring/items/analyse.ts';
import { pointSchema } from '../scoring/point.ts';
import { rankedSchema } from '../scoring/rank.ts';
import { governmentScoreSchema, nodeScoreSchema } from '../scoring/score.ts';
import { comparisonFiguresSchema } from '../scoring/statements/compare-published.ts';
import { statementFiguresSchema } from '../scoring/statements/facts.ts';
import { breakSchema, levelSchema, tierPlaceSchema, tierSchema } from '../scoring/tiers.ts';
import { treeNodeSchema } from '../scoring/tree.ts';
import { bandsSchema } from '../scoring/uncertainty/bands.ts';
import { type Uncertainty, uncertaintyFiguresSchema } from '../scoring/uncertainty/measure.ts';
import { sensitivitySchema } from '../scoring/uncertainty/sensitivity.ts';
import { type ReportData, withFigures } from './figures/derive.ts';
import { bulletinFiguresSchema } from './figures/schema.ts';
import type { ReportInput } from './input.ts';
import { listReviews, summariseReviews } from './reviews.ts';

// The shapes are defined where the values are computed; here they become strict, so that no
// undeclared member is published.

const publishedGovernmentSchema = z.strictObject({
  ...governmentSchema.shape,
  sites: z.partialRecord(siteKindSchema, siteAddressSchema.strict()),
});

const publishedNodeSchema = treeNodeSchema
  .omit({ index: true, parent: true, leaf: true })
  .extend({ finding: z.string().nullable().describe('probe that feeds a leaf') })
  .strict();

const publishedScoreSchema = z.strictObject({
  ...governmentScoreSchema.shape,
  points: z.array(pointSchema.strict()),
  nodes: z.array(nodeScoreSchema.strict()),
});

const publishedTiersSchema = z.strictObject({
  breaks: z.array(breakSchema.strict()),
  tiers: z.array(z.strictObject({ ...tierSchema.shape, levels: z.array(levelSchema.strict()) })),
  places: z.record(z.string(), tierPlaceSchema.strict()),
});

const publishedAdoptionSchema = z.strictObject({
  ...adoptionSchema.shape,
  overall: adoptionShareSchema.strict(),
  groups: z.array(adoptionShareSchema.strict()),
  lists: adoptionListsSchema.optional().describe('codes of the governments behind the counts, by answer'),
});

const { id, text, unit, formula, ...figures } = statementFiguresSchema.shape;
const { published, ...comparison } = comparisonFiguresSchema.shape;
const publishedStatementSchema = z.strictObject({ id, text, unit, formula, published, ...figures, ...comparison });

const publishedUncertaintySchema = z.strictObject({
  ...uncertaintyFiguresSchema.shape,
  seed: z.number(),
  interval: z.tuple([shareSchema, shareSchema]).describe('lower and upper share of the intervals'),
  concentration: z.number().nullable().describe('of the drawn weights; null where weights are fixed'),
});

const effectCountSchema = z.strictObject({
  effect: z.enum(['applied', 'stale']),
  machine: findingStateSchema.describe('state according to the probe'),
  verdict: findingStateSchema.describe('state according to the person'),
  count: countSchema,
});

const publishedReviewsSchema = z
  .strictObject({
    applied: countSchema.describe('findings decided by a review'),
    stale: countSchema.describe('findings whose review is stale and not scored'),
    superseded: countSchema,
    withdrawn: countSchema,
    idle: countSchema.describe('reviews that the probe agrees with, or that speak of other data'),
    decisions: z.array(effectCountSchema),
    log: z.array(reviewSchema.extend({ effect: z.enum(reviewEffects) }).strict()).describe('oldest first'),
  })
  .describe('decisions of people; a finding that one concerns has it under `review`');

/** `report.json`: the whole report as data; its JSON Schema is `docs/report.schema.json`. */
export const reportSchema = z.strictObject({
  format: z.literal('govprobe-report/2'),
  title: z.string(),
  provenance: provenanceSchema.strict().describe('edition, runs, program and pack that the figures come from'),
  simulated: z
    .boolean()
    .describe('a simulated country, or recorded pages, answered instead of real sites, wholly or in part'),
  run: runFactsSchema.strict(),
  timeZone: z.string().describe('IANA name of the zone in which the bulletin prints times'),
  groupNames: z.record(z.string(), z.string()),
  regionNames: z.record(z.string(), z.string()),
  governments: z.array(publishedGovernmentSchema),
  findings: z.array(
    findingSchema.extend({ run: z.string().nullable().describe('the run that the finding comes from') }).strict(),
  ),
  reviews: publishedReviewsSchema,
  checks: reviewChecksSchema
    .nullable()
    .optional()
    .describe('objections of governments, and the sample that two people read'),
  stale: z
    .array(z.strictObject({ ...staleFindingSchema.shape, finding: findingSchema.strict() }))
    .optional()
    .describe('what was known before of findings that a blocked or dead site leaves unknown now'),
  marks: z.record(z.string(), captureMarkSchema.strict()),
  index: indicatorTreeSchema.describe('the indicator tree with its rules; see docs/scoring.md'),
  fullMark: z.number(),
  minimumCoverage: standingsSchema.shape.minimumCoverage,
  nodes: z.array(publishedNodeSchema),
  scores: z.array(publishedScoreSchema).describe('the nodes of each government in the order of `nodes`'),
  ranking: z.array(rankedSchema.strict()),
  tiering: publishedTiersSchema,
  bands: bandsSchema.nullable().describe('published in place of tiers that are too doubtful'),
  adoption: z.array(publishedAdoptionSchema),
  description: descriptionSchema,
  items: itemFiguresSchema.describe('what the indicators are worth as measures'),
  bulletin: bulletinFiguresSchema.describe('figures of the bulletin that no other part holds'),
  earlier: z.string().nullable().describe('the edition that changes are measured against'),
  publication: z.strictObject({ title: z.string(), source: z.string() }).nullable(),
  statements: z.array(publishedStatementSchema),
  uncertainty: publishedUncertaintySchema.nullable(),
  sensitivity: sensitivitySchema.nullable(),
  failures: z.array(failureCountSchema.strict()),
  captures: z.array(captureCountSchema.strict()),
});
export type ReportDocument = z.infer<typeof reportSchema>;

/**
 * The document of a report.
 * @throws ZodError when computed values break the published schema, which is a program error
 */
export function reportDocument(input: ReportInput): ReportDocument {
  return documentOf(withFigures(input));
}

/** The same, where the derived figures are at hand. */
export function documentOf(data: ReportData): ReportDocument {
  const {
    assessment,
    earlier,
    published,
    items,
    uncertainty,
    figures: bulletin,
    nature,
    findingRuns,
    ...others
  } = data;
  const { tiles: _tiles, texts: _texts, rule: _rule, conditions: _conditions, listed: _listed, ...named } = others;
  const { measures: _measures, ...rest } = named;
  const { tree, tiering } = assessment;
  const { breaks, tiers, places } = tiering;
  return reportSchema.parse({
    format: 'govprobe-report/2',
    ...rest,
    bulletin,
    simulated: nature !== 'real',
    findings: data.findings.map((finding) => ({ ...finding, run: findingRuns[findingKey(finding)] ?? null })),
    reviews: {
      ...summariseReviews(data),
      log: listReviews(data).map(({ review, effect }) => ({ ...review, effect })),
    },
    items: itemsDocument(items),
    uncertainty: uncertainty === null ? null : uncertaintyDocument(uncertainty),
    index: tree.source,
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
  const concentration = settings.weights?.concentration ?? null;
  return { ...uncertainty, seed: settings.seed, interval: settings.interval, concentration };
}

/** The schema of `report.json` as JSON Schema (draft 2020-12). */
export function reportJsonSchema(): object {
  return z.toJSONSchema(reportSchema, { io: 'output' });
}
