import { Command } from 'commander';
import { initPack } from '../../application/init-pack.ts';
import { packSources } from '../context.ts';
import { printJson, printLines } from '../output.ts';
import { say } from '../say.ts';

export function initCommand(): Command {
  return new Command('init')
    .summary('begin a pack for another country or index')
    .description(
      'Writes a small complete configuration pack into a new or empty folder: two invented governments, four probes, recorded pages of one of them, and comments that say what each part is for.',
    )
    .argument('<folder>', 'a new or empty folder')
    .option('--json', 'print one JSON document on standard output and nothing else there')
    .addHelpText(
      'after',
      `
Nothing is asked. The README.md in the folder says what to replace first; \`config check\` names every mistake on the way.

Examples:
  govprobe init velland
  govprobe config check --config velland
  govprobe crawl --config velland --recorded velland/sample/pages.jsonl --data trial`,
    )
    .action((folder: string, options: { readonly json?: boolean }) => {
      const made = initPack(folder, packSources);
      if (options.json) return printJson(made);
      printLines([
        say('{pack}: a pack of {files} files', { pack: made.pack, files: made.files.length }),
        say('next: read {folder}/README.md, then govprobe config check --config {folder}', { folder }),
      ]);
    });
}
