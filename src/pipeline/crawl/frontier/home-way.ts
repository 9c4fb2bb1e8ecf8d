import type { CompiledKnowledge } from '../../../config/knowledge.ts';
import { isWeb, sameSite } from '../../../reading/addresses.ts';
import { clientRedirect } from '../../../reading/client-redirect.ts';
import { identityOf } from '../../../reading/identity.ts';
import { type Target, target } from './target.ts';
import type { Entry, Visit } from './visit.ts';

/** Above all else that a page leads to: what stands behind it is the page itself. */
const wayPriority = 990;
/** An entry page, a choice of language and a redirect or two; sites that send a visitor on more often go in circles. */
const mostSteps = 5;

/**
 * Where a visitor gets to from a page before he reads it: on by its refresh or script, or, from what stands before a front page (an entry page, a
 * choice of language or edition, the notice that the site has moved), by the link that leads in. Empty for a page that one stays on.
 * What is reached from a home page is the home page.
 */
export function wayOn(visit: Visit, { capture, page }: Entry, knowledge: CompiledKnowledge): readonly Target[] {
  if (page === null || capture.role !== 'page') return [];
  const address = clientRedirect(page) ?? (capture.home ? wayIn() : null);
  if (address === null || !isWeb(address)) return [];
  // A home page may move to another host, as by a redirect of the server; whether it is an official one is asked when it is fetched.
  if (!capture.home && !sameSite(address, page.url)) return [];
  const step = target({
    url: address,
    site: capture.site,
    depth: capture.depth,
    from: page.url,
    home: capture.home,
    intents: capture.intents,
    label: capture.label,
    priority: wayPriority,
    anywhere: capture.request?.anywhere ?? false,
  });
  if (visit.knows(step)) return [];
  if (capture.home) {
    if (visit.followed(capture.site, 'way home') >= mostSteps) return [];
    visit.countFollowed(capture.site, 'way home');
  }
  return [step];

  function wayIn(): string | null {
    if (page === null) return null;
    return identityOf(page, visit.government, capture.site, knowledge).wayIn?.url ?? null;
  }
}
