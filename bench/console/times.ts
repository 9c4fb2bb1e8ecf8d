import { setTimeout as sleep } from 'node:timers/promises';
import { drawHash } from '../../src/scoring/sampling/draw-hash.ts';
import type { Address } from './addresses.ts';

/** How long the answers of one route took, in milliseconds. */
export interface RouteTimes {
  readonly route: string;
  readonly times: readonly number[];
  /** Answers that were no success. */
  readonly failed: number;
  readonly largest: number;
}

/** Asks once and reads the whole answer. @returns milliseconds, status and bytes */
async function ask(origin: string, path: string): Promise<{ time: number; status: number; bytes: number }> {
  const start = performance.now();
  const response = await fetch(origin + path, { redirect: 'manual' });
  const bytes = (await response.arrayBuffer()).byteLength;
  return { time: performance.now() - start, status: response.status, bytes };
}

/**
 * Asks for all addresses, some rounds long, each round in another order that follows from its number.
 *
 * @param rate requests a second, whether or not the one before was answered; null: one after the other
 */
export async function timesOf(
  origin: string,
  addresses: readonly Address[],
  rounds: number,
  rate: number | null,
): Promise<RouteTimes[]> {
  const found = new Map<string, { times: number[]; failed: number; largest: number }>();
  const open: Promise<void>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const lot = ({ path }: Address): number => drawHash(String(round), path);
    for (const { route, path } of addresses.toSorted((a, b) => lot(a) - lot(b))) {
      const answer = ask(origin, path).then(({ time, status, bytes }) => {
        const own = found.get(route) ?? { times: [], failed: 0, largest: 0 };
        found.set(route, own);
        own.times.push(time);
        own.largest = Math.max(own.largest, bytes);
        if (status >= 400) own.failed += 1;
      });
      open.push(answer);
      await (rate === null ? answer : sleep(1000 / rate));
    }
  }
  await Promise.all(open);
  return [...found].map(([route, own]) => ({ route, ...own })).sort((a, b) => (a.route < b.route ? -1 : 1));
}

/** A quantile of some times; NaN where there are none. */
export function quantileOf(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Rows of text: every route, slowest median first, and all together. */
export function timesTable(routes: readonly RouteTimes[]): string[] {
  const row = (route: string, times: readonly number[], failed: number, largest: number): string => {
    const figures = [quantileOf(times, 0.5), quantileOf(times, 0.99), Math.max(...times)];
    const size = largest === 0 ? '' : `${Math.round(largest / 1000)} KB`;
    const cells = [...figures.map((value) => value.toFixed(1)), String(times.length), size];
    return `${route.padEnd(38)}${cells.map((cell) => cell.padStart(9)).join('')}${failed === 0 ? '' : `  ${failed} failed`}`;
  };
  const slowest = routes.toSorted((a, b) => quantileOf(b.times, 0.5) - quantileOf(a.times, 0.5));
  const head = ['median ms', 'p99 ms', 'max ms', 'requests', 'largest'].map((cell) => cell.padStart(9)).join('');
  const all = routes.flatMap(({ times }) => times);
  return [
    `${'route'.padEnd(38)}${head}`,
    ...slowest.map(({ route, times, failed, largest }) => row(route, times, failed, largest)),
    row('all', all, 0, 0),
  ];
}
