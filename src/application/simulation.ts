import { type ChildProcess, spawn } from 'node:child_process';
import { request } from 'node:http';
import { resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { z } from 'zod';
import type { Pack } from '../config/pack.ts';
import type { Government } from '../model/government.ts';
import { UsageError } from '../model/usage-error.ts';
import { sandboxName } from '../sandbox/name.ts';
import { scaleRegistry } from '../sandbox/world/registry.ts';

/** Options of `govprobe sandbox`, as text. */
export interface SimulationChoice {
  readonly config?: string | undefined;
  readonly governments?: string | undefined;
  readonly sandbox?: boolean | undefined;
  readonly recorded?: string | undefined;
  readonly year?: string | undefined;
  readonly weather?: string | undefined;
  readonly seed?: string | undefined;
  readonly scale?: string | undefined;
  /** File that the truth sheet is written to. */
  readonly truth?: string | undefined;
}

/** A simulated country or recorded pages, served by a process of their own. */
export interface Simulation {
  readonly proxy: URL;
  /** The governments of the simulated country. */
  governments(pack: Pack): readonly Government[];
  close(): Promise<void>;
}

const announcement = z.looseObject({ proxy: z.url() });
/** How long (ms) the sandbox may take to announce its proxy; one that fails ends at once. */
const startTime = 120_000;
/** How long (ms) the sandbox may take to end in order. */
const endTime = 3000;

/** Options that name a file, which the other process may see from another working directory. */
const fileOptions = ['config', 'governments', 'recorded', 'truth'] as const;
const plainOptions = ['year', 'weather', 'seed', 'scale'] as const;

/**
 * Starts `govprobe sandbox` in a process of its own, so that the simulation takes no time and
 * memory from the crawl. Null when the choice asks for no simulation.
 *
 * @param program path of the command line's main file.
 * @throws UsageError with the sandbox's own sentence when it does not start.
 */
export async function startSimulation(program: string, choice: SimulationChoice): Promise<Simulation | null> {
  if (!choice.sandbox && choice.recorded === undefined) {
    const stray = plainOptions.find((name) => choice[name] !== undefined);
    if (stray !== undefined) throw new UsageError(`--${stray} needs --sandbox`);
    return null;
  }
  const child = spawn(
    process.execPath,
    [program, 'sandbox', '--port', '0', '--json', '--attached', ...argumentsOf(choice)],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-4000);
  });
  const first = await firstLine(child, createInterface({ input: child.stdout }));
  const parsed = announcement.safeParse(first === null ? null : parseJson(first));
  if (!parsed.success) {
    await stop(child);
    throw new UsageError(errors.trim().replace(/^govprobe: /, '') || 'the sandbox did not start');
  }
  const scale = choice.scale === undefined ? 1 : Number(choice.scale);
  return {
    proxy: new URL(parsed.data.proxy),
    governments: (pack) =>
      choice.recorded === undefined && scale > 1 ? scaleRegistry(pack.visits, scale) : pack.visits,
    close: () => stop(child),
  };
}

function argumentsOf(choice: SimulationChoice): string[] {
  return [
    ...fileOptions.flatMap((name) => optionOf(name, choice[name], resolve)),
    ...plainOptions.flatMap((name) => optionOf(name, choice[name], (value) => value)),
  ];
}

function optionOf(name: string, value: string | undefined, written: (value: string) => string): string[] {
  return value === undefined ? [] : [`--${name}`, written(value)];
}

/** The first line that a process prints; null when it ends or takes too long before. */
function firstLine(child: ChildProcess, lines: Interface): Promise<string | null> {
  return new Promise((done) => {
    const timer = setTimeout(() => done(null), startTime);
    const end = (line: string | null): void => {
      clearTimeout(timer);
      done(line);
    };
    lines.once('line', end);
    child.once('exit', () => end(null));
    child.once('error', () => end(null));
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), endTime);
    child.once('exit', () => {
      clearTimeout(timer);
      done();
    });
    child.kill('SIGTERM');
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** How long (ms) a proxy on this machine may take to say who it is. */
const patience = 2000;

/**
 * Whether `govprobe sandbox` answers at a proxy: it names itself in the `Proxy-Status` of its errors
 * (RFC 9209). Only a proxy on this machine is asked. Never rejects.
 */
export function isOwnSandbox(proxy: URL): Promise<boolean> {
  if (!/^(?:localhost|127\.[\d.]+|\[::1\])$/u.test(proxy.hostname)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const asked = request(proxy, { path: `http://${sandboxName}/`, headers: { host: sandboxName }, timeout: patience });
    asked.once('response', (response) => {
      response.resume();
      resolve(/^govprobe-sandbox\b/u.test(String(response.headers['proxy-status'] ?? '')));
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(false));
    asked.once('close', () => resolve(false));
    asked.end();
  });
}
