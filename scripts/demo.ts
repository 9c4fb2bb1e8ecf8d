// The demonstration: crawls the whole simulated country over HTTP, probes one city again with a
// browser, writes the bulletin and prints its path. `--browser` uses the browser for every
// government, so that search boxes and robots are asked: several times the ten minutes that
// it takes on two cores without. Other arguments are passed to the crawl.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const dataFolder = path.resolve(process.env.GOVPROBE_DATA || path.join(root, 'data'));
const reportFolder = path.join(dataFolder, 'report');

function govprobe(...commandLine: string[]): void {
  process.stderr.write(`\n> govprobe ${commandLine.join(' ')}\n`);
  const { status, error } = spawnSync(process.execPath, [path.join(root, 'src/cli/main.ts'), ...commandLine], {
    stdio: 'inherit',
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

const started = performance.now();
const wanted = process.argv.slice(2);
const everywhere = wanted.includes('--browser');
const crawlArguments = everywhere ? wanted.filter((argument) => argument !== '--browser') : ['--no-browser', ...wanted];
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
