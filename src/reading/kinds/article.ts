import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { KindSign } from '../kind.ts';
import type { Page } from '../page.ts';
import { factsOf, sign } from './facts.ts';

const shortestBody = 150;

/**
 * An article: a title, a day and a source below it, and a body. Documents that a site publishes as articles (a privacy text, a list) are of both
 * kinds; an article whose title is a headline is news and nothing else.
 */
export function article(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  if (page.kind !== 'html' || facts.folded.length < shortestBody || facts.own === '') return null;
  if (!facts.byline && !page.article) return null;
  const news = facts.headline && (facts.common.news.in(facts.own) !== null || page.article || facts.byline);
  return sign('article', news ? 0.92 : 0.6, [facts.own]);
}
