import { z } from 'zod';
import type { SensitivitySettings, UncertaintySettings } from '../../config/schema/analysis.ts';
import type { Finding } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import type { Immutable } from '../../model/immutable.ts';
import { countSchema, knownNumberSchema, shareSchema } from '../../model/number-schemas.ts';
import type { Assessment } from '../assess.ts';
import type { ErrorMode } from './doubtful-points.ts';
import { type Assumption, assumptionSchema, Draw, nominal, type Replicates, varying } from './draw.ts';
import { type Prepared, prepare } from './prepare.ts';
import { TotalRanker } from './rank-totals.ts';
import { type DrawWatch, replicatesOf, watchDraws } from './simulate.ts';
import { type Indices, indicesSchema, type SobolSample, sobolIndices, sobolIndicesOfMany } from './sobol.ts';

const assumptionEffectSchema = z.strictObject({ assumption: assumptionSchema, ...indicesSchema.shape });
/** How much one assumption moves the ranks. */
export type AssumptionEffect = Immutable<z.infer<typeof assumptionEffectSchema>>;

const effectsSchema = z.strictObject({
  /**
   * Mean over governments of the absolute rank shift against the nominal ranks, averaged over all
   * draws of A and B, in places.
   */
  meanRankShift: z.number(),
  /**
   * Of the variance of that mean shift. Largest total effect first; empty when nothing varies, or
   * when no draw moves a rank.
   */
  effects: z.array(assumptionEffectSchema),
  /**
   * Of the variance of each government's own rank, averaged over the governments: what makes single
   * ranks doubtful. Ordered as above.
   */
  rankEffects: z.array(assumptionEffectSchema),
  /**
   * 1 minus the sum of first-order `effects`: what the assumptions do only together. Null without
   * effects.
   */
  interactions: knownNumberSchema,
});

export const sensitivitySchema = z.strictObject({
  /** Rows of each sample matrix, and how often the index was computed. */
  samples: countSchema,
  runs: countSchema,
  level: shareSchema,
  ...effectsSchema.shape,
  /**
   * The same when errors are shared by the findings of one probe and product; null where confidence
   * is not drawn.
   */
  shared: effectsSchema.nullable(),
});
export type Sensitivity = Immutable<z.infer<typeof sensitivitySchema>>;

/**
 * Variance-based sensitivity of the ranks to each uncertain assumption (OECD/JRC handbook 2008,
 * step 7; Saisana, Saltelli and Tarantola 2005). Two outputs: the mean absolute rank shift against
 * the nominal ranks, as in COINr, and every government's own rank. The first averages away what
 * moves single governments up and others down; the second does not. An assumption with many random
 * numbers (all weights, all open points) is one grouped input: a whole replicate of its stream is
 * exchanged between the matrices. Sampling is plain Monte Carlo, since a replicate has thousands of
 * dimensions and no low-discrepancy sequence spans those.
 */
export function measureSensitivity(
  assessment: Assessment,
  governments: readonly Government[],
  findings: readonly Finding[],
  settings: UncertaintySettings,
  sampling: SensitivitySettings,
  watch?: DrawWatch,
): Sensitivity {
  const prepared = prepare(assessment, governments, findings, settings);
  const { samples, level } = sampling;
  const passes = settings.confidence ? 2 : 1;
  const runs = passes * samples * (varying(settings).length + 2);
  let done = 0;
  const drawn = (): void => watchDraws(watch, ++done, runs);
  const given = { prepared, settings, sampling, drawn };
  return {
    samples,
    runs,
    level,
    ...effectsUnder('finding', given),
    shared: settings.confidence ? effectsUnder('source', given) : null,
  };
}

interface Sampled {
  readonly prepared: Prepared;
  readonly settings: UncertaintySettings;
  readonly sampling: SensitivitySettings;
  /** Called after every draw. */
  readonly drawn: () => void;
}

function effectsUnder(
  mode: ErrorMode,
  { prepared, settings, sampling: { samples, resamples, level }, drawn }: Sampled,
): Immutable<z.infer<typeof effectsSchema>> {
  const varied = varying(settings);
  const ranks = new RankTable(new Draw(prepared, settings), mode, { size: prepared.rankedCount, rows: samples, drawn });
  // Row j of A is replicate j of every assumption, row j of B replicate samples + j.
  const a = ranks.fill((row) => replicatesOf(varied, row));
  const b = ranks.fill((row) => replicatesOf(varied, samples + row));
  const mixed = varied.map((assumption) =>
    ranks.fill((row) => ({ ...replicatesOf(varied, row), [assumption]: samples + row })),
  );
  const options = { resamples, level, seed: settings.seed };
  const shift = { a: a.shifts, b: b.shifts, mixed: mixed.map(({ shifts }) => shifts) };
  const own = a.ranks.map((ofA, place): SobolSample => {
    return { a: ofA, b: b.ranks[place] ?? ofA, mixed: mixed.map((one) => one.ranks[place] ?? ofA) };
  });
  const effects = ordered(varied, sobolIndices(shift, options));
  return {
    meanRankShift: (shift.a.reduce(add, 0) + shift.b.reduce(add, 0)) / (2 * samples),
    effects,
    rankEffects: ordered(varied, sobolIndicesOfMany(own, options)),
    interactions: effects.length === 0 ? null : 1 - effects.map(({ first }) => first.value).reduce(add, 0),
  };
}

function ordered(varied: readonly Assumption[], indices: readonly Indices[] | null): AssumptionEffect[] {
  const effects = (indices ?? []).flatMap((entry, index): AssumptionEffect[] => {
    const assumption = varied[index];
    return assumption === undefined ? [] : [{ assumption, ...entry }];
  });
  return effects.toSorted((left, right) => right.total.value - left.total.value);
}

interface TableShape {
  /** Number of governments. */
  readonly size: number;
  readonly rows: number;
  readonly drawn: () => void;
}

/** Ranks all governments under one replicate after the other. */
class RankTable {
  readonly #draw: Draw;
  readonly #mode: ErrorMode;
  readonly #ranker: TotalRanker;
  readonly #size: number;
  readonly #rows: number;
  readonly #nominal: Uint32Array;
  readonly #drawn: () => void;

  constructor(draw: Draw, mode: ErrorMode, { size, rows, drawn }: TableShape) {
    this.#draw = draw;
    this.#mode = mode;
    this.#size = size;
    this.#rows = rows;
    this.#drawn = drawn;
    this.#ranker = new TotalRanker(size);
    this.#rank(nominal);
    this.#nominal = this.#ranker.ranks.slice();
  }

  /**
   * For every row the mean shift against the nominal ranks; for every government its ranks by row.
   */
  fill(replicatesAt: (row: number) => Replicates): { readonly shifts: Float64Array; readonly ranks: Float64Array[] } {
    const shifts = new Float64Array(this.#rows);
    const ranks = Array.from({ length: this.#size }, () => new Float64Array(this.#rows));
    for (let row = 0; row < this.#rows; row += 1) {
      this.#rank(replicatesAt(row));
      this.#drawn();
      let sum = 0;
      for (const [place, rank] of this.#ranker.ranks.entries()) {
        sum += Math.abs(rank - (this.#nominal[place] ?? 0));
        const own = ranks[place];
        if (own !== undefined) own[row] = rank;
      }
      shifts[row] = this.#size === 0 ? 0 : sum / this.#size;
    }
    return { shifts, ranks };
  }

  #rank(replicates: Replicates): void {
    this.#draw.run(replicates, this.#mode);
    this.#ranker.rank(this.#draw.scores.subarray(0, this.#size));
  }
}

function add(sum: number, value: number): number {
  return sum + value;
}
