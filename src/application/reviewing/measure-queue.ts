import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Pack } from '../../config/pack.ts';
import { type Finding, findingKey } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import { moduleFile } from '../../module-file.ts';
import { assessScores } from '../../pipeline/assessment/assessed-state.ts';
import type { Queue, QueueEntry, QueueInput } from '../../scoring/reviewing/queue.ts';
import type { Current } from '../../store/current.ts';
import type { LogEntry } from '../../store/reviews.ts';
import type { Store } from '../../store/store.ts';
import { Latest } from '../latest.ts';
import { openRuns } from '../state.ts';
import { stateStamp } from '../state-stamp.ts';
import { type LogFacts, logFacts } from './log-facts.ts';

/** The queue with what it was measured from. */
export interface MeasuredQueue {
  readonly queue: Queue;
  readonly current: Current;
  /** Whether it is being measured again, since a review or a visit has changed what it rests on. */
  readonly isStale: boolean;
  readonly facts: LogFacts;
  readonly entries: readonly LogEntry[];
  readonly governments: ReadonlyMap<string, Government>;
  readonly findings: ReadonlyMap<string, Finding>;
}

const threadFile = moduleFile(import.meta.url, './queue-thread');

/** The newest queues, by data folder, run and pack; an earlier one stands in while the next is measured. */
const latest = new Latest<Queue>({ kept: 4, waits: false });
/** Least pause (ms) between two measurements of a run that is under way. */
const movingPause = 30_000;

/**
 * Measures the queue of a run, or of what is known now. It is measured again only when runs,
 * reviews or the pack are others; until then the earlier queue without what was settled since
 * stands in, so that nobody waits.
 *
 * @throws UsageError for an unknown run.
 */
export async function measuredQueue(store: Store, pack: Pack, run?: string): Promise<MeasuredQueue> {
  const { current, layers } = await openRuns(store, pack, run);
  const entries = await store.reviews.entries();
  const facts = logFacts(entries);
  const isUnderWay = layers.some(({ finished, failure }) => finished === null && !failure);
  const { value: queue, isBehind } = await latest.of({
    key: JSON.stringify([store.folder.path, run ?? null, pack.hash]),
    stamp: await stateStamp(store, run === undefined ? {} : { run }),
    make: () => measure(store, pack, current, facts),
    pauseAfter: () => (isUnderWay ? movingPause : 0),
  });
  return {
    ...{ queue: { ...queue, entries: stillOpen(queue.entries, current, facts) }, current, facts, entries },
    isStale: isBehind,
    governments: new Map(current.governments.map((government) => [government.code, government])),
    findings: new Map(current.findings.map((finding) => [findingKey(finding), finding])),
  };
}

async function measure(store: Store, pack: Pack, current: Current, facts: LogFacts): Promise<Queue> {
  // Where an earlier queue stands in, whoever asked is answered first.
  await setImmediate();
  const assessment = await assessScores(store, pack, current);
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
