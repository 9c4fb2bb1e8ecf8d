import { classesThat } from '../../../config/schema/failures.ts';
import type { Capture } from '../../../model/capture.ts';
import type { Finding } from '../../../model/finding.ts';
import type { Government } from '../../../model/government.ts';
import type { Reading, Run, VisitRecord } from '../../../store/store.ts';
import { toolVersion } from '../../../version.ts';
import { judge } from '../../judging/judge.ts';
import { readingKey, stableUntil } from '../../judging/judging-basis.ts';
import type { BrowserJob } from '../browser/job.ts';
import { collect } from '../collect.ts';
import type { Entry, Visit } from '../frontier/visit.ts';
import { recollectEarlier } from '../memory/recollect-earlier.ts';
import type { Recollection } from '../memory/recollection.ts';
import { readingsOf } from '../memory/remembered-pages.ts';
import { steadyNow } from '../outcome/clock.ts';
import type { OpenRequest } from '../watchdog.ts';
import { planVisits } from './plan.ts';
import { openRunLog } from './run-log.ts';
import type { RunOptions, RunSummary } from './run-options.ts';
import { failureCounts, RunTally } from './run-tally.ts';
import { longerLimits, worthMore } from './second-pass.ts';

export type { RunObserver, RunOptions, RunSummary, VisitSummary } from './run-options.ts';

/** A run id that sorts by time: `20261123-221500-123` (UTC, milliseconds last). */
export function newRunId(now: Date): string {
  const digits = now.toISOString().replace(/[-:T]/g, '');
  return `${digits.slice(0, 8)}-${digits.slice(8, 14)}-${digits.slice(15, 18)}`;
}

/**
 * Visits every planned government that has no complete visit yet, judges each visit as it ends, and commits it. At the end, governments that
 * a passing failure left unknown are visited once more with longer limits (config/failures.yaml).
 */
export async function runCrawl(options: RunOptions): Promise<RunSummary> {
  const { store, pack } = options;
  const clock = options.clock ?? Date.now;
  const began = clock();
  const run: Run = options.resume ?? {
    id: options.id ?? newRunId(new Date(began)),
    kind: options.kind,
    started: new Date(began).toISOString(),
    finished: null,
    toolVersion,
    configHash: pack.hash,
    settings: {
      proxy: options.proxy === null ? null : options.proxy.origin,
      config: pack.directory,
      night: options.night ?? null,
    },
  };
  const plan = options.resume === null ? planVisits(options.governments) : await store.plan(run.id);
  if (options.resume === null) await store.startRun(run, plan);
  const done = await store.completed(run.id);
  const { log, close } = openRunLog(options.dataFolder, run.id);
  log.info({ event: 'run-start', visits: plan.length, resumed: done.size, version: toolVersion, config: pack.hash });
  options.observer.started(run, plan.length, done.size);
  const tally = new RunTally();
  const fullAfterDays = pack.schedule.incremental['full-after-days'];
  const again = classesThat(pack.failures, 'second-pass');
  const earlierRun = new Map<string, string>();
  const keyOf = (government: Government): string =>
    readingKey({ pack, probes: options.probes, government, hasBrowser: options.chromium !== null });

  function logCapture(government: Government, capture: Capture): void {
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
  }

  function onCapture(government: Government, capture: Capture): void {
    options.observer.captured(capture);
    logCapture(government, capture);
    tally.captured(government.code, capture);
  }

  async function commit(
    visit: Visit,
    captures: readonly Capture[],
    findings: readonly Finding[],
    more: Pick<VisitRecord, 'pass' | 'reading' | 'unread'>,
    unchanged: boolean,
  ): Promise<void> {
    const { government } = visit;
    for (const { probe, state, reason, confidence, value, obstacles } of findings) {
      log.info({ event: 'finding', government: government.code, probe, state, reason, confidence, value, obstacles });
    }
    const record = {
      code: government.code,
      started: visit.started,
      finished: new Date(clock()).toISOString(),
      pages: captures.filter((capture) => capture.role === 'page' && capture.failure === null).length,
      requests: visit.requests,
      bytes: visit.bytes,
      failures: failureCounts(captures),
      ...more,
    };
    await store.commitVisit(run, record, captures, findings);
    tally.requests += visit.requests;
    tally.bytes += visit.bytes;
    if (unchanged) tally.unchanged++;
    const { pages, requests, bytes } = record;
    log.info({
      event: 'visit-finish',
      government: government.code,
      pages,
      requests,
      bytes,
      failures: record.failures,
      unchanged,
    });
    const seconds = (steadyNow() - Date.parse(visit.started)) / 1000;
    options.observer.visited({ government, captures, findings, seconds, unchanged });
  }

  /** Judges what a visit read. */
  function judgeVisit(visit: Visit): { findings: Finding[]; reading: Reading } {
    const { government } = visit;
    const input = {
      government,
      entries: visit.entries,
      unread: visit.unread(),
      probes: options.probes,
      tree: pack.tree,
      knowledge: pack.knowledge,
      calibration: pack.calibration,
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
    const now = clock();
    const until = problems.length > 0 ? null : stableUntil(input, findings, now, fullAfterDays);
    const reading = {
      key: keyOf(government),
      readAt: new Date(now).toISOString(),
      stableUntil: until === null ? null : new Date(until).toISOString(),
    };
    return { findings, reading };
  }

  async function onVisit(visit: Visit): Promise<void> {
    const { findings, reading } = judgeVisit(visit);
    await commit(visit, uniqueCaptures(visit.entries), findings, { reading, unread: visit.unread() }, false);
    if (options.incremental) await store.pages.write(visit.government.code, reading.key, readingsOf(visit.entries));
  }

  /** Nothing changed since an earlier run: what it found is found again, at the time of this visit. */
  async function onUnchanged(visit: Visit, captures: readonly Capture[]): Promise<void> {
    const { code } = visit.government;
    const earlier = earlierRun.get(code);
    const record = earlier === undefined ? undefined : (await store.visits(earlier, code))[0];
    if (earlier === undefined || record === undefined) throw new Error(`the earlier visit of ${code} is gone`);
    for (const capture of captures) onCapture(visit.government, capture);
    const findings = await store.findings(earlier, { code });
    await commit(visit, captures, findings, { reading: record.reading ?? null, unread: record.unread }, true);
  }

  async function recollect(government: Government): Promise<Recollection | null> {
    if (!options.incremental) return null;
    const found = await recollectEarlier(store, government, {
      key: keyOf(government),
      now: clock(),
      fullAfterDays,
    });
    if (found !== null) earlierRun.set(government.code, found.run);
    return found;
  }

  /** What the first pass of this run read need not be asked for again. */
  async function recollectTonight(government: Government): Promise<Recollection> {
    const captures = await store.captures(run.id, government.code);
    return { captures, unread: {}, from: { when: 'tonight', again }, findingsHold: false, pages: null };
  }

  /** The visit that left fewer findings unknown is the one that counts. */
  async function onSecondVisit(visit: Visit): Promise<void> {
    const { code } = visit.government;
    const { findings, reading } = judgeVisit(visit);
    const better = worthMore(findings, await store.findings(run.id, { code }));
    log.info({ event: 'second-pass', government: code, better });
    if (!better) return store.nights.keepFirstPass(run.id, code);
    secondPass.better++;
    await commit(visit, uniqueCaptures(visit.entries), findings, { pass: 2, reading, unread: visit.unread() }, false);
  }

  const common = {
    knowledge: pack.knowledge,
    probes: options.probes,
    evidence: store.evidence,
    proxy: options.proxy,
    officialSuffixes: pack.meta['official-suffixes'],
    concurrency: options.settings.concurrency,
    chromium: options.chromium,
    signal: options.signal,
    ...(options.mayOpen === undefined ? {} : { mayOpen: options.mayOpen }),
    ...(options.jitter === undefined ? {} : { jitter: options.jitter }),
    onStart(government: Government): void {
      log.info({ event: 'visit-start', government: government.code, name: government.name });
      options.observer.opened?.(government);
    },
    onEntry: (government: Government, { capture }: Entry) => onCapture(government, capture),
    onBrowserJob(job: BrowserJob): void {
      tally.browsed(job);
      options.observer.browsed?.(job);
    },
    onStall: (reason: Error, open: readonly OpenRequest[]) => {
      log.error({ event: 'stall', reason: reason.message, requests: open.length });
      for (const request of open) log.error({ event: 'open-request', ...request });
    },
  };
  const secondPass = { visits: 0, better: 0 };
  let complete = false;

  try {
    await collect(
      plan.filter((government) => !done.has(government.code)),
      { ...common, settings: options.settings, onVisit, recollect, onUnchanged },
    );
    complete = (await store.completed(run.id)).size >= plan.length;
    if (complete) {
      const waiting = await store.nights.awaitingSecondPass(run.id, again);
      secondPass.visits = waiting.size;
      if (waiting.size > 0) {
        log.info({ event: 'second-pass-start', visits: waiting.size });
        options.observer.secondPass?.(waiting.size);
        await collect(
          plan.filter((government) => waiting.has(government.code)),
          {
            ...common,
            settings: longerLimits(options.settings, pack.failures),
            // The first pass has counted what this one takes over from it.
            onEntry: (government, { capture }) => logCapture(government, capture),
            onVisit: onSecondVisit,
            recollect: recollectTonight,
          },
        );
      }
      await store.finishRun(run.id, new Date(clock()).toISOString());
    }
    const { pages, requests, bytes, unchanged, failures, browser } = tally;
    const event = complete ? 'run-finish' : 'run-pause';
    log.info({ event, pages, requests, bytes, unchanged, secondPass, failures, browser });
  } catch (error) {
    log.fatal({ event: 'run-broken', error: error instanceof Error ? error.stack : String(error) });
    throw error;
  } finally {
    options.observer.ended?.();
    close();
  }
  return {
    run: run.id,
    visits: plan.length,
    resumed: done.size,
    complete,
    secondPass,
    pages: tally.pages,
    requests: tally.requests,
    bytes: tally.bytes,
    homes: tally.homes,
    unchanged: tally.unchanged,
    seconds: (clock() - began) / 1000,
    failures: tally.failures,
    deadHomes: tally.deadHomes,
    browser: tally.browser,
  };
}

/** Two targets that gave the very same capture (same address, same bytes) are stored once. */
function uniqueCaptures(entries: readonly Entry[]): Capture[] {
  const byId = new Map<string, Capture>();
  for (const { capture } of entries) if (!byId.has(capture.id)) byId.set(capture.id, capture);
  return [...byId.values()];
}
