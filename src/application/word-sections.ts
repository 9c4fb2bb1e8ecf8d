import type { WordSection } from '../config/word-sections.ts';
import { collectWords } from '../pipeline/crawl/collect-words.ts';
import { probes } from '../probes/list.ts';
import { readingSections } from '../reading/reading-words.ts';

/** All that the program reads of a pack's words, patterns and numbers: what `loadPack` checks and compiles. */
export const wordSections: readonly WordSection[] = [
  ...readingSections,
  collectWords,
  ...probes.flatMap(({ words }) => words),
];
