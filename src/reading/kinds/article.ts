import { type CompiledKnowledge, foldLabel } from '../../config/knowledge.ts';
import { datesIn } from '../dates.ts';
import type { KindSign } from '../kind.ts';
import { matchesAny } from '../matches-any.ts';
import type { Link, Page } from '../page.ts';
import { foldSpace } from '../text.ts';
import { attachments, type Facts, factsOf, sign } from './facts.ts';

const shortestBody = 150;
/** Most characters of a short news item; longer texts without a byline may be documents. */
const longestPiece = 500;
/** The body of an article has at most this many links; lists have more. */
const mostLinks = 2;
/** The date is within this many lines below the title. */
const nearby = 2;
/** From this confidence on, an article is news and cannot be of another kind too. */
export const surelyNews = 0.8;

/**
 * An article: a title, a date and source below it, and a body. Documents published as articles (a
 * privacy text, a list) keep their own kind as well; an article with a headline as title, or with
 * only a date and a few sentences, is news only.
 */
export function article(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  if (page.kind !== 'html' || page.title === '') return null;
  // The title of a news item on a platform may end like the platform's name.
  if (facts.ownTitle === '')
    return isPiece(facts, foldSpace(page.title), knowledge) ? sign('article', 0.82, [page.title]) : null;
  if (facts.folded.length >= shortestBody && (facts.byline || page.article)) {
    const news = facts.headline && (facts.common.news.in(facts.ownTitle) !== null || page.article || facts.byline);
    return sign('article', news ? 0.92 : 0.6, [facts.ownTitle]);
  }
  return isPiece(facts, facts.ownTitle, knowledge) ? sign('article', 0.82, [facts.ownTitle]) : null;
}

/** A title, its date directly below, a sentence or two, and no links on or inputs. */
function isPiece(facts: Facts, ownTitle: string, knowledge: CompiledKnowledge): boolean {
  const { page, prose } = facts;
  const title = foldLabel(ownTitle);
  const at = facts.foldedLines.indexOf(title);
  if (at < 0 || page.frames.length > 0 || (page.capture.home && page.capture.site === 'portal')) return false;
  const body = prose.slice(at + 1);
  const dated = body.slice(0, nearby).findIndex((line) => datesIn(line, knowledge).length > 0);
  if (dated < 0) return false;
  const content = body.slice(dated + 1);
  const length = content.reduce((sum, line) => sum + line.length, 0);
  if (length > longestPiece || !content.some((line) => /[。！!]\s*$/u.test(line))) return false;
  const inputs = page.forms.some(({ region, fields }) => region === 'main' && fields.length > 0);
  // An attachment beside a headline belongs to the surrounding page.
  const bare = facts.headline || attachments(facts).length === 0;
  return !inputs && bare && facts.titles.length <= mostLinks;
}

const fewestTitles = 8;
/** Share of the titles that must have a date. */
const datedShare = 0.6;

/** Fewest titles of a shorter list, and the share of them that must read like headlines. */
const fewestHeadlines = 4;
const headlineShare = 0.5;
/** Fewest titles that end as publications do. */
const fewestPublications = 5;
/** Shorter labels are names of columns. */
const shortestPublication = 6;
/** Share of the titles that must end so. */
const publishedShare = 0.8;

/**
 * A list of dated titles without answers, call reports or questions: news, whatever the list is
 * called. A list of publications (plans, annual reports, statistics, topics) is shown by the ends
 * of its titles and may be shorter.
 */
export function newsList(page: Page, knowledge: CompiledKnowledge): KindSign | null {
  const facts = factsOf(page, knowledge);
  if (page.kind !== 'html' || page.capture.home || facts.byline) return null;
  const { titles, links, days, rules, common } = facts;
  const isNewsTitle = ({ label }: Link): boolean => common.news.in(foldLabel(label)) !== null;
  const few = titles.length >= fewestHeadlines && titles.filter(isNewsTitle).length >= titles.length * headlineShare;
  const dated = (titles.length >= fewestTitles || few) && days >= titles.length * datedShare;
  if (!dated && !arePublications(links, rules['news-list'].publications, knowledge)) return null;
  const items = dated ? titles : links.filter(({ label }) => foldLabel(label).length >= shortestPublication);
  const tells = items.some(({ label }) => {
    const folded = foldLabel(label);
    return matchesAny(rules['response-list'].answers, folded) || matchesAny(rules['follow-up-report'].reports, folded);
  });
  return tells
    ? null
    : sign(
        'news-list',
        0.7,
        items.slice(0, 3).map(({ label }) => label),
      );
}

function arePublications(links: readonly Link[], endings: readonly RegExp[], knowledge: CompiledKnowledge): boolean {
  const names = links
    .map(({ label }) => foldLabel(label.slice(0, datesIn(label, knowledge)[0]?.start)))
    .filter(({ length }) => length >= shortestPublication);
  const published = names.filter((name) => endings.some((ending) => ending.test(name)));
  return published.length >= fewestPublications && published.length >= names.length * publishedShare;
}
