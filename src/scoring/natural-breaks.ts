import { ckmeans } from 'simple-statistics';
import type { Tiering } from './tiers.ts';

/** A government that natural breaks put in another tier than differencing. */
export interface ClassedDifferently {
  readonly government: string;
  readonly score: number;
  /** Letter by differencing. */
  readonly differencing: string;
  /** Letter by natural breaks. */
  readonly natural: string;
}

export interface NaturalTier {
  readonly letter: string;
  readonly name: string;
  readonly size: number;
  readonly highest: number;
  readonly lowest: number;
}

/**
 * Natural breaks over the same totals and as many tiers: a cross-check, never the tiers themselves.
 */
export interface NaturalBreaks {
  /** Best first. */
  readonly tiers: readonly NaturalTier[];
  /** Letter by government. */
  readonly places: Readonly<Record<string, string>>;
  /** In the order of the ranking; empty when differencing gave no tiers to compare with. */
  readonly different: readonly ClassedDifferently[];
  /** Goodness of variance fit, 0..1: share of the sum of squares that lies between classes. */
  readonly fit: number;
  /** The same measure for the tiers by differencing; never above `fit`. Null without tiers. */
  readonly differencingFit: number | null;
}

/**
 * Jenks natural breaks (Jenks 1967: classes with the least sum of squares inside), found exactly by
 * the dynamic programming of Ckmeans.1d.dp (Wang and Song 2011, R Journal 3/2) and not by Jenks's
 * iteration. Equal scores share a class.
 *
 * @returns null when there are fewer different scores than tiers.
 */
export function naturalBreaks({
  rule,
  curve,
  tiers: differenced,
  places: differencedPlaces,
}: Tiering): NaturalBreaks | null {
  const scores = curve.map(({ score }) => score);
  const count = rule.letters.length;
  if (new Set(scores).size < count) return null;
  const lowest = ckmeans(scores, count).map((cluster) => cluster[0] ?? Number.NaN);
  lowest.reverse();
  const letterOf = (score: number) => rule.letters[lowest.findIndex((bound) => score >= bound)] ?? '';
  const places: Record<string, string> = {};
  const different: ClassedDifferently[] = [];
  for (const { government, score } of curve) {
    const natural = letterOf(score);
    places[government] = natural;
    const differencing = differencedPlaces[government]?.letter;
    if (differencing !== undefined && differencing !== natural)
      different.push({ government, score, differencing, natural });
  }
  return {
    tiers: rule.letters.flatMap((letter, index): NaturalTier[] => {
      const inside = scores.filter((score) => letterOf(score) === letter);
      const [highest] = inside;
      const last = inside.at(-1);
      if (highest === undefined || last === undefined) return [];
      return [{ letter, name: rule.names[index] ?? letter, size: inside.length, highest, lowest: last }];
    }),
    places,
    different,
    fit: varianceFit(scores, scores.map(letterOf)),
    differencingFit:
      differenced.length === 0
        ? null
        : varianceFit(
            scores,
            curve.map(({ government }) => differencedPlaces[government]?.letter ?? ''),
          ),
  };
}

/**
 * 1 - (sum of squares around the class means) / (sum of squares around the mean); at least two
 * different scores.
 */
function varianceFit(scores: readonly number[], classes: readonly string[]): number {
  const groups = Map.groupBy(scores.entries(), ([index]) => classes[index] ?? '');
  const inside = [...groups.values()].reduce((sum, group) => sum + squares(group.map(([, score]) => score)), 0);
  return 1 - inside / squares(scores);
}

function squares(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
