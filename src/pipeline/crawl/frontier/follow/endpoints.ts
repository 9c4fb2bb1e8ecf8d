import { dataEndpoints } from '../../../../reading/data-endpoints.ts';
import type { Page } from '../../../../reading/page.ts';
import { type Target, target } from '../target.ts';
import type { Visit } from '../visit.ts';
import type { FollowDeps } from './deps.ts';

const dataPriority = 400;

/** Data endpoints of the vendor whose software a page is built with. */
export function endpoints({ knowledge }: FollowDeps, visit: Visit, page: Page): Target[] {
  const { capture } = page;
  if (capture.role !== 'page') return [];
  return dataEndpoints(page, visit.government, knowledge).map((endpoint) =>
    target({
      url: endpoint.url,
      site: capture.site,
      role: 'data',
      method: endpoint.method,
      body: endpoint.body,
      headers: endpoint.headers,
      depth: capture.depth,
      from: page.url,
      label: endpoint.gives,
      priority: dataPriority,
    }),
  );
}
