import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { writeReportFiles } from '../../application/report.ts';
import { reportInput } from '../../application/report-input.ts';
import { type Format, formats } from '../../report/formats.ts';
import { type Language, languageFor, languages } from '../../report/messages.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions, withStore } from '../context.ts';
import { formatsOf } from '../option-parsers.ts';
import { note, printJson, printLines } from '../output.ts';

interface ReportOptions extends CommonOptions {
  readonly run?: string;
  readonly edition?: string;
  readonly before?: string;
  readonly out?: string;
  readonly lang?: Language;
  readonly format?: readonly Format[];
  readonly pdf: boolean;
  readonly uncertainty: boolean;
}

export function reportCommand(): Command {
  return withCommonOptions(new Command('report'))
    .summary('bulletin and tables')
    .description(
      'Writes the bulletin (HTML, Markdown, PDF), a sheet for each government, and the tables (CSV, XLSX, Parquet, JSON).',
    )
    .option('--out <dir>', 'folder to write to (default: report/ in the data folder)')
    .option('--run <id>', 'report on this run only')
    .option('--edition <name>', 'report on a frozen edition, as published')
    .option(
      '--before <edition>',
      'edition that changes are measured against (default: the newest one of an earlier year)',
    )
    .addOption(
      new Option('--lang <language>', 'language of the bulletin (default: that of the pack)').choices(languages),
    )
    .addOption(
      new Option(
        '--format <list>',
        `kinds of files, separated by commas: ${formats.join(', ')} (default: all)`,
      ).argParser(formatsOf),
    )
    .option('--no-uncertainty', 'do not simulate how sure ranks and tiers are (it takes some seconds)')
    .option('--no-pdf', 'do not print the bulletin to PDF (it needs a Chromium)')
    .addHelpText(
      'after',
      `
Examples:
  govprobe report                                   the newest crawl, to report/ in the data folder
  govprobe report --out bulletin --no-pdf           elsewhere, without the PDF
  govprobe report --format xlsx,csv                 tables only
  govprobe report --edition 2023 --before 2022      a frozen edition, with changes since another
  govprobe report --lang en --out bulletin-en       in English

bulletin.html opens from disk and needs no network; cities/CODE.html holds one government's scores, gaps and evidence.
report.json follows docs/report.schema.json.`,
    )
    .action(writeAll);
}

async function writeAll(options: ReportOptions): Promise<void> {
  const pack = await packOf(options);
  const folder = options.out === undefined ? join(dataFolderOf(options), 'report') : resolve(options.out);
  const { edition, run, before, uncertainty, lang: language = languageFor(pack.meta.language), format, pdf } = options;
  const choice = { edition, run, before, language, uncertainty };
  const input = await withStore(options, (store) => reportInput(store, pack, choice));
  const request = { folder, language, formats: format, pdf, env: process.env };
  const { files, unprinted } = await writeReportFiles(input, request);
  if (unprinted !== null) note(`no bulletin.pdf: ${unprinted}`);
  if (options.json) return printJson({ files });
  const isSheet = (file: string) => file.startsWith(join(folder, 'cities'));
  printLines(files.filter((file) => !isSheet(file)));
  const sheets = files.filter(isSheet).length;
  if (sheets > 0) printLines([`${join(folder, 'cities')} (${sheets} sheets)`]);
}
