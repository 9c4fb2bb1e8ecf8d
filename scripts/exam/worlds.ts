import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A country with its truth, written by others, or recorded real pages. */
export interface World {
  readonly name: string;
  readonly kind: 'world' | 'recorded';
  /** Registry (CSV) and truth sheet (JSON lines). */
  readonly governments: string;
  readonly truth: string;
  /**
   * The program that serves its hosts (`world`), or the manifest of recorded pages (`recorded`).
   */
  readonly source: string;
}

const needed = { world: 'serve.mjs', recorded: 'manifest.jsonl' } as const;

function worldIn(folder: string, name: string, kind: World['kind']): World | null {
  const file = (base: string): string => path.join(folder, base);
  const world = {
    name,
    kind,
    governments: file('governments.csv'),
    truth: file('truth.jsonl'),
    source: file(needed[kind]),
  };
  return [world.governments, world.truth, world.source].every((item) => existsSync(item)) ? world : null;
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/**
 * All available worlds: those of the project (`test/worlds`), then those beside it
 * (`../shared/worlds`), then recorded pages (`../shared/realpages`). A folder needs a program, a
 * registry and a truth. Of two with the same name the project's is used.
 */
export function findWorlds(root: string): World[] {
  const shared = path.join(root, '..', 'shared');
  const found = new Map<string, World>();
  for (const folder of [path.join(root, 'test', 'worlds'), path.join(shared, 'worlds')]) {
    for (const name of foldersIn(folder)) {
      const world = worldIn(path.join(folder, name), name, 'world');
      if (world !== null && !found.has(name)) found.set(name, world);
    }
  }
  const recorded = worldIn(path.join(shared, 'realpages'), 'realpages', 'recorded');
  return [...found.values(), ...(recorded === null ? [] : [recorded])];
}
