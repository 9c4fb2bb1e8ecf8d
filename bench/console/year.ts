import type { Capture } from '../../src/model/capture.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Government } from '../../src/model/government.ts';
import { dayLength } from '../../src/model/time.ts';
import { drawHash } from '../../src/scoring/sampling/draw-hash.ts';
import type { Run, Store, VisitRecord } from '../../src/store/store.ts';

/** How a year differs from the night that it is made from. */
const shares = {
  /** Visits whose site gave nothing, of all visits. */
  dark: 0.015,
  /** Findings that a single night left unknown. */
  lost: 0.01,
  /** Present things that came in the course of the year. */
  come: 0.12,
  /** Nights that the gate refused. */
  refused: 1 / 30,
};

export interface YearOptions {
  /** Nights, the newest of which is the one that is there. */
  readonly nights: number;
  /** Newest nights that keep their captures; of older ones retention has removed them. */
  readonly captures: number;
  /** Called after each night. */
  readonly stored: (nights: number) => void;
}

interface Night {
  readonly run: Run;
  readonly plan: readonly Government[];
  readonly visits: readonly { readonly visit: VisitRecord; readonly captures: readonly Capture[] }[];
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/**
 * Stores the nights before the newest crawl of a folder: the same governments and pages, with sites
 * that did not answer, findings that were lost for a night, and things that were not there yet.
 * Everything follows from the codes, the probes and the number of the night.
 */
export async function storeYear(store: Store, { nights, captures, stored }: YearOptions): Promise<void> {
  const newest = (await store.runs.list()).find(({ kind, finished }) => kind === 'crawl' && finished !== null);
  if (newest === undefined) throw new Error('expected a data folder with a finished crawl');
  const night = await nightOf(store, newest);
  for (let ago = nights - 1; ago > 0; ago -= 1) {
    await storeNight(store, night, ago, ago < captures);
    stored(nights - ago + 1);
  }
}

async function nightOf(store: Store, run: Run): Promise<Night> {
  const findings = Map.groupBy(await store.findings.list(run.id), ({ government }) => government);
  const visits: Night['visits'][number][] = [];
  for (const visit of await store.visits.list(run.id))
    visits.push({ visit, captures: await store.captures.list(run.id, visit.code) });
  return { run, plan: await store.runs.plan(run.id), visits, findings };
}

async function storeNight(store: Store, { run, plan, visits, findings }: Night, ago: number, keeps: boolean) {
  const earlier = (time: string): string => new Date(Date.parse(time) - ago * dayLength).toISOString();
  const started = earlier(run.started);
  const id = `${started.slice(0, 10).replaceAll('-', '')}-night`;
  const own = { ...run, id, started, settings: { ...run.settings, night: started } };
  await store.runs.start(own, plan);
  for (const { visit, captures } of visits) {
    const isDark = drawHash('dark', visit.code, id) < shares.dark;
    const record = {
      ...visit,
      ...{ started: earlier(visit.started), finished: earlier(visit.finished), reading: null },
      ...(isDark ? { pages: 0, bytes: 0, failures: { 'timeout-connect': 4 } } : {}),
    };
    const found = (findings.get(visit.code) ?? []).map((finding) => asOf(finding, id, ago, isDark));
    await store.visits.commit(own, record, keeps && !isDark ? captures : [], found);
  }
  await store.runs.finish(id, earlier(run.finished ?? run.started));
  const passed = drawHash('refused', id) >= shares.refused;
  const reasons = passed ? [] : ['too few governments were read'];
  await store.verdicts.decide({ run: id, decided: earlier(run.finished ?? run.started), passed, reasons });
}

/** A finding as a night so many days ago had it. */
function asOf(finding: Finding, id: string, ago: number, isDark: boolean): Finding {
  const { government, probe, state } = finding;
  const nothing = { ...finding, value: null, evidence: [], confidence: 0 };
  if (isDark) return { ...nothing, state: 'unknown', reason: 'timeout-connect' };
  if (drawHash('lost', government, probe, id) < shares.lost) return { ...nothing, state: 'unknown', reason: 'blocked' };
  // Of the things that came, each has a day on which it was first there.
  const day = drawHash('come', government, probe) / shares.come;
  const isThere = day >= 1 || ago <= day * 365;
  if (state !== 'present' || isThere) return finding;
  return { ...nothing, state: 'absent', reason: null, confidence: finding.confidence };
}
