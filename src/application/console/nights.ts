import type { Finding, FindingState } from '../../model/finding.ts';
import type { Run } from '../../model/run.ts';
import { dayLength } from '../../model/time.ts';
import { runUnderWay } from '../../pipeline/operations/nightly/run-lock.ts';
import type { Store } from '../../store/store.ts';
import type { Verdict } from '../../store/verdicts.ts';
import { isNewestUnfinished } from '../runs.ts';

/** What a run came to, in figures. */
export interface RunFigures {
  readonly run: Run;
  readonly planned: number;
  readonly completed: number;
  readonly isUnderWay: boolean;
  /** Seconds from its start to its end, or to its newest visit; null before the first visit. */
  readonly seconds: number | null;
  readonly pages: number;
  readonly requests: number;
  readonly bytes: number;
  /** Failed captures by class, most frequent first. */
  readonly failures: readonly (readonly [string, number])[];
  /** Whether there was a browser; of runs that did not note it, whether one showed any page. */
  readonly hasBrowser: boolean;
  /** Number of findings by state. */
  readonly states: Readonly<Record<FindingState, number>>;
  readonly verdict: Verdict | null;
}

/** Figures of runs that have ended, which change no more unless a run is judged again. */
export class NightFigures {
  readonly #known = new Map<string, RunFigures>();

  /** The newest runs of some kinds, newest first. */
  async newest(store: Store, kinds: readonly Run['kind'][], most: number): Promise<RunFigures[]> {
    const runs = await store.runs.list();
    const verdicts = await store.verdicts.all();
    const isBusy = await runUnderWay(store.locks);
    const found: RunFigures[] = [];
    for (const run of runs.filter(({ kind }) => kinds.includes(kind)).slice(0, most)) {
      const verdict = verdicts.get(run.id) ?? null;
      const isUnderWay = isBusy && isNewestUnfinished(run, runs);
      found.push({ ...(await this.#of(store, run, isUnderWay)), verdict });
    }
    return found;
  }

  /** The figures of one run; null when there is none of that id. */
  async of(store: Store, id: string): Promise<RunFigures | null> {
    const runs = await store.runs.list();
    const run = runs.find((one) => one.id === id);
    if (run === undefined) return null;
    const isUnderWay = (await runUnderWay(store.locks)) && isNewestUnfinished(run, runs);
    const verdict = (await store.verdicts.all()).get(id) ?? null;
    return { ...(await this.#of(store, run, isUnderWay)), verdict };
  }

  async #of(store: Store, run: Run, isUnderWay: boolean): Promise<RunFigures> {
    const key = `${run.id} ${run.finished} ${run.configHash}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const figures = { ...(await figuresOf(store, run)), isUnderWay };
    if (run.finished !== null && run.kind !== 'derived') this.#known.set(key, figures);
    return figures;
  }
}

/** Counts what a run holds. */
async function figuresOf(store: Store, run: Run): Promise<Omit<RunFigures, 'isUnderWay'>> {
  const visits = await store.visits.list(run.id);
  const failures = new Map<string, number>();
  for (const visit of visits)
    for (const [name, count] of Object.entries(visit.failures)) failures.set(name, (failures.get(name) ?? 0) + count);
  const newest = visits.reduce<string | null>(
    (last, { finished }) => (last !== null && last > finished ? last : finished),
    null,
  );
  const end = run.finished ?? newest;
  const sum = (of: 'pages' | 'requests' | 'bytes'): number => visits.reduce((all, visit) => all + visit[of], 0);
  return {
    run,
    planned: await store.runs.size(run.id),
    completed: visits.length,
    seconds: end === null ? null : (Date.parse(end) - Date.parse(run.started)) / 1000,
    ...{ pages: sum('pages'), requests: sum('requests'), bytes: sum('bytes') },
    failures: [...failures].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
    hasBrowser: run.settings.browser ?? (await store.captures.hasBrowser(run.id)),
    states: await store.findings.states(run.id),
    verdict: null,
  };
}

/** What was found of a government on one night. */
export interface GovernmentNight {
  readonly run: Run;
  /** The end of the visit, ISO. */
  readonly visited: string;
  readonly findings: readonly Finding[];
}

/** Farther back nobody looks on a page, in days. */
const farthest = 400;

/**
 * The findings of a government as its earlier visits left them, oldest first.
 *
 * @param most number of visits
 * @param now milliseconds since 1970
 */
export async function nightsOf(store: Store, code: string, most: number, now: number): Promise<GovernmentNight[]> {
  const nights: GovernmentNight[] = [];
  for (const run of await store.runs.list()) {
    if (nights.length >= most || now - Date.parse(run.started) > farthest * dayLength) break;
    if (run.kind !== 'crawl' && run.kind !== 'probe') continue;
    const [visit] = await store.visits.list(run.id, code);
    if (visit === undefined) continue;
    nights.push({ run, visited: visit.finished, findings: await store.findings.list(run.id, { code }) });
  }
  return nights.reverse();
}
