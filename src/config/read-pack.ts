import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { siteKinds } from '../model/government.ts';
import { UsageError } from '../model/usage-error.ts';
import { checkOnce } from './check-once.ts';
import { readText } from './read-text.ts';
import { type CheckedYaml, readYaml } from './read-yaml.ts';
import { columnOf, parseRegistry } from './registry.ts';
import { analysisSchema } from './schema/analysis.ts';
import { calibrationSchema } from './schema/calibration.ts';
import { crawlSchema } from './schema/crawl.ts';
import { failuresSchema } from './schema/failures.ts';
import { holidaysSchema } from './schema/holidays.ts';
import { indicatorTreeSchema } from './schema/indicators.ts';
import { kindsSchema } from './schema/kinds.ts';
import { vendorsSchema, vocabularySchema } from './schema/knowledge.ts';
import { type PackMeta, packMetaSchema } from './schema/pack.ts';
import { questionsSchema } from './schema/questions.ts';
import { scheduleSchema } from './schema/schedule.ts';
import { statementsSchema } from './schema/statements.ts';
import { tilesSchema } from './schema/tiles.ts';

/** The file of a pack that names the others. */
export const metaFile = 'pack.yaml';

/** Reads all files of a pack, each checked by its schema. */
export function readFiles(directory: string) {
  const { value: meta, bytes } = readMeta(directory);
  const hash = createHash('sha256');
  const keep = (name: string, content: Uint8Array) => hash.update(`${name}\0${content.length}\0`).update(content);
  keep(metaFile, bytes);
  const required = siteKinds.flatMap((kind) => (meta.sites[kind].required ? [columnOf[kind]] : []));
  const registry = (name: string, sites: typeof required) => {
    const file = join(directory, name);
    const { bytes: content, text } = readText(file);
    keep(name, content);
    return parseRegistry(file, text, { meta, required: [...sites, 'region', 'group'] });
  };
  const yaml = <Schema extends z.ZodType>(name: string, schema: Schema) => {
    const checked = readYaml(join(directory, name), schema);
    keep(name, checked.bytes);
    return checked;
  };
  const optional = <Schema extends z.ZodType>(name: string | null, schema: Schema) =>
    name === null ? null : yaml(name, schema);
  const { files } = meta;
  // The order of reading matters: the pack's hash depends on it.
  const governments = registry(files.governments, required);
  const observed =
    files.observed === null ? [] : registry(files.observed, []).map((platform) => ({ ...platform, scored: false }));
  const read = {
    meta,
    governments,
    observed,
    tree: yaml(files.indicators, indicatorTreeSchema),
    vocabulary: yaml(files.vocabulary, vocabularySchema),
    vendors: yaml(files.vendors, vendorsSchema),
    crawl: yaml(files.crawl, crawlSchema),
    failures: yaml(files.failures, failuresSchema),
    holidays: optional(files.holidays, holidaysSchema),
    questions: optional(files.questions, questionsSchema),
    kinds: optional(files.kinds, kindsSchema),
    tiles: optional(files.tiles, tilesSchema),
    statements: optional(files.statements, statementsSchema),
    analysis: optional(files.analysis, analysisSchema),
    calibration: optional(files.calibration, calibrationSchema),
    schedule: readYaml(join(directory, files.schedule), scheduleSchema),
  };
  return { ...read, hash: hash.digest('hex') };
}

/** The files of a pack as they were read. */
export type PackFiles = ReturnType<typeof readFiles>;

/** `pack.yaml`, checked. */
export function readMeta(directory: string): CheckedYaml<PackMeta> {
  const found = statSync(directory, { throwIfNoEntry: false });
  if (!found?.isDirectory()) {
    const what = found ? 'it is a file' : 'there is none';
    throw new UsageError(`${directory}: expected a folder with a configuration pack (${metaFile} ...), ${what}.`);
  }
  const checked = readYaml(join(directory, metaFile), packMetaSchema);
  for (const key of ['groups', 'regions'] as const) {
    checkOnce(checked.value[key], [key], checked.mistake);
  }
  const references = checked.value.regions.flatMap(({ reference }, index) => (reference ? [index] : []));
  if (references.length > 1) {
    const first = checked.value.regions[references[0] ?? 0]?.id;
    throw checked.mistake(
      ['regions', references[1] ?? 0, 'reference'],
      `expected one reference region, "${first}" is one above`,
    );
  }
  return checked;
}
