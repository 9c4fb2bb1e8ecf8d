import { Command, Option } from 'commander';
import { writeAppeal } from '../../application/appeal.ts';
import { languageFor } from '../../report/messages.ts';
import { type AppealLanguage, appealLanguages } from '../../report/messages-appeal.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions } from '../context.ts';
import { withEdition } from '../corrections.ts';
import { note, printJson, printLines } from '../output.ts';

interface AppealOptions extends CommonOptions {
  readonly probe?: string;
  readonly run?: string;
  readonly edition?: string;
  readonly out?: string;
  readonly lang?: AppealLanguage;
  readonly unmasked?: boolean;
}

export function appealCommand(): Command {
  return withCommonOptions(new Command('appeal'))
    .summary('one archive with all that the findings of a government rest on')
    .description(
      'Packs the findings and points of a government into one zip archive: a first page for people, a WACZ package with the stored pages, the rules, the log and the reviews, a form for objections, and all hashes.',
    )
    .argument('<government>', 'code, name or pinyin')
    .option('--probe <id>', 'only the finding of this probe, and the sites it looks at')
    .option('--run <id>', 'the findings of this run')
    .option('--edition <name>', 'the findings of a frozen edition')
    .option('--out <file>', 'archive to write (default: appeals/CODE.zip in the data folder)')
    .option('--unmasked', 'names and numbers of people in letters as they were received')
    .addOption(
      new Option('--lang <language>', 'language of its pages (default: that of the pack)').choices(
        Object.keys(appealLanguages),
      ),
    )
    .addHelpText(
      'after',
      `
The same findings give the same bytes. Open index.html first; replayweb.page shows the stored pages of CODE.wacz.
To check a pack, unpack it and run \`sha256sum -c SHA256SUMS\` inside.

Examples:
  govprobe appeal 成都
  govprobe appeal 成都 --probe smart-search --edition 2023 --out chengdu-search.zip`,
    )
    .action(appeal);
}

async function appeal(query: string, options: AppealOptions): Promise<void> {
  const pack = await packOf(options);
  const { probe, run, edition, out, lang: language = languageFor(pack.meta.language) } = options;
  const { unmasked = false } = options;
  const choice = { government: query, probe, run, edition, out, language, unmasked };
  const written = await withEdition(options, (store) => writeAppeal(store, pack, dataFolderOf(options), choice));
  if (options.json) printJson(written);
  else printLines([written.file]);
  if (written.missing === 0) return;
  note(`govprobe: ${written.missing} captures have lost their bytes in the evidence folder; the pack says which`);
  process.exitCode = 1;
}
