import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { FarmProcess } from './farm-process.ts';
import { leanCommand } from './lean-command.ts';

/** One crawl whose memory is measured. */
export interface MemoryCase {
  /** By which `--only` takes it. */
  readonly name: string;
  readonly governments: number;
  /** Pages of a government's portal, and the bytes of one. */
  readonly pages: number;
  readonly bytes: number;
  /** Visits open at once. */
  readonly visits: number;
  /** Whether what is read is kept for the next night, as every scheduled night does. */
  readonly keeps: boolean;
}

/** Figures of one run. */
export interface MemoryRun extends MemoryCase {
  readonly captures: number;
  readonly seconds: number;
  /** Most resident memory of the process with all its threads. */
  readonly peakMiB: number;
  /** Growth of resident memory in the second half of the run, by least squares. */
  readonly growthMiB: number;
}

/**
 * Few visits and many on heavy pages, then what a scheduled night keeps on top, few governments and ten
 * times as many on light pages, and a crawl of a hundred thousand pages.
 */
export const memoryCases: readonly MemoryCase[] = [
  { name: 'few-open', governments: 100, pages: 30, bytes: 82_000, visits: 12, keeps: false },
  { name: 'many-open', governments: 100, pages: 30, bytes: 82_000, visits: 100, keeps: false },
  { name: 'keeping', governments: 100, pages: 30, bytes: 82_000, visits: 100, keeps: true },
  { name: 'country', governments: 337, pages: 4, bytes: 5000, visits: 100, keeps: false },
  { name: 'ten-countries', governments: 3370, pages: 4, bytes: 5000, visits: 100, keeps: false },
  { name: 'long', governments: 3370, pages: 30, bytes: 5000, visits: 100, keeps: false },
];

const timeLimit = 3_600_000;
const printedSchema = z.object({
  peakMiB: z.number(),
  samples: z.array(z.tuple([z.number(), z.number()])),
});

/** Crawls a farm once for every case, in a process of its own that is started as the command line is. */
export async function benchMemory(cases: readonly MemoryCase[], say: (line: string) => void): Promise<MemoryRun[]> {
  const runs: MemoryRun[] = [];
  for (const one of cases) {
    const run = await measure(one);
    say(memoryTable([run])[1] ?? '');
    runs.push(run);
  }
  return runs;
}

async function measure(one: MemoryCase): Promise<MemoryRun> {
  const { governments, pages, bytes, visits, keeps } = one;
  const farm = await FarmProcess.start({ hosts: governments, bytes, latency: 0, pages });
  const scratch = mkdtempSync(join(tmpdir(), 'govprobe-bench-'));
  const began = performance.now();
  try {
    const [program = '', ...options] = leanCommand('one-govprobe.ts', [
      ...['--judge', '--data', scratch, '--hosts', String(governments)],
      ...['--port', String(farm.port), '--visits', String(visits)],
      ...(keeps ? ['--again'] : []),
    ]);
    const { stdout } = await promisify(execFile)(program, options, { timeout: timeLimit, maxBuffer: 2 ** 26 });
    const { peakMiB, samples } = printedSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
    const captures = samples.at(-1)?.[0] ?? 0;
    const seconds = (performance.now() - began) / 1000;
    return { ...one, captures, seconds, peakMiB, growthMiB: slope(samples.slice(samples.length / 2)) * 10_000 };
  } finally {
    await farm.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Slope of the line through points by least squares. */
function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1): number => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const both = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return both / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

/** A table of runs, a line each. */
export function memoryTable(runs: readonly MemoryRun[]): string[] {
  const head = [
    'case'.padEnd(13),
    'governments',
    'pages each',
    'bytes',
    'open visits',
    'keeps',
    'captures',
    'seconds',
    'peak MiB',
    'MiB/10,000',
  ];
  const lines = runs.map(
    ({ name, governments, pages, bytes, visits, keeps, captures, seconds, peakMiB, growthMiB }) => [
      ...[name, governments, pages, bytes, visits, keeps ? 'yes' : 'no', captures].map(String),
      ...[seconds, peakMiB, growthMiB].map((figure) => figure.toFixed(0)),
    ],
  );
  return [head, ...lines].map((cells) => cells.map((cell, at) => cell.padStart(head[at]?.length ?? 0)).join('  '));
}
