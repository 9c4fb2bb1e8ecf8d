import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { compileCalendar } from '../../src/config/calendar.ts';
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
  const meta = packMetaSchema.parse(parse(readFileSync(new URL('pack.yaml', config), 'utf8')));
  compiled ??= compileKnowledge(
    vocabularySchema.parse(parse(readFileSync(new URL('vocabulary.yaml', config), 'utf8'))),
    vendorsSchema.parse(parse(readFileSync(new URL('vendors.yaml', config), 'utf8'))).vendors,
    compileCalendar(holidaysSchema.parse(parse(readFileSync(new URL('holidays.yaml', config), 'utf8')))),
    questionsSchema.parse(parse(readFileSync(new URL('questions.yaml', config), 'utf8'))),
    {
      kinds: kindsSchema.parse(parse(readFileSync(new URL('kinds.yaml', config), 'utf8'))),
      naming: meta.naming,
      encodings: meta.encodings,
    },
  );
  return compiled;
}
