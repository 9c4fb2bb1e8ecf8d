import type { Pack } from '../config/pack.ts';
import type { CrawlSettings } from '../config/schema/crawl.ts';
import type { Capture } from '../model/capture.ts';
import type { FailureClass } from '../model/failure.ts';
import type { Finding } from '../model/finding.ts';
import type { Government } from '../model/government.ts';
import type { Probe } from '../probes/contract.ts';
import type { Run, Store } from '../store/store.ts';
import { toolVersion } from '../version.ts';
import { collect } from './collect/collect.ts';
import type { Entry, Visit } from './collect/visit.ts';
import { judge } from './judge.ts';
import { planVisits } from './plan.ts';
import { openRunLog } from './run-log.ts';

/** Told about what happens in a run, for displays. All calls are synchronous and must be quick. */
export interface RunObserver {
  started(run: Run, total: number, done: number): void;
  captured(capture: Capture): void;
  visited(visit: VisitSummary): void;
}

export interface VisitSummary {
  readonly government: Government;
  readonly captures: readonly Capture[];
  readonly findings: readonly Finding[];
}

export interface RunSummary {
  readonly run: string;
  readonly visits: number;
  /** Visits that an earlier process of the same run had completed. */
  readonly resumed: number;
  readonly pages: number;
  readonly requests: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly failures: Readonly<Partial<Record<FailureClass, number>>>;
  /** Failure classes of home pages, by class; what a user must look at first. */
  readonly deadHomes: Readonly<Partial<Record<FailureClass, number>>>;
  readonly homes: number;
}

export interface RunOptions {
  readonly store: Store;
  readonly dataFolder: string;
  readonly pack: Pack;
  /** Settings of this run; `pack.crawl` with what the command line overrides. */
  readonly settings: CrawlSettings;
  readonly probes: readonly Probe[];
  readonly governments: readonly Government[];
  readonly kind: Run['kind'];
  readonly proxy: URL | null;
  readonly chromium: string | null;
  /** An unfinished run to go on with; null starts a new one. */
  readonly resume: Run | null;
  readonly observer: RunObserver;
  /** Aborted to end the run in order; `runCrawl` then rejects with the signal's reason and the run can be resumed. */
  readonly signal: AbortSignal;
}

/** A run id that sorts by time: `20261123-221500-123` (UTC, milliseconds last). */
export function newRunId(now: Date): string {
  const digits = now.toISOString().replace(/[-:T]/g, '');
  return `${digits.slice(0, 8)}-${digits.slice(8, 14)}-${digits.slice(15, 18)}`;
}

/** Visits every planned government that has no complete visit yet, judges each visit as it ends, and commits it. */
export async function runCrawl(options: RunOptions): Promise<RunSummary> {
  const { store, pack } = options;
  const began = Date.now();
  const run: Run = options.resume ?? {
    id: newRunId(new Date(began)),
    kind: options.kind,
    started: new Date(began).toISOString(),
    finished: null,
    toolVersion,
    configHash: pack.hash,
    settings: { proxy: options.proxy === null ? null : options.proxy.origin, config: pack.directory },
  };
  const plan = options.resume === null ? planVisits(options.governments) : await store.plan(run.id);
  if (options.resume === null) await store.startRun(run, plan);
  const done = await store.completed(run.id);
  const { log, close } = openRunLog(options.dataFolder, run.id);
  log.info({ event: 'run-start', visits: plan.length, resumed: done.size, version: toolVersion, config: pack.hash });
  options.observer.started(run, plan.length, done.size);
  const totals = { pages: 0, requests: 0, bytes: 0, homes: 0 };
  const failures: Partial<Record<FailureClass, number>> = {};
  const deadHomes: Partial<Record<FailureClass, number>> = {};

  function onEntry(government: Government, { capture }: Entry): void {
    options.observer.captured(capture);
    const { site, role, via, url, status, bytes, failure, detail } = capture;
    const fields = {
      event: 'capture',
      government: government.code,
      site,
      role,
      via,
      url,
      status,
      bytes,
      capture: capture.id,
    };
    if (failure === null) log.debug(fields);
    else log.warn({ ...fields, failure, detail });
    if (role === 'page') totals.pages++;
    if (capture.home) totals.homes++;
    if (failure !== null) failures[failure] = (failures[failure] ?? 0) + 1;
    if (failure !== null && capture.home) deadHomes[failure] = (deadHomes[failure] ?? 0) + 1;
  }

  async function onVisit(visit: Visit): Promise<void> {
    const { government } = visit;
    const unread = visit.unread();
    const input = {
      government,
      entries: visit.entries,
      unread,
      probes: options.probes,
      tree: pack.tree,
      knowledge: pack.knowledge,
    };
    const { findings, problems } = judge(input);
    for (const { probe, error } of problems) {
      log.error({
        event: 'probe-error',
        government: government.code,
        probe,
        error: error instanceof Error ? error.stack : String(error),
      });
    }
    for (const { probe, state, reason, confidence, value } of findings) {
      log.info({ event: 'finding', government: government.code, probe, state, reason, confidence, value });
    }
    const captures = uniqueCaptures(visit.entries);
    const record = {
      code: government.code,
      started: visit.started,
      finished: new Date().toISOString(),
      pages: captures.filter((capture) => capture.role === 'page' && capture.failure === null).length,
      requests: visit.requests,
      bytes: visit.bytes,
      unread,
      failures: visit.failureCounts(),
    };
    await store.commitVisit(run, record, captures, findings);
    totals.requests += visit.requests;
    totals.bytes += visit.bytes;
    const { pages, requests, bytes } = record;
    log.info({ event: 'visit-finish', government: government.code, pages, requests, bytes, failures: record.failures });
    options.observer.visited({ government, captures, findings });
  }

  try {
    await collect(
      plan.filter((government) => !done.has(government.code)),
      {
        settings: options.settings,
        knowledge: pack.knowledge,
        probes: options.probes,
        evidence: store.evidence,
        proxy: options.proxy,
        officialSuffixes: pack.meta['official-suffixes'],
        concurrency: options.settings.concurrency,
        chromium: options.chromium,
        signal: options.signal,
        onStart: (government) => log.info({ event: 'visit-start', government: government.code, name: government.name }),
        onEntry,
        onVisit,
        onStall: (reason, open) => {
          log.error({ event: 'stall', reason: reason.message, requests: open.length });
          for (const request of open) log.error({ event: 'open-request', ...request });
        },
      },
    );
    await store.finishRun(run.id, new Date().toISOString());
    log.info({ event: 'run-finish', ...totals, failures });
  } catch (error) {
    log.fatal({ event: 'run-broken', error: error instanceof Error ? error.stack : String(error) });
    throw error;
  } finally {
    close();
  }
  return {
    run: run.id,
    visits: plan.length,
    resumed: done.size,
    ...totals,
    seconds: (Date.now() - began) / 1000,
    failures,
    deadHomes,
  };
}

/** Two targets that gave the very same capture (same address, same bytes) are stored once. */
function uniqueCaptures(entries: readonly Entry[]): Capture[] {
  const byId = new Map<string, Capture>();
  for (const { capture } of entries) if (!byId.has(capture.id)) byId.set(capture.id, capture);
  return [...byId.values()];
}
