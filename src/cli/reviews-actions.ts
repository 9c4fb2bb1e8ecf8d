import { basename, resolve } from 'node:path';
import { checkReviewLog } from '../application/review-chain.ts';
import { importObjections, listObjections } from '../application/reviewing/objections.ts';
import { reviewQueue } from '../application/reviewing/queue.ts';
import { readings, recordReading } from '../application/reviewing/readings.ts';
import { undoLast } from '../application/reviewing/undo.ts';
import { openRuns } from '../application/state.ts';
import { findVisited } from '../config/pack.ts';
import { readText } from '../config/read-text.ts';
import type { FindingState } from '../model/finding.ts';
import type { Objection } from '../model/review-checks.ts';
import { UsageError } from '../model/usage-error.ts';
import { type CommonOptions, packOf, withStore } from './context.ts';
import { printJson, printLines } from './output.ts';
import { say } from './say.ts';
import { chainLines, objectionsTable, queueJson, queueLines, sampleJson, sampleLines } from './views/reviews.ts';

export interface ReviewsOptions extends CommonOptions {
  readonly limit: number;
  readonly run?: string;
  readonly state?: FindingState;
  readonly value?: string;
  readonly who?: string;
  readonly why?: string;
  readonly head?: string;
}

type Action = (options: ReviewsOptions, words: readonly string[]) => Promise<void>;

/** One function for each word after `reviews`. */
export const reviewsActions = { queue, sample, read, objections, import: takeIn, undo, verify } satisfies Record<
  string,
  Action
>;

async function queue(options: ReviewsOptions): Promise<void> {
  const pack = await packOf(options);
  const { limit, run, who } = options;
  const found = await withStore(options, (store) => reviewQueue(store, pack, { limit, run, who }));
  if (options.json) printJson(queueJson(found));
  else printLines(queueLines(found));
}

async function sample(options: ReviewsOptions): Promise<void> {
  const pack = await packOf(options);
  const found = await withStore(options, (store) => readings(store, pack, options.run));
  if (options.json) printJson(sampleJson(found));
  else printLines(sampleLines(found));
}

async function read(options: ReviewsOptions, [query, probe, stray]: readonly string[]): Promise<void> {
  const { state, value = '' } = options;
  if (query === undefined || probe === undefined)
    throw new UsageError('expected a government and a probe, such as `govprobe reviews read 510100 smart-search`');
  if (stray !== undefined) throw new UsageError(`reviews read takes one finding, found ${JSON.stringify(stray)} too`);
  if (state === undefined) throw new UsageError('--state is missing; expected what is there');
  const { who, why } = required(options);
  const pack = await packOf(options);
  const which = await withStore(options, async (store) => {
    const { governments } = await openRuns(store, pack, undefined);
    const government = findVisited(governments, query, pack).code;
    return recordReading(store, pack, { government, probe, state, value, who, why }, new Date());
  });
  if (options.json) printJson({ reading: which });
  else
    printLines([
      which === 'first'
        ? say('the first reading is stored; it counts')
        : say('the second reading is stored; it is only compared'),
    ]);
}

async function objections(options: ReviewsOptions): Promise<void> {
  const pack = await packOf(options);
  const found = await withStore(options, listObjections);
  show(options, found, pack.meta['time-zone']);
}

async function takeIn(options: ReviewsOptions, files: readonly string[]): Promise<void> {
  if (files.length === 0) throw new UsageError('reviews import needs a file of objections');
  const pack = await packOf(options);
  const opened: Objection[] = [];
  for (const file of files) {
    const given = { name: basename(file), bytes: readText(resolve(file)).bytes };
    opened.push(...(await withStore(options, (store) => importObjections(store, pack, given, new Date()))));
  }
  show(options, opened, pack.meta['time-zone']);
}

function show(options: ReviewsOptions, found: readonly Objection[], zone: string): void {
  if (options.json) printJson(found);
  else printLines(objectionsTable(found, zone));
}

async function undo(options: ReviewsOptions): Promise<void> {
  const { who, why } = required(options);
  const taken = await withStore(options, (store) => undoLast(store, who, why, new Date()));
  if (options.json) printJson(taken.map(({ id, government, probe }) => ({ id, government, probe })));
  else printLines([say('{count} taken back', { count: taken.length })]);
}

/** Sets exit status 1 where the log is not what was written. */
async function verify(options: ReviewsOptions): Promise<void> {
  const check = await withStore(options, (store) => checkReviewLog(store, options.head));
  const intact = check.damage.length === 0;
  if (options.json) printJson({ intact, ...check });
  else printLines(chainLines(check));
  if (!intact) process.exitCode = 1;
}

function required({ who, why }: ReviewsOptions): { readonly who: string; readonly why: string } {
  if (who === undefined) throw new UsageError('--who is missing; expected the name of the person');
  if (why === undefined) throw new UsageError('--why is missing; expected the reason');
  return { who, why };
}
