import type { z } from 'zod';

/**
 * The words, patterns and numbers that one piece of code reads, by their names in `vocabulary.yaml`. A declaration is made of the helper
 * schemas of `schema/words.ts`; each of them says where its kind stands.
 */
export type WordSection = z.ZodObject<Readonly<Record<string, z.ZodType>>>;

/** What every pack must have words for, and what it must have for each probe that it lets run. */
export interface WordSource {
  readonly always: readonly WordSection[];
  readonly probes: ReadonlyMap<string, readonly WordSection[]>;
}

export type CompiledWords = ReadonlyMap<WordSection, Readonly<Record<string, unknown>>>;

/** What a section reads, as the pack has it. Throws where the pack was loaded without the section. */
export function wordsOf<Section extends WordSection>(
  section: Section,
  knowledge: { readonly words: CompiledWords },
): z.output<Section> {
  const words = knowledge.words.get(section);
  if (words === undefined)
    throw new Error(`the pack was loaded without the words ${Object.keys(section.shape).join(', ')}`);
  // Compiled by this very schema, name by name.
  return words as z.output<Section>;
}
