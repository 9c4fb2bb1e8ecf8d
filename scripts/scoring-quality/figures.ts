import { sampleRankCorrelation } from 'simple-statistics';
import type { UncertaintySettings } from '../../src/config/schema/analysis.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Government } from '../../src/model/government.ts';
import type { Assessment } from '../../src/scoring/assess.ts';
import { measureUncertainty, type UncertainPlace, type Uncertainty } from '../../src/scoring/uncertainty/measure.ts';

/** How many of `of` intervals hold the truth. */
export interface Held {
  readonly held: number;
  readonly of: number;
}

/** How often the 90 % intervals of scores and ranks hold the truth. */
export interface Coverage {
  /** Errors drawn finding by finding. */
  readonly score: Held;
  readonly rank: Held;
  /** Errors drawn for all findings of a probe and product together. */
  readonly sharedScore: Held;
  readonly sharedRank: Held;
  /** Mean width of the intervals of the score, in points. */
  readonly width: number;
}

/** What one assessment is worth beside the true one. */
export interface Quality {
  readonly governments: number;
  readonly ranked: number;
  /** Spearman correlation of the ranked totals with the true ones. */
  readonly spearman: number;
  /** Mean of found less true total, in points, and the root of the mean square. */
  readonly bias: number;
  readonly deviation: number;
  readonly coverage: Coverage;
  /** Governments whose tier is the true one. */
  readonly trueTiers: Held;
  /** Tiers that the simulation calls doubtful. */
  readonly doubtful: Held;
  readonly uncertainty: Uncertainty;
}

/** A government's total in the truth, for those of which everything is known. */
function trueTotals(truth: Assessment): ReadonlyMap<string, number> {
  return new Map(
    truth.scores.flatMap(({ government, nodes: [total] }) =>
      total === undefined || total.score === null || total.low !== total.high
        ? []
        : [[government, total.score] as const],
    ),
  );
}

interface Compared {
  readonly place: UncertainPlace;
  readonly total: number;
  /** Among the governments that are compared. */
  readonly rank: number;
}

function comparedWith(truth: Assessment, places: readonly UncertainPlace[]): Compared[] {
  const totals = trueTotals(truth);
  const both = places.flatMap((place) => {
    const total = totals.get(place.government);
    return total === undefined ? [] : [{ place, total }];
  });
  return both.map((one) => ({ ...one, rank: 1 + both.filter(({ total }) => total > one.total).length }));
}

/** Coverage over the ranked governments that `chosen` accepts; ranks are always among all of them. */
export function coverageOf(
  truth: Assessment,
  { governments: places }: Uncertainty,
  chosen: (code: string) => boolean = () => true,
): Coverage {
  const compared = comparedWith(truth, places).filter(({ place }) => chosen(place.government));
  const held = (holds: (one: Compared) => boolean): Held => ({
    held: compared.filter(holds).length,
    of: compared.length,
  });
  const inside = ({ low, high }: { readonly low: number; readonly high: number }, value: number) =>
    low <= value && value <= high;
  const widths = compared.map(({ place: { score } }) => score.high - score.low);
  return {
    score: held(({ place, total }) => inside(place.score, total)),
    rank: held(({ place, rank }) => inside(place.rank, rank)),
    sharedScore: held(({ place, total }) => inside((place.shared ?? place).score, total)),
    sharedRank: held(({ place, rank }) => inside((place.shared ?? place).rank, rank)),
    width: meanOf(widths),
  };
}

/** Compares an assessment with the true one of the same governments. */
export function qualityOf(
  found: Assessment,
  truth: Assessment,
  governments: readonly Government[],
  findings: readonly Finding[],
  settings: UncertaintySettings,
): Quality {
  const uncertainty = measureUncertainty(found, governments, findings, settings);
  const compared = comparedWith(truth, uncertainty.governments);
  const misses = compared.map(({ place, total }) => place.nominal.score - total);
  const places = Object.entries(found.tiering.places);
  return {
    governments: governments.length,
    ranked: uncertainty.governments.length,
    spearman: sampleRankCorrelation(
      compared.map(({ place }) => place.nominal.score),
      compared.map(({ total }) => total),
    ),
    bias: meanOf(misses),
    deviation: Math.sqrt(meanOf(misses.map((miss) => miss ** 2))),
    coverage: coverageOf(truth, uncertainty),
    trueTiers: {
      held: places.filter(([code, { letter }]) => truth.tiering.places[code]?.letter === letter).length,
      of: places.length,
    },
    doubtful: { held: uncertainty.flagged, of: uncertainty.governments.length },
    uncertainty,
  };
}

/** Tiers of the first that the second one gives too, over the governments that both have. */
export function keptTiers(first: ReadonlyMap<string, string>, second: ReadonlyMap<string, string>): Held {
  const both = [...first].filter(([code]) => second.has(code));
  return { held: both.filter(([code, letter]) => second.get(code) === letter).length, of: both.length };
}

/** The most probable tier of every government that has one. */
export function probableTiers({ governments }: Uncertainty): ReadonlyMap<string, string> {
  return new Map(
    governments.flatMap(({ government, mostProbable }) =>
      mostProbable === null ? [] : [[government, mostProbable.letter] as const],
    ),
  );
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function percentOf({ held, of }: Held): string {
  return of === 0 ? '—' : `${((100 * held) / of).toFixed(1)} %`;
}
