import { Worker } from 'node:worker_threads';
import type { Pack } from '../../config/pack.ts';
import type { Finding } from '../../model/finding.ts';
import type { Government } from '../../model/government.ts';
import { moduleFile } from '../../module-file.ts';
import { type AssessedState, assessCurrent } from '../../pipeline/assessment/assessed-state.ts';
import type { Queue, QueueInput } from '../../scoring/reviewing/queue.ts';
import type { Current } from '../../store/current.ts';
import type { LogEntry } from '../../store/reviews.ts';
import type { Store } from '../../store/store.ts';
import { openRuns } from '../state.ts';
import { type LogFacts, logFacts } from './log-facts.ts';

/** The queue with what it was measured from. */
export interface MeasuredQueue {
  readonly queue: Queue;
  readonly current: Current;
  readonly assessed: AssessedState;
  readonly facts: LogFacts;
  readonly entries: readonly LogEntry[];
  readonly governments: ReadonlyMap<string, Government>;
  readonly findings: ReadonlyMap<string, Finding>;
}

const threadFile = moduleFile(import.meta.url, './queue-thread');

/** The newest queue of each data folder, with the state that it was measured for. */
const remembered = new Map<string, { readonly state: string; readonly measured: Promise<MeasuredQueue> }>();

/**
 * Measures the queue of a run, or of what is known now. It is measured again only when runs, reviews
 * or the pack are others.
 *
 * @throws UsageError for an unknown run.
 */
export async function measuredQueue(store: Store, pack: Pack, run?: string): Promise<MeasuredQueue> {
  const { current } = await openRuns(store, pack, run);
  const head = await store.reviews.head();
  const layers = [current.run, ...current.overlaid].map((layer) => `${layer.id} ${layer.finished}`);
  const state = [...layers, String(current.findings.length), head.sha256, pack.hash].join('\n');
  const folder = `${store.folder.path} ${run ?? ''}`;
  const known = remembered.get(folder);
  if (known?.state === state) return known.measured;
  const measured = measure(store, pack, current);
  remembered.set(folder, { state, measured });
  measured.catch(() => remembered.delete(folder));
  return measured;
}

async function measure(store: Store, pack: Pack, current: Current): Promise<MeasuredQueue> {
  const entries = await store.reviews.entries();
  const facts = logFacts(entries);
  const assessed = await assessCurrent(store, pack, current);
  const queue = await inThread({
    ...{ assessment: assessed.assessment, governments: current.governments, findings: current.findings },
    ...{ uncertainty: pack.analysis.uncertainty, rule: pack.analysis.review },
    ...{ settledCauses: facts.settledCauses, outcomes: facts.outcomes },
  });
  return {
    ...{ queue, current, assessed, facts, entries },
    governments: new Map(current.governments.map((government) => [government.code, government])),
    findings: new Map(current.findings.map((finding) => [`${finding.government} ${finding.probe}`, finding])),
  };
}

function inThread(work: QueueInput): Promise<Queue> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile, { workerData: work });
    thread.once('message', (result: Queue) => resolve(result));
    thread.once('error', reject);
    thread.once('exit', (status) => reject(new Error(`a thread ended with ${status} and no result`)));
  });
}
