import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { KindSign } from '../kind.ts';
import type { Page } from '../page.ts';
import { factsOf, named, ruledOut, sign } from './facts.ts';

const shortestText = 80;
const fewestNamed = 2;
const fewestUnnamed = 5;
const fewestMentions = 3;
/** With this many parts, one mention is enough. */
const manyParts = 6;

/**
 * The site's own privacy text: it is named so and has typical content, or has so much of it that no
 * name is needed.
 */
export function privacyText(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules['privacy-text'];
  if (facts.headline || ruledOut(facts, rule) || facts.folded.length < shortestText) return null;
  const name = named(facts, rule);
  if (name === null && facts.byline) return null;
  const parts = partsIn(page.text, rule.parts, name === null ? fewestUnnamed : fewestNamed);
  if (name !== null && parts.length >= fewestNamed)
    return sign('privacy-text', Math.min(0.97, 0.8 + 0.03 * parts.length), [name, ...parts]);
  if (facts.byline || parts.length < fewestUnnamed) return null;
  const mentions = rule.mentions.count(foldLabel(page.text));
  if (mentions < (parts.length >= manyParts ? 1 : fewestMentions)) return null;
  return sign('privacy-text', 0.75, parts);
}

/** What the patterns find in a text; nothing as soon as it is clear that fewer than so many do. */
function partsIn(text: string, patterns: readonly RegExp[], fewest: number): string[] {
  const parts: string[] = [];
  for (const [at, pattern] of patterns.entries()) {
    if (parts.length + patterns.length - at < fewest) return [];
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) parts.push(found);
  }
  return parts;
}
