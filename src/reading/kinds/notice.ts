import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import type { KindSign } from '../kind.ts';
import type { Page } from '../page.ts';
import { type Facts, factsOf, sign } from './facts.ts';

/** A notice says one thing: pages with more text, more titles or more links than this hold content of their own. */
const longestNotice = 1200;
const longestSentence = 240;
const mostTitles = 6;
/** Labels of links with at least so many characters are titles. */
const shortestTitle = 6;
const mostLinks = 40;
const longestWall = 1500;

/**
 * A page that stands in a site's place: a web server's default page, a word on maintenance, a closed or moved site, an expired domain, a
 * provider's or a firewall's notice, the advice to use another browser.
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

/** A guard's page instead of the site's: a refusal, or the demand to prove that a person is there. */
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
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return null;
}

/** What the first pattern finds in a line of the page's own text that is no longer than `longest`; null when nothing. */
export function sentenceIn(facts: Facts, patterns: readonly RegExp[], longest: number): string | null {
  if (patterns.length === 0) return null;
  const labels = facts.links.map(({ label }) => foldLabel(label)).filter((label) => label.length >= shortestTitle);
  for (const line of facts.prose) {
    if (line.length > longest) continue;
    const found = match(patterns, line);
    // A headline with its day beside it is about something that can be read behind its link.
    if (found !== null && !labels.some((label) => label.includes(foldLabel(found)))) return found;
  }
  return null;
}

/** What the first pattern finds in the page's title. */
export function titleIn(page: Page, patterns: readonly RegExp[]): string | null {
  return match(patterns, page.title);
}
