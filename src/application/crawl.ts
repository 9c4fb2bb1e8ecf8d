import { findGovernment, type Pack } from '../config/pack.ts';
import type { Government } from '../model/government.ts';
import { UsageError } from '../model/usage-error.ts';
import type { RunSummary } from '../pipeline/crawl/run/run-options.ts';
import { type RunLock, takeRunLock } from '../pipeline/operations/nightly/run-lock.ts';
import { sampleGovernments } from '../scoring/sampling/sample-governments.ts';
import type { Run, Store } from '../store/store.ts';
import { type RunChoice, type RunFace, registryOf, runSettings } from './run-settings.ts';
import { type Simulation, startSimulation } from './simulation.ts';
import { loadVisitRun, requireOthers, visitRun } from './visit-run.ts';
import { openFor, type WayOut, wayOutOf } from './way-out.ts';

export interface CrawlRequest extends RunChoice {
  readonly dataFolder: string;
  /** Codes, names or pinyin; undefined: every government of the registry. */
  readonly only?: readonly string[] | undefined;
  /** A sample of so many scored governments, the same one every time. */
  readonly sample?: number | undefined;
  /** Go on with the run that was interrupted. */
  readonly resume?: boolean | undefined;
  /** Leave all visits to workers. */
  readonly planOnly?: boolean | undefined;
  /** Read and judge everything anew, even what did not change since the last visit. */
  readonly full?: boolean | undefined;
}

/**
 * Visits governments, judges what is there and keeps the evidence. Null when there is nothing to
 * resume.
 *
 * @throws UsageError for a request that cannot be met, RunUnderWay when another run holds the data
 * folder, Interrupted.
 */
export async function crawl(pack: Pack, request: CrawlRequest, face: RunFace): Promise<RunSummary | null> {
  const way = await wayOutOf(request, face.env);
  const [simulation] = await Promise.all([startSimulation(face.program, request), loadVisitRun()]);
  try {
    // Everything that can be wrong in the request is checked before the data folder is touched.
    const governments = chosenGovernments(pack, request, simulation);
    return await crawlInto(pack, request, { ...way, governments, proxy: simulation?.proxy ?? way.proxy }, face);
  } finally {
    await simulation?.close();
  }
}

async function crawlInto(
  pack: Pack,
  request: CrawlRequest,
  way: WayOut & { readonly governments: readonly Government[] },
  face: RunFace,
): Promise<RunSummary | null> {
  const { dataFolder } = request;
  const { governments, proxy, nature, trusted } = way;
  const store = await openFor(face, pack, dataFolder, way);
  let lock: RunLock | null = null;
  try {
    requireOthers(request.planOnly, store);
    const watch = await face.watch();
    try {
      lock = await takeRunLock(store.locks, 'govprobe crawl');
      const resume = request.resume ? await unfinished(store, pack) : null;
      if (resume === 'complete') return null;
      return await visitRun(request.planOnly)({
        ...{ store, dataFolder, pack, governments, resume, nature, trustSilence: trusted },
        ...runSettings(pack, request, proxy, face.env),
        kind: request.only === undefined && request.sample === undefined ? 'crawl' : 'probe',
        observer: watch.observer,
        incremental: request.full !== true,
        signal: AbortSignal.any([face.interruption(), lock.lost]),
      });
    } finally {
      await watch.close();
    }
  } finally {
    await lock?.release();
    await store.close();
  }
}

/**
 * The run to resume, null to begin a new one, or `complete` when the newest run needs nothing more.
 */
async function unfinished(store: Store, pack: Pack): Promise<Run | null | 'complete'> {
  const runs = (await store.runs.list()).filter(({ kind }) => kind === 'crawl' || kind === 'probe');
  const newestCrawl = runs.find(({ kind }) => kind === 'crawl');
  // A single probe that came after an interrupted crawl does not hide it.
  const newest = newestCrawl?.finished === null ? newestCrawl : runs[0];
  if (newest === undefined) return null;
  if (newest.finished !== null) return 'complete';
  if (newest.configHash !== pack.hash) {
    throw new UsageError(
      `run ${newest.id} was started with another configuration (${newest.configHash.slice(0, 12)}, now ${pack.hash.slice(0, 12)}): restore it, or start anew without --resume`,
    );
  }
  return newest;
}

function chosenGovernments(
  pack: Pack,
  { governments, only, sample }: CrawlRequest,
  simulation: Simulation | null,
): readonly Government[] {
  const all =
    governments === undefined && simulation !== null ? simulation.governments(pack) : registryOf(pack, governments);
  if (only !== undefined && sample !== undefined)
    throw new UsageError('--only and --sample exclude each other: each says which governments are visited');
  if (sample !== undefined) return sampleGovernments(all, sample);
  if (only === undefined) return all;
  if (only.length === 0) {
    throw new UsageError('--only names no government; expected codes, names or pinyin separated by commas');
  }
  return [...new Set(only.map((name) => findGovernment(all, name, pack.meta)))];
}
