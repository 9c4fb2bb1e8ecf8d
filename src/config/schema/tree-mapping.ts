import { z } from 'zod';

const leaf = z.string().min(1);

/**
 * Mapping between the trees of two editions: which leaf of the later tree measures the same as an
 * earlier leaf.
 */
export const treeMappingSchema = z.strictObject({
  /**
   * Earlier leaf id to one later id, or to several for a leaf that was split. Several earlier
   * leaves may map to one merged leaf. Leaves without entry are not comparable.
   */
  leaves: z.record(leaf, z.union([leaf, z.array(leaf).min(1)])),
});
export type TreeMapping = z.infer<typeof treeMappingSchema>;
