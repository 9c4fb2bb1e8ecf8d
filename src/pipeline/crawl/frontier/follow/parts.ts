import { layoutParts } from '../../../../reading/layout-parts.ts';
import type { Page } from '../../../../reading/page.ts';
import { type Target, target } from '../target.ts';
import type { FollowDeps } from './deps.ts';

/** Parts come before all links, since absence is proved only on a page read with its parts. */
const partPriority = 950;

/** Scripts and frames of the same site that a browser would load into a page. */
export function parts({ knowledge, settings }: FollowDeps, page: Page): Target[] {
  const { site, role, depth } = page.capture;
  if (role !== 'page' && role !== 'frame' && role !== 'script') return [];
  const found = layoutParts(page, knowledge).slice(0, settings.budget['parts-per-page']);
  return found.map((part) =>
    target({
      url: part.url,
      site,
      role: part.role,
      depth,
      from: page.url,
      home: false,
      priority: partPriority,
      anywhere: part.role === 'frame',
    }),
  );
}
