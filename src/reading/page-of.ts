import type { CompiledKnowledge } from '../config/knowledge.ts';
import { pathOf } from './addresses.ts';
import { isNews, kindsOf, servesIntent } from './kinds.ts';
import { matchLink } from './match-link.ts';
import type { Link, Page } from './page.ts';
import { remembered } from './remembered.ts';

/** Kinds of page shown in place of a link's target. */
const replacementKinds: ReadonlySet<string> = new Set(['notice', 'wall', 'soft-404', 'construction']);

/**
 * Whether an intent describes the page: its content shows it, it was followed for the intent, or
 * its link says so. A page that says that it has no content yet does not count.
 */
export function isPageOf(page: Page, id: string, knowledge: CompiledKnowledge): boolean {
  if (!mayHaveIntent(page, knowledge)) return false;
  if (page.capture.intents.includes(id) || servesIntent(page, id, knowledge) !== null) return true;
  const intent = knowledge.intents.get(id);
  if (!intent || !isNamedByLink(page, knowledge)) return false;
  return (matchLink(linkTo(page, knowledge), intent, knowledge)?.confidence ?? 0) >= 0.7;
}

/** Whether any intent can describe the page. */
const mayHaveIntent = remembered((page: Page, knowledge): boolean => {
  const { role, home } = page.capture;
  // The home page of a platform is not a list, whatever its link is called.
  if (role !== 'page' || home || /^\/(?:index\.\w+)?(?:\?|$)/iu.test(frontPath(page.url))) return false;
  return !isReplacementPage(page, knowledge) && !isNews(page, knowledge);
});

/** Whether the label of the link that led to a page tells what the page is. */
const isNamedByLink = remembered((page: Page, knowledge): boolean => {
  const { label, intents } = page.capture;
  // A headline names the subject of an article, not the kind of its page.
  if (label === null || isArticle(page, knowledge)) return false;
  // The title of a list item does not show the kind of its page.
  return !intents.some((other) => knowledge.intents.get(other)?.rule.below.some(() => true));
});

/** The link that led to a page; the same object every time, since what it matches is kept with it. */
const linkTo = remembered(
  ({ capture: { url, label } }: Page): Link => ({
    url,
    label: label ?? '',
    labelFrom: 'text',
    region: 'main',
    via: 'html',
    hints: '',
  }),
);

function isArticle(page: Page, knowledge: CompiledKnowledge): boolean {
  return page.article || kindsOf(page, knowledge).some(({ kind }) => kind === 'article');
}

/**
 * Whether another page is shown in place of this one: a notice, a wall, "not found" or "under
 * construction".
 */
export function isReplacementPage(page: Page, knowledge: CompiledKnowledge): boolean {
  return kindsOf(page, knowledge).some(({ kind }) => replacementKinds.has(kind));
}

/** Path and query; a route in the fragment distinguishes a page from the home page. */
function frontPath(url: string): string {
  return /#!?\//u.test(url) ? url : pathOf(url);
}
