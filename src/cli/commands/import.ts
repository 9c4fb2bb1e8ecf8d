import { Command } from 'commander';
import { importArchive } from '../../application/importing/import-archive.ts';
import { type CommonOptions, dataFolderOf, openStore, packOf, withCommonOptions } from '../context.ts';
import { note, printJson, printLines } from '../output.ts';
import { importLines } from '../views/import.ts';

interface ImportOptions extends CommonOptions {
  readonly government?: string;
  readonly run?: string;
  readonly simulated?: boolean;
}

export function importCommand(): Command {
  return withCommonOptions(new Command('import'))
    .summary('make a run of an archive of web pages, and judge it')
    .description(
      'Makes a run of a WACZ or WARC file and judges it by the rules of today; no site is asked. A package of this program gives the findings that it was published with; the archive of another crawler is visited by the rules of the crawl, and the run keeps where it came from.',
    )
    .argument('<file>', 'WACZ or WARC file (a WARC may be gzipped)')
    .option('--government <government>', 'judge this government only (default: all whose portal is in the archive)')
    .option('--run <id>', 'name of the run (default: by the clock)')
    .option(
      '--simulated',
      'a simulated country or recorded pages answered (packages of this program say so themselves)',
    )
    .addHelpText(
      'after',
      `
A page that the archive does not hold was not visited: it is never taken for absent. Records that are broken, too large or of
other hosts are passed over, and counted by their reason.
An imported run is read by its name; it is shown by itself only where the data folder has no other run.

Examples:
  govprobe import 510100.wacz --data fresh
  govprobe import chengdu.warc.gz --government 成都 --run chengdu-by-wget
  govprobe findings 成都 --run chengdu-by-wget`,
    )
    .action(load);
}

async function load(file: string, options: ImportOptions): Promise<void> {
  const pack = await packOf(options);
  const { government, run, simulated = false } = options;
  const request = { file, government, run, simulated, now: () => new Date() };
  const dataFolder = dataFolderOf(options);
  const summary = await importArchive(() => openStore(dataFolder, 'write'), pack, dataFolder, request);
  if (options.json) printJson(summary);
  else printLines(importLines(summary));
  for (const problem of summary.problems) note(`govprobe: ${problem}`);
}
