import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { wordSections } from '../../src/application/word-sections.ts';
import { compileCalendar } from '../../src/config/calendar.ts';
import { compileWords } from '../../src/config/compile-words.ts';
import { type CompiledKnowledge, compileKnowledge } from '../../src/config/knowledge.ts';
import { holidaysSchema } from '../../src/config/schema/holidays.ts';
import { kindsSchema } from '../../src/config/schema/kinds.ts';
import { vendorsSchema, vocabularySchema } from '../../src/config/schema/knowledge.ts';
import { packMetaSchema } from '../../src/config/schema/pack.ts';
import { questionsSchema } from '../../src/config/schema/questions.ts';

const config = new URL('../../config/', import.meta.url);
let compiled: CompiledKnowledge | null = null;

/** The knowledge files of the project's own pack, as the detectors use them. */
export function knowledge(): CompiledKnowledge {
  if (compiled !== null) return compiled;
  const vocabulary = vocabularySchema.parse(parse(readFileSync(new URL('vocabulary.yaml', config), 'utf8')));
  const meta = packMetaSchema.parse(parse(readFileSync(new URL('pack.yaml', config), 'utf8')));
  compiled = compileKnowledge(
    vocabulary,
    vendorsSchema.parse(parse(readFileSync(new URL('vendors.yaml', config), 'utf8'))).vendors,
    compileCalendar(holidaysSchema.parse(parse(readFileSync(new URL('holidays.yaml', config), 'utf8')))),
    questionsSchema.parse(parse(readFileSync(new URL('questions.yaml', config), 'utf8'))),
    {
      words: compileWords(wordSections, vocabulary, (path, what) => {
        throw new Error(`${path.map(String).join('.')}: ${what}`);
      }),
      kinds: kindsSchema.parse(parse(readFileSync(new URL('kinds.yaml', config), 'utf8'))),
      naming: meta.naming,
      encodings: meta.encodings,
      codes: meta.codes,
    },
  );
  return compiled;
}
