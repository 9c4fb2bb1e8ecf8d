import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Government } from '../model/government.ts';
import { UsageError } from '../model/usage-error.ts';
import { compileCalendar, plainCalendar } from './calendar.ts';
import { checkStatements } from './check-statements.ts';
import { checkTree } from './check-tree.ts';
import { compileWords } from './compile-words.ts';
import { type CompiledKnowledge, compileKnowledge } from './knowledge.ts';
import { readText } from './read-text.ts';
import { type CheckedYaml, readYaml } from './read-yaml.ts';
import { parseRegistry } from './registry.ts';
import { type Analysis, analysisSchema, defaultAnalysis } from './schema/analysis.ts';
import { type Calibration, calibrationSchema } from './schema/calibration.ts';
import { type CrawlFile, type CrawlSettings, crawlSchema, type VisitorSettings } from './schema/crawl.ts';
import { classesThat, type FailurePolicies, failuresSchema } from './schema/failures.ts';
import { holidaysSchema } from './schema/holidays.ts';
import { type IndicatorTree, indicatorTreeSchema } from './schema/indicators.ts';
import { type KindRules, kindsSchema } from './schema/kinds.ts';
import { type Vendor, type Vocabulary, vendorSchema, vendorsSchema, vocabularySchema } from './schema/knowledge.ts';
import { isTimeZone, type PackMeta, packMetaSchema } from './schema/pack.ts';
import { noQuestions, type Questions, questionsSchema } from './schema/questions.ts';
import { type ScheduleSettings, scheduleSchema } from './schema/schedule.ts';
import { type Statements, statementsSchema } from './schema/statements.ts';
import { type TileMap, tilesSchema } from './schema/tiles.ts';
import type { WordSection } from './word-sections.ts';

export { findGovernment, findVisited } from './find-government.ts';
export { loadRegistry } from './registry.ts';
export { leaves, treeNodes } from './tree.ts';

/** A folder of configuration, read and checked. Immutable. */
export interface Pack {
  readonly directory: string;
  readonly meta: PackMeta;
  /** The scored registry, in the order of the file. */
  readonly governments: readonly Government[];
  /** Platforms that are observed: `scored` is false for all. Some may share their code with a government. */
  readonly observed: readonly Government[];
  /** What a whole run visits: every government, then every observed platform that is not the same visit as a government. */
  readonly visits: readonly Government[];
  readonly tree: IndicatorTree;
  readonly knowledge: CompiledKnowledge;
  readonly crawl: CrawlSettings;
  /** The schematic map of the bulletin; null where the pack has none. */
  readonly tiles: TileMap | null;
  /** Null when the pack reproduces no publication. */
  readonly statements: Statements | null;
  readonly analysis: Analysis;
  /** Measured confidence; null: findings state the strength that their probe gives. */
  readonly calibration: Calibration | null;
  /** What follows from each failure class. */
  readonly failures: FailurePolicies;
  /** Runs without a person, and what follows them. */
  readonly schedule: ScheduleSettings;
  /** SHA-256 (hex) over names and bytes of all files of the pack but the schedule, which changes no finding. */
  readonly hash: string;
}

const metaFile = 'pack.yaml';

/**
 * Reads a pack. Synchronous. `sections`: what the caller's code reads of its words, patterns and numbers; a name in the pack that none of them
 * reads is a mistake, save where no section is given at all. Throws `UsageError`, one sentence naming file, line or path and what was expected, for the first
 * mistake found.
 */
export function loadPack(directory: string, sections: readonly WordSection[] = []): Pack {
  const { value: meta, bytes } = readMeta(directory);
  const hash = createHash('sha256');
  const keep = (name: string, content: Uint8Array) => hash.update(`${name}\0${content.length}\0`).update(content);
  keep(metaFile, bytes);
  const registry = (name: string, required: 'portal' | null) => {
    const file = join(directory, name);
    const { bytes: content, text } = readText(file);
    keep(name, content);
    const always = ['region', 'group'] as const;
    return parseRegistry(file, text, { meta, required: required ? [required, ...always] : always });
  };
  const yaml = <Value>(name: string, read: (file: string) => CheckedYaml<Value>) => {
    const checked = read(join(directory, name));
    keep(name, checked.bytes);
    return checked;
  };
  const { files } = meta;
  const governments = registry(files.governments, 'portal');
  const observed =
    files.observed === null ? [] : registry(files.observed, null).map((platform) => ({ ...platform, scored: false }));
  const tree = yaml(files.indicators, (file) => readYaml(file, indicatorTreeSchema));
  const vocabulary = yaml(files.vocabulary, (file) => readYaml(file, vocabularySchema));
  const vendors = yaml(files.vendors, (file) => readYaml(file, vendorsSchema));
  const crawl = yaml(files.crawl, (file) => readYaml(file, crawlSchema));
  const failures = yaml(files.failures, (file) => readYaml(file, failuresSchema));
  const holidays = files.holidays === null ? null : yaml(files.holidays, (file) => readYaml(file, holidaysSchema));
  const questions = files.questions === null ? null : yaml(files.questions, (file) => readYaml(file, questionsSchema));
  const kinds = files.kinds === null ? null : yaml(files.kinds, (file) => readYaml(file, kindsSchema));
  const tiles = files.tiles === null ? null : yaml(files.tiles, (file) => readYaml(file, tilesSchema));
  const statements =
    files.statements === null ? null : yaml(files.statements, (file) => readYaml(file, statementsSchema));
  const analysis = files.analysis === null ? null : yaml(files.analysis, (file) => readYaml(file, analysisSchema));
  const calibration =
    files.calibration === null ? null : yaml(files.calibration, (file) => readYaml(file, calibrationSchema));
  const schedule = readYaml(join(directory, files.schedule), scheduleSchema);

  checkCounts(directory, meta, [...governments, ...observed]);
  checkShared(join(directory, files.observed ?? ''), governments, observed);
  checkTree(tree.value, tree.mistake);
  checkVocabulary(vocabulary);
  const words = sections.length === 0 ? new Map() : compileWords(sections, vocabulary.value, vocabulary.mistake);
  checkVendors(vendors);
  checkCrawl(crawl);
  checkFailures(failures);
  if (questions !== null) checkQuestions(questions);
  if (kinds !== null) checkKinds(kinds, vocabulary.value);
  if (tiles !== null) checkTiles(tiles, governments);
  if (statements !== null) checkStatements(statements, { meta, tree: tree.value, governments });
  const codes = new Set(governments.map(({ code }) => code));
  return {
    directory,
    meta,
    governments,
    observed,
    visits: [...governments, ...observed.filter(({ code }) => !codes.has(code))],
    tree: tree.value,
    knowledge: compileKnowledge(
      vocabulary.value,
      vendors.value.vendors,
      holidays === null ? plainCalendar : compileCalendar(holidays.value),
      questions?.value ?? noQuestions,
      { naming: meta.naming, encodings: meta.encodings, words, ...(kinds === null ? {} : { kinds: kinds.value }) },
    ),
    tiles: tiles?.value ?? null,
    statements: statements?.value ?? null,
    analysis: analysis?.value ?? defaultAnalysis,
    calibration: calibration?.value ?? null,
    crawl: {
      ...crawl.value,
      retry: { ...crawl.value.retry, classes: classesThat(failures.value, 'retry') },
      visitor: visitorOf(meta),
    },
    failures: failures.value,
    schedule: schedule.value,
    hash: hash.digest('hex'),
  };
}

function visitorOf(meta: PackMeta): VisitorSettings {
  const { language } = meta;
  const [base = language] = language.split('-');
  return {
    'accept-language': meta['accept-language'] ?? `${language},${base};q=0.9,en;q=0.3`,
    locale: meta.locale ?? language,
    'time-zone': meta['time-zone'],
  };
}

/** Reads only `pack.yaml`. Synchronous. Throws `UsageError` as `loadPack` does. */
export function loadMeta(directory: string): PackMeta {
  return readMeta(directory).value;
}

function readMeta(directory: string): CheckedYaml<PackMeta> {
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

function checkOnce(
  items: readonly { readonly id: string }[],
  path: readonly string[],
  mistake: CheckedYaml<unknown>['mistake'],
): void {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id)) {
      throw mistake([...path, index, 'id'], `expected an id used once, "${id}" is used above`);
    }
    seen.add(id);
  }
}

function checkCounts(directory: string, { files, groups }: PackMeta, listed: readonly Government[]): void {
  for (const { id, count, scored } of groups) {
    const found = listed.filter(({ group }) => group === id).length;
    if (count !== null && found !== count) {
      const file = join(directory, scored ? files.governments : (files.observed ?? files.governments));
      const where = `"count" of the group in ${metaFile} says so`;
      throw new UsageError(`${file}: expected ${count} rows of the group ${id}, found ${found}; ${where}.`);
    }
  }
}

/** A government that is also an observed platform is visited once, so both rows must name the same addresses. */
function checkShared(file: string, governments: readonly Government[], observed: readonly Government[]): void {
  const byCode = new Map(governments.map((government) => [government.code, government]));
  for (const { code, name, sites } of observed) {
    const government = byCode.get(code);
    for (const kind of government ? (['portal', 'service', 'open-data'] as const) : []) {
      const other = government?.sites[kind]?.url;
      if (sites[kind] !== undefined && sites[kind].url !== other) {
        throw new UsageError(
          `${file}: expected the ${kind} address of ${name} (${code}) to be the one of the government with that code, ` +
            `${other ?? 'none'}, found ${sites[kind].url}.`,
        );
      }
    }
  }
}

function checkVocabulary({ value, mistake }: CheckedYaml<Vocabulary>): void {
  const kinds: readonly string[] = vendorSchema.shape.kind.options;
  for (const [id, { vendors }] of Object.entries(value.intents)) {
    const unknown = vendors.findIndex((kind) => !kinds.includes(kind));
    if (unknown >= 0) {
      const found = `expected a vendor kind (${kinds.join(', ')}), found "${vendors[unknown]}"`;
      throw mistake(['intents', id, 'vendors', unknown], found);
    }
  }
  for (const [index, name] of value.reading.forms.records['label-lists'].entries())
    if (value.lists[name] === undefined)
      throw mistake(
        ['reading', 'forms', 'records', 'label-lists', index],
        `expected the name of one of the lists, found "${name}"`,
      );
}

function checkVendors({ value, mistake }: CheckedYaml<{ vendors: Vendor[] }>): void {
  checkOnce(value.vendors, ['vendors'], mistake);
}

function checkQuestions({ value, mistake }: CheckedYaml<Questions>): void {
  checkOnce(value.chat.questions, ['chat', 'questions'], mistake);
  const seen = new Set<string>();
  for (const [name, { words }] of Object.entries(value.search.classes))
    for (const [index, { id }] of words.entries()) {
      if (seen.has(id))
        throw mistake(
          ['search', 'classes', name, 'words', index, 'id'],
          `expected an id used once, "${id}" is used above`,
        );
      seen.add(id);
    }
}

/** What a kind serves are intents of the vocabulary. */
function checkKinds({ value, mistake }: CheckedYaml<KindRules>, { intents }: Vocabulary): void {
  for (const [kind, { serves }] of Object.entries(value.kinds)) {
    const unknown = serves.findIndex((intent) => intents[intent] === undefined);
    if (unknown >= 0)
      throw mistake(
        ['kinds', kind, 'serves', unknown],
        `expected an intent of the vocabulary, found "${serves[unknown]}"`,
      );
  }
}

function checkFailures({ value, mistake }: CheckedYaml<FailurePolicies>): void {
  for (const name of classesThat(value, 'permanent')) {
    for (const column of ['retry', 'second-pass'] as const) {
      if (value.classes[name][column])
        throw mistake(['classes', name, column], 'expected false, since the class is permanent');
    }
  }
}

/** Every province of the registry has its tile, and no two tiles lie on one another. */
function checkTiles({ value, mistake }: CheckedYaml<TileMap>, governments: readonly Government[]): void {
  const places = new Set<string>();
  const provinces = new Set<string>();
  for (const [index, { province, column, row }] of value.tiles.entries()) {
    if (provinces.has(province)) {
      throw mistake(['tiles', index, 'province'], `expected a province named once, "${province}" is named above`);
    }
    if (places.has(`${column}/${row}`)) {
      throw mistake(['tiles', index], `expected a free place, column ${column} of row ${row} is taken above`);
    }
    provinces.add(province);
    places.add(`${column}/${row}`);
  }
  const missing = governments.find(({ province }) => province !== '' && !provinces.has(province));
  if (missing !== undefined) {
    throw mistake(['tiles'], `expected a tile for every province of the registry, found none for ${missing.province}`);
  }
}

function checkCrawl({ value, mistake }: CheckedYaml<CrawlFile>): void {
  if (!value['user-agent'].includes(value.contact)) {
    throw mistake(['user-agent'], `expected the contact "${value.contact}" inside the user agent`);
  }
  const { 'visit-time': visit, 'stall-time': stall } = value.budget;
  if (stall <= visit) {
    throw mistake(['budget', 'stall-time'], `expected more than the visit-time of ${visit}, found ${stall}`);
  }
  const { zone, from, to } = value['night-window'];
  if (!isTimeZone(zone)) {
    throw mistake(['night-window', 'zone'], `expected an IANA time zone such as Asia/Shanghai, found "${zone}"`);
  }
  for (const [key, time] of Object.entries({ from, to })) {
    if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) {
      throw mistake(['night-window', key], `expected a time from 00:00 to 23:59, found "${time}"`);
    }
  }
}
