import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { findVisited, type Pack } from '../config/pack.ts';
import { bytesOf } from '../model/capture.ts';
import type { Finding } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import type { JudgedFinding } from '../model/judged-finding.ts';
import { moduleFile } from '../module-file.ts';
import { assessFindings } from '../pipeline/assessment/assess-run.ts';
import { readVisitLog } from '../pipeline/crawl/run/run-log.ts';
import type { Probe } from '../probes/contract.ts';
import { probes } from '../probes/list.ts';
import { type AppealPack, appealPack, safeName } from '../report/appeal/files.ts';
import type { AppealInput, ProbeRule } from '../report/appeal/input.ts';
import { type AppealLanguage, appealLanguages } from '../report/messages-appeal.ts';
import type { Assessment } from '../scoring/assess.ts';
import type { Edition } from '../store/editions.ts';
import type { Store } from '../store/store.ts';
import { noFinding } from './evidence.ts';
import { editionFacts } from './provenance.ts';
import { type FrozenState, type LiveState, openState, type StateChoice } from './state.ts';
import { writeWhole } from './write-whole.ts';

export interface AppealChoice extends StateChoice {
  /** Code, name or pinyin. */
  readonly government: string;
  readonly probe?: string | undefined;
}

/** A state with what is computed of it once for all governments. */
export interface Source extends SourceParts {
  readonly state: FrozenState | LiveState;
  readonly judged: readonly JudgedFinding[];
}

interface SourceParts extends Pick<AppealInput, 'runs' | 'tree' | 'nodes'> {
  readonly edition: Edition | null;
  readonly assessment: Assessment;
  /** Runs whose logs tell of the visits. */
  readonly visited: readonly string[];
}

/**
 * Collects all that goes into an appeal pack.
 *
 * @throws UsageError for an unknown government, probe, run or edition.
 */
export async function gatherAppeal(
  store: Store,
  pack: Pack,
  dataFolder: string,
  choice: AppealChoice,
): Promise<AppealInput> {
  const source = await openSource(store, pack, choice);
  const government = findVisited(source.state.governments, choice.government, pack);
  return inputOf(store, pack, dataFolder, source, government, choice.probe);
}

/** Opens what packs are made of; it serves any number of governments. @throws UsageError as `openState`. */
export async function openSource(store: Store, pack: Pack, choice: StateChoice): Promise<Source> {
  const state = await openState(store, pack, choice);
  const parts = state.kind === 'edition' ? editionSource(state) : runSource(pack, state);
  return { ...parts, state, judged: await state.judged() };
}

/**
 * What there is on one government.
 *
 * @param probe one probe alone; undefined: all
 * @throws UsageError when there are no findings.
 */
export async function inputOf(
  store: Store,
  pack: Pack,
  dataFolder: string,
  source: Source,
  government: Government,
  probe?: string,
): Promise<AppealInput> {
  const { state } = source;
  const { code } = government;
  const findings = findingsOf(source.judged, government, probe);
  const shown = new Set(findings.map(({ finding }) => finding.probe));
  const asked = probes.filter(({ id }) => shown.has(id));
  const sites = new Set(asked.flatMap((probe) => probe.sites));
  const isWhole = probe === undefined;
  const logs = await Promise.all(
    source.visited.map((run) => readVisitLog(dataFolder, run, code, isWhole ? null : shown)),
  );
  const captures = await state.captures(code);
  const shownCaptures = isWhole ? captures : captures.filter(({ capture }) => sites.has(capture.site));
  const bytes = await bytesBehind(store, shownCaptures);
  const used = new Set([...captures.map(({ run }) => run), ...findings.map(({ run }) => run)]);
  return {
    government,
    edition: source.edition === null ? null : await editionFacts(store, source.edition),
    runs: source.runs.filter(({ id }) => used.has(id)),
    nature: state.nature,
    timeZone: pack.meta['time-zone'],
    findings,
    ...standingOf(source.assessment, code),
    nodes: source.nodes,
    tree: source.tree,
    captures: shownCaptures,
    reviews: (await store.reviews.list(code)).filter(({ probe }) => shown.has(probe)),
    rules: { configHash: pack.hash, probes: asked.map(ruleOf), vocabulary: pack.knowledge.vocabulary },
    log: logs.flat(),
    bytes: (hash) => bytes.get(hash) ?? null,
  };
}

/** The bytes of captures and of their pictures by hash; those that are lost are left out. */
async function bytesBehind(store: Store, captures: AppealInput['captures']): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const hash of new Set(captures.flatMap(({ capture }) => bytesOf(capture)))) {
    const bytes = await store.evidence.get(hash);
    if (bytes !== null) found.set(hash, bytes);
  }
  return found;
}

/**
 * The findings of a government, of one probe where one is named.
 *
 * @throws UsageError when there are none.
 */
function findingsOf(
  judged: readonly JudgedFinding[],
  government: Government,
  probe: string | undefined,
): readonly JudgedFinding[] {
  const own = judged.filter(({ finding }) => finding.government === government.code);
  const findings = own.filter(({ finding }) => probe === undefined || finding.probe === probe);
  const known = own.map(({ finding }): Finding => finding);
  if (findings.length === 0) throw noFinding(government, probe, known);
  return findings;
}

function standingOf({ scores, ranking, tiering }: Assessment, code: string): Pick<AppealInput, 'score' | 'place'> {
  const ranked = ranking.find((item) => item.government === code);
  return {
    score: scores.find((score) => score.government === code) ?? null,
    place: ranked === undefined ? null : { ...ranked, level: tiering.places[code]?.level ?? null },
  };
}

function runSource(pack: Pack, { layers, governments, findings }: LiveState): SourceParts {
  const { assessment } = assessFindings(pack, governments, findings, undefined, layers[0]?.started ?? null);
  return {
    edition: null,
    runs: layers.map(({ id, started, finished }) => ({ id, started, finished })),
    tree: pack.tree,
    nodes: assessment.tree.nodes,
    assessment,
    visited: layers.map((run) => run.settings.derivedFrom?.run ?? run.id),
  };
}

function editionSource({ frozen: { edition, assessment } }: FrozenState): SourceParts {
  return {
    edition,
    runs: edition.runs,
    tree: assessment.tree.source,
    nodes: assessment.tree.nodes,
    assessment,
    visited: edition.runs.map(({ id }) => id),
  };
}

function ruleOf(probe: Probe): ProbeRule {
  const { id, version, sites, seeks } = probe;
  return {
    ...{ id, version, sites, seeks },
    value: z.toJSONSchema(probe.value, { unrepresentable: 'any' }),
    source: sourceOf(id),
  };
}

/** The program text of a probe: its file is named after it. */
function sourceOf(id: string): string | null {
  const file = fileURLToPath(moduleFile(import.meta.url, `../probes/${id}`));
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/**
 * A written appeal pack: its file, the files inside it, and how many captures have lost their
 * bytes.
 */
export interface WrittenAppeal {
  readonly file: string;
  readonly files: AppealPack['files'];
  readonly missing: number;
}

/**
 * Writes an appeal pack as one archive.
 *
 * @param out the archive to write; undefined: `appeals/CODE….zip` in the data folder.
 * @throws UsageError as `gatherAppeal`, and when the archive cannot be written.
 */
export async function writeAppeal(
  store: Store,
  pack: Pack,
  dataFolder: string,
  choice: AppealChoice & { readonly language: AppealLanguage; readonly out: string | undefined },
): Promise<WrittenAppeal> {
  const input = await gatherAppeal(store, pack, dataFolder, choice);
  const { archive, files, missing } = appealPack(input, appealLanguages[choice.language]);
  const parts = [input.government.code, choice.edition, choice.run, choice.probe];
  const name = parts.flatMap((part) => (part === undefined ? [] : [safeName(part)])).join('-');
  const file = choice.out === undefined ? join(dataFolder, 'appeals', `${name}.zip`) : resolve(choice.out);
  writeWhole(file, archive);
  return { file, files, missing };
}
