import { unwatchFile, watchFile } from 'node:fs';
import { Command, Option } from 'commander';
import {
  findVisitLog,
  type LogLevel,
  type LogLine,
  logLevels,
  readLogFrom,
  requireLogFile,
} from '../../application/visit-log.ts';
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
  const { government, run } = await withStore(options, (store) => findVisitLog(store, pack, query, options));
  const file = requireLogFile(dataFolderOf(options), run);
  const filter = { government, level: options.level, probe: options.probe };
  const print = (line: LogLine): void =>
    void process.stdout.write(`${options.json ? JSON.stringify(line) : logLineText(line, pack.meta['time-zone'])}\n`);
  const collected: LogLine[] = [];
  const offset = await readLogFrom(file, 0, filter, options.json ? (line) => collected.push(line) : print);
  if (options.follow) {
    for (const line of collected) print(line);
    const signal = ending();
    await follow(file, offset, (from) => readLogFrom(file, from, filter, print), signal);
    signal.throwIfAborted();
  } else if (options.json) printJson(collected);
}

/** Reads on whenever the file has grown, until interrupted. */
function follow(
  file: string,
  start: number,
  readFrom: (offset: number) => Promise<number>,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((done, fail) => {
    // Readings are chained, so that lines written during one of them belong to the next.
    let reading = Promise.resolve(start);
    const stop = (): void => {
      unwatchFile(file);
      done();
    };
    signal.addEventListener('abort', stop, { once: true });
    watchFile(file, { interval: 500 }, () => {
      reading = reading.then(readFrom);
      reading.catch((error: unknown) => {
        unwatchFile(file);
        fail(error);
      });
    });
  });
}
