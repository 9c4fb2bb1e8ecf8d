import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { UsageError } from '../../model/usage-error.ts';
import { appealPack, safeName } from '../../report/appeal/files.ts';
import { languageFor } from '../../report/messages.ts';
import { type AppealLanguage, appealLanguages } from '../../report/messages-appeal.ts';
import { gatherAppeal } from '../appeal/gather.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions, withStore } from '../context.ts';
import { note, printJson, printLines } from '../output.ts';

interface AppealOptions extends CommonOptions {
  readonly probe?: string;
  readonly run?: string;
  readonly edition?: string;
  readonly out?: string;
  readonly lang?: AppealLanguage;
}

export function appealCommand(): Command {
  return withCommonOptions(new Command('appeal'))
    .summary('one archive with all that the findings of a government rest on')
    .description(
      'Packs the findings and points of a government with the bytes of the pages, the rules, the log, the reviews and all hashes into one zip archive.',
    )
    .argument('<government>', 'code, name or pinyin')
    .option('--probe <id>', 'only the finding of this probe, and the sites it looks at')
    .option('--run <id>', 'the findings of this run')
    .option('--edition <name>', 'the findings of a frozen edition')
    .option('--out <file>', 'archive to write (default: appeals/CODE.zip in the data folder)')
    .addOption(
      new Option('--lang <language>', 'language of its README (default: that of the pack)').choices(
        Object.keys(appealLanguages),
      ),
    )
    .addHelpText(
      'after',
      `
The same findings give the same bytes. To check a pack, unpack it and run \`sha256sum -c SHA256SUMS\` inside.

Examples:
  govprobe appeal 成都
  govprobe appeal 成都 --probe smart-search --edition 2023 --out chengdu-search.zip`,
    )
    .action(appeal);
}

async function appeal(query: string, options: AppealOptions): Promise<void> {
  const pack = await packOf(options);
  const dataFolder = dataFolderOf(options);
  const made = await withStore(options, async (store) => {
    const input = await gatherAppeal(store, pack, dataFolder, { ...options, government: query });
    return {
      code: input.government.code,
      ...appealPack(input, appealLanguages[options.lang ?? languageFor(pack.meta.language)]),
    };
  });
  const name = [made.code, options.edition, options.run, options.probe].filter((part) => part !== undefined);
  const file =
    options.out === undefined
      ? join(dataFolder, 'appeals', `${name.map((part) => safeName(part)).join('-')}.zip`)
      : resolve(options.out);
  write(file, made.archive);
  if (options.json) printJson({ file, files: made.files, missing: made.missing });
  else printLines([file]);
  if (made.missing > 0) {
    note(`govprobe: ${made.missing} captures have lost their bytes in the evidence folder; the pack says which`);
    process.exitCode = 1;
  }
}

/** Whole or not at all. */
function write(file: string, bytes: Uint8Array): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, bytes);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
