import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { KindSign } from '../kind.ts';
import { matchesAny } from '../matches-any.ts';
import type { Page } from '../page.ts';
import { type Facts, factsOf, sign } from './facts.ts';

/** Pages with more text, titles or links than this are more than a notice. */
const longestNotice = 1200;
const longestSentence = 240;
const mostTitles = 6;
/** Link labels of at least this many characters are titles. */
const shortestTitle = 6;
const mostLinks = 40;
const longestWall = 1500;

/**
 * A page in place of the site: default page, maintenance, closed or moved site, expired domain,
 * notice of a provider or firewall, browser advice.
 */
export function notice(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  const rule = facts.rules.notice;
  if (!isSmall(facts)) return null;
  const title = match(rule.titles, page.title);
  const sentence = sentenceIn(facts, rule.sentences, longestSentence);
  if (title === null && sentence === null) return null;
  return sign('notice', title !== null && sentence !== null ? 0.97 : 0.9, [title, sentence]);
}

/** A page of a bot guard: a refusal or a challenge. */
export function wall(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  if (!isSmall(facts) || facts.folded.length > longestWall || facts.links.length > 6) return null;
  const rule = facts.rules.wall.sentences;
  const found = match(rule, page.title) ?? sentenceIn(facts, rule, longestSentence);
  return found === null ? null : sign('wall', 0.9, [found]);
}

function isSmall(facts: Facts): boolean {
  const { page } = facts;
  return (
    page.kind === 'html' &&
    facts.folded.length <= longestNotice &&
    facts.titles.length <= mostTitles &&
    page.links.length <= mostLinks
  );
}

function match(patterns: readonly RegExp[], text: string): string | null {
  if (!matchesAny(patterns, text)) return null;
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return null;
}

/**
 * The first match of the patterns in a content line of at most `longest` characters; null if none.
 */
export function sentenceIn(facts: Facts, patterns: readonly RegExp[], longest: number): string | null {
  if (patterns.length === 0) return null;
  const labels = facts.links.map(({ label }) => foldLabel(label)).filter((label) => label.length >= shortestTitle);
  for (const line of facts.prose) {
    if (line.length > longest) continue;
    const found = match(patterns, line);
    // A headline with a date beside it describes an article, not this page.
    if (found !== null && !labels.some((label) => label.includes(foldLabel(found)))) return found;
  }
  return null;
}

/** The first match of the patterns in the page's title. */
export function titleIn(page: Page, patterns: readonly RegExp[]): string | null {
  return match(patterns, page.title);
}
