import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const statSchema = z.object({ pages: z.number(), requests: z.number(), first: z.number(), last: z.number() });

/** What a farm consists of. */
export interface FarmShape {
  readonly hosts: number;
  /** Length of a page. */
  readonly bytes: number;
  /** Delay of every answer, in milliseconds. */
  readonly latency: number;
  /** Pages of a host; 30 if left out. */
  readonly pages?: number;
}

/** A farm in a process of its own. */
export class FarmProcess {
  readonly port: number;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, port: number) {
    this.#process = process;
    this.port = port;
  }

  static async start(shape: FarmShape): Promise<FarmProcess> {
    const options = Object.entries(shape).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const child = spawn(process.execPath, [join(import.meta.dirname, 'farm.ts'), ...options], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) return new FarmProcess(child, Number(line));
    throw new Error('the farm did not start');
  }

  /** What was served since the last call. */
  async served(): Promise<z.infer<typeof statSchema>> {
    const reply = await fetch(`http://127.0.0.1:${this.port}/__stat`);
    return statSchema.parse(await reply.json());
  }

  async close(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.stdin?.end();
    await ended;
  }
}
