import type { Command } from 'commander';
import { assemble } from './assemble.ts';
import { commandLoaders } from './command-loaders.ts';
import { addCompletion } from './completion.ts';

/**
 * The whole command line. Each command sets `process.exitCode` only when it ends other than well.
 */
export async function buildProgram(): Promise<Command> {
  return assemble(await Promise.all([...commandLoaders.values()].map((load) => load())), addCompletion);
}
