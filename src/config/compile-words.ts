import { z } from 'zod';
import { clause } from './clause.ts';
import { describeIssue, innermost } from './describe-issue.ts';
import type { Complain } from './read-yaml.ts';
import type { Vocabulary } from './schema/knowledge.ts';
import { type WordPool, wordPools } from './schema/words.ts';
import type { CompiledWords, WordSection } from './word-sections.ts';

/**
 * Checks and compiles the words, patterns and numbers that sections declare. Complains of every
 * entry that is missing, invalid, or declared by no section; entries with a mistake are left out.
 */
export function compileWords(
  sections: readonly WordSection[],
  vocabulary: Vocabulary,
  complain: Complain,
): CompiledWords {
  const compiled = new Map<WordSection, Readonly<Record<string, unknown>>>();
  const read = new Set<string>();
  // Several sections may declare the same entry, whose mistake is one.
  const named = new Set<string>();
  for (const section of new Set(sections)) {
    const values: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(section.shape)) {
      const pool = poolOf(name, schema);
      read.add(`${pool} ${name}`);
      const raw = vocabulary[pool][name];
      const checked = schema.safeParse(raw);
      if (checked.success) values[name] = checked.data;
      else if (!named.has(`${pool} ${name}`)) {
        named.add(`${pool} ${name}`);
        for (const found of checked.error.issues) {
          const { issue, path } = innermost(found);
          complain([pool, name, ...path], describeIssue(issue, path, raw));
        }
      }
    }
    compiled.set(section, values);
  }
  for (const pool of wordPools)
    for (const name of Object.keys(vocabulary[pool]))
      if (!read.has(`${pool} ${name}`))
        complain([pool, name], clause`expected a known key, found one that nothing reads`);
  return compiled;
}

const poolSchema = z.object({ pool: z.enum(wordPools) });

/** The part of the vocabulary that an entry stands in. */
export function poolOf(name: string, schema: z.ZodType): WordPool {
  const meta = poolSchema.safeParse(schema.meta());
  if (!meta.success) throw new Error(`${name} is declared by a schema that does not say where it stands`);
  return meta.data.pool;
}
