import type { Pack } from '../config/pack.ts';
import { UsageError } from '../model/usage-error.ts';
import { rejudgeEdition } from '../pipeline/assessment/editions/rejudge.ts';
import { type RejudgeOptions, type RejudgeSummary, rejudge, rejudgeInto } from '../pipeline/judging/rejudge.ts';
import type { Store } from '../store/store.ts';
import { packProbes } from './pack-probes.ts';
import { openRuns } from './state.ts';

/** Told how many visits of a run or an edition are done. */
export type RejudgeProgress = (what: string, done: number, total: number) => void;

export type RejudgeChoice =
  | { readonly kind: 'edition'; readonly edition: string; readonly as: string; readonly replaces: string | undefined }
  | { readonly kind: 'runs'; readonly run: string | undefined; readonly into: string | undefined };

/** @throws UsageError for options that do not go together. */
export function rejudgeChoice(named: {
  readonly run?: string;
  readonly into?: string;
  readonly edition?: string;
  readonly as?: string;
  readonly replaces?: string;
}): RejudgeChoice {
  const { run, into, edition, as, replaces } = named;
  if ((edition === undefined) !== (as === undefined)) {
    throw new UsageError(
      '--edition and --as belong together: which edition is judged again, and the name of the new one',
    );
  }
  if (edition !== undefined && as !== undefined) {
    if (run === undefined && into === undefined) return { kind: 'edition', edition, as, replaces };
    throw new UsageError('--edition excludes --run and --into: an edition names its runs itself');
  }
  if (replaces !== undefined) throw new UsageError('--replaces needs --edition and --as: a run replaces no edition');
  if (into !== undefined && run === undefined) throw new UsageError('--into needs --run: which run is judged again');
  return { kind: 'runs', run, into };
}

/** Judges the captures of a frozen edition by today's rules, into a new edition. */
export async function judgeEditionAgain(
  store: Store,
  pack: Pack,
  { edition, as, replaces }: Extract<RejudgeChoice, { kind: 'edition' }>,
  progress: RejudgeProgress,
): ReturnType<typeof rejudgeEdition> {
  await store.evidenceHome?.demand('stranger');
  const onProgress = (done: number, total: number): void => progress(`edition ${edition}`, done, total);
  return rejudgeEdition(store, edition, { as, replaces, pack, probes: packProbes(pack), onProgress });
}

/**
 * Judges stored captures by today's rules: of a run into a new run, or of what is known now in
 * place.
 *
 * @throws UsageError for an unknown run.
 */
export async function judgeRunsAgain(
  store: Store,
  pack: Pack,
  choice: Extract<RejudgeChoice, { kind: 'runs' }>,
  progress: RejudgeProgress,
): Promise<RejudgeSummary[]> {
  const optionsFor = (id: string): RejudgeOptions => ({
    pack,
    probes: packProbes(pack),
    onProgress: (done, total) => progress(`run ${id}`, done, total),
  });
  await store.evidenceHome?.demand('stranger');
  const { current } = await openRuns(store, pack, choice.run);
  const { into } = choice;
  if (into !== undefined) return [await rejudgeInto(store, current.run, into, optionsFor(into))];
  const summaries = [await rejudge(store, current.run, optionsFor(current.run.id))];
  for (const layer of current.overlaid) summaries.push(await rejudge(store, layer, optionsFor(layer.id), true));
  return summaries;
}
