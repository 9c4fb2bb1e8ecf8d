import type { PageMakers } from '../../src/sandbox/sandbox.ts';
import type { SiteHandler } from '../../src/sandbox/town.ts';

function plain(kind: string): SiteHandler {
  return (town, { url, method, body }) =>
    url.pathname.endsWith('/missing')
      ? null
      : {
          status: 200,
          headers: { 'content-type': 'text/html; charset=utf-8' },
          body: `${kind} ${town.government.code} ${method} ${url.pathname}${url.search} ${body}`,
        };
}

/**
 * Page makers that print the requested town and page, so that the proxy is tested without real
 * pages.
 */
export const plainMakers: PageMakers = {
  handlers: { portal: plain('portal'), service: plain('service'), 'open-data': plain('open-data') },
  families: { portal: ['a', 'b', 'c'], openData: ['oportal', 'odweb', 'jdop'] },
};
