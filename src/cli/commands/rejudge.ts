import { Command } from 'commander';
import { rejudge } from '../../pipeline/rejudge.ts';
import { probes } from '../../probes/list.ts';
import { currentState } from '../../store/current.ts';
import { Store } from '../../store/store.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions } from '../context.ts';
import { note, printJson, printLines } from '../output.ts';

interface RejudgeOptions extends CommonOptions {
  readonly run?: string;
}

export function rejudgeCommand(): Command {
  return withCommonOptions(new Command('rejudge'))
    .summary('judge stored captures again')
    .description(
      'Judges the stored captures of a run (the newest crawl by default) with today’s probes and configuration; visits nothing.',
    )
    .option('--run <id>', 'the run to judge again')
    .action(async (options: RejudgeOptions) => {
      const pack = await packOf(options);
      const reader = await Store.open(dataFolderOf(options), 'read');
      await reader.close();
      const store = await Store.open(dataFolderOf(options), 'write');
      try {
        const { run, overlaid } = await currentState(store, options.run);
        const summaries = [];
        for (const item of [run, ...overlaid]) {
          summaries.push(
            await rejudge(store, item, {
              pack,
              probes,
              onProgress: (done, total) => {
                if (done % 50 === 0 || done === total) note(`run ${item.id}: ${done}/${total} visits judged again`);
              },
            }),
          );
        }
        const missing = summaries.reduce((sum, item) => sum + item.missing, 0);
        if (options.json) printJson(summaries);
        else {
          const changed = summaries.flatMap((item) => item.changed);
          printLines([
            `${summaries.reduce((sum, item) => sum + item.governments, 0)} visits judged again, ${changed.length} findings changed`,
            ...changed.slice(0, 50).map((item) => `${item.government} ${item.probe}: ${item.before} → ${item.after}`),
            ...(changed.length > 50 ? [`… and ${changed.length - 50} more (--json lists them all)`] : []),
          ]);
        }
        if (missing > 0) {
          note(`govprobe: ${missing} captures have lost their bytes in the evidence folder; their pages were left out`);
          process.exitCode = 1;
        }
      } finally {
        await store.close();
      }
    });
}
