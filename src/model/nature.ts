import type { Run } from './run.ts';

/** What answers the requests of a run: real sites, or something that stands in for them. */
export const natures = ['real', 'simulated'] as const;
export type Nature = (typeof natures)[number];

/** What a data folder holds; `mixed` is known only of folders of earlier releases. */
export const folderKinds = [...natures, 'mixed'] as const;
export type FolderKind = (typeof folderKinds)[number];

/** The nature of a run; runs of a person's own folder are real unless they say otherwise. */
export function natureOf({ settings }: Pick<Run, 'settings'>): Nature {
  return settings.simulated === true ? 'simulated' : 'real';
}

/** The kind of what several runs found together; real where there is none. */
export function kindOf(runs: Iterable<Pick<Run, 'settings'>>): FolderKind {
  const found = new Set([...runs].map(natureOf));
  if (found.size > 1) return 'mixed';
  return found.has('simulated') ? 'simulated' : 'real';
}
