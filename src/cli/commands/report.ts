import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { assessFindings } from '../../pipeline/assess-run.ts';
import { writeReport } from '../../report/write.ts';
import { currentState } from '../../store/current.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions, withStore } from '../context.ts';
import { printJson, printLines } from '../output.ts';

interface ReportOptions extends CommonOptions {
  readonly run?: string;
  readonly out?: string;
}

export function reportCommand(): Command {
  return withCommonOptions(new Command('report'))
    .summary('bulletin and tables')
    .description('Writes the bulletin (Markdown, HTML) and its tables (CSV, JSON).')
    .option('--out <dir>', 'folder to write to (default: report/ in the data folder)')
    .option('--run <id>', 'report on this run only')
    .action(async (options: ReportOptions) => {
      const pack = await packOf(options);
      const folder = options.out === undefined ? join(dataFolderOf(options), 'report') : resolve(options.out);
      const files = await withStore(options, async (store) => {
        const { run, governments, findings } = await currentState(store, options.run);
        return writeReport(
          {
            title: pack.meta.title,
            provenance: [pack.tree.provenance],
            run: {
              id: run.id,
              started: run.started,
              finished: run.finished,
              toolVersion: run.toolVersion,
              configHash: run.configHash,
            },
            governments,
            groupNames: Object.fromEntries(pack.meta.groups.map((group) => [group.id, group.name])),
            findings,
            ...assessFindings(pack, governments, findings),
            failures: await store.failureCounts(run.id),
            captures: await store.captureCounts(run.id),
          },
          folder,
        );
      });
      if (options.json) printJson({ files });
      else printLines(files);
    });
}
