import { createHash } from 'node:crypto';
import { existsSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Government } from '../model/government.ts';
import { siteKinds } from '../model/government.ts';
import { checkOnce } from './check-once.ts';
import { clause } from './clause.ts';
import { type Exclusion, exclusionFile, parseExclusions } from './exclusions.ts';
import { attempt, fileMistake, type Report, throwFirst } from './mistake.ts';
import { readText, unreadable } from './read-text.ts';
import { type CheckedYaml, type Complain, inspectYaml, type ParsedFiles, parseYaml, readYaml } from './read-yaml.ts';
import { columnOf, parseRegistry } from './registry.ts';
import { analysisSchema } from './schema/analysis.ts';
import { calibrationSchema } from './schema/calibration.ts';
import { crawlSchema } from './schema/crawl.ts';
import { failuresSchema } from './schema/failures.ts';
import { holidaysSchema } from './schema/holidays.ts';
import { indicatorTreeSchema } from './schema/indicators.ts';
import { kindsSchema } from './schema/kinds.ts';
import { vendorsSchema, vocabularySchema } from './schema/knowledge.ts';
import { namesSchema } from './schema/names.ts';
import { type PackMeta, packFilesSchema, packMetaSchema } from './schema/pack.ts';
import { publishingSchema } from './schema/publishing.ts';
import { questionsSchema } from './schema/questions.ts';
import { scheduleSchema } from './schema/schedule.ts';
import { statementsSchema } from './schema/statements.ts';
import { tilesSchema } from './schema/tiles.ts';

/** The file of a pack that names the others. */
export const metaFile = 'pack.yaml';

/** Schema of each YAML file of a pack, by its key under `files` in `pack.yaml`. */
export const fileSchemas = {
  indicators: indicatorTreeSchema,
  vocabulary: vocabularySchema,
  vendors: vendorsSchema,
  crawl: crawlSchema,
  failures: failuresSchema,
  schedule: scheduleSchema,
  holidays: holidaysSchema,
  questions: questionsSchema,
  kinds: kindsSchema,
  tiles: tilesSchema,
  statements: statementsSchema,
  analysis: analysisSchema,
  calibration: calibrationSchema,
  names: namesSchema,
  publishing: publishingSchema,
} as const;

type FileNames = PackMeta['files'];

/** Reads the files of one folder, adding them to the hash of the pack. */
class Reader {
  readonly #directory: string;
  readonly #read: <Schema extends z.ZodType>(file: string, schema: Schema) => CheckedYaml<z.output<Schema>> | null;
  readonly #report: Report;
  readonly hash = createHash('sha256');
  readonly parsed = new Map<string, { readonly bytes: Uint8Array; readonly raw: unknown }>();

  constructor(directory: string, report: Report, earlier?: ParsedFiles) {
    this.#directory = directory;
    this.#report = report;
    // The first mistake of a file says how many more there are; whoever collects gets them all.
    this.#read =
      report === throwFirst
        ? (file, schema) => readYaml(file, schema, earlier)
        : (file, schema) => attempt(report, () => inspectYaml(file, schema, report, earlier));
  }

  path(name: string): string {
    return join(this.#directory, name);
  }

  keep(name: string, content: Uint8Array): void {
    this.hash.update(`${name}\0${content.length}\0`).update(content);
  }

  /** @param isHashed false for a file that changes no finding of a capture */
  yaml<Schema extends z.ZodType>(
    name: string | null,
    schema: Schema,
    isHashed = true,
  ): CheckedYaml<z.output<Schema>> | null {
    if (name === null) return null;
    const checked = this.#read(this.path(name), schema);
    if (checked !== null && isHashed) this.keep(name, checked.bytes);
    if (checked !== null) this.parsed.set(this.path(name), { bytes: checked.bytes, raw: checked.raw });
    return checked;
  }

  /**
   * Null after a mistake.
   * @param isHashed false for a file that changes no finding of a capture
   */
  table<Row>(
    name: string,
    parse: (file: string, text: string, report: Report) => Row[],
    isHashed = true,
  ): Row[] | null {
    let isSound = true;
    const noting: Report = (mistake) => {
      isSound = false;
      this.#report(mistake);
    };
    const rows = attempt(noting, () => {
      const { bytes, text } = readText(this.path(name));
      if (isHashed) this.keep(name, bytes);
      return parse(this.path(name), text, noting);
    });
    return isSound ? rows : null;
  }
}

/**
 * Reads all files of a pack, each checked by its schema. A file with a mistake is null, as is one
 * that the pack does not name; `meta` is null when `pack.yaml` has a mistake, and the names of the
 * other files are then taken from it as far as they can be read.
 */
export function surveyFiles(directory: string, report: Report, earlier?: ParsedFiles) {
  const reader = new Reader(directory, report, earlier);
  const meta = readMeta(directory, report);
  if (meta !== null) reader.keep(metaFile, meta.bytes);
  const files = meta?.value.files ?? namesIn(directory);
  // The order of reading matters: the hash of the pack depends on it.
  const read = {
    meta: meta?.value ?? null,
    governments: readRegistry(reader, files.governments, meta?.value ?? null, true),
    observed: files.observed === null ? [] : readRegistry(reader, files.observed, meta?.value ?? null, false),
    tree: reader.yaml(files.indicators, fileSchemas.indicators),
    vocabulary: reader.yaml(files.vocabulary, fileSchemas.vocabulary),
    vendors: reader.yaml(files.vendors, fileSchemas.vendors),
    crawl: reader.yaml(files.crawl, fileSchemas.crawl),
    failures: reader.yaml(files.failures, fileSchemas.failures),
    holidays: reader.yaml(files.holidays, fileSchemas.holidays),
    questions: reader.yaml(files.questions, fileSchemas.questions),
    kinds: reader.yaml(files.kinds, fileSchemas.kinds),
    tiles: reader.yaml(files.tiles, fileSchemas.tiles),
    statements: reader.yaml(files.statements, fileSchemas.statements),
    analysis: reader.yaml(files.analysis, fileSchemas.analysis),
    calibration: reader.yaml(files.calibration, fileSchemas.calibration),
    translated: reader.yaml(files.names, fileSchemas.names, false),
    publishing: reader.yaml(files.publishing, fileSchemas.publishing, false),
    schedule: reader.yaml(files.schedule, fileSchemas.schedule, false),
    exclusions: readExclusions(reader, files.exclusions),
  };
  return { ...read, names: files, packFile: meta, parsed: reader.parsed, hash: reader.hash.digest('hex') };
}

/** The files of a pack, some of which may have mistakes. */
export type SurveyedFiles = ReturnType<typeof surveyFiles>;

type Required = 'meta' | 'governments' | 'observed' | 'tree' | 'vocabulary' | 'vendors' | 'crawl' | 'failures';
type AlsoRequired = Required | 'schedule' | 'exclusions' | 'packFile';

/** The files of a pack without mistakes. */
export type PackFiles = Omit<SurveyedFiles, AlsoRequired> & {
  readonly [Key in AlsoRequired]: NonNullable<SurveyedFiles[Key]>;
};

/**
 * Reads all files of a pack. Throws `UsageError` for the first mistake.
 * @param earlier files that need not be parsed again unless they changed
 */
export function readFiles(directory: string, earlier?: ParsedFiles): PackFiles {
  const read = surveyFiles(directory, throwFirst, earlier);
  const { meta, governments, observed, tree, vocabulary, vendors, crawl, failures, schedule, exclusions, packFile } =
    read;
  if (
    meta === null ||
    governments === null ||
    observed === null ||
    tree === null ||
    vocabulary === null ||
    vendors === null ||
    crawl === null ||
    failures === null ||
    schedule === null ||
    exclusions === null ||
    packFile === null
  )
    throw new Error('a file of the pack has a mistake that was not thrown');
  return {
    ...read,
    ...{ meta, governments, observed, tree, vocabulary, vendors, crawl, failures, schedule, exclusions, packFile },
  };
}

/** `pack.yaml`, checked; null after a mistake. */
export function readMeta(directory: string, report: Report): CheckedYaml<PackMeta> | null {
  let found: Stats | undefined;
  try {
    found = statSync(directory, { throwIfNoEntry: false });
  } catch (error) {
    throw fileMistake(directory, unreadable(error));
  }
  if (!found?.isDirectory()) {
    const what =
      found === undefined ? clause`there is none` : found.isFile() ? clause`it is a file` : clause`it is no folder`;
    throw fileMistake(directory, clause`expected a folder with a configuration pack (${metaFile} ...), ${what}`);
  }
  const file = join(directory, metaFile);
  const checked =
    report === throwFirst
      ? readYaml(file, packMetaSchema)
      : attempt(report, () => inspectYaml(file, packMetaSchema, report));
  if (checked === null) return null;
  const complain: Complain = (path, what) => report(checked.mistake(path, what));
  for (const key of ['groups', 'regions'] as const) checkOnce(checked.value[key], [key], complain);
  const references = checked.value.regions.flatMap(({ reference }, index) => (reference ? [index] : []));
  for (const index of references.slice(1)) {
    const first = checked.value.regions[references[0] ?? 0]?.id;
    complain(['regions', index, 'reference'], clause`expected one reference region, "${first ?? ''}" is one above`);
  }
  return checked;
}

/**
 * Names of the files in a `pack.yaml` that has a mistake, as far as they can be read. What the
 * tables must hold is not known then.
 */
function namesIn(directory: string): FileNames {
  const parsed = attempt(
    () => undefined,
    () => parseYaml(join(directory, metaFile), () => undefined),
  );
  const raw = parsed?.raw;
  const given = typeof raw === 'object' && raw !== null && 'files' in raw ? raw.files : {};
  const checked = packFilesSchema.safeParse(given);
  return checked.success ? checked.data : packFilesSchema.parse({});
}

function readRegistry(reader: Reader, name: string, meta: PackMeta | null, isScored: boolean): Government[] | null {
  if (meta === null) return null;
  const sites = isScored ? siteKinds.flatMap((kind) => (meta.sites[kind].required ? [columnOf[kind]] : [])) : [];
  const required = [...sites, 'region', 'group'] as const;
  const rows = reader.table(name, (file, text, report) => parseRegistry(file, text, { meta, required }, report));
  return isScored ? rows : (rows?.map((platform) => ({ ...platform, scored: false })) ?? null);
}

/**
 * The exclusions of a pack as they are written now: a schedule that runs for weeks follows a line
 * that was added meanwhile. Throws `UsageError` for the first mistake.
 */
export function currentExclusions(directory: string, name: string | null): readonly Exclusion[] {
  return readExclusions(new Reader(directory, throwFirst), name) ?? [];
}

/** A pack that names no file has one all the same as soon as it is there. */
function readExclusions(reader: Reader, name: string | null): Exclusion[] | null {
  if (name === null && !existsSync(reader.path(exclusionFile))) return [];
  return reader.table(name ?? exclusionFile, parseExclusions, false);
}
