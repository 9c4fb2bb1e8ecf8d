import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A country with its truth that others wrote, or real pages that were recorded. */
export interface World {
  readonly name: string;
  readonly kind: 'world' | 'recorded';
  /** Registry (CSV) and truth sheet (JSON lines). */
  readonly governments: string;
  readonly truth: string;
  /** The program that answers for its hosts (`world`), or the manifest of the recorded pages (`recorded`). */
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
 * All worlds at hand: those of the project (`test/worlds`), then those that lie beside it (`../shared/worlds`), then the recorded pages
 * (`../shared/realpages`). A folder without program, registry and truth is no world. Of two of the same name the project's counts.
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
