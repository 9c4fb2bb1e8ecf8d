import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { type CountryRequest, serveCountry } from '../../application/sandbox.ts';
import { latestYear, startRecorded } from '../../sandbox/index.ts';
import { type CommonOptions, packOf, pathOf, withCommonOptions } from '../context.ts';
import { ending, untilStopped } from '../interruption.ts';
import { editionYear, wholeNumber } from '../option-parsers.ts';
import { note } from '../output.ts';

interface SandboxOptions extends CommonOptions, CountryRequest {
  readonly recorded?: string;
  readonly attached?: boolean;
}

export function sandboxCommand(): Command {
  return withCommonOptions(new Command('sandbox'))
    .summary('serve the simulated country through a forward proxy')
    .description(
      'Answers for every host of the registry through a forward proxy on this machine, and prints the proxy’s address. Runs until interrupted.',
    )
    .option('--governments <file>', 'another registry (CSV, same header as config/governments.csv)')
    .option('--port <n>', 'port to listen on; 0 takes a free one', wholeNumber(0, 65_535), 0)
    .option('--truth <file>', 'write the truth sheet (JSON lines) to this file')
    .addOption(
      new Option('--year <year>', 'the state of the sites in that year (2022: nine platforms fewer, a smaller gap)')
        .argParser(editionYear)
        .default(latestYear),
    )
    .addOption(
      new Option('--weather <kind>', 'calm: one portal walled, few flaky; storm: one site in ten in trouble')
        .choices(['calm', 'storm'])
        .default('calm'),
    )
    .option('--seed <n>', 'which simulated country', wholeNumber(0, 2 ** 31), 1)
    .option('--scale <n>', 'so many times as many governments', wholeNumber(1, 99), 1)
    .option(
      '--revision <n>',
      'how often the country has changed; each time some towns have other facts',
      wholeNumber(0, 1000),
      0,
    )
    .option('--latency <ms>', 'delay of every answer', wholeNumber(0, 60_000), 0)
    .option('--crawl-delay <ms>', 'pause that every robots.txt asks for', wholeNumber(0, 60_000), 0)
    .option('--access-log <file>', 'write every request and its time to this file (JSON lines)')
    .option('--recorded <manifest>', 'serve recorded pages instead (JSON lines of url, file, status, headers)')
    .addOption(new Option('--attached', 'end when standard input closes').hideHelp())
    .addHelpText(
      'after',
      `
Examples:
  govprobe sandbox --port 3128 --truth truth.jsonl
  govprobe sandbox --year 2022 --weather storm`,
    )
    .action(serve);
}

async function serve(options: SandboxOptions): Promise<void> {
  const server =
    options.recorded === undefined
      ? await simulate(options)
      : await startRecorded(resolve(options.recorded), {
          port: options.port,
          accessLog: pathOf(options.accessLog),
        });
  if (options.json) process.stdout.write(`${JSON.stringify({ proxy: server.proxyUrl })}\n`);
  else process.stdout.write(`${server.proxyUrl}\n`);
  if (!options.json) note('the simulated country answers at this proxy; stop it with Ctrl-C');
  const signal = ending();
  await untilStopped(signal, options.attached === true);
  await server.close();
  signal.throwIfAborted();
}

async function simulate(options: SandboxOptions): Promise<{ proxyUrl: string; close(): Promise<void> }> {
  const { governments, truth, accessLog } = options;
  const files = { governments: pathOf(governments), truth: pathOf(truth), accessLog: pathOf(accessLog) };
  return serveCountry(await packOf(options), { ...options, ...files });
}
