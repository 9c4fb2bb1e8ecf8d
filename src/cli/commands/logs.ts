import { setTimeout as sleep } from 'node:timers/promises';
import { Command, Option } from 'commander';
import { findVisitLog, type LogLevel, type LogLine, logLevels, openVisitLog } from '../../application/visit-log.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions, withStore } from '../context.ts';
import { ending } from '../interruption.ts';
import { printJson } from '../output.ts';
import { logLineText } from '../views/logs.ts';

interface LogsOptions extends CommonOptions {
  readonly run?: string;
  readonly probe?: string;
  readonly level: LogLevel;
  readonly follow?: boolean;
}

/** Pause (ms) between two looks at a log that is followed. */
const pause = 500;

export function logsCommand(): Command {
  return withCommonOptions(new Command('logs'))
    .summary('the log of a visit')
    .description('Reads the log of a government’s newest visit: every page, failure and finding, in order.')
    .argument('<government>', 'code, name or pinyin')
    .option('--run <id>', 'the visit of this run')
    .option('--probe <id>', 'only lines of this probe')
    .addOption(new Option('--level <level>', 'lowest level shown').choices(Object.keys(logLevels)).default('debug'))
    .option('--follow', 'wait for more lines')
    .action(read);
}

async function read(query: string, options: LogsOptions): Promise<void> {
  const pack = await packOf(options);
  await withStore(options, async (store) => {
    const { government, run } = await findVisitLog(store, pack, query, options);
    const log = await openVisitLog(store, dataFolderOf(options), run);
    const filter = { government, level: options.level, probe: options.probe };
    const print = (line: LogLine): void =>
      void process.stdout.write(`${options.json ? JSON.stringify(line) : logLineText(line, pack.meta['time-zone'])}\n`);
    const collected: LogLine[] = [];
    let from = await log.readFrom(0, filter, options.json ? (line) => collected.push(line) : print);
    if (options.follow) {
      for (const line of collected) print(line);
      const signal = ending();
      while (!signal.aborted) {
        await sleep(pause, undefined, { signal }).catch(() => undefined);
        if (!signal.aborted) from = await log.readFrom(from, filter, print);
      }
      signal.throwIfAborted();
    } else if (options.json) printJson(collected);
  });
}
