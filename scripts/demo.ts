// The demonstration: crawls a sample of the simulated country in the year before and freezes it as an
// edition, crawls the whole country over HTTP, probes one city again with a browser, writes the
// bulletin and prints its path. It takes five to seven minutes on two quiet cores. `--browser` uses the
// browser for every government, so that search boxes and robots are asked: several times as long.
// `--two-years` crawls the whole country in both years, about twice as long. Other arguments are
// passed to the crawl, and the year before is left out then.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { freemem, homedir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const dataFolder = path.resolve(process.env.GOVPROBE_DATA || path.join(root, 'data'));
const reportFolder = path.join(dataFolder, 'report');

/** The year before, and how many of its governments are crawled: a second whole crawl would double the time. */
const yearBefore = '2022';
const sampleBefore = '20';

// Every command, and every thread of one, loads the same modules: compiled once, they load in half the time.
process.env.NODE_COMPILE_CACHE ??= path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'govprobe');

// Where there is room, garbage is collected less often.
const enoughMemory = 6 * 1024 ** 3;
if (freemem() > enoughMemory) process.env.GOVPROBE_MEMORY ??= 'ample';

function govprobe(...commandLine: string[]): void {
  process.stderr.write(`\n> govprobe ${commandLine.join(' ')}\n`);
  const { status, error } = spawnSync(process.execPath, [path.join(root, 'src/cli/main.ts'), ...commandLine], {
    stdio: 'inherit',
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** Whether the edition is frozen already: a demonstration that is repeated keeps it. */
function isFrozen(name: string): boolean {
  // Most demonstrations begin in an empty folder, and asking takes as long as starting the program.
  if (!existsSync(dataFolder)) return false;
  const listed = spawnSync(
    process.execPath,
    [path.join(root, 'src/cli/main.ts'), 'edition', 'list', '--json', '--data', dataFolder],
    { encoding: 'utf8' },
  );
  return listed.status === 0 && new RegExp(`"name":\\s*"${name}"`, 'u').test(listed.stdout);
}

/** Crawls the country as it was the year before, first, because later runs of a part are laid over a whole one. */
function playYearBefore(whole: boolean): void {
  const size = whole ? [] : ['--sample', sampleBefore];
  govprobe('crawl', '--sandbox', '--year', yearBefore, '--no-browser', ...size, '--data', dataFolder);
  govprobe('edition', 'freeze', yearBefore, '--year', yearBefore, '--data', dataFolder);
}

const started = performance.now();
const given = process.argv.slice(2);
const everywhere = given.includes('--browser');
const twoYears = given.includes('--two-years');
const wanted = given.filter((argument) => argument !== '--browser' && argument !== '--two-years');
const crawlArguments = everywhere ? wanted : ['--no-browser', ...wanted];
if (wanted.length === 0 && !isFrozen(yearBefore)) playYearBefore(twoYears);
govprobe('crawl', '--sandbox', '--data', dataFolder, ...crawlArguments);
if (!everywhere && wanted.length === 0) govprobe('probe', '成都', '--sandbox', '--data', dataFolder);
govprobe('report', '--data', dataFolder, '--out', reportFolder);
const files = readdirSync(reportFolder, { withFileTypes: true }).filter((entry) => entry.isFile());
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(`\nDone in ${seconds} s. The bulletin and the tables of the simulated country:\n`);
for (const file of files)
  process.stdout.write(`  ${path.relative(process.cwd(), path.join(file.parentPath, file.name))}\n`);
process.stdout.write(
  `  ${path.relative(process.cwd(), path.join(reportFolder, 'cities'))} (a sheet for each government)\n`,
);
process.stdout.write(
  'Look further: npm run govprobe -- findings 成都   npm run govprobe -- evidence 成都 privacy-policy\n',
);
