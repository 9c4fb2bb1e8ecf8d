import { z } from 'zod';
import type { Immutable } from './immutable.ts';

export const siteKinds = ['portal', 'service', 'open-data'] as const;
export const siteKindSchema = z.enum(siteKinds);
/**
 * Site of a government: its portal, its service platform (政务服务网), its open-data platform (数据开放平台).
 */
export type SiteKind = z.infer<typeof siteKindSchema>;

/**
 * Confidence of the registry in an address: `high`, `medium`, `low`; `province`: the address of the
 * provincial platform that also serves the city; `column`: a column of the portal, no separate
 * platform.
 */
export const addressConfidences = ['high', 'medium', 'low', 'province', 'column'] as const;
export type AddressConfidence = (typeof addressConfidences)[number];

export const siteAddressSchema = z.object({ url: z.string(), confidence: z.enum(addressConfidences) });
export type SiteAddress = Immutable<z.infer<typeof siteAddressSchema>>;

export const governmentSchema = z.object({
  code: z.string(),
  name: z.string(),
  /** Lower case without tones and spaces: `chengdu`. Empty where the registry has none. */
  pinyin: z.string(),
  province: z.string(),
  /** Id of a region of the pack, e.g. 东部. Empty where unknown. */
  region: z.string(),
  /**
   * Id of a group of the pack, e.g. `municipality`, `capital`, `prefecture`, `province`. Empty
   * where unknown.
   */
  group: z.string(),
  /**
   * False for governments that are observed but not scored and ranked (the provincial platforms).
   */
  scored: z.boolean(),
  sites: z.partialRecord(siteKindSchema, siteAddressSchema),
});
/** One government of the registry, keyed by its six-digit GB/T 2260 code. */
export type Government = Immutable<z.infer<typeof governmentSchema>>;
