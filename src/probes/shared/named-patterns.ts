import type { CompiledKnowledge } from '../../config/knowledge.ts';

/** A line `name: word|word` of a word list, ready for matching. */
export interface NamedPattern {
  readonly name: string;
  readonly pattern: RegExp;
}

const compiled = new WeakMap<CompiledKnowledge, Map<string, readonly NamedPattern[]>>();

/** The lines of a word list of the form `name: word|word`; lines of another form are left out. */
export function namedPatterns(knowledge: CompiledKnowledge, list: string): readonly NamedPattern[] {
  const byList = compiled.get(knowledge) ?? new Map<string, readonly NamedPattern[]>();
  compiled.set(knowledge, byList);
  const known = byList.get(list);
  if (known) return known;
  const made = (knowledge.vocabulary.lists[list] ?? []).flatMap((line) => {
    const colon = line.indexOf(':');
    const source = line.slice(colon + 1).trim();
    return colon > 0 && source !== '' ? [{ name: line.slice(0, colon).trim(), pattern: new RegExp(source, 'iu') }] : [];
  });
  byList.set(list, made);
  return made;
}
