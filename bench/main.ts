import { spawnSync } from 'node:child_process';
import { cpus, homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { refuse, scriptOptions, wholeNumber } from '../scripts/options.ts';
import { benchMemory, memoryCases, memoryTable } from './pages/bench-memory.ts';
import { benchPages, pagesTable } from './pages/bench-pages.ts';
import { contenders } from './pages/contenders.ts';

// As the programs that start govprobe do, and for all contenders alike.
process.env.NODE_COMPILE_CACHE ??= join(homedir(), '.cache', 'govprobe');

const usage = `Measures in fresh processes, and prints minimum, median and maximum of every figure.

npm run bench -- crawl --runs 3 --scale 1 --weather calm [--browser] [--concurrency N]
    whole crawls of the simulated country
npm run bench -- browser --runs 1 --every 14
    the cost of each kind of browser job, on every 14th government
npm run bench -- pages --runs 5 --hosts 40 --sizes 50000,82000,100000,400000 --latencies 0,100 [--only raw,govprobe-judge]
    pages of real weight, beside other crawlers; those of --only are ${contenders.map(({ name }) => name).join(', ')}
npm run bench -- memory [--only many-open,keeping]
    most memory with few and many open visits on heavy pages, with what a scheduled night keeps, with few and many
    governments, and after 100,000 pages, one run each; those of --only are ${memoryCases.map(({ name }) => name).join(', ')}
npm run bench -- scoring --runs 3 --draws 10000 --governments 100000
    scoring, uncertainty and sensitivity

--json prints all figures as JSON. The numbers above are the defaults, and crawl is the subject if none is named.`;
const { values, positionals } = scriptOptions(usage, {
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '3' },
    scale: { type: 'string', default: '1' },
    weather: { type: 'string', default: 'calm' },
    concurrency: { type: 'string', default: '' },
    browser: { type: 'boolean', default: false },
    every: { type: 'string', default: '14' },
    draws: { type: 'string', default: '10000' },
    governments: { type: 'string', default: '100000' },
    hosts: { type: 'string', default: '40' },
    sizes: { type: 'string', default: '50000,82000,100000,400000' },
    latencies: { type: 'string', default: '0,100' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});

const resultSchema = z.record(z.string(), z.number());
const crawlOptions = [
  `--scale=${values.scale}`,
  `--weather=${values.weather}`,
  ...(values.concurrency === '' ? [] : [`--concurrency=${values.concurrency}`]),
  ...(values.browser ? ['--browser'] : []),
];
const scoringOptions = [`--draws=${values.draws}`, `--governments=${values.governments}`];

/** Subjects of the benchmark: script, options, and the processes of one run. */
const subjects: Readonly<Record<string, { script: string; options: readonly string[]; parts: readonly string[][] }>> = {
  crawl: { script: './one-crawl.ts', options: crawlOptions, parts: [[]] },
  browser: { script: './one-browser.ts', options: [`--every=${values.every}`], parts: [[]] },
  scoring: {
    script: './one-scoring.ts',
    options: scoringOptions,
    parts: [['--part=assess'], ['--part=uncertainty'], ['--part=sensitivity']],
  },
};
const [name = 'crawl'] = positionals;
const listOf = (text: string): string[] => text.split(',').filter((part) => part !== '');
const numberOf = (option: 'hosts' | 'runs', text: string): number => wholeNumber(usage, option, text, 1);
const numbersOf = (option: 'latencies' | 'sizes', text: string): number[] =>
  listOf(text).map((part) => wholeNumber(usage, option, part));
/** What `--only` names, of those that there are. */
function namesOf(all: readonly { readonly name: string }[]): string[] {
  const names = all.map(({ name }) => name);
  const wanted = listOf(values.only);
  const unknown = wanted.find((one) => !names.includes(one));
  if (unknown !== undefined) refuse(`--only names ${unknown}, expected some of ${names.join(', ')}`, usage);
  return wanted;
}
const runs = numberOf('runs', values.runs);
if (name === 'pages') {
  const { hosts, sizes, latencies, json } = values;
  const rows = await benchPages(
    {
      ...{ runs, hosts: numberOf('hosts', hosts), only: namesOf(contenders) },
      ...{ sizes: numbersOf('sizes', sizes), latencies: numbersOf('latencies', latencies) },
    },
    (line) => process.stderr.write(`${line}\n`),
  );
  process.stdout.write(json ? `${JSON.stringify(rows, null, 2)}\n` : `${machine()}\n${pagesTable(rows).join('\n')}\n`);
  process.exit(0);
}
if (name === 'memory') {
  const wanted = namesOf(memoryCases);
  const cases = memoryCases.filter((one) => wanted.length === 0 || wanted.includes(one.name));
  const rows = await benchMemory(cases, (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(
    values.json ? `${JSON.stringify(rows, null, 2)}\n` : `${machine()}\n${memoryTable(rows).join('\n')}\n`,
  );
  process.exit(0);
}
const subject = subjects[name];
if (subject === undefined) {
  refuse(`expected ${['pages', 'memory', ...Object.keys(subjects)].join(' or ')}, found ${name}`, usage);
}
const { options, parts } = subject;
const script = fileURLToPath(new URL(subject.script, import.meta.url));

const results: Record<string, number>[] = [];
for (let run = 1; run <= runs; run++) {
  const result: Record<string, number> = {};
  for (const part of parts) {
    const child = spawnSync(process.execPath, [script, ...options, ...part], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (child.status !== 0) {
      process.stderr.write(`run ${run} failed with status ${child.status}\n`);
      process.exit(1);
    }
    Object.assign(result, resultSchema.parse(JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '')));
  }
  results.push(result);
  const figures = Object.entries(result).map(([figure, value]) => `${figure} ${value.toFixed(1)}`);
  process.stderr.write(`run ${run}: ${figures.join(', ')}\n`);
}

function machine(): string {
  return `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, node ${process.version}`;
}

function spread(figure: string): { minimum: number; median: number; maximum: number } {
  const sorted = results.map((result) => result[figure] ?? Number.NaN).sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const half = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2;
  return { minimum: at(0), median, maximum: at(sorted.length - 1) };
}

const names = Object.keys(results[0] ?? {});
if (values.json) {
  process.stdout.write(
    `${JSON.stringify(Object.fromEntries(names.map((figure) => [figure, spread(figure)])), null, 2)}\n`,
  );
} else {
  process.stdout.write(`${machine()}, ${options.join(' ')}\n`);
  for (const figure of names) {
    const { minimum, median, maximum } = spread(figure);
    process.stdout.write(
      `${figure.padEnd(24)} min ${minimum.toFixed(2)}  median ${median.toFixed(2)}  max ${maximum.toFixed(2)}\n`,
    );
  }
}
