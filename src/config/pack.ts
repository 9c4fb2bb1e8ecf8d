import type { Government } from '../model/government.ts';
import { compileCalendar, plainCalendar } from './calendar.ts';
import { checkMeasures } from './check-measures.ts';
import { checkFiles } from './check-pack.ts';
import { clause } from './clause.ts';
import { compileWords } from './compile-words.ts';
import { type CompiledKnowledge, compileKnowledge } from './knowledge.ts';
import { type Report, throwFirst } from './mistake.ts';
import { readFiles, readMeta, type SurveyedFiles } from './read-pack.ts';
import type { ParsedFiles } from './read-yaml.ts';
import { type Analysis, defaultAnalysis } from './schema/analysis.ts';
import type { Calibration } from './schema/calibration.ts';
import type { CrawlSettings, VisitorSettings } from './schema/crawl.ts';
import { classesThat, type FailurePolicies } from './schema/failures.ts';
import type { IndicatorTree } from './schema/indicators.ts';
import type { PackNames } from './schema/names.ts';
import type { PackMeta } from './schema/pack.ts';
import type { PublishingSettings } from './schema/publishing.ts';
import { noQuestions } from './schema/questions.ts';
import type { ScheduleSettings } from './schema/schedule.ts';
import type { Statements } from './schema/statements.ts';
import type { TileMap } from './schema/tiles.ts';
import type { CompiledWords, WordSection, WordSource } from './word-sections.ts';

export { findGovernment, findVisited } from './find-government.ts';
export { loadRegistry } from './registry.ts';
export { leaves, treeNodes } from './tree.ts';

/** A configuration folder, read and checked. Immutable. */
export interface Pack {
  readonly directory: string;
  readonly meta: PackMeta;
  /** The scored registry, in the order of the file. */
  readonly governments: readonly Government[];
  /**
   * Observed platforms; `scored` is false for all of them. Some share their code with a scored
   * government.
   */
  readonly observed: readonly Government[];
  /**
   * Governments of a full run: all scored ones, then every observed platform that is not the same
   * visit as a scored government.
   */
  readonly visits: readonly Government[];
  readonly tree: IndicatorTree;
  readonly knowledge: CompiledKnowledge;
  readonly crawl: CrawlSettings;
  /** Schematic map of the bulletin; null if the pack has none. */
  readonly tiles: TileMap | null;
  /** Names in other languages by base language tag; empty if the pack has none. */
  readonly names: PackNames;
  /** Null if the pack reproduces no publication. */
  readonly statements: Statements | null;
  readonly analysis: Analysis;
  /** Measured confidence; if null, findings state the strength given by their probe. */
  readonly calibration: Calibration | null;
  /** Policy of each failure class. */
  readonly failures: FailurePolicies;
  /** How editions are published; null if the pack does not say. */
  readonly publishing: PublishingSettings | null;
  /** Settings of scheduled runs and of what follows them. */
  readonly schedule: ScheduleSettings;
  /**
   * SHA-256 (hex) over names and bytes of all files of the pack except those that change no
   * finding: schedule, names, publishing, exclusions.
   */
  readonly hash: string;
  /** Its files as plain data, for other threads, which cannot be given anything compiled. */
  readonly parsed: ParsedFiles;
}

/**
 * Reads a pack. Synchronous.
 * @param sections words, patterns and numbers that the caller's code reads; a name that none of
 *   them reads is an error, unless no section is given
 * @param earlier files that another thread has parsed
 * @throws UsageError for the first mistake: one sentence with file, line or path and the
 *   expectation
 */
export function loadPack(
  directory: string,
  source: readonly WordSection[] | WordSource = [],
  earlier?: ParsedFiles,
): Pack {
  const files = readFiles(directory, earlier);
  const words = checkAll(directory, files, source, throwFirst);
  const { meta, governments, observed, vocabulary, exclusions } = files;
  const codes = new Set(governments.map(({ code }) => code));
  const crawl = files.crawl.value;
  return {
    directory,
    meta,
    governments,
    observed,
    visits: [...governments, ...observed.filter(({ code }) => !codes.has(code))],
    tree: files.tree.value,
    knowledge: compileKnowledge(
      vocabulary.value,
      files.vendors.value.vendors,
      files.holidays === null ? plainCalendar : compileCalendar(files.holidays.value),
      files.questions?.value ?? noQuestions,
      {
        naming: meta.naming,
        encodings: meta.encodings,
        codes: meta.codes,
        words,
        ...(files.kinds === null ? {} : { kinds: files.kinds.value }),
      },
    ),
    tiles: files.tiles?.value ?? null,
    names: files.translated?.value ?? {},
    statements: files.statements?.value ?? null,
    analysis: files.analysis?.value ?? defaultAnalysis,
    calibration: files.calibration?.value ?? null,
    crawl: {
      ...crawl,
      retry: { ...crawl.retry, classes: classesThat(files.failures.value, 'retry') },
      visitor: visitorOf(meta),
      exclusions,
    },
    failures: files.failures.value,
    publishing: files.publishing?.value ?? null,
    schedule: files.schedule.value,
    hash: files.hash,
    parsed: files.parsed,
  };
}

/**
 * Checks the files of a pack with each other and with what the program reads. What needs a file
 * with a mistake is not checked.
 * @returns the compiled words; none where the vocabulary or the choice of probes has a mistake
 */
export function checkAll(
  directory: string,
  files: SurveyedFiles,
  source: readonly WordSection[] | WordSource,
  report: Report,
): CompiledWords {
  const sections = sectionsOf(source, files.packFile, report);
  checkFiles(directory, files, report);
  const { tree, vocabulary } = files;
  if ('always' in source && source.values !== undefined && tree !== null)
    checkMeasures(tree.value, source.values, (path, what) => report(tree.mistake(path, what)));
  if (sections === null || sections.length === 0 || vocabulary === null) return new Map();
  return compileWords(sections, vocabulary.value, (path, what) => report(vocabulary.mistake(path, what)));
}

/**
 * The sections of the probes that run in this pack, and those that are always read; null where the
 * pack names an unknown probe or cannot be read.
 */
function sectionsOf(
  source: readonly WordSection[] | WordSource,
  packFile: SurveyedFiles['packFile'],
  report: Report,
): readonly WordSection[] | null {
  if (!('always' in source)) return source;
  if (packFile === null) return null;
  const { value, mistake } = packFile;
  const { always, probes } = source;
  const wanted = value.probes ?? [...probes.keys()];
  const unknown = wanted.flatMap((id, index) => (probes.has(id) ? [] : [index]));
  const expected = [...probes.keys()].join(', ');
  for (const index of unknown)
    report(mistake(['probes', index], clause`expected one of ${expected}, found "${wanted[index] ?? ''}"`));
  return unknown.length > 0 ? null : [...always, ...wanted.flatMap((id) => probes.get(id) ?? [])];
}

function visitorOf(meta: PackMeta): VisitorSettings {
  const { language } = meta;
  const { language: base } = new Intl.Locale(language);
  const further = [`${base};q=0.9`, 'en;q=0.3'].filter((tag) => !tag.startsWith(`${language};`));
  const accepted = [language, ...(base === 'en' ? further.slice(0, 1) : further)].join(',');
  return {
    'accept-language': meta['accept-language'] ?? accepted,
    locale: meta.locale ?? language,
    'time-zone': meta['time-zone'],
  };
}

/** Reads only `pack.yaml`. Synchronous. Throws `UsageError` as `loadPack` does. */
export function loadMeta(directory: string): PackMeta {
  const checked = readMeta(directory, throwFirst);
  if (checked === null) throw new Error('a mistake of pack.yaml was not thrown');
  return checked.value;
}
