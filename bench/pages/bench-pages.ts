import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contender, contenders } from './contenders.ts';
import { FarmProcess } from './farm-process.ts';
import { costOf } from './processes.ts';

export interface PagesOptions {
  readonly runs: number;
  readonly hosts: number;
  /** Lengths of pages, in bytes. */
  readonly sizes: readonly number[];
  /** Delays of every answer, in milliseconds. */
  readonly latencies: readonly number[];
  /** Names of contenders; empty: all. */
  readonly only: readonly string[];
}

/** Figures of one run. */
export interface PagesRun {
  readonly cpuMs: number;
  readonly pagesPerSecond: number;
  readonly peakMiB: number;
  readonly pages: number;
}

export interface PagesRow {
  readonly bytes: number;
  readonly latency: number;
  readonly contender: string;
  readonly runs: readonly PagesRun[];
}

const timeLimit = 600_000;

async function runOnce(contender: Contender, farm: FarmProcess, hosts: number): Promise<PagesRun> {
  const scratch = mkdtempSync(join(tmpdir(), 'govprobe-bench-'));
  try {
    await farm.served();
    const cost = await costOf(contender.command({ hosts, port: farm.port, scratch }), timeLimit);
    const { pages, first, last } = await farm.served();
    return {
      cpuMs: (cost.cpuSeconds * 1000) / pages,
      pagesPerSecond: (pages * 1000) / (last - first),
      peakMiB: cost.peakMiB,
      pages,
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Those that are wanted and can run here; says which cannot, and why. */
function runnable(only: readonly string[], say: (line: string) => void): Contender[] {
  return contenders.filter(({ name, missing }) => {
    if (only.length > 0 && !only.includes(name)) return false;
    const why = missing();
    if (why !== null) say(`${name} is left out: ${why}`);
    return why === null;
  });
}

/** Crawls farms of heavy pages with every contender; runs are interleaved, so that all share the noise. */
export async function benchPages(options: PagesOptions, say: (line: string) => void): Promise<PagesRow[]> {
  const { hosts, sizes, latencies, runs, only } = options;
  const rows: PagesRow[] = [];
  const able = runnable(only, say);
  for (const bytes of sizes)
    for (const latency of latencies) {
      const farm = await FarmProcess.start({ hosts, bytes, latency });
      const measured = new Map<string, PagesRun[]>(able.map(({ name }) => [name, []]));
      try {
        for (let run = 1; run <= runs; run += 1)
          for (const contender of able) {
            const figures = await runOnce(contender, farm, hosts);
            measured.get(contender.name)?.push(figures);
            say(`${bytes} bytes, ${latency} ms, run ${run}, ${contender.name}: ${told(figures)}`);
          }
      } finally {
        await farm.close();
      }
      for (const [contender, all] of measured) rows.push({ bytes, latency, contender, runs: all });
    }
  return rows;
}

function told({ cpuMs, pagesPerSecond, peakMiB, pages }: PagesRun): string {
  return `${cpuMs.toFixed(2)} ms/page, ${pagesPerSecond.toFixed(0)} pages/s, ${peakMiB.toFixed(0)} MiB, ${pages} pages`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A table of medians, with the ratio of processor time to the first contender of the same pages. */
export function pagesTable(rows: readonly PagesRow[]): string[] {
  const head = ['bytes', 'ms', 'contender', 'CPU ms/page', '(min-max)', '/raw', 'pages/s', 'MiB', 'pages'];
  const lines = rows.map(({ bytes, latency, contender, runs }) => {
    const of = (figure: keyof PagesRun): number => median(runs.map((run) => run[figure]));
    const floor = rows.find((row) => row.bytes === bytes && row.latency === latency);
    const ratio = of('cpuMs') / median((floor?.runs ?? []).map(({ cpuMs }) => cpuMs));
    const all = runs.map(({ cpuMs }) => cpuMs);
    return [
      ...[String(bytes), String(latency), contender, of('cpuMs').toFixed(2)],
      ...[`${Math.min(...all).toFixed(1)}-${Math.max(...all).toFixed(1)}`, ratio.toFixed(2)],
      ...[of('pagesPerSecond').toFixed(0), of('peakMiB').toFixed(0), String(of('pages'))],
    ];
  });
  const all = [head, ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  return all.map((line) =>
    line
      .map((cell, column) => (column === 2 ? cell.padEnd(widths[2] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}
