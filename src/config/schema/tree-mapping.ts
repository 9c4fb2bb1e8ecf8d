import { z } from 'zod';

const leaf = z.string().min(1);

/** A mapping file between the trees of two editions: which leaf of the earlier tree is measured by which of the later one. */
export const treeMappingSchema = z.strictObject({
  /** Earlier leaf id to the later one, or to several that it was divided into. Several earlier leaves may lead to one that they were joined in. Leaves not named are not comparable. */
  leaves: z.record(leaf, z.union([leaf, z.array(leaf).min(1)])),
});
export type TreeMapping = z.infer<typeof treeMappingSchema>;
