import { vi } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { placeEnvironment } from '../store/place.ts';
import type { Outcome } from './cli.ts';

/**
 * Runs a command inside this process: commands that read the store need no separate process, which
 * takes seconds to start on a busy machine.
 */
export async function inProcess(args: readonly string[]): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      stdout += String(chunk);
      return true;
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      stderr += String(chunk);
      return true;
    }),
  ];
  const { GOVPROBE_DATABASE: before } = process.env;
  try {
    process.exitCode = 0;
    Object.assign(process.env, placeEnvironment(args));
    const status = await run(['node', 'govprobe', ...args]);
    return { status, stdout, stderr };
  } finally {
    process.exitCode = 0;
    if (before === undefined) delete process.env.GOVPROBE_DATABASE;
    else process.env.GOVPROBE_DATABASE = before;
    for (const spy of spies) spy.mockRestore();
  }
}
