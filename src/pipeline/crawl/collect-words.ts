import { z } from 'zod';
import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { wordList } from '../../config/schema/words.ts';
import { wordsOf } from '../../config/word-sections.ts';

/** What collecting takes from the word lists of the pack. */
export const collectWords = z.object({ 'never-clicked': wordList });

/** Words of controls that are never clicked to learn where they lead. */
export function neverClicked(knowledge: CompiledKnowledge): readonly string[] {
  return wordsOf(collectWords, knowledge)['never-clicked'].words;
}
