import type { z } from 'zod';

/**
 * The words, patterns and numbers that one module reads, by their names in `vocabulary.yaml`. A
 * section is built from the helper schemas of `schema/words.ts`, each of which belongs to one part
 * of that file.
 */
export type WordSection = z.ZodObject<Readonly<Record<string, z.ZodType>>>;

/** What every pack must have words for, and what it must have for each probe that it lets run. */
export interface WordSource {
  readonly always: readonly WordSection[];
  readonly probes: ReadonlyMap<string, readonly WordSection[]>;
  /** Schema of the value that each probe measures: what the leaves of the tree may read. */
  readonly values?: ReadonlyMap<string, z.ZodType>;
}

export type CompiledWords = ReadonlyMap<WordSection, Readonly<Record<string, unknown>>>;

/** The compiled entries of a section. Throws if the pack was loaded without the section. */
export function wordsOf<Section extends WordSection>(
  section: Section,
  knowledge: { readonly words: CompiledWords },
): z.output<Section> {
  const words = knowledge.words.get(section);
  if (words === undefined)
    throw new Error(`the pack was loaded without the words ${Object.keys(section.shape).join(', ')}`);
  // The entries were parsed by this schema, name by name.
  return words as z.output<Section>;
}
