import type { Pack } from '../config/pack.ts';
import { type EditionYear, type Sandbox, startSandbox, truthLines } from '../sandbox/index.ts';
import { registryOf } from './run-settings.ts';
import { writeWhole } from './write-whole.ts';

export interface CountryRequest {
  /** Registry of a file; undefined: that of the pack, with its observed governments. */
  readonly governments?: string | undefined;
  /** File that the truth sheet is written to. */
  readonly truth?: string | undefined;
  readonly port: number;
  readonly year: EditionYear;
  readonly weather: 'calm' | 'storm';
  readonly seed: number;
  readonly scale: number;
  readonly revision: number;
  /** Delay of every answer, in milliseconds. */
  readonly latency: number;
  /** Milliseconds between two requests that every robots.txt asks for. */
  readonly crawlDelay?: number | undefined;
  /** File that every request is written to. */
  readonly accessLog?: string | undefined;
}

/**
 * Starts the simulated country behind a forward proxy.
 *
 * @throws UsageError for a registry or truth sheet that cannot be used.
 */
export async function serveCountry(pack: Pack, request: CountryRequest): Promise<Sandbox> {
  const {
    governments: file,
    truth,
    latency,
    accessLog,
    crawlDelay,
    port,
    year,
    weather,
    seed,
    scale,
    revision,
  } = request;
  const sandbox = await startSandbox({
    governments: file === undefined ? pack.governments : registryOf(pack, file),
    observed: file === undefined ? pack.observed : [],
    ...{ seed, year, weather, scale, revision, port },
    latencyMs: latency,
    ...{ accessLog, crawlDelay },
  });
  if (truth === undefined) return sandbox;
  try {
    writeTruth(truth, sandbox);
    return sandbox;
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

/** As JSON lines. */
function writeTruth(file: string, { world }: Sandbox): void {
  writeWhole(file, [...truthLines(world)].map((line) => `${JSON.stringify(line)}\n`).join(''));
}
