import { findGovernment, type Pack } from '../config/pack.ts';
import { type Finding, findingKey } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import type { Nature } from '../model/nature.ts';
import { UsageError } from '../model/usage-error.ts';
import { assessCurrent } from '../pipeline/assessment/assessed-state.ts';
import type { Probe } from '../probes/contract.ts';
import { type Standing, standingOf } from '../scoring/explaining/standing.ts';
import { type Current, currentState } from '../store/current.ts';
import type { Store } from '../store/store.ts';
import { packProbes } from './pack-probes.ts';
import { type RunChoice, type RunFace, registryOf, runSettings } from './run-settings.ts';
import { startSimulation } from './simulation.ts';
import { loadVisitRun, visitRun } from './visit-run.ts';
import { openFor, type WayOut, wayOutOf } from './way-out.ts';

export interface ProbeRequest extends RunChoice {
  readonly dataFolder: string;
  /** Code, name or pinyin. */
  readonly government: string;
  /** Ids; undefined: all probes. */
  readonly only?: readonly string[] | undefined;
}

/** A finding beside the one that was known before; null when there was none. */
export interface FindingPair {
  readonly before: Finding | null;
  readonly after: Finding;
  /** False: it only failed to see what was known before, which therefore stands. */
  readonly counts: boolean;
}

export interface ProbedGovernment {
  readonly run: string;
  /** Whether real sites or a simulation answered. */
  readonly nature: Nature;
  readonly government: Government;
  readonly changes: readonly FindingPair[];
  /** Where it stands by what is known now, with this visit and without it; null before the first crawl. */
  readonly standing: { readonly before: Standing; readonly after: Standing } | null;
}

/**
 * Visits one government now and sets its findings beside those of its newest visit. Works beside a
 * run that is under way.
 *
 * @throws UsageError for an unknown government or probe, Interrupted.
 */
export async function probeGovernment(pack: Pack, request: ProbeRequest, face: RunFace): Promise<ProbedGovernment> {
  const government = findGovernment(registryOf(pack, request.governments), request.government, pack.meta);
  const chosen = chosenProbes(pack, request.only);
  const given = await wayOutOf(request, face.env);
  const { nature } = given;
  const [simulation] = await Promise.all([startSimulation(face.program, request), loadVisitRun()]);
  try {
    const store = await openFor(face, pack, request.dataFolder, given);
    try {
      const before = await findingsBefore(store, government);
      const stood = await standing(store, pack, government, null);
      const way = { ...given, proxy: simulation?.proxy ?? given.proxy };
      const run = await visit(store, pack, request, face, { government, chosen, way });
      const after = (await currentState(store, run)).findings.filter(({ probe }) => isAsked(probe, request.only));
      const known = await currentState(store);
      const changes = after.map((finding) => ({
        ...pairOf(finding, before),
        counts: (known.sources.get(findingKey(finding))?.id ?? run) === run,
      }));
      const stands = await standing(store, pack, government, known);
      const both = stood === null || stands === null ? null : { before: stood, after: stands };
      return { run, nature, government, changes, standing: both };
    } finally {
      await store.close();
    }
  } finally {
    await simulation?.close();
  }
}

/** Null while no crawl has visited others, so that there is nobody to compare with. */
async function standing(
  store: Store,
  pack: Pack,
  { code }: Government,
  known: Current | null,
): Promise<Standing | null> {
  if (!(await store.runs.list()).some(({ kind }) => kind === 'crawl')) return null;
  const { assessment } = await assessCurrent(store, pack, known ?? (await currentState(store)));
  return standingOf(assessment, code);
}

async function visit(
  store: Store,
  pack: Pack,
  request: ProbeRequest,
  face: RunFace,
  { government, chosen, way }: { government: Government; chosen: readonly Probe[]; way: WayOut },
): Promise<string> {
  const watch = await face.watch();
  try {
    const { run } = await visitRun()({
      ...{ store, dataFolder: request.dataFolder, pack },
      ...runSettings(pack, request, way.proxy, face.env),
      nature: way.nature,
      trustSilence: way.trusted,
      probes: chosen,
      governments: [government],
      kind: 'probe',
      resume: null,
      observer: watch.observer,
      signal: face.interruption(),
    });
    return run;
  } finally {
    await watch.close();
  }
}

function chosenProbes(pack: Pack, only: readonly string[] | undefined): readonly Probe[] {
  const probes = packProbes(pack);
  const strange = only?.find((id) => !probes.some((probe) => probe.id === id));
  if (strange === undefined) return probes.filter(({ id }) => isAsked(id, only));
  throw new UsageError(`there is no probe ${strange}; expected one of ${probes.map(({ id }) => id).join(', ')}`);
}

function isAsked(probe: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.includes(probe);
}

async function findingsBefore(store: Store, { code }: Government): Promise<readonly Finding[]> {
  const last = await store.visits.newest(code);
  return last === null ? [] : (await currentState(store, last.id)).findings;
}

function pairOf(after: Finding, earlier: readonly Finding[]): Omit<FindingPair, 'counts'> {
  const before = earlier.find(({ government, probe }) => government === after.government && probe === after.probe);
  return { before: before ?? null, after };
}
