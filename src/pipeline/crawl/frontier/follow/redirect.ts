import { isWeb, sameSite } from '../../../../reading/addresses.ts';
import { clientRedirect } from '../../../../reading/client-redirect.ts';
import { identityOf } from '../../../../reading/identity.ts';
import type { Page } from '../../../../reading/page.ts';
import { type Target, target } from '../target.ts';
import type { Entry, Visit } from '../visit.ts';
import type { FollowDeps } from './deps.ts';

/** Above every other link, since the page that the redirect leads to takes this one's place. */
const redirectPriority = 990;
/** Splash page, choice of language and a redirect or two; longer chains are loops. */
const mostSteps = 5;

/**
 * Where a page sends its visitors: its own refresh or script redirect, or, before a front page (a
 * splash page, a choice of language, a notice that the site has moved), the link that leads in.
 * What a home page leads to is the home page. Empty for a page that visitors stay on.
 */
export function redirects(
  { knowledge }: Pick<FollowDeps, 'knowledge'>,
  visit: Visit,
  { capture, page }: Entry,
): Target[] {
  if (page === null || capture.role !== 'page') return [];
  const wayIn = (of: Page): string | null =>
    identityOf(of, visit.government, capture.site, knowledge).wayIn?.url ?? null;
  const address = clientRedirect(page) ?? (capture.home ? wayIn(page) : null);
  if (address === null || !isWeb(address)) return [];
  // Only a home page may move to another host, whose suffix the fetcher checks.
  if (!capture.home && !sameSite(address, page.url)) return [];
  const step = target({
    url: address,
    site: capture.site,
    depth: capture.depth,
    from: page.url,
    home: capture.home,
    intents: capture.intents,
    label: capture.label,
    priority: redirectPriority,
    anywhere: capture.request?.anywhere ?? false,
  });
  if (visit.knows(step)) return [];
  if (capture.home) {
    if (visit.followed(capture.site, 'home redirects') >= mostSteps) return [];
    visit.countFollowed(capture.site, 'home redirects');
  }
  return [step];
}
