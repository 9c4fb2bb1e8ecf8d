import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { findVisited, type Pack } from '../../config/pack.ts';
import type { JudgedFinding } from '../../model/judged-finding.ts';
import { UsageError } from '../../model/usage-error.ts';
import { assessFindings } from '../../pipeline/assessment/assess-run.ts';
import { judgedFindings } from '../../pipeline/assessment/editions/freeze.ts';
import { editionVisits, readEdition } from '../../pipeline/assessment/editions/read.ts';
import { readVisitLog } from '../../pipeline/crawl/run/run-log.ts';
import type { Probe } from '../../probes/contract.ts';
import { probes } from '../../probes/list.ts';
import type { AppealInput, ProbeRule } from '../../report/appeal/input.ts';
import { currentState } from '../../store/current.ts';
import type { Store } from '../../store/store.ts';

export interface AppealChoice {
  readonly government: string;
  readonly probe?: string;
  readonly run?: string;
  readonly edition?: string;
}

type Source = Pick<AppealInput, 'edition' | 'runs' | 'tree' | 'nodes'> & {
  readonly governments: Awaited<ReturnType<typeof currentState>>['governments'];
  readonly judged: readonly JudgedFinding[];
  readonly assessment: ReturnType<typeof assessFindings>['assessment'];
  /** Runs whose logs tell of the visits. */
  readonly visited: readonly string[];
  captures(code: string): Promise<AppealInput['captures']>;
};

/** Collects all that goes into an appeal pack. Throws `UsageError` for an unknown government, probe, run or edition. */
export async function gatherAppeal(
  store: Store,
  pack: Pack,
  dataFolder: string,
  choice: AppealChoice,
): Promise<AppealInput> {
  if (choice.edition !== undefined && choice.run !== undefined) {
    throw new UsageError('--edition and --run exclude each other: an edition names its runs itself');
  }
  const source =
    choice.edition === undefined
      ? await runSource(store, pack, choice.run)
      : await editionSource(store, choice.edition);
  const government = findVisited(source.governments, choice.government, pack);
  const { code } = government;
  const all = source.judged.filter(({ finding }) => finding.government === code);
  if (all.length === 0) throw new UsageError(`${government.name} has no finding yet: its visit is not complete`);
  const wanted = choice.probe;
  const findings = all.filter(({ finding }) => wanted === undefined || finding.probe === wanted);
  if (findings.length === 0) {
    const known = all.map(({ finding }) => finding.probe).join(', ');
    throw new UsageError(`${government.name} has no finding of a probe ${wanted}; expected one of ${known}`);
  }
  const shown = new Set(findings.map(({ finding }) => finding.probe));
  const asked = probes.filter(({ id }) => shown.has(id));
  const sites = new Set(asked.flatMap((probe) => probe.sites));
  const { scores, ranking, tiering } = source.assessment;
  const ranked = ranking.find((item) => item.government === code);
  const logs = await Promise.all(
    source.visited.map((run) => readVisitLog(dataFolder, run, code, wanted === undefined ? null : shown)),
  );
  const captures = await source.captures(code);
  const used = new Set([...captures.map(({ run }) => run), ...findings.map(({ run }) => run)]);
  return {
    government,
    edition: source.edition,
    runs: source.runs.filter(({ id }) => used.has(id)),
    findings,
    score: scores.find((score) => score.government === code) ?? null,
    place: ranked === undefined ? null : { ...ranked, level: tiering.places[code]?.level ?? null },
    nodes: source.nodes,
    tree: source.tree,
    captures: wanted === undefined ? captures : captures.filter(({ capture }) => sites.has(capture.site)),
    reviews: (await store.reviews.list(code)).filter(({ probe }) => shown.has(probe)),
    rules: { configHash: pack.hash, probes: asked.map(ruleOf), vocabulary: pack.knowledge.vocabulary },
    log: logs.flat(),
    bytes: (hash) => store.evidence.get(hash),
  };
}

async function runSource(store: Store, pack: Pack, id: string | undefined): Promise<Source> {
  const current = await currentState(store, id);
  const layers = [current.run, ...current.overlaid];
  const { assessment } = assessFindings(pack, current.governments, current.findings);
  return {
    edition: null,
    runs: layers.map(({ id: run, started, finished }) => ({ id: run, started, finished })),
    tree: pack.tree,
    nodes: assessment.tree.nodes,
    governments: current.governments,
    judged: await judgedFindings(store, current),
    assessment,
    visited: layers.map((run) => run.settings.derivedFrom?.run ?? run.id),
    captures: async (code) => {
      const found = await Promise.all(
        layers.map(async (run) => (await store.captures(run.id, code)).map((capture) => ({ run: run.id, capture }))),
      );
      return found.flat();
    },
  };
}

async function editionSource(store: Store, name: string): Promise<Source> {
  const { edition, governments, judged, assessment } = await readEdition(store, name);
  return {
    edition,
    runs: edition.runs,
    tree: assessment.tree.source,
    nodes: assessment.tree.nodes,
    governments,
    judged,
    assessment,
    visited: edition.runs.map(({ id }) => id),
    captures: async (code) => {
      const found: { run: string; capture: AppealInput['captures'][number]['capture'] }[] = [];
      for await (const { run, captures } of editionVisits(store, name, code))
        found.push(...captures.map((capture) => ({ run, capture })));
      return found;
    },
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
  const own = fileURLToPath(import.meta.url);
  const file = fileURLToPath(new URL(`../../probes/${id}${own.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url));
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
