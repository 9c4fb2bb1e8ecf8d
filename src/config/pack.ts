import type { Government } from '../model/government.ts';
import { compileCalendar, plainCalendar } from './calendar.ts';
import { checkMeasures } from './check-measures.ts';
import { checkFiles } from './check-pack.ts';
import { compileWords } from './compile-words.ts';
import { type CompiledKnowledge, compileKnowledge } from './knowledge.ts';
import { readFiles, readMeta } from './read-pack.ts';
import type { CheckedYaml } from './read-yaml.ts';
import { type Analysis, defaultAnalysis } from './schema/analysis.ts';
import type { Calibration } from './schema/calibration.ts';
import type { CrawlSettings, VisitorSettings } from './schema/crawl.ts';
import { classesThat, type FailurePolicies } from './schema/failures.ts';
import type { IndicatorTree } from './schema/indicators.ts';
import type { PackMeta } from './schema/pack.ts';
import { noQuestions } from './schema/questions.ts';
import type { ScheduleSettings } from './schema/schedule.ts';
import type { Statements } from './schema/statements.ts';
import type { TileMap } from './schema/tiles.ts';
import type { WordSection, WordSource } from './word-sections.ts';

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
  /** Null if the pack reproduces no publication. */
  readonly statements: Statements | null;
  readonly analysis: Analysis;
  /** Measured confidence; if null, findings state the strength given by their probe. */
  readonly calibration: Calibration | null;
  /** Policy of each failure class. */
  readonly failures: FailurePolicies;
  /** Settings of scheduled runs and of what follows them. */
  readonly schedule: ScheduleSettings;
  /**
   * SHA-256 (hex) over names and bytes of all files of the pack except the schedule, which changes
   * no finding.
   */
  readonly hash: string;
}

/**
 * Reads a pack. Synchronous.
 * @param sections words, patterns and numbers that the caller's code reads; a name that none of
 *   them reads is an error, unless no section is given
 * @throws UsageError for the first mistake: one sentence with file, line or path and the
 *   expectation
 */
export function loadPack(directory: string, source: readonly WordSection[] | WordSource = []): Pack {
  const files = readFiles(directory);
  const sections = sectionsOf(source, readMeta(directory));
  const { meta, governments, observed, vocabulary } = files;
  checkFiles(directory, files);
  if ('always' in source && source.values !== undefined)
    checkMeasures(files.tree.value, source.values, files.tree.mistake);
  const words = sections.length === 0 ? new Map() : compileWords(sections, vocabulary.value, vocabulary.mistake);
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
    statements: files.statements?.value ?? null,
    analysis: files.analysis?.value ?? defaultAnalysis,
    calibration: files.calibration?.value ?? null,
    crawl: {
      ...crawl,
      retry: { ...crawl.retry, classes: classesThat(files.failures.value, 'retry') },
      visitor: visitorOf(meta),
    },
    failures: files.failures.value,
    schedule: files.schedule.value,
    hash: files.hash,
  };
}

/** The sections of the probes that run in this pack, and those that are always read. */
function sectionsOf(
  source: readonly WordSection[] | WordSource,
  { value: { probes: wanted }, mistake }: CheckedYaml<PackMeta>,
): readonly WordSection[] {
  if (!('always' in source)) return source;
  const { always, probes } = source;
  const unknown = wanted?.findIndex((id) => !probes.has(id)) ?? -1;
  if (unknown >= 0) {
    const expected = [...probes.keys()].join(', ');
    throw mistake(['probes', unknown], `expected one of ${expected}, found "${wanted?.[unknown]}"`);
  }
  return [...always, ...(wanted ?? [...probes.keys()]).flatMap((id) => probes.get(id) ?? [])];
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
  return readMeta(directory).value;
}
