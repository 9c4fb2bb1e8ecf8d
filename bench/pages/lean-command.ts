import { join } from 'node:path';
import lean from '../../bin/lean-start.json' with { type: 'json' };
import { hasAmpleMemory } from '../../src/application/ample-memory.ts';

/** Program and arguments of a script of this folder that is started as the command line starts a crawl. */
export function leanCommand(script: string, options: readonly string[]): string[] {
  const file = join(import.meta.dirname, script);
  if (hasAmpleMemory(process.env)) return [process.execPath, file, ...options];
  const environment = Object.entries(lean.environment).map(([name, value]) => `${name}=${value}`);
  return ['env', ...environment, process.execPath, ...lean.flags, file, ...options];
}
