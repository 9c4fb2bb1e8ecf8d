import type { CompiledKnowledge, CompiledVendor } from '../config/knowledge.ts';
import type { Government } from '../model/government.ts';
import { pathOf } from './addresses.ts';
import type { Page } from './page.ts';

/** A JSON endpoint that the pages of a recognised platform call themselves. */
export interface DataEndpoint {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly vendor: string;
  /** What it lists: `dataset`, `api`, `app`. */
  readonly gives: string;
}

/**
 * The open-data family a page belongs to: by its address, else by its markup or the software it names; null when none is recognised. A host name that
 * merely says "data" is the last resort, for it names no product.
 */
export function openDataVendor(page: Page, knowledge: CompiledKnowledge): CompiledVendor | null {
  const families = knowledge.vendors.filter((vendor) => vendor.rule.kind === 'open-data');
  // Software that is free to use seldom hides its name: it stands in the head of every page.
  const own = `${page.meta.generator ?? ''}\n${page.inlineScript}`;
  const products = families.filter((vendor) => vendor.rule.endpoints.length > 0 || vendor.markup.length > 0);
  return (
    products.find((vendor) => vendor.urls.some((pattern) => pattern.test(page.url))) ??
    products.find((vendor) => vendor.markup.some((pattern) => pattern.test(own))) ??
    families.find((vendor) => vendor.urls.some((pattern) => pattern.test(page.url))) ??
    null
  );
}

/** Fills `{code}`, `{page}` and `{keyword}` of an endpoint's path or body. */
function fill(template: string, government: Government): string {
  return template.replaceAll('{code}', government.code).replaceAll('{page}', '1').replaceAll('{keyword}', '');
}

/** Queries are put by probes that need an answer, not by the crawl. */
const asked: ReadonlySet<string> = new Set(['search', 'dataset-search']);

/** Endpoints of all products that an address is one of, by the end of its path, as far as they give the thing. */
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

/** Endpoints of the page's open-data family that give totals, for the open-data site only. */
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
