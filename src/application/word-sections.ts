import type { WordSection, WordSource } from '../config/word-sections.ts';
import { collectWords } from '../pipeline/crawl/collect-words.ts';
import { probes } from '../probes/list.ts';
import { readingSections } from '../reading/reading-words.ts';

/**
 * What the program reads of a pack's words, patterns and numbers: what `loadPack` checks and
 * compiles.
 */
export const wordSource: WordSource = {
  always: [...readingSections, collectWords],
  probes: new Map(probes.map(({ id, words }) => [id, words])),
  values: new Map(probes.map(({ id, value }) => [id, value])),
};

/** All of it, for a pack that lets every probe run. */
export const wordSections: readonly WordSection[] = [...wordSource.always, ...[...wordSource.probes.values()].flat()];
