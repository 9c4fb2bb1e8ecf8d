import { Command } from 'commander';
import { UsageError } from '../../model/usage-error.ts';
import { withCommonOptions } from '../context.ts';
import {
  correctAndPrint,
  type EditionOptions,
  freezeAndPrint,
  printEdition,
  printEditions,
  verifyAndPrint,
} from '../edition-actions.ts';
import { editionHelp } from '../messages/edition-help.ts';
import { year } from '../option-parsers.ts';
import { publishAndPrint } from '../publish-action.ts';

const actions = ['freeze', 'list', 'show', 'verify', 'erratum', 'publish'] as const;

export function editionCommand(): Command {
  return withCommonOptions(new Command('edition'))
    .summary('freeze a published assessment, for good')
    .description(
      'Freezes an assessment under a name (freeze), lists what is frozen (list), shows one (show), recomputes its hashes (verify), records what was found to be wrong in it (erratum), writes it as a folder that others can verify without this program (publish).',
    )
    .argument('<action>', actions.join(', '))
    .argument('[name]', 'name of the edition; list needs none')
    .option(
      '--run <id>',
      'with freeze: this run only (default: the newest crawl with later single probes laid over it)',
    )
    .option('--year <n>', 'with freeze: the year it stands for', year)
    .option('--note <text>', 'with freeze: a remark')
    .option('--replaces <edition>', 'with freeze: the edition that this one corrects')
    .option('--edition <name>', 'with freeze: correct this edition, its own findings with the reviews made since')
    .option('--who <name>', 'with erratum: who states it')
    .option('--what <text>', 'with erratum: what is wrong')
    .option('--out <dir>', 'with publish: the folder to write, which must not exist yet')
    .option('--key <file>', 'with publish: an Ed25519 private key (PEM) that signs the checkpoint')
    .option('--time-authority <url>', 'with publish: a time-stamping authority (RFC 3161) to ask for a token')
    .option('--authority-certificates <file>', 'with publish: the certificates of that authority (PEM)')
    .option('--published <dir>', 'with verify: check this published folder too')
    .option('--unmasked', 'with publish: names and numbers of people in letters as they were received')
    .addHelpText('after', editionHelp)
    .action(edition);
}

async function edition(action: string, name: string | undefined, options: EditionOptions): Promise<void> {
  const known = actions.find((item) => item === action);
  if (known === undefined)
    throw new UsageError(`edition ${JSON.stringify(action)}: expected one of ${actions.join(', ')}`);
  if (known === 'list') {
    if (name !== undefined) throw new UsageError(`edition list takes no name, found ${JSON.stringify(name)}`);
    return printEditions(options);
  }
  if (name === undefined)
    throw new UsageError(`edition ${known} needs a name, such as \`govprobe edition ${known} 2023\``);
  const act = {
    freeze: freezeAndPrint,
    show: printEdition,
    verify: verifyAndPrint,
    erratum: correctAndPrint,
    publish: publishAndPrint,
  }[known];
  return act(name, options);
}
