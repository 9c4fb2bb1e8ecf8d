import { Worker } from 'node:worker_threads';
import type { Pack } from '../../config/pack.ts';
import { type Finding, findingKey } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import { moduleFile } from '../../module-file.ts';
import { assessCurrent } from '../../pipeline/assessment/assessed-state.ts';
import type { Queue, QueueEntry, QueueInput } from '../../scoring/reviewing/queue.ts';
import type { Current } from '../../store/current.ts';
import type { LogEntry } from '../../store/reviews.ts';
import type { Store } from '../../store/store.ts';
import { openRuns } from '../state.ts';
import { type LogFacts, logFacts } from './log-facts.ts';

/** The queue with what it was measured from. */
export interface MeasuredQueue {
  readonly queue: Queue;
  readonly current: Current;
  /** Whether it is being measured again, since somebody has decided something. */
  readonly isStale: boolean;
  readonly facts: LogFacts;
  readonly entries: readonly LogEntry[];
  readonly governments: ReadonlyMap<string, Government>;
  readonly findings: ReadonlyMap<string, Finding>;
}

const threadFile = moduleFile(import.meta.url, './queue-thread');

/** The newest queue of each data folder. */
const remembered = new Map<string, Remembered>();

interface Remembered {
  /** Runs and pack that it was measured for, and the end of the review log. */
  readonly basis: string;
  readonly log: string;
  readonly measured: Promise<Queue>;
  /** The queue before, as long as this one is being measured. */
  readonly earlier: Queue | null;
}

/**
 * Measures the queue of a run, or of what is known now. It is measured again only when runs,
 * reviews or the pack are others. While reviews alone are, the earlier queue without what was
 * settled since stands in, so that nobody waits.
 *
 * @throws UsageError for an unknown run.
 */
export async function measuredQueue(store: Store, pack: Pack, run?: string): Promise<MeasuredQueue> {
  const { current } = await openRuns(store, pack, run);
  const entries = await store.reviews.entries();
  const facts = logFacts(entries);
  const known = await rememberedFor(store, pack, current, facts, run);
  const isStale = known.earlier !== null && !settled.has(known.measured);
  const queue = isStale && known.earlier !== null ? known.earlier : await known.measured;
  return {
    ...{ queue: { ...queue, entries: stillOpen(queue.entries, current, facts) }, current, facts, entries, isStale },
    governments: new Map(current.governments.map((government) => [government.code, government])),
    findings: new Map(current.findings.map((finding) => [findingKey(finding), finding])),
  };
}

/** Measurements that are done. */
const settled = new WeakSet<Promise<Queue>>();

async function rememberedFor(
  store: Store,
  pack: Pack,
  current: Current,
  facts: LogFacts,
  run: string | undefined,
): Promise<Remembered> {
  const layers = [current.run, ...current.overlaid].map((layer) => `${layer.id} ${layer.finished}`);
  const basis = [...layers, String(current.findings.length), pack.hash].join('\n');
  const log = (await store.reviews.head()).sha256;
  const folder = `${store.folder.path} ${run ?? ''}`;
  const known = remembered.get(folder);
  if (known?.basis === basis && known.log === log) return known;
  const last = known?.basis !== basis ? null : settled.has(known.measured) ? await known.measured : known.earlier;
  const measured = measure(store, pack, current, facts);
  const next = { basis, log, measured, earlier: last };
  remembered.set(folder, next);
  measured.then(
    () => settled.add(measured),
    () => remembered.delete(folder),
  );
  return next;
}

async function measure(store: Store, pack: Pack, current: Current, facts: LogFacts): Promise<Queue> {
  const { assessment } = await assessCurrent(store, pack, current);
  return inThread({
    ...{ assessment, governments: current.governments, findings: current.findings },
    ...{ uncertainty: pack.analysis.uncertainty, rule: pack.analysis.review },
    ...{ settledCauses: facts.settledCauses, outcomes: facts.outcomes },
  });
}

/** Entries that nobody has settled since, with the findings as they are now. */
function stillOpen(entries: readonly QueueEntry[], { findings }: Current, facts: LogFacts): QueueEntry[] {
  const now = new Map(findings.map((finding) => [findingKey(finding), finding]));
  return entries.flatMap((entry): QueueEntry[] => {
    if (entry.kind === 'shared' && facts.settledCauses.has(entry.id.replace(/^cause /u, ''))) return [];
    const own = entry.findings.flatMap((finding) => now.get(findingKey(finding)) ?? []);
    const open = own.filter(({ review }) => review?.status !== 'applied');
    return open.length === 0 ? [] : [{ ...entry, findings: open }];
  });
}

function inThread(work: QueueInput): Promise<Queue> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile, { workerData: work });
    thread.once('message', (result: Queue) => resolve(result));
    thread.once('error', reject);
    thread.once('exit', (status) => reject(new Error(`a thread ended with ${status} and no result`)));
  });
}
