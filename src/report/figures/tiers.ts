import type { ReportInput } from '../input.ts';
import { bandText } from '../text.ts';
import type { TierFigures } from './schema.ts';

/** Shares of tiers and levels, and who is in each, best first. */
export function tierFigures({ assessment, bands }: ReportInput): TierFigures {
  const { tiers, curve, places } = assessment.tiering;
  const placed = curve.length;
  const order = assessment.ranking.flatMap(({ government, rank }) => (rank === null ? [] : [government]));
  const inLevel = Map.groupBy(order, (code) => places[code]?.level ?? '');
  const inBand = Map.groupBy(order, (code) => bandText(bands?.places[code]) ?? '');
  inBand.delete('');
  return {
    count: tiers.length,
    placed,
    sizes: tiers.map(({ letter, size, levels }) => ({
      letter,
      share: size / placed,
      levels: levels.map((level) => ({
        label: level.label,
        size: level.size,
        share: level.size / placed,
        governments: inLevel.get(level.label) ?? [],
      })),
    })),
    bands: [...inBand]
      .map(([band, governments]) => ({ band, size: governments.length, governments }))
      .sort((a, b) => (a.band < b.band ? -1 : 1)),
  };
}
