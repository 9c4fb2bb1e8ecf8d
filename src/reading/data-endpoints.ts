import type { CompiledKnowledge, CompiledVendor } from '../config/knowledge.ts';
import type { Government } from '../model/government.ts';
import { pathOf } from './addresses.ts';
import type { Page } from './page.ts';

/** A JSON endpoint that the pages of a recognised platform call. */
export interface DataEndpoint {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly vendor: string;
  /** Kind of thing it lists: `dataset`, `api`, `app`. */
  readonly gives: string;
}

/**
 * The open-data product of a page, by its URL, else by its markup or the software it names; null if
 * none is recognised. A host name that merely says "data" is tried last because it identifies no
 * product.
 */
export function openDataVendor(page: Page, knowledge: CompiledKnowledge): CompiledVendor | null {
  const families = knowledge.vendors.filter((vendor) => vendor.rule.kind === 'open-data');
  // Free software usually names itself in the head of every page.
  const own = `${page.meta.generator ?? ''}\n${page.inlineScript}`;
  const products = families.filter((vendor) => vendor.rule.endpoints.length > 0 || vendor.markup.length > 0);
  return (
    products.find((vendor) => vendor.urls.some((pattern) => pattern.test(page.url))) ??
    products.find((vendor) => vendor.markup.some((pattern) => pattern.test(own))) ??
    families.find((vendor) => vendor.urls.some((pattern) => pattern.test(page.url))) ??
    null
  );
}

/** Fills `{code}`, `{page}` and `{keyword}` in the path or body of an endpoint. */
function fill(template: string, government: Government): string {
  return template.replaceAll('{code}', government.code).replaceAll('{page}', '1').replaceAll('{keyword}', '');
}

/** Kinds of endpoints that only probes query; the crawl skips them. */
const asked: ReadonlySet<string> = new Set(['search', 'dataset-search']);

/** Endpoints of any product whose path a URL ends with, if they list the given kind. */
export function endpointsAt(
  url: string,
  gives: string,
  knowledge: CompiledKnowledge,
): readonly CompiledVendor['rule']['endpoints'][number][] {
  const bare = (address: string): string => address.split('?', 1)[0] ?? '';
  const path = bare(pathOf(url));
  return knowledge.vendors.flatMap(({ rule }) =>
    rule.endpoints.filter((endpoint) => endpoint.gives === gives && path.endsWith(bare(endpoint.path))),
  );
}

/** Endpoints of the page's open-data product that return totals; only for the open-data site. */
export function dataEndpoints(
  page: Page,
  government: Government,
  knowledge: CompiledKnowledge,
): readonly DataEndpoint[] {
  if (page.kind !== 'html' || page.capture.site !== 'open-data' || page.capture.via !== 'http') return [];
  const vendor = openDataVendor(page, knowledge);
  if (vendor === null) return [];
  return vendor.rule.endpoints
    .filter((endpoint) => !asked.has(endpoint.gives) && endpoint.total !== null)
    .map((endpoint) => ({
      url: new URL(fill(endpoint.path, government), page.url).href,
      method: endpoint.method === 'post' ? ('POST' as const) : ('GET' as const),
      body: endpoint.body === null ? null : fill(endpoint.body, government),
      headers: endpoint['content-type'] === null ? {} : { 'content-type': endpoint['content-type'] },
      vendor: vendor.rule.id,
      gives: endpoint.gives,
    }));
}
