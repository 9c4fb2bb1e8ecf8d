import { createReadStream, existsSync, statSync, unwatchFile, watchFile } from 'node:fs';
import { createInterface } from 'node:readline';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { findVisited } from '../../config/pack.ts';
import { UsageError } from '../../model/usage-error.ts';
import { runLogFile } from '../../pipeline/crawl/run/run-log.ts';
import { type CommonOptions, dataFolderOf, packOf, withCommonOptions, withStore } from '../context.ts';
import { plain, printJson } from '../output.ts';

const levels = { debug: 20, info: 30, warn: 40, error: 50, fatal: 60 } as const;
type Level = keyof typeof levels;

interface LogsOptions extends CommonOptions {
  readonly run?: string;
  readonly probe?: string;
  readonly level: Level;
  readonly follow?: boolean;
}

const lineSchema = z.looseObject({
  level: z.number(),
  time: z.string(),
  event: z.string().default(''),
  government: z.string().optional(),
  probe: z.string().optional(),
});
type Line = z.infer<typeof lineSchema>;

export function logsCommand(): Command {
  return withCommonOptions(new Command('logs'))
    .summary('the log of a visit')
    .description('Reads the log of a government’s newest visit: every page, failure and finding, in order.')
    .argument('<government>', 'code, name or pinyin')
    .option('--run <id>', 'the visit of this run')
    .option('--probe <id>', 'only lines of this probe')
    .addOption(new Option('--level <level>', 'lowest level shown').choices(Object.keys(levels)).default('debug'))
    .option('--follow', 'wait for more lines')
    .action(read);
}

async function read(query: string, options: LogsOptions): Promise<void> {
  const pack = await packOf(options);
  const { code, run } = await withStore(options, async (store) => {
    const runs = await store.runs();
    const wanted = options.run === undefined ? null : runs.find((item) => item.id === options.run);
    if (wanted === undefined) throw new UsageError(`there is no run ${options.run}`);
    const newest = runs[0];
    if (newest === undefined) throw new UsageError('the data folder holds no run yet: run `govprobe crawl` first');
    const plan = new Map(
      (await Promise.all(runs.slice(0, 20).map((item) => store.plan(item.id)))).flat().map((g) => [g.code, g]),
    );
    const government = findVisited([...plan.values()], query, pack);
    const chosen = wanted ?? (await store.nights.newestVisit(government.code)) ?? newest;
    return { code: government.code, run: chosen.id };
  });
  const file = runLogFile(dataFolderOf(options), run);
  if (!existsSync(file)) throw new UsageError(`the log of run ${run} is not there: ${file} is missing`);
  const fits = (line: Line): boolean =>
    line.government === code &&
    line.level >= levels[options.level] &&
    (options.probe === undefined || line.probe === options.probe);
  const collected: Line[] = [];
  const show = (line: Line): void => {
    if (options.json) collected.push(line);
    else process.stdout.write(`${describe(line)}\n`);
  };
  let offset = await readFrom(file, 0, fits, show);
  if (!options.follow) {
    if (options.json) printJson(collected);
    return;
  }
  if (options.json) for (const line of collected) process.stdout.write(`${JSON.stringify(line)}\n`);
  const print = (line: Line): void =>
    void process.stdout.write(options.json ? `${JSON.stringify(line)}\n` : `${describe(line)}\n`);
  await new Promise<void>((done) => {
    // One reading after the other: what was written while one goes on belongs to the next.
    let reading = Promise.resolve();
    const stop = (): void => {
      unwatchFile(file);
      done();
    };
    process.once('SIGINT', stop);
    watchFile(file, { interval: 500 }, () => {
      reading = reading.then(async () => {
        offset = await readFrom(file, offset, fits, print);
      });
      reading.catch(stop);
    });
  });
}

/** Reads whole lines from an offset on; resolves to the size of the file that was read. */
async function readFrom(
  file: string,
  start: number,
  fits: (line: Line) => boolean,
  show: (line: Line) => void,
): Promise<number> {
  const end = statSync(file).size;
  if (end <= start) return start;
  const lines = createInterface({
    input: createReadStream(file, { start, end: end - 1, encoding: 'utf8' }),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const text of lines) {
    const parsed = lineSchema.safeParse(parse(text));
    // The last line of a killed run may be cut short; a line that is no JSON is passed over.
    if (parsed.success && fits(parsed.data)) show(parsed.data);
  }
  return end;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function describe(line: Line): string {
  const { level, time, event, government: _government, run: _run, ...rest } = line;
  const name = Object.entries(levels).find(([, value]) => value === level)?.[0] ?? String(level);
  const fields = Object.entries(rest)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  // One line of the log is one line on the terminal: what a site wrote cannot pass for another one.
  return plain(`${time} ${name.padEnd(5)} ${event.padEnd(12)} ${fields.join(' ')}`).replaceAll('\n', '↵');
}
