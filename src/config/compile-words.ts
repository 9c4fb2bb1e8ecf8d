import { z } from 'zod';
import { describeIssue, innermost, type Path } from './describe-issue.ts';
import type { Vocabulary } from './schema/knowledge.ts';
import { type WordPool, wordPools } from './schema/words.ts';
import type { CompiledWords, WordSection } from './word-sections.ts';

/**
 * Checks and compiles the words, patterns and numbers that sections declare. `mistake` builds the
 * error for the first entry that is missing, invalid, or declared by no section.
 */
export function compileWords(
  sections: readonly WordSection[],
  vocabulary: Vocabulary,
  mistake: (path: Path, what: string) => Error,
): CompiledWords {
  const compiled = new Map<WordSection, Readonly<Record<string, unknown>>>();
  const read = new Set<string>();
  for (const section of new Set(sections)) {
    const values: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(section.shape)) {
      const pool = poolOf(name, schema);
      read.add(`${pool} ${name}`);
      const raw = vocabulary[pool][name];
      const checked = schema.safeParse(raw);
      if (!checked.success) {
        const first = checked.error.issues[0];
        if (first === undefined) throw new Error('a schema failed without naming an issue');
        const { issue, path } = innermost(first);
        throw mistake([pool, name, ...path], describeIssue(issue, path, raw));
      }
      values[name] = checked.data;
    }
    compiled.set(section, values);
  }
  for (const pool of wordPools)
    for (const name of Object.keys(vocabulary[pool]))
      if (!read.has(`${pool} ${name}`))
        throw mistake([pool, name], 'expected a known key, found one that nothing reads');
  return compiled;
}

const poolSchema = z.object({ pool: z.enum(wordPools) });

function poolOf(name: string, schema: z.ZodType): WordPool {
  const meta = poolSchema.safeParse(schema.meta());
  if (!meta.success) throw new Error(`${name} is declared by a schema that does not say where it stands`);
  return meta.data.pool;
}
