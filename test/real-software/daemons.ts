import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const patience = 60_000;

/** A temporary folder and its processes; `close` ends and deletes all. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'govprobe-real-'));
  readonly #children: ChildProcess[] = [];

  constructor() {
    // Tests may be interrupted, and daemons must not outlive them.
    process.once('exit', () => {
      for (const child of this.#children) child.kill('SIGKILL');
    });
  }

  /**
   * Runs a program to its end; throws with its output if it fails or takes longer than a minute.
   */
  run(
    program: string,
    args: readonly string[],
    options: { env?: Record<string, string>; input?: string } = {},
  ): string {
    const result = spawnSync(program, args, {
      cwd: this.folder,
      env: { ...process.env, ...options.env },
      input: options.input ?? '',
      encoding: 'utf8',
      timeout: patience,
    });
    if (result.status === 0) return result.stdout;
    const said = `${result.error?.message ?? ''}\n${result.stdout}\n${result.stderr}`.trim().slice(-2000);
    throw new Error(`${program} ${args.slice(0, 2).join(' ')} ended with ${result.status}: ${said}`);
  }

  /** Starts a daemon and waits for `ready`. Its output goes to a file in the folder. */
  async start(
    program: string,
    args: readonly string[],
    ready: () => Promise<boolean>,
    env: Record<string, string> = {},
  ): Promise<void> {
    const log = openSync(join(this.folder, `daemon-${this.#children.length}.log`), 'w');
    const child = spawn(program, args, {
      cwd: this.folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', log, log],
    });
    this.#children.push(child);
    const deadline = Date.now() + patience;
    while (!(await ready())) {
      if (child.exitCode !== null) throw new Error(`${program} ended at once with ${child.exitCode}`);
      if (Date.now() > deadline) throw new Error(`${program} was not ready within ${patience / 1000} s`);
      await new Promise((done) => setTimeout(done, 200));
    }
  }

  /** Serves a folder with PHP's server on a free loopback port; returns the port. */
  async servePhp(root: string, env: Record<string, string> = {}): Promise<number> {
    const port = await freePort();
    const ready = async (): Promise<boolean> => {
      try {
        await fetch(`http://127.0.0.1:${port}/robots.txt`, { redirect: 'manual', signal: AbortSignal.timeout(2000) });
        return true;
      } catch {
        return false;
      }
    };
    await this.start('php', ['-q', '-S', `127.0.0.1:${port}`, '-t', root], ready, env);
    return port;
  }

  async close(): Promise<void> {
    await Promise.all(this.#children.map(stop));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 8000);
    child.once('exit', () => {
      clearTimeout(timer);
      done();
    });
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object' ? done(address.port) : fail(new Error('no port')),
      );
    });
  });
}
