import { foldWidth } from '../config/full-width.ts';
import type { CompiledKnowledge } from '../config/knowledge.ts';

interface Word {
  readonly text: string;
  readonly kind: string;
}

/** Labels and units of counted things, longest first. */
export interface CountWords {
  readonly units: readonly Word[];
  readonly labels: readonly Word[];
  /** Words that are labels only with a qualifier after them. */
  readonly stems: readonly Word[];
  /** Complete labels, qualifiers included, with their kind. */
  readonly complete: ReadonlyMap<string, string>;
}

const known = new WeakMap<CompiledKnowledge, CountWords>();

/** The pack's words for counting, compiled once per pack. */
export function countWords(knowledge: CompiledKnowledge): CountWords {
  let words = known.get(knowledge);
  if (words) return words;
  const units: Word[] = [];
  const labels: Word[] = [];
  const stems: Word[] = [];
  const fold = (text: string): string => foldWidth(text).toLowerCase();
  for (const [kind, rule] of Object.entries(knowledge.vocabulary.counts)) {
    for (const text of rule.units) units.push({ text: fold(text), kind });
    for (const text of rule.labels) labels.push({ text: fold(text), kind });
    for (const text of rule.stems) stems.push({ text: fold(text), kind });
  }
  const longest = (a: Word, b: Word): number => b.text.length - a.text.length;
  const { qualifiers } = knowledge.vocabulary.reading.forms.counts;
  const complete = new Map(labels.map(({ text, kind }) => [text, kind]));
  for (const { text, kind } of [...labels, ...stems])
    for (const qualifier of qualifiers) complete.set(text + fold(qualifier), kind);
  words = { units: units.sort(longest), labels: labels.sort(longest), stems: stems.sort(longest), complete };
  known.set(knowledge, words);
  return words;
}
