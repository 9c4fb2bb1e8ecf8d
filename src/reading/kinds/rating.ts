import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { WordSet } from '../../config/words.ts';
import type { KindSign } from '../kind.ts';
import type { Page } from '../page.ts';
import { type Facts, factsOf, labelled, named, sign, wordsInLabels } from './facts.ts';

const fewestGrades = 3;
const fewestColumns = 2;
/**
 * Most characters between the name of a rate and its number, enough for a verb and a comparison.
 */
const longestBetween = 14;

/**
 * A page where services are rated or ratings are shown: grades to choose from, or a table of
 * ratings.
 */
export function rating(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules.rating;
  const name = named(facts, rule);
  if (page.kind !== 'html' || name === null) return null;
  const grades = rule.grades.list.filter((word) => facts.tokens.has(word) || facts.labels.has(word));
  const fields = page.forms.flatMap((form) => form.fields.map(({ label, value }) => foldLabel(`${label} ${value}`)));
  const chosen =
    grades.length > 0 ? grades : rule.grades.list.filter((word) => fields.some((text) => text.includes(word)));
  const columns = wordsInLabels(facts, rule.columns);
  if (chosen.length < fewestGrades && columns.length < fewestColumns) return null;
  return sign('rating', 0.9, [name, ...chosen, ...columns]);
}

/** Statistics of ratings: shares of good ratings, of raters, of complaints resolved. */
export function rates(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules.rates;
  if (facts.headline) return null;
  const found = figuresOf(facts, rule.rates);
  const name = named(facts, rule);
  if (found.length === 0 || (name === null && found.length < 2)) return null;
  return sign('rates', name === null ? 0.75 : 0.93, [name, ...found]);
}

/**
 * Words of the list with a number: in the same line, or as a label whose value is a percentage or
 * number.
 */
function figuresOf(facts: Facts, words: WordSet): string[] {
  const found = new Set<string>();
  for (let at = 0; at < facts.prose.length; at += 1) {
    const line = facts.prose[at] ?? '';
    if (line.length > 400 || !/\d/u.test(line)) continue;
    const folded = facts.foldedLines[at] ?? '';
    for (const word of words.allIn(folded)) {
      const after = folded.slice(
        folded.indexOf(word) + word.length,
        folded.indexOf(word) + word.length + longestBetween,
      );
      const before = folded.slice(Math.max(0, folded.indexOf(word) - longestBetween), folded.indexOf(word));
      if (/^[^。；;]*?\d+(?:\.\d+)?\s*[%％]|^\D{0,6}\d/u.test(after) || /\d+(?:\.\d+)?[%％][^。]{0,4}$/u.test(before))
        found.add(word);
    }
  }
  const { text } = facts.page;
  if (/[%％]/u.test(text) && /(?<!\d)\d+(?:\.\d+)?\s*[%％]/u.test(text))
    for (const { word } of labelled(facts, words)) found.add(word);
  return [...found];
}
