import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import { datesIn } from '../dates.ts';
import type { KindSign } from '../kind.ts';
import type { Page } from '../page.ts';
import { attachments, type Facts, factsOf, sign } from './facts.ts';

const shortestBody = 150;
/** A piece of news in a few sentences: longer texts without a byline may be documents. */
const longestPiece = 500;
/** Links that stand in the body of an article; lists have more. */
const mostLinks = 2;
/** The day stands in one of so many lines below the title. */
const nearby = 2;
/** From here on an article is news and nothing else. */
export const surelyNews = 0.8;

/**
 * An article: a title, a day and a source below it, and a body. Documents that a site publishes as articles (a privacy text, a list) are of both
 * kinds; an article whose title is a headline is news and nothing else, and so is a day below a title with a few sentences and nothing more.
 */
export function article(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  if (page.kind !== 'html' || facts.own === '') return null;
  if (facts.folded.length >= shortestBody && (facts.byline || page.article)) {
    const news = facts.headline && (facts.common.news.in(facts.own) !== null || page.article || facts.byline);
    return sign('article', news ? 0.92 : 0.6, [facts.own]);
  }
  return isPiece(facts, knowledge) ? sign('article', 0.82, [facts.own]) : null;
}

/** A title, its day right below, a sentence or two, and nothing that leads on or takes input. */
function isPiece(facts: Facts, knowledge: CompiledKnowledge): boolean {
  const { page, prose, own } = facts;
  const title = foldLabel(own);
  const at = prose.findIndex((line) => foldLabel(line) === title);
  if (at < 0 || page.frames.length > 0 || (page.capture.home && page.capture.site === 'portal')) return false;
  const body = prose.slice(at + 1);
  const dated = body.slice(0, nearby).findIndex((line) => datesIn(line, knowledge).length > 0);
  if (dated < 0) return false;
  const told = body.slice(dated + 1);
  const length = told.reduce((sum, line) => sum + line.length, 0);
  if (length > longestPiece || !told.some((line) => /[。！!]\s*$/u.test(line))) return false;
  const inputs = page.forms.some(({ region, fields }) => region === 'main' && fields.length > 0);
  // A file beside a headline belongs to the page around it.
  const bare = facts.headline || attachments(facts).length === 0;
  return !inputs && bare && facts.titles.length <= mostLinks;
}

const fewestTitles = 8;
/** So many of the titles bear a day. */
const datedShare = 0.6;

/** A list of dated titles none of which answers a concern, reports on calls or asks a question: news under whatever name. */
export function newsList(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  if (page.kind !== 'html' || page.capture.home || facts.byline) return null;
  const { titles, days, rules } = facts;
  if (titles.length < fewestTitles || days < titles.length * datedShare) return null;
  const tells = titles.some(({ label }) => {
    const folded = foldLabel(label);
    return (
      rules['response-list'].answers.some((pattern) => pattern.test(folded)) ||
      rules['follow-up-report'].calls.in(folded) !== null ||
      rules['follow-up-report'].names.in(folded) !== null
    );
  });
  return tells
    ? null
    : sign(
        'news-list',
        0.7,
        titles.slice(0, 3).map(({ label }) => label),
      );
}
