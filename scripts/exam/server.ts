import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { statsSchema } from './result.ts';

/** A running world. */
export interface RunningWorld {
  /** Address of its forward proxy. */
  readonly proxy: string;
  /** Stops it and returns its counts. */
  close(): Promise<z.infer<typeof statsSchema>>;
}

const startTime = 30_000;
const stopTime = 10_000;

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), stopTime);
    child.once('exit', () => {
      clearTimeout(timer);
      done();
    });
  });
}

/** Starts a world's `serve.mjs` on a free port. Throws if it does not print its address in time. */
export async function startWorld(program: string, statsFile: string): Promise<RunningWorld> {
  const child = spawn(process.execPath, [program, '--port', '0', '--stats', statsFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const proxy = await new Promise<string | null>((done) => {
    const timer = setTimeout(() => done(null), startTime);
    const end = (address: string | null): void => {
      clearTimeout(timer);
      done(address);
    };
    lines.on('line', (line) => {
      const address = /^proxy (http:\S+)/.exec(line)?.[1];
      if (address !== undefined) end(address);
    });
    child.once('exit', () => end(null));
    child.once('error', () => end(null));
  });
  if (proxy === null) {
    child.kill('SIGKILL');
    throw new Error(`${program} did not start`);
  }
  return {
    proxy,
    async close() {
      child.kill('SIGTERM');
      await ended(child);
      if (!existsSync(statsFile)) throw new Error(`${program} left no ${statsFile}`);
      return statsSchema.parse(JSON.parse(readFileSync(statsFile, 'utf8')));
    },
  };
}
