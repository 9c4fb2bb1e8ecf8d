import { z } from 'zod';

/** A file of the pack, beside `pack.yaml`: no way out of the folder. */
const fileName = z.string().regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/, { error: 'expected a file name inside the pack' });
const id = z.string().regex(/^[\p{L}\p{N}_-]+$/u, { error: 'expected letters, digits, - or _' });

const groupSchema = z.strictObject({
  id,
  /** In the reader's language. */
  name: z.string().min(1),
  /** How many rows of the registry must be in the group; not checked when left out. */
  count: z.number().int().min(0).nullable().default(null),
  /** False: visited and shown, but neither scored nor ranked. */
  scored: z.boolean().default(true),
});

const regionSchema = z.strictObject({
  id,
  name: z.string().min(1),
  /** The region that the others' means are given as a share of; at most one. */
  reference: z.boolean().default(false),
});

/** `pack.yaml`: what a pack is called, which files it is made of, and how its governments are grouped and named. */
export const packMetaSchema = z.strictObject({
  title: z.string().min(1),
  /** BCP 47 tag of names and reports. */
  language: z.string().refine(isLanguage, { error: 'expected a language tag such as zh-CN' }),
  /** IANA name; scripts of a page that is opened in a browser are told that the visitor lives in it. */
  'time-zone': z.string().refine(isTimeZone, { error: 'expected an IANA time zone such as Asia/Shanghai' }),
  /** Value of the Accept-Language header; left out: the pack's language, and English after it. */
  'accept-language': z
    .string()
    .regex(/^[\w*,;=. -]+$/, { error: 'expected languages such as zh-CN,zh;q=0.9' })
    .nullable()
    .default(null),
  /** BCP 47 tag that scripts of a page are shown; left out: the pack's language. */
  locale: z.string().refine(isLanguage, { error: 'expected a language tag such as zh-CN' }).nullable().default(null),
  /**
   * Encodings that the country's sites are written in besides UTF-8, the usual one first: it is taken for pages that declare none, or one that
   * their bytes contradict. Labels of the Encoding standard.
   */
  encodings: z.array(z.string().refine(isEncoding, { error: 'expected an encoding such as gb18030' })).default([]),
  files: z
    .strictObject({
      governments: fileName.default('governments.csv'),
      /** Platforms that are observed and not scored; null when the pack has none. */
      observed: fileName.nullable().default(null),
      indicators: fileName.default('indicators.yaml'),
      vocabulary: fileName.default('vocabulary.yaml'),
      vendors: fileName.default('vendors.yaml'),
      crawl: fileName.default('crawl.yaml'),
      /** What follows from each failure class. */
      failures: fileName.default('failures.yaml'),
      /** When and how runs happen unattended; no part of the pack's hash, since it changes no finding. */
      schedule: fileName.default('schedule.yaml'),
      /** Public holidays; null when the pack has none: then only weekends are free. */
      holidays: fileName.nullable().default(null),
      /** What search engines and robots are asked; null when the pack has no questions: then none is asked. */
      questions: fileName.nullable().default(null),
      /** By what pages of each kind are known; null when the pack has none: then no page is of any kind. */
      kinds: fileName.nullable().default(null),
      /** The schematic map of the bulletin; null when the pack has none: then no map is drawn. */
      tiles: fileName.nullable().default(null),
      /** What a publication says in numbers, and what it printed; null when the pack reproduces none. */
      statements: fileName.nullable().default(null),
      /** How often findings turned out right; null: findings state the strength that their probe gives. */
      calibration: fileName.nullable().default(null),
      /** Limits and assumptions of the statistics; null: the defaults. */
      analysis: fileName.nullable().default(null),
    })
    .prefault({}),
  /** Ids of the probes that run; the words of others may be missing. Left out: all of them. */
  probes: z.array(z.string().min(1)).min(1).nullable().default(null),
  groups: z.array(groupSchema).min(1),
  regions: z.array(regionSchema).min(1),
  /** Domain suffixes of official sites; a home page that redirects outside of them is `off-site`. Empty: anywhere is fine. */
  'official-suffixes': z.array(z.string().min(1)).default([]),
  naming: z
    .strictObject({
      /** Endings of a full name that a person may leave out; the longest that fits is dropped, once. */
      suffixes: z.array(z.string().min(1)).default([]),
      /** Parts of a name before the suffix that a person may leave out as well; dropped as often as they fit. */
      qualifiers: z.array(z.string().min(1)).default([]),
    })
    .prefault({}),
});
export type PackMeta = z.infer<typeof packMetaSchema>;

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== 'utf-8';
  } catch {
    return false;
  }
}

/** Whether this runtime knows the time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
