import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Pack } from '../config/pack.ts';
import type { Government } from '../model/government.ts';
import { UsageError } from '../model/usage-error.ts';
import { scaleRegistry } from '../sandbox/index.ts';

export interface SimulationOptions {
  readonly config?: string;
  readonly governments?: string;
  readonly sandbox?: boolean;
  readonly recorded?: string;
  readonly year?: string;
  readonly weather?: string;
  readonly seed?: string;
  readonly scale?: string;
  /** File that the truth sheet is written to. */
  readonly truth?: string;
}

/** A simulated country or recorded pages, served by a process of their own. */
export interface Simulation {
  readonly proxy: URL;
  /** The governments of the simulated country. */
  governments(pack: Pack): readonly Government[];
  close(): Promise<void>;
}

const announcement = z.looseObject({ proxy: z.url() });
const startTime = 30_000;

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
    child.once('exit', () => {
      clearTimeout(timer);
      done();
    });
    child.kill('SIGTERM');
  });
}

/**
 * Starts `govprobe sandbox` in a process of its own, so that the country it plays takes no time and memory of the crawl. Null when the
 * options ask for no simulation. Throws `UsageError` with the sandbox's own sentence when it does not start.
 */
export async function startSimulation(options: SimulationOptions): Promise<Simulation | null> {
  if (!options.sandbox && options.recorded === undefined) {
    const stray = (['year', 'weather', 'seed', 'scale'] as const).find((name) => options[name] !== undefined);
    if (stray !== undefined) throw new UsageError(`--${stray} needs --sandbox`);
    return null;
  }
  const pass = (['config', 'governments', 'year', 'weather', 'seed', 'scale', 'recorded', 'truth'] as const).flatMap(
    (name) => {
      const value = options[name];
      if (value === undefined) return [];
      const isFile = name === 'config' || name === 'governments' || name === 'recorded' || name === 'truth';
      return [`--${name}`, isFile ? resolve(value) : value];
    },
  );
  const program = fileURLToPath(import.meta.url).replace(/simulation\.(ts|js)$/, 'main.$1');
  const child = spawn(process.execPath, [program, 'sandbox', '--port', '0', '--json', '--attached', ...pass], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-4000);
  });
  const lines = createInterface({ input: child.stdout });
  const first = await new Promise<string | null>((done) => {
    const timer = setTimeout(() => done(null), startTime);
    const end = (line: string | null): void => {
      clearTimeout(timer);
      done(line);
    };
    lines.once('line', end);
    child.once('exit', () => end(null));
    child.once('error', () => end(null));
  });
  const parsed = announcement.safeParse(first === null ? null : parseJson(first));
  if (!parsed.success) {
    await stop(child);
    throw new UsageError(errors.trim().replace(/^govprobe: /, '') || 'the sandbox did not start');
  }
  const scale = options.scale === undefined ? 1 : Number(options.scale);
  return {
    proxy: new URL(parsed.data.proxy),
    governments: (pack) =>
      options.recorded === undefined && scale > 1 ? scaleRegistry(pack.visits, scale) : pack.visits,
    close: () => stop(child),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
