import { Command } from 'commander';
import { DataAccess } from '../../application/console/data-access.ts';
import { openAccess } from '../../web/security/access.ts';
import { startConsole } from '../../web/server.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions } from '../context.ts';
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
  const data = new DataAccess(dataFolderOf(options));
  const context = { data, pack, access: openAccess, origin: null, now: Date.now, log: logLine };
  const console = await startConsole(context, { port: options.port, host: '127.0.0.1' });
  if (options.json) printJson({ console: console.url });
  else note(`the console answers at ${console.url}; stop it with Ctrl-C`);
  const signal = ending();
  await untilStopped(signal, false);
  await console.close();
  await data.close();
  signal.throwIfAborted();
}

function logLine(event: Readonly<Record<string, unknown>>): void {
  note(JSON.stringify({ time: new Date().toISOString(), ...event }));
}
