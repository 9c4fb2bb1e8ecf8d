import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';

/**
 * Measures whole crawls of the simulated country, each in a fresh process, and prints minimum, median and maximum of every figure.
 * `npm run bench -- --runs 3 --scale 1 --weather calm [--browser]`
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    scale: { type: 'string', default: '1' },
    weather: { type: 'string', default: 'calm' },
    concurrency: { type: 'string', default: '' },
    browser: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const resultSchema = z.record(z.string(), z.number());
const script = fileURLToPath(new URL('./one-crawl.ts', import.meta.url));
const options = [
  `--scale=${values.scale}`,
  `--weather=${values.weather}`,
  ...(values.concurrency === '' ? [] : [`--concurrency=${values.concurrency}`]),
  ...(values.browser ? ['--browser'] : []),
];

const results: Record<string, number>[] = [];
for (let run = 1; run <= Number(values.runs); run++) {
  const child = spawnSync(process.execPath, [script, ...options], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.status !== 0) {
    process.stderr.write(`run ${run} failed with status ${child.status}\n`);
    process.exit(1);
  }
  const result = resultSchema.parse(JSON.parse(child.stdout.trim().split('\n').at(-1) ?? ''));
  results.push(result);
  process.stderr.write(
    `run ${run}: ${result.pagesPerSecond?.toFixed(0)} pages/s, peak ${result.peakMiB?.toFixed(0)} MiB\n`,
  );
}

function spread(name: string): { minimum: number; median: number; maximum: number } {
  const sorted = results.map((result) => result[name] ?? Number.NaN).sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const half = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2;
  return { minimum: at(0), median, maximum: at(sorted.length - 1) };
}

const names = Object.keys(results[0] ?? {});
if (values.json) {
  process.stdout.write(`${JSON.stringify(Object.fromEntries(names.map((name) => [name, spread(name)])), null, 2)}\n`);
} else {
  process.stdout.write(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, node ${process.version}, ${options.join(' ')}\n`,
  );
  for (const name of names) {
    const { minimum, median, maximum } = spread(name);
    process.stdout.write(
      `${name.padEnd(18)} min ${minimum.toFixed(2)}  median ${median.toFixed(2)}  max ${maximum.toFixed(2)}\n`,
    );
  }
}
