import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { UsageError } from '../../model/usage-error.ts';
import { findChromium } from '../../pipeline/crawl/browser/find-chromium.ts';
import { type Format, formats } from '../../report/formats.ts';
import { type Language, languageFor, languages } from '../../report/messages.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions, withStore } from '../context.ts';
import { note, printJson, printLines } from '../output.ts';
import { reportInput } from '../report-input.ts';

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
  const { edition, run, before, lang: language = languageFor(pack.meta.language) } = options;
  const choice = {
    language,
    uncertainty: options.uncertainty,
    ...(run === undefined ? {} : { run }),
    ...(edition === undefined ? {} : { edition }),
    ...(before === undefined ? {} : { before }),
  };
  // Charts and workbooks are loaded here: no other command should wait for them.
  const { writeReport } = await import('../../report/write.ts');
  const input = await withStore(options, (store) => reportInput(store, pack, choice));
  const files = await writeReport(input, folder, { language, ...(options.format && { formats: options.format }) });
  const pdf =
    options.pdf && files.includes(join(folder, 'bulletin.html'))
      ? await printBulletin(join(folder, 'bulletin.html'), join(folder, 'bulletin.pdf'))
      : null;
  const written = pdf === null ? files : [...files, pdf];
  if (options.json) return printJson({ files: written });
  const isSheet = (file: string) => file.startsWith(join(folder, 'cities'));
  printLines(written.filter((file) => !isSheet(file)));
  const sheets = written.filter(isSheet).length;
  if (sheets > 0) printLines([`${join(folder, 'cities')} (${sheets} sheets)`]);
}

/** @throws UsageError for a word that is no format. */
function formatsOf(list: string): Format[] {
  return list.split(',').map((word) => {
    const format = formats.find((known) => known === word.trim());
    if (format === undefined) throw new UsageError(`--format: expected some of ${formats.join(', ')}, found "${word}"`);
    return format;
  });
}

/** The path of the PDF, or null with a remark why there is none: the report is whole without it. */
async function printBulletin(page: string, target: string): Promise<string | null> {
  const program = findChromium(process.env);
  if (program === null) {
    note('no bulletin.pdf: no Chromium was found (govprobe doctor tells how to get one; --no-pdf leaves it out)');
    return null;
  }
  const { printPage } = await import('../../pipeline/crawl/browser/print.ts');
  try {
    await printPage(program, page, target);
    return target;
  } catch (error) {
    note(`no bulletin.pdf: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
    return null;
  }
}
