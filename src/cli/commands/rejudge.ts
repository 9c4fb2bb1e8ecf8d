import { Command } from 'commander';
import { UsageError } from '../../model/usage-error.ts';
import { rejudgeEdition } from '../../pipeline/assessment/editions/rejudge.ts';
import { type RejudgeOptions, type RejudgeSummary, rejudge, rejudgeInto } from '../../pipeline/judging/rejudge.ts';
import { probes } from '../../probes/list.ts';
import { currentState } from '../../store/current.ts';
import type { Store } from '../../store/store.ts';
import { type CommonOptions, packOf, withCommonOptions, withStore } from '../context.ts';
import { note, printJson, printLines } from '../output.ts';

interface RejudgeCommandOptions extends CommonOptions {
  readonly run?: string;
  readonly into?: string;
  readonly edition?: string;
  readonly as?: string;
}

export function rejudgeCommand(): Command {
  return withCommonOptions(new Command('rejudge'))
    .summary('judge stored captures again')
    .description(
      'Judges the stored captures of a run (the newest crawl by default) with today’s probes and configuration; visits nothing.',
    )
    .option('--run <id>', 'the run to judge again')
    .option('--into <id>', 'put the findings into a new run of this name and leave the original as it is; needs --run')
    .option('--edition <name>', 'judge the captures of a frozen edition by today’s rules; needs --as')
    .option('--as <name>', 'with --edition: freeze the result as a new edition of this name')
    .addHelpText(
      'after',
      `
Without --into and --as the findings of the run are replaced. A frozen edition never changes: it has copies of its own.

Examples:
  govprobe rejudge
  govprobe rejudge --run 20261101-220000-000 --into november-by-today
  govprobe rejudge --edition 2022 --as 2022-by-today       last year's evidence by this year's rules`,
    )
    .action(judgeAgain);
}

async function judgeAgain(options: RejudgeCommandOptions): Promise<void> {
  const { run, into, edition, as } = options;
  if ((edition === undefined) !== (as === undefined)) {
    throw new UsageError(
      '--edition and --as belong together: which edition is judged again, and the name of the new one',
    );
  }
  if (edition !== undefined && (run !== undefined || into !== undefined)) {
    throw new UsageError('--edition excludes --run and --into: an edition names its runs itself');
  }
  if (into !== undefined && run === undefined) throw new UsageError('--into needs --run: which run is judged again');
  const pack = await packOf(options);
  const progress = (what: string) => (done: number, total: number) => {
    if (done % 50 === 0 || done === total) note(`${what}: ${done}/${total} visits judged again`);
  };
  const missing = await withStore(options, async (store) => {
    if (edition !== undefined && as !== undefined) {
      const onProgress = progress(`edition ${edition}`);
      const result = await rejudgeEdition(store, edition, { as, pack, probes, onProgress });
      if (options.json) printJson(result);
      else
        printLines([
          `edition ${as} is frozen, sha256 ${result.edition.sha256}`,
          `next: govprobe diff ${edition} ${as}`,
        ]);
      return result.missing;
    }
    const summaries = await judgeRuns(store, options, (id) => ({ pack, probes, onProgress: progress(`run ${id}`) }));
    if (options.json) printJson(summaries);
    else printLines(describe(summaries));
    return summaries.reduce((sum, item) => sum + item.missing, 0);
  });
  if (missing > 0) {
    note(`govprobe: ${missing} captures have lost their bytes in the evidence folder; their pages were left out`);
    process.exitCode = 1;
  }
}

async function judgeRuns(
  store: Store,
  { run: id, into }: RejudgeCommandOptions,
  optionsFor: (id: string) => RejudgeOptions,
): Promise<RejudgeSummary[]> {
  const { run, overlaid } = await currentState(store, id);
  if (into !== undefined) return [await rejudgeInto(store, run, into, optionsFor(into))];
  const summaries = [await rejudge(store, run, optionsFor(run.id))];
  for (const layer of overlaid) summaries.push(await rejudge(store, layer, optionsFor(layer.id), true));
  return summaries;
}

function describe(summaries: readonly RejudgeSummary[]): string[] {
  const changed = summaries.flatMap((item) => item.changed);
  return [
    `${summaries.reduce((sum, item) => sum + item.governments, 0)} visits judged again, ${changed.length} findings changed`,
    ...changed.slice(0, 50).map((item) => `${item.government} ${item.probe}: ${item.before} → ${item.after}`),
    ...(changed.length > 50 ? [`… and ${changed.length - 50} more (--json lists them all)`] : []),
  ];
}
