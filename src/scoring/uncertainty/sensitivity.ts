import { z } from 'zod';
import type { SensitivitySettings, UncertaintySettings } from '../../config/schema/analysis.ts';
import type { Finding } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { Immutable } from '../../model/immutable.ts';
import { countSchema, knownNumberSchema, shareSchema } from '../../model/number-schemas.ts';
import type { Assessment } from '../assess.ts';
import { assumptionSchema, Draw, nominal, varying } from './draw.ts';
import { replicatesOf } from './measure.ts';
import { prepare } from './prepare.ts';
import { TotalRanker } from './rank-totals.ts';
import { indicesSchema, type SobolSample, sobolIndices } from './sobol.ts';

const assumptionEffectSchema = z.strictObject({ assumption: assumptionSchema, ...indicesSchema.shape });
/** How much one assumption moves the ranks. */
export type AssumptionEffect = Immutable<z.infer<typeof assumptionEffectSchema>>;

export const sensitivitySchema = z.strictObject({
  /** Rows of each sample matrix, and how often the index was computed. */
  samples: countSchema,
  runs: countSchema,
  level: shareSchema,
  /** Mean over governments of the absolute rank shift against the nominal ranks, averaged over all draws of A and B, in places. */
  meanRankShift: z.number(),
  /** Largest total effect first; empty when nothing varies, or when no draw moves a rank. */
  effects: z.array(assumptionEffectSchema),
  /** 1 minus the sum of first-order effects: what the assumptions do only together. Null without effects. */
  interactions: knownNumberSchema,
});
export type Sensitivity = Immutable<z.infer<typeof sensitivitySchema>>;

/**
 * Variance-based sensitivity of the ranks to each uncertain assumption (OECD/JRC handbook 2008, step 7; Saisana, Saltelli and Tarantola 2005).
 * The output is the mean absolute rank shift against the nominal ranks, as in COINr. An assumption with many random numbers
 * (all weights, all unknown points) is one grouped input: a whole replicate of its stream is exchanged between the matrices. Sampling is plain
 * Monte Carlo, since a replicate has thousands of dimensions and no low-discrepancy sequence spans those.
 */
export function measureSensitivity(
  assessment: Assessment,
  governments: readonly Government[],
  findings: readonly Finding[],
  settings: UncertaintySettings,
  { samples, resamples, level }: SensitivitySettings,
): Sensitivity {
  const prepared = prepare(assessment, governments, findings, settings);
  const varied = varying(settings);
  const draw = new Draw(prepared, settings);
  const ranker = new TotalRanker(prepared.governments.length);
  draw.run(nominal);
  ranker.rank(draw.scores);
  const nominalRanks = ranker.ranks.slice();
  const shiftOf = (replicates: Parameters<Draw['run']>[0]): number => {
    draw.run(replicates);
    ranker.rank(draw.scores);
    let sum = 0;
    for (const [index, rank] of ranker.ranks.entries()) sum += Math.abs(rank - (nominalRanks[index] ?? 0));
    return nominalRanks.length === 0 ? 0 : sum / nominalRanks.length;
  };
  // Row j of A is replicate j of every assumption, row j of B replicate samples + j.
  const rows = Float64Array.from({ length: samples }, (_, row) => row);
  const sample: SobolSample = {
    a: rows.map((row) => shiftOf(replicatesOf(varied, row))),
    b: rows.map((row) => shiftOf(replicatesOf(varied, samples + row))),
    mixed: varied.map((assumption) =>
      rows.map((row) => shiftOf({ ...replicatesOf(varied, row), [assumption]: samples + row })),
    ),
  };
  const indices = sobolIndices(sample, { resamples, level, seed: settings.seed });
  const effects = (indices ?? []).flatMap((entry, index): AssumptionEffect[] => {
    const assumption = varied[index];
    return assumption === undefined ? [] : [{ assumption, ...entry }];
  });
  return {
    samples,
    runs: samples * (varied.length + 2),
    level,
    meanRankShift: (sample.a.reduce(add, 0) + sample.b.reduce(add, 0)) / (2 * samples),
    effects: effects.toSorted((left, right) => right.total.value - left.total.value),
    interactions: effects.length === 0 ? null : 1 - effects.map(({ first }) => first.value).reduce(add, 0),
  };
}

function add(sum: number, value: number): number {
  return sum + value;
}
