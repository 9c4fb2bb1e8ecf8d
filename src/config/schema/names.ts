import { z } from 'zod';

const name = z.string().min(1);
const namesById = z.record(z.string(), name).default({});

/** Names in one language other than the pack's; everything may be missing. */
const languageNamesSchema = z.strictObject({
  /** Title of the pack. */
  title: name.nullable().default(null),
  /** By id of the group. */
  groups: namesById,
  /** By id of the region. */
  regions: namesById,
  /** By name of the tier in the index. */
  tiers: namesById,
  /** By name of the province in the registry. */
  provinces: z.record(z.string(), z.strictObject({ name, label: name })).default({}),
  /** By id of the node of the index. */
  indicators: namesById,
  /** By name of the government; others are named by their Latin spelling in the registry. */
  governments: namesById,
});
export type LanguageNames = z.infer<typeof languageNamesSchema>;

/** `names.yaml`: names for bulletins in other languages, by base language tag (`en`). */
export const namesSchema = z.record(
  z.string().regex(/^[a-z]{2,3}$/, { error: 'expected a language tag such as en' }),
  languageNamesSchema,
);
export type PackNames = z.infer<typeof namesSchema>;
