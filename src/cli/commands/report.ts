import { join } from 'node:path';
import { Command, Option } from 'commander';
import { writeReportFiles } from '../../application/report.ts';
import { type ReportChoice, reportInput } from '../../application/report-input.ts';
import { storedPages } from '../../application/stored-pages.ts';
import { type Format, formats } from '../../report/formats.ts';
import { type Language, languageFor, languages } from '../../report/messages.ts';
import { type CommonOptions, dataFolderOf, packOf, targetFolder, withCommonOptions } from '../context.ts';
import { withEdition } from '../corrections.ts';
import { withDrawProgress } from '../draw-progress.ts';
import { formatsOf } from '../option-parsers.ts';
import { note, printJson, printLines } from '../output.ts';
import { fileLines } from '../views/report.ts';

interface ReportOptions extends CommonOptions, Pick<ReportChoice, 'run' | 'before' | 'uncertainty'> {
  readonly edition?: string;
  readonly out?: string;
  readonly lang?: Language;
  readonly format?: readonly Format[];
  readonly evidence: boolean;
  readonly pdf: boolean;
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
    .option('--no-evidence', 'leave out the stored pages and screenshots that the sheets link (the folder evidence)')
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

bulletin.html opens from disk and needs no network; cities/CODE.html holds one government's scores, gaps and evidence. report.json follows docs/report.schema.json.`,
    )
    .action(writeAll);
}

async function writeAll(options: ReportOptions): Promise<void> {
  const pack = await packOf(options);
  const folder = options.out === undefined ? join(dataFolderOf(options), 'report') : targetFolder(options.out, '--out');
  const { edition, run, before, uncertainty, lang: language = languageFor(pack.meta.language), format, pdf } = options;
  const choice = { edition, run, before, language, uncertainty };
  const { files, unprinted } = await withEdition(options, async (store) => {
    const input = await withDrawProgress(process.stderr, (watch) => reportInput(store, pack, choice, watch));
    const pages = options.evidence ? await storedPages(store, pack, choice) : undefined;
    const names = pack.names[language];
    return writeReportFiles(input, { folder, language, formats: format, names, pages, pdf, env: process.env });
  });
  if (unprinted !== null) note(`no bulletin.pdf: ${unprinted}`);
  if (options.json) return printJson({ files });
  printLines(fileLines(folder, files));
}
