import type { SiteReply, SiteRequest } from '../../town.ts';
import type { Portal } from '../portal.ts';
import { jsonReply, pageReply } from '../reply.ts';
import { parametersOf } from '../request.ts';
import { searchTown, suggestionsFor } from './engine.ts';
import { vendorJson } from './json.ts';
import { askingResults, writtenResults } from './result-page.ts';
import { vendorPage } from './shape.ts';
import { type SearchVendor, searchVendorOf } from './vendors.ts';

/** Requested page number, from 1. */
function pageOf(vendor: SearchVendor, text: string | undefined): number {
  const number = Number.parseInt(text ?? '', 10);
  if (!Number.isSafeInteger(number)) return 1;
  return Math.max(1, vendor.fromZero ? number + 1 : number);
}

const failure =
  '<div class="error"><h2>HTTP Status 500 - Internal Server Error</h2><p>系统繁忙，检索服务暂时不可用，请稍后再试。</p></div>';

/**
 * Handler of the search engine: its page, interface and suggestions. Null for other addresses or
 * without an engine.
 */
export function answerSearch(portal: Portal, request: SiteRequest): SiteReply | null {
  const truth = portal.town.truth.search;
  if (truth === null) return null;
  const vendor = searchVendorOf(truth.vendor);
  const path = request.url.pathname;
  if (path === `${vendor.page.replace(/[^/]*$/, '')}suggest`)
    return jsonReply({ words: suggestionsFor(portal, parametersOf(request).get('word') ?? '') });
  const isApi = vendor.api !== null && path === vendor.api.path;
  if (!isApi && path !== vendor.page && path !== vendor.front) return null;
  const values = parametersOf(request);
  if (isApi && vendor.api !== null) {
    const page = pageOf(vendor, values.get(vendor.api.pageNumber));
    const outcome = searchTown(portal, values.get(vendor.api.word) ?? '', page);
    return outcome === null
      ? jsonReply({ code: 500, msg: '系统异常', data: null }, 500)
      : jsonReply(vendorJson(portal, vendor, outcome, page));
  }
  const word = values.get(vendor.word) ?? '';
  if (truth.quality === 'broken' && (vendor.api === null || word === ''))
    return word === ''
      ? pageReply(portal.town, portal.labelling, askOnly(portal, vendor))
      : pageReply(
          portal.town,
          portal.labelling,
          vendorPage(portal, vendor, failure),
          portal.draw('broken').pick([200, 500]),
        );
  if (vendor.api !== null) return pageReply(portal.town, portal.labelling, askingResults(portal, vendor, word));
  const page = pageOf(vendor, values.get(vendor.pageNumber));
  const outcome = searchTown(portal, word, page);
  return outcome === null
    ? null
    : pageReply(portal.town, portal.labelling, writtenResults(portal, vendor, outcome, page));
}

/** The engine's page without a query. */
function askOnly(portal: Portal, vendor: SearchVendor): string {
  return writtenResults(
    portal,
    vendor,
    { word: '', corrected: null, total: 0, hits: [], related: [], cards: [], otherPlace: null },
    1,
  );
}
