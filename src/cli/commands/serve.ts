import { Command, Option } from 'commander';
import { roles } from '../../application/console/accounts.ts';
import { consoleContext } from '../../web/context.ts';
import { accessOf } from '../../web/security/exposure.ts';
import { startConsole } from '../../web/server.ts';
import { type AccountOptions, changeAccounts } from '../console-accounts.ts';
import { type CommonOptions, dataFolderOf, mainFile, packOf, services, withCommonOptions } from '../context.ts';
import { ending, untilStopped } from '../interruption.ts';
import { wholeNumber } from '../option-parsers.ts';
import { note, printJson } from '../output.ts';
import { probingOf } from '../probing.ts';
import { say } from '../say.ts';

interface ServeOptions extends CommonOptions, AccountOptions {
  readonly port: number;
  readonly host: string;
  readonly origin?: string;
  readonly proxy?: string;
  readonly simulated?: boolean;
  readonly sandbox?: boolean;
  readonly browser?: boolean;
  readonly json?: boolean;
}

export function serveCommand(): Command {
  return withCommonOptions(new Command('serve'))
    .summary('the console: look, check, overrule, in a browser')
    .description(
      'Serves the console: the night, ranking, evidence, logs, reviews, editions. On this machine alone unless accounts exist and a TLS proxy stands before it. Runs until interrupted.',
    )
    .option('--port <n>', 'port to listen on; 0 takes a free one', wholeNumber(0, 65_535), 8017)
    .option('--host <address>', 'address to listen on; elsewhere than on this machine it needs --origin', '127.0.0.1')
    .option('--origin <url>', 'where browsers find the console behind a TLS proxy, such as https://console.example.org')
    .option('--add-user <name>', 'add an account, or change it; the password is read from standard input')
    .addOption(new Option('--role <role>', 'with --add-user: what the person may do (default: reader)').choices(roles))
    .option('--remove-user <name>', 'remove an account')
    .option('--users', 'list the accounts')
    .option('--proxy <url>', 'for visits started on a page: outbound HTTP proxy')
    .option('--simulated', 'with --proxy: a simulated country answers behind it')
    .option('--sandbox', 'visits started on a page go to the simulated country')
    .option('--no-browser', 'visits started on a page never start a browser')
    .addHelpText(
      'after',
      `
Without --origin the console answers on this machine only, asks for no log-in, and lets whoever opens it do everything. With --origin
everybody logs in; roles are reader, reviewer and admin. docs/console.md shows the settings of a TLS proxy.

Examples:
  govprobe serve
  govprobe serve --add-user 王芳 --role reviewer
  govprobe serve --origin https://console.example.org --data /var/lib/govprobe`,
    )
    .action(serve);
}

async function serve(options: ServeOptions): Promise<void> {
  const folder = dataFolderOf(options);
  if (await changeAccounts(folder, options)) return;
  const { origin, access } = accessOf(options, folder);
  const pack = await packOf(options);
  const probing = { program: mainFile, options: probingOf(options) };
  const context = consoleContext({
    ...{ folder, services: services(), pack, access, origin, now: Date.now, log, probing, simulates: true },
  });
  const console = await startConsole(context, options);
  const url = origin ?? console.url;
  if (options.json) printJson({ console: url, listens: console.url });
  else note(say('the console answers at {url}; stop it with Ctrl-C', { url }));
  const signal = ending();
  await untilStopped(signal, false);
  await console.close();
  context.probes.close();
  await context.close();
  signal.throwIfAborted();
}

function log(event: Readonly<Record<string, unknown>>): void {
  note(JSON.stringify({ time: new Date().toISOString(), ...event }));
}
