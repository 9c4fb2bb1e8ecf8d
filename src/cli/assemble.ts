import { Command, Option } from 'commander';
import { languages } from '../report/messages.ts';
import { toolVersion } from '../version.ts';

/**
 * A command line of some commands.
 *
 * @param addMore adds what looks at all commands
 */
export function assemble(commands: readonly Command[], addMore: (program: Command) => void = () => undefined): Command {
  const program = new Command('govprobe')
    .description('Probes the websites of local governments, keeps the evidence, scores and ranks them.')
    .version(toolVersion, '-V, --version')
    // Otherwise the program would take `--lang` away from commands that write in that language.
    .enablePositionalOptions()
    .showHelpAfterError('(govprobe COMMAND --help shows the options)')
    .addHelpText(
      'after',
      `
GOVERNMENT is a code (510100), a name with or without the suffixes that the pack lists (成都, 成都市), or its spelling in Latin letters (chengdu).

Examples:
  govprobe crawl --sandbox            the whole simulated country, without the internet
  govprobe crawl                      all governments of the registry, for real
  govprobe probe 成都                  one city now; prints what changed
  govprobe evidence 成都 smart-search  the pages and quotes behind a finding
  govprobe report --out bulletin      bulletin and tables

Exit status: 0 done; 1 failed; 2 wrong usage or configuration; 3 done, but the publish gate refused; 130 interrupted.`,
    );
  for (const command of commands) program.addCommand(command);
  addMore(program);
  for (const command of [program, ...program.commands]) addLanguage(command);
  return program;
}

/** Adds `--lang` to a command that has no option of this name for what it writes. */
function addLanguage(command: Command): void {
  if (command.options.some(({ long }) => long === '--lang')) return;
  command.addOption(
    new Option('--lang <language>', 'language of help and messages (default: that of the system)').choices(languages),
  );
}
