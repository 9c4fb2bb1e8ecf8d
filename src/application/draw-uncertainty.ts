import { Worker } from 'node:worker_threads';
import type { Pack } from '../config/pack.ts';
import { moduleFile } from '../module-file.ts';
import type { AssessedState } from '../pipeline/assessment/assessed-state.ts';
import type { Uncertainty } from '../scoring/uncertainty/measure.ts';
import type { Sensitivity } from '../scoring/uncertainty/sensitivity.ts';

/** What a thread simulates. Plain data. */
export interface UncertaintyWork extends Pick<AssessedState, 'assessment' | 'governments' | 'findings'> {
  readonly what: 'uncertainty' | 'sensitivity';
  readonly settings: Pack['analysis']['uncertainty'];
  readonly sensitivity: Pack['analysis']['sensitivity'];
}

export interface Drawn {
  readonly uncertainty: Uncertainty;
  readonly sensitivity: Sensitivity;
}

const threadFile = moduleFile(import.meta.url, './uncertainty-thread');

/** Simulates how sure ranks and tiers are, and what moves them most, in a thread each. */
export async function drawUncertainty({ analysis }: Pack, assessed: AssessedState): Promise<Drawn> {
  const { assessment, governments, findings } = assessed;
  const { uncertainty: settings, sensitivity } = analysis;
  const work = { assessment, governments, findings, settings, sensitivity };
  const [uncertainty, moved] = await Promise.all([
    inThread<Uncertainty>({ ...work, what: 'uncertainty' }),
    inThread<Sensitivity>({ ...work, what: 'sensitivity' }),
  ]);
  return { uncertainty, sensitivity: moved };
}

/** The one message of a thread. Rejects with what the thread threw. */
function inThread<Result>(work: UncertaintyWork): Promise<Result> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile, { workerData: work });
    thread.once('message', (result: Result) => resolve(result));
    thread.once('error', reject);
    thread.once('exit', (status) => reject(new Error(`a thread ended with ${status} and no result`)));
  });
}
