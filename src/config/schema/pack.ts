import { z } from 'zod';
import { regex } from './regex.ts';

/** A file name inside the pack's folder, without a path. */
const fileName = z.string().regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/, { error: 'expected a file name inside the pack' });
const id = z.string().regex(/^[\p{L}\p{N}_-]+$/u, { error: 'expected letters, digits, - or _' });

/** Columns of a registry file, in this order. */
export const registryHeader = [
  'code',
  'name',
  'pinyin',
  'province',
  'region',
  'group',
  'portal',
  'service',
  'open_data',
  'portal_confidence',
  'service_confidence',
  'open_data_confidence',
] as const;

const groupSchema = z.strictObject({
  id,
  /** In the reader's language. */
  name: z.string().min(1),
  /** Expected number of rows in the group; not checked when left out. */
  count: z.number().int().min(0).nullable().default(null),
  /** False: visited and shown, but neither scored nor ranked. */
  scored: z.boolean().default(true),
});

const regionSchema = z.strictObject({
  id,
  name: z.string().min(1),
  /** True for the region that the means of the others are compared with; at most one. */
  reference: z.boolean().default(false),
});

const siteSchema = z.strictObject({
  /** True if every government of the registry must have one. */
  required: z.boolean().default(false),
});

/** How codes of governments are built, and where sites write them. */
const codesSchema = z.strictObject({
  /** First characters that all governments of one province share; 0: codes tell nothing of it. */
  province: z.number().int().min(0).default(0),
  /**
   * First characters of a code that are common to a government and all divisions below it; 0: only
   * the whole code.
   */
  own: z.number().int().min(0).default(0),
  /** Names of `<meta>` elements that hold a code, in lower case. */
  meta: z.array(z.string().min(1)).default([]),
  /**
   * Query parameters that identify a government on a shared platform; the code is the first
   * group of `values`.
   */
  parameters: z.strictObject({ names: regex, values: regex }).nullable().default(null),
});

/** Names of the files of a pack, all of them in its folder. */
export const packFilesSchema = z.strictObject({
  governments: fileName.default('governments.csv'),
  /** Observed platforms, which are not scored; null if the pack has none. */
  observed: fileName.nullable().default(null),
  indicators: fileName.default('indicators.yaml'),
  vocabulary: fileName.default('vocabulary.yaml'),
  vendors: fileName.default('vendors.yaml'),
  crawl: fileName.default('crawl.yaml'),
  /** Policies of the failure classes. */
  failures: fileName.default('failures.yaml'),
  /** Scheduled runs; not part of the pack's hash, since it changes no finding. */
  schedule: fileName.default('schedule.yaml'),
  /** Public holidays; null: only weekends are days off. */
  holidays: fileName.nullable().default(null),
  /** Questions for search engines and robots; null: none are asked. */
  questions: fileName.nullable().default(null),
  /** Rules of page kinds; null: no page has a kind. */
  kinds: fileName.nullable().default(null),
  /** Schematic map of the bulletin; null: no map is drawn. */
  tiles: fileName.nullable().default(null),
  /** Statements of a publication and their printed values; null if the pack reproduces none. */
  statements: fileName.nullable().default(null),
  /** Measured confidence; null: findings state the strength given by their probe. */
  calibration: fileName.nullable().default(null),
  /** Limits and assumptions of the statistics; null: defaults. */
  analysis: fileName.nullable().default(null),
  /**
   * Names for bulletins in other languages; null: names stand in the pack's own. Not part of the
   * pack's hash.
   */
  names: fileName.nullable().default(null),
  /** How editions are published. Not part of the pack's hash. */
  publishing: fileName.nullable().default(null),
  /**
   * Hosts whose operators do not want to be visited; null: `exclusions.csv`, if it is there. Not
   * part of the pack's hash: captures record what was not asked for.
   */
  exclusions: fileName.nullable().default(null),
});

/** `pack.yaml`: name of the pack, its files, and how its governments are grouped and named. */
export const packMetaSchema = z.strictObject({
  title: z.string().min(1),
  /** BCP 47 tag of names and reports. */
  language: z.string().refine(isLanguage, { error: 'expected a language tag such as zh-CN' }),
  /**
   * IANA name; scripts of a page that is opened in a browser are told that the visitor lives in it.
   */
  'time-zone': z.string().refine(isTimeZone, { error: 'expected an IANA time zone such as Asia/Shanghai' }),
  /** Value of the Accept-Language header; default: the pack's language, then English. */
  'accept-language': z
    .string()
    .regex(/^[\w*,;=. -]+$/, { error: 'expected languages such as zh-CN,zh;q=0.9' })
    .nullable()
    .default(null),
  /** BCP 47 tag visible to scripts of a page; default: the pack's language. */
  locale: z.string().refine(isLanguage, { error: 'expected a language tag such as zh-CN' }).nullable().default(null),
  /**
   * Encodings of the country's sites besides UTF-8, labels of the Encoding standard. The first is
   * assumed for pages that declare none, or one that contradicts their bytes.
   */
  encodings: z.array(z.string().refine(isEncoding, { error: 'expected an encoding such as gb18030' })).default([]),
  files: packFilesSchema.prefault({}),
  /** Ids of the probes that run; the words of others may be missing. Left out: all of them. */
  probes: z.array(z.string().min(1)).min(1).nullable().default(null),
  groups: z.array(groupSchema).min(1),
  regions: z.array(regionSchema).min(1),
  /** The three sites of a government. The portal is required unless the pack says otherwise. */
  sites: z
    .strictObject({
      portal: siteSchema.prefault({ required: true }),
      service: siteSchema.prefault({}),
      'open-data': siteSchema.prefault({}),
    })
    .prefault({}),
  /** Names of the columns in the registry file; a column that is left out has its own name. */
  columns: z.partialRecord(z.enum(registryHeader), z.string().min(1)).default({}),
  codes: codesSchema.prefault({}),
  /**
   * Domain suffixes of official sites; a home page that redirects elsewhere is `off-site`. Empty:
   * any domain is accepted.
   */
  'official-suffixes': z.array(z.string().min(1)).default([]),
  naming: z
    .strictObject({
      /** Name suffixes that a person may omit; the longest matching one is dropped, once. */
      suffixes: z.array(z.string().min(1)).default([]),
      /** Name parts before the suffix that a person may omit too; all matching ones are dropped. */
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

/** True if the runtime knows the time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
