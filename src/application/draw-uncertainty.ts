import { Worker } from 'node:worker_threads';
import type { Pack } from '../config/pack.ts';
import { moduleFile } from '../module-file.ts';
import type { AssessedState } from '../pipeline/assessment/assessed-state.ts';
import type { Uncertainty } from '../scoring/uncertainty/measure.ts';
import type { Sensitivity } from '../scoring/uncertainty/sensitivity.ts';
import type { DrawWatch } from '../scoring/uncertainty/simulate.ts';

/** What ranks are drawn from. */
type DrawnState = Pick<AssessedState, 'assessment' | 'governments' | 'findings'>;

/** What a thread simulates. Plain data. */
export interface UncertaintyWork extends DrawnState {
  readonly what: 'uncertainty' | 'sensitivity';
  readonly settings: Pack['analysis']['uncertainty'];
  readonly sensitivity: Pack['analysis']['sensitivity'];
}

/** What a thread says: from time to time how far it is, at last what came of it. */
export type ThreadMessage<Result = Uncertainty | Sensitivity> =
  | { readonly kind: 'progress'; readonly done: number; readonly all: number }
  | { readonly kind: 'result'; readonly result: Result };

export interface Drawn {
  readonly uncertainty: Uncertainty;
  readonly sensitivity: Sensitivity;
}

const threadFile = moduleFile(import.meta.url, './uncertainty-thread');

/** Simulates how sure ranks and tiers are, in a thread of its own. */
export function drawRanks(pack: Pack, assessed: DrawnState, watch: DrawWatch): Promise<Uncertainty> {
  return inThread<Uncertainty>(workOf('uncertainty', pack, assessed), watch);
}

/** The interval of every ranked government, by code. */
export async function drawIntervals(
  pack: Pack,
  assessed: DrawnState,
): Promise<ReadonlyMap<string, Pick<Uncertainty['governments'][number], 'rank' | 'score'>>> {
  const drawn = await drawRanks(pack, assessed, () => undefined);
  return new Map(drawn.governments.map(({ government, rank, score }) => [government, { rank, score }]));
}

/** Simulates how sure ranks and tiers are, and what moves them most, in a thread each. */
export async function drawUncertainty(pack: Pack, assessed: AssessedState, watch: DrawWatch): Promise<Drawn> {
  const parts = [
    { done: 0, all: 0 },
    { done: 0, all: 0 },
  ];
  const both =
    (place: number): DrawWatch =>
    (done, all) => {
      parts[place] = { done, all };
      // The sum is known when both have begun.
      if (parts.some((part) => part.all === 0)) return;
      watch(...parts.reduce<[number, number]>((sum, part) => [sum[0] + part.done, sum[1] + part.all], [0, 0]));
    };
  const [uncertainty, sensitivity] = await Promise.all([
    inThread<Uncertainty>(workOf('uncertainty', pack, assessed), both(0)),
    inThread<Sensitivity>(workOf('sensitivity', pack, assessed), both(1)),
  ]);
  return { uncertainty, sensitivity };
}

function workOf(what: UncertaintyWork['what'], { analysis }: Pack, assessed: DrawnState): UncertaintyWork {
  const { assessment, governments, findings } = assessed;
  return { what, assessment, governments, findings, settings: analysis.uncertainty, sensitivity: analysis.sensitivity };
}

/** The result of a thread. Rejects with what the thread threw. */
function inThread<Result>(work: UncertaintyWork, watch: DrawWatch): Promise<Result> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile, { workerData: work });
    thread.on('message', (message: ThreadMessage<Result>) => {
      if (message.kind === 'progress') watch(message.done, message.all);
      else resolve(message.result);
    });
    thread.once('error', reject);
    thread.once('exit', (status) => reject(new Error(`a thread ended with ${status} and no result`)));
  });
}
