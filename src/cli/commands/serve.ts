import { Command } from 'commander';
import { consoleContext } from '../../web/context.ts';
import { openAccess } from '../../web/security/access.ts';
import { startConsole } from '../../web/server.ts';
import { type CommonOptions, dataFolderOf, mainFile, packFolderOf, packOf, withCommonOptions } from '../context.ts';
import { ending, untilStopped } from '../interruption.ts';
import { wholeNumber } from '../option-parsers.ts';
import { note, printJson } from '../output.ts';

interface ServeOptions extends CommonOptions {
  readonly port: number;
}

export function serveCommand(): Command {
  return withCommonOptions(new Command('serve'))
    .summary('the console: look, check, overrule, in a browser')
    .description(
      'Serves the console on this machine: the night, ranking, evidence, reviews, editions. Runs until interrupted.',
    )
    .option('--port <n>', 'port to listen on; 0 takes a free one', wholeNumber(0, 65_535), 8017)
    .addHelpText(
      'after',
      `
Examples:
  govprobe serve
  govprobe serve --port 9000 --data /var/lib/govprobe`,
    )
    .action(serve);
}

async function serve(options: ServeOptions): Promise<void> {
  const pack = await packOf(options);
  const folder = dataFolderOf(options);
  const probing = { program: mainFile, options: configOf(options) };
  const setting = { folder, pack, access: openAccess, origin: null, now: Date.now, log: logLine };
  const context = consoleContext({ ...setting, probing, simulates: true });
  const console = await startConsole(context, { port: options.port, host: '127.0.0.1' });
  if (options.json) printJson({ console: console.url });
  else note(`the console answers at ${console.url}; stop it with Ctrl-C`);
  const signal = ending();
  await untilStopped(signal, false);
  await console.close();
  context.probes.close();
  await context.data.close();
  signal.throwIfAborted();
}

/** The pack of the console, for the visits that it starts. */
function configOf({ config }: ServeOptions): string[] {
  return config === undefined ? [] : ['--config', packFolderOf({ config })];
}

function logLine(event: Readonly<Record<string, unknown>>): void {
  note(JSON.stringify({ time: new Date().toISOString(), ...event }));
}
