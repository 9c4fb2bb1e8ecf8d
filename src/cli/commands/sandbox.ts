import { renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { loadRegistry } from '../../config/pack.ts';
import { UsageError } from '../../model/usage-error.ts';
import {
  type EditionYear,
  editionYears,
  latestYear,
  startRecorded,
  startSandbox,
  truthLines,
} from '../../sandbox/index.ts';
import { type CommonOptions, packOf, withCommonOptions } from '../context.ts';
import { note } from '../output.ts';

interface SandboxOptions extends CommonOptions {
  readonly governments?: string;
  readonly port: number;
  readonly truth?: string;
  readonly year: EditionYear;
  readonly weather: 'calm' | 'storm';
  readonly seed: number;
  readonly scale: number;
  readonly revision: number;
  readonly recorded?: string;
  readonly latency: number;
  readonly attached?: boolean;
}

function wholeNumber(minimum: number, maximum: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < minimum || value > maximum) {
      throw new InvalidArgumentError(`expected a whole number from ${minimum} to ${maximum}.`);
    }
    return value;
  };
}

function editionYear(text: string): EditionYear {
  const year = editionYears.find((one) => String(one) === text);
  if (year === undefined) throw new InvalidArgumentError(`expected one of ${editionYears.join(', ')}.`);
  return year;
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
      : await startRecorded(resolve(options.recorded), { port: options.port });
  if (options.json) process.stdout.write(`${JSON.stringify({ proxy: server.proxyUrl })}\n`);
  else process.stdout.write(`${server.proxyUrl}\n`);
  if (!options.json) note('the simulated country answers at this proxy; stop it with Ctrl-C');
  await untilStopped(options.attached === true);
  await server.close();
}

async function simulate(options: SandboxOptions): Promise<{ proxyUrl: string; close(): Promise<void> }> {
  const pack = await packOf(options);
  const own = options.governments === undefined ? null : loadRegistry(resolve(options.governments), pack.meta);
  const sandbox = await startSandbox({
    governments: own ?? pack.governments,
    observed: own === null ? pack.observed : [],
    seed: options.seed,
    year: options.year,
    weather: options.weather,
    scale: options.scale,
    revision: options.revision,
    port: options.port,
    latencyMs: options.latency,
  });
  if (options.truth !== undefined) {
    const file = resolve(options.truth);
    try {
      const temporary = `${file}.${process.pid}.tmp`;
      writeFileSync(temporary, [...truthLines(sandbox.world)].map((line) => `${JSON.stringify(line)}\n`).join(''));
      renameSync(temporary, file);
    } catch (error) {
      await sandbox.close();
      throw new UsageError(
        `the truth sheet ${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return sandbox;
}

/** Resolves on SIGINT or SIGTERM, or, for a sandbox that belongs to another process, when that process is gone. */
function untilStopped(attached: boolean): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    if (attached)
      process.stdin
        .once('end', () => resolve())
        .once('close', () => resolve())
        .resume();
  });
}
