import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { assessedState } from '../../pipeline/assessed-state.ts';
import { writeReport } from '../../report/write.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions, withStore } from '../context.ts';
import { printJson, printLines } from '../output.ts';

interface ReportOptions extends CommonOptions {
  readonly run?: string;
  readonly edition?: string;
  readonly out?: string;
}

export function reportCommand(): Command {
  return withCommonOptions(new Command('report'))
    .summary('bulletin and tables')
    .description('Writes the bulletin (Markdown, HTML) and its tables (CSV, JSON).')
    .option('--out <dir>', 'folder to write to (default: report/ in the data folder)')
    .option('--run <id>', 'report on this run only')
    .option('--edition <name>', 'report on a frozen edition, as published')
    .action(async (options: ReportOptions) => {
      const pack = await packOf(options);
      const folder = options.out === undefined ? join(dataFolderOf(options), 'report') : resolve(options.out);
      const files = await withStore(options, async (store) => {
        const { run, governments, findings, assessment, adoption, ...state } = await assessedState(
          store,
          pack,
          options,
        );
        return writeReport(
          {
            title: state.title,
            provenance: [assessment.tree.source.provenance],
            run: {
              id: run.id,
              started: run.started,
              finished: run.finished,
              toolVersion: run.toolVersion,
              configHash: run.configHash,
            },
            governments,
            groupNames: state.groupNames,
            findings,
            stale: [...state.stale.values()],
            assessment,
            adoption,
            failures: state.failures,
            captures: state.captures,
          },
          folder,
        );
      });
      if (options.json) printJson({ files });
      else printLines(files);
    });
}
