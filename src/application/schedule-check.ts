import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Pack } from '../config/pack.ts';
import type { Government } from '../model/government.ts';
import { planVisits } from '../pipeline/crawl/run/plan.ts';
import { busyTime, estimateNight, type NightEstimate } from '../pipeline/operations/nightly/estimate-night.ts';
import {
  nextStep,
  nightWindow,
  type Step,
  scheduledRuns,
  upcomingNights,
} from '../pipeline/operations/nightly/next-step.ts';
import { runUnderWay } from '../pipeline/operations/nightly/run-lock.ts';
import type { Run, Store } from '../store/store.ts';
import { type NightRemark, nightRemarks } from './night-needs.ts';
import { registryOf } from './run-settings.ts';
import type { ScheduleRequest } from './schedule.ts';
import { wayOutOf } from './way-out.ts';

/** An earlier night whose visits were measured. */
export interface MeasuredNight {
  readonly run: string;
  readonly started: string;
  readonly visits: number;
  /** Milliseconds in which visits were open; pauses between two nights of one run do not count. */
  readonly busy: number;
  /** Bytes on the disk of evidence that no earlier run had. */
  readonly evidence: number;
}

/** What a schedule does next, and what it needs for it. */
export interface ScheduleCheck {
  readonly now: string;
  readonly zone: string;
  /** What is done when the next night begins. */
  readonly step: Exclude<Step['do'], 'wait'>;
  /** Why it begins then. */
  readonly why: string;
  /** ISO. */
  readonly begins: string;
  /** When no further visit begins, ISO; null: never. */
  readonly closes: string | null;
  /** Visits of the night in their order; for a run that goes on, those that remain. */
  readonly plan: readonly Government[];
  readonly canaries: readonly string[];
  readonly concurrency: number;
  /** Newest first; empty where no night is known. */
  readonly nights: readonly MeasuredNight[];
  /** Null where no night is known. */
  readonly estimate: NightEstimate | null;
  /** The longest that limits allow, in milliseconds: every visit takes all its time. */
  readonly longest: number;
  readonly disk: {
    readonly free: number;
    /** Bytes that a night adds, by the largest of the measured ones; null where no night is known. */
    readonly nightly: number | null;
  };
  /** Starts of the nights after that, ISO, and whether the window is open then. */
  readonly upcoming: readonly { readonly night: string; readonly open: boolean }[];
  readonly remarks: readonly NightRemark[];
}

/** Nights that are looked at. */
const nightsMeasured = 5;
const nightsShown = 5;
/** Waits that are followed to the next thing to do. */
const longestWait = 50;
/** What a check looks at outside of the data folder. */
export interface CheckSurroundings {
  readonly env: NodeJS.ProcessEnv;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Looks ahead to the next night: when it begins, whom it visits, how long that should take, what it
 * needs and what is missing. Changes nothing.
 *
 * @param store null where the data folder holds no database yet
 * @throws UsageError for a registry, proxy or file of secrets that cannot be used.
 */
export async function checkSchedule(
  store: Store | null,
  pack: Pack,
  request: Omit<ScheduleRequest, 'mode'>,
  { env, now }: CheckSurroundings,
): Promise<ScheduleCheck> {
  const { crawl, schedule } = pack;
  const window = crawl['night-window'];
  const runs = (await store?.runs.list()) ?? [];
  const { step, begins } = nextAction(pack, runs, now);
  const { closes } = nightWindow(begins, window);
  const until = step.do === 'close' ? null : (step.until ?? closes);
  const plan = await planOf(store, pack, request, step);
  const concurrency = request.concurrency ?? crawl.concurrency;
  const { nights, visits } = await measuredNights(store, runs);
  const estimate = estimateNight(
    plan.map(({ code }) => code),
    { visits },
    concurrency,
    until === null ? null : until - begins,
  );
  const free = freeBytes(request.dataFolder);
  const nightly = nights.length === 0 ? null : Math.max(...nights.map(({ evidence }) => evidence));
  const { nature } = await wayOutOf(request, env);
  const kind = (await store?.folder.kind()) ?? null;
  const isBusy = store !== null && (await runUnderWay(store.locks));
  const checked = { nature, kind, step: step.do, begins, until, estimate, free, nightly };
  return {
    ...{ now: iso(now), zone: window.zone, step: step.do, why: step.why, begins: iso(begins) },
    closes: until === null ? null : iso(until),
    ...{ plan, canaries: schedule.canaries.governments, concurrency, nights, estimate },
    longest: Math.min(crawl.budget['run-time'], Math.ceil(plan.length / concurrency) * crawl.budget['visit-time']),
    disk: { free, nightly },
    upcoming: upcomingNights(begins, nightsShown, { cron: schedule.cron, window }).map(({ night, open }) => ({
      night: iso(night),
      open,
    })),
    remarks: nightRemarks(pack, request, env, isBusy, checked),
  };
}

/** Follows the rule through its waits to the next thing that it does, and when. */
function nextAction(
  { crawl, schedule }: Pack,
  all: readonly Run[],
  now: number,
): { readonly step: Exclude<Step, { do: 'wait' }>; readonly begins: number } {
  const runs = scheduledRuns(all);
  let at = now;
  for (let waits = 0; waits < longestWait; waits++) {
    const step = nextStep({ now: at, window: crawl['night-window'], rules: schedule, runs });
    if (step.do !== 'wait') return { step, begins: at };
    at = Math.max(step.until, at + 1000);
  }
  throw new Error('the schedule waits for ever');
}

async function planOf(
  store: Store | null,
  pack: Pack,
  request: Omit<ScheduleRequest, 'mode'>,
  step: Exclude<Step, { do: 'wait' }>,
): Promise<Government[]> {
  if (step.do === 'start' || store === null) return planVisits(registryOf(pack, request.governments));
  if (step.do === 'close') return [];
  const done = await store.visits.completed(step.run);
  return (await store.runs.plan(step.run)).filter(({ code }) => !done.has(code));
}

/** The newest complete crawls, and the lengths of their visits. */
async function measuredNights(
  store: Store | null,
  runs: readonly Run[],
): Promise<{ readonly nights: MeasuredNight[]; readonly visits: ReadonlyMap<string, readonly number[]> }> {
  const visits = new Map<string, number[]>();
  const nights: MeasuredNight[] = [];
  if (store === null) return { nights, visits };
  const crawls = runs.filter(({ kind, finished }) => kind === 'crawl' && finished !== null);
  for (const { id, started } of crawls.slice(0, nightsMeasured)) {
    const spans = (await store.visits.list(id)).flatMap((visit) => {
      const [from, to] = [Date.parse(visit.started), Date.parse(visit.finished)];
      return Number.isNaN(from) || Number.isNaN(to) || to < from ? [] : [{ code: visit.code, from, to }];
    });
    if (spans.length === 0) continue;
    for (const { code, from, to } of spans) visits.set(code, [...(visits.get(code) ?? []), to - from]);
    const evidence = await newBytes(store, id, runs);
    nights.push({ run: id, started, visits: spans.length, busy: busyTime(spans), evidence });
  }
  return { nights, visits };
}

/** Bytes of the evidence that a run was the first to refer to. */
async function newBytes(store: Store, id: string, runs: readonly Run[]): Promise<number> {
  const own = new Set(await store.captures.hashes(id));
  const place = runs.findIndex((run) => run.id === id);
  for (const { id: earlier } of runs.slice(place + 1)) {
    for (const hash of await store.captures.hashes(earlier)) own.delete(hash);
  }
  let bytes = 0;
  for (const hash of own) bytes += (await store.evidence.size(hash)) ?? 0;
  return bytes;
}

/** Free bytes on the disk of a folder, or of the closest folder above it that exists. */
function freeBytes(folder: string): number {
  if (existsSync(folder)) {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  }
  return freeBytes(dirname(folder));
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
