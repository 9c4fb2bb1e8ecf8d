import { z } from 'zod';
import { erratumSchema } from './erratum.ts';
import type { Immutable } from './immutable.ts';
import { countSchema } from './number-schemas.ts';
import { runKinds } from './run.ts';

export const sourceRunSchema = z.object({
  id: z.string(),
  kind: z.enum(runKinds).nullable(),
  started: z.string().nullable().describe('ISO 8601 UTC'),
  finished: z.string().nullable(),
  toolVersion: z.string().nullable().describe('version of govprobe that made the run'),
  configHash: z.string().nullable().describe('pack that the run was made with'),
});
/**
 * A run that findings come from. Fields are null where an edition of an earlier release did not
 * keep them and the run is gone.
 */
export type SourceRun = Readonly<z.infer<typeof sourceRunSchema>>;

export const contributionSchema = sourceRunSchema.extend({
  findings: countSchema.describe('findings that come of the run'),
  carried: countSchema.describe('earlier findings of the run, shown where a dead site leaves them unknown now'),
});
/** A run and how many findings come of it. */
export type Contribution = Readonly<z.infer<typeof contributionSchema>>;

export const editionFactsSchema = z.object({
  name: z.string(),
  year: z.number().nullable(),
  note: z.string().nullable(),
  frozen: z.string().describe('ISO 8601 UTC'),
  sha256: z.string().describe('the seal'),
  derivedFrom: z.string().nullable().describe('edition whose captures were judged again'),
  replaces: z.object({ name: z.string(), sha256: z.string() }).nullable().describe('edition that this one corrects'),
  replacedBy: z
    .object({ name: z.string(), sha256: z.string(), frozen: z.string(), note: z.string().nullable() })
    .nullable()
    .describe('edition that corrects this one'),
  errata: z.array(erratumSchema).describe('what was found to be wrong, oldest first'),
  published: z
    .object({
      origin: z.string().describe('name of the log'),
      size: countSchema.describe('lines of the log with this publication'),
      root: z.string().describe('root of the Merkle tree over these lines, in Base64'),
      when: z.string().describe('ISO 8601 UTC'),
    })
    .nullable()
    .optional()
    .describe('the newest publication of the edition as evidence packages; null: it was not published so'),
});
/** A frozen edition with what was said about it since. */
export type EditionFacts = Immutable<z.infer<typeof editionFactsSchema>>;

export const provenanceSchema = z.object({
  sources: z.array(z.string()).describe('paragraphs of the pack about the origin of names, weights and addresses'),
  edition: editionFactsSchema.nullable().describe('null: reported from runs that are not frozen'),
  runs: z.array(contributionSchema).describe('the base run first, then single probes, then runs of earlier findings'),
  judged: z
    .array(z.object({ toolVersion: z.string(), configHash: z.string(), findings: countSchema }))
    .describe('the versions of program and pack that judged the findings, most findings first'),
  program: z.string().describe('version of govprobe that computed the scores'),
  pack: z.object({ title: z.string(), hash: z.string() }),
});
/** Where the figures of a report come from. */
export type Provenance = Immutable<z.infer<typeof provenanceSchema>>;
