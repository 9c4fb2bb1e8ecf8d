import { isRequested } from '../../../../reading/inspection.ts';
import type { Target } from '../target.ts';
import type { Entry, Visit } from '../visit.ts';
import type { FollowDeps } from './deps.ts';
import { endpoints } from './endpoints.ts';
import { links } from './links.ts';
import { parts } from './parts.ts';
import { redirects } from './redirect.ts';
import { renderings } from './rendering.ts';

/**
 * What to fetch next after a capture was read, one file per kind of target. Renderings and samples
 * that can wait are left with the visit instead.
 */
export function follow(deps: FollowDeps, visit: Visit, entry: Entry): Target[] {
  const { capture, page } = entry;
  if (page === null || capture.role === 'answer' || capture.role === 'robots') return [];
  // What the data of a list names is followed as if it stood on the page that asked for it.
  if (page.kind === 'json') return isRequested(capture) ? links(deps, visit, page) : [];
  return [
    ...redirects(deps, visit, entry),
    ...renderings(deps, visit, page),
    ...endpoints(deps, visit, page),
    ...parts(deps, page),
    ...links(deps, visit, page),
  ];
}
