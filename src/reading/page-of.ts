import type { CompiledKnowledge } from '../config/knowledge.ts';
import { pathOf } from './addresses.ts';
import { isNews, kindsOf, servesIntent } from './kinds.ts';
import { matchLink } from './match-link.ts';
import type { Page } from './page.ts';

/** Kinds that stand in the place of what a link promises: such a page is never what led there. */
const instead: ReadonlySet<string> = new Set(['notice', 'wall', 'soft-404', 'construction']);

/**
 * Whether a page is one that an intent describes: it shows so itself, it was followed for it, or the link that led to it says so. A page that
 * says that there is nothing, or not yet, is none, whatever led there.
 */
export function isPageOf(page: Page, id: string, knowledge: CompiledKnowledge): boolean {
  const { capture } = page;
  // The front page of a platform is no list, whatever the link to it is called.
  if (capture.role !== 'page' || capture.home || /^\/(?:index\.\w+)?(?:\?|$)/iu.test(frontPath(page.url))) return false;
  if (isInstead(page, knowledge) || isNews(page, knowledge)) return false;
  if (capture.intents.includes(id) || servesIntent(page, id, knowledge) !== null) return true;
  const intent = knowledge.intents.get(id);
  // A headline names what an article speaks of.
  if (!intent || capture.label === null || isArticle(page, knowledge)) return false;
  // The title of a listed thing says nothing about what kind of page it has.
  if (capture.intents.some((other) => knowledge.intents.get(other)?.rule.below.some(() => true))) return false;
  const link = {
    url: capture.url,
    label: capture.label,
    labelFrom: 'text',
    region: 'main',
    via: 'html',
    hints: '',
  } as const;
  return (matchLink(link, intent, knowledge)?.confidence ?? 0) >= 0.7;
}

function isArticle(page: Page, knowledge: CompiledKnowledge): boolean {
  return page.article || kindsOf(page, knowledge).some(({ kind }) => kind === 'article');
}

/** Whether something else stands in the place of the page: a notice, a wall, a page that is gone or under construction. */
export function isInstead(page: Page, knowledge: CompiledKnowledge): boolean {
  return kindsOf(page, knowledge).some(({ kind }) => instead.has(kind));
}

/** Path and query; with a route in the fragment the page is another one than the front page. */
function frontPath(url: string): string {
  return /#!?\//u.test(url) ? url : pathOf(url);
}
