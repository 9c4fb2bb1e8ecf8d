import { z } from 'zod';
import type { Immutable } from '../../model/immutable.ts';
import { countSchema, shareSchema } from '../../model/number-schemas.ts';
import type { Assessment } from '../assess.ts';
import { bandSchema, type Uncertainty } from './measure.ts';

export const bandsSchema = z.strictObject({
  /** Governments whose tier is doubtful, and all that have one. */
  flagged: countSchema,
  placed: countSchema,
  limit: shareSchema.describe('share of doubtful tiers above which bands are published'),
  /** By code. */
  places: z.record(z.string(), bandSchema),
});
/** What is published in place of tiers that are too doubtful. */
export type Bands = Immutable<z.infer<typeof bandsSchema>>;

/**
 * The bands, where more tiers are doubtful than the tree allows; null where tiers stand, and where
 * no draws were made.
 */
export function bandsOf({ tree, tiering }: Assessment, uncertainty: Uncertainty | null): Bands | null {
  const placed = Object.keys(tiering.places).length;
  const limit = tree.source.publication['maximum-doubtful-tiers'];
  if (uncertainty === null || placed === 0 || uncertainty.flagged <= limit * placed) return null;
  const places = uncertainty.governments.flatMap(({ government, band }) =>
    band === null ? [] : [[government, band] as const],
  );
  return { flagged: uncertainty.flagged, placed, limit, places: Object.fromEntries(places) };
}

/**
 * The assessment without tiers, levels and breaks: what is published beside bands. The curve of
 * totals stays.
 */
export function withoutTiers(assessment: Assessment): Assessment {
  return { ...assessment, tiering: { ...assessment.tiering, breaks: [], tiers: [], places: {} } };
}
