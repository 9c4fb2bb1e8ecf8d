import type { Capture } from '../../../model/capture.ts';
import type { Government } from '../../../model/government.ts';
import { siteKinds } from '../../../model/government.ts';
import { sameSite } from '../../../reading/addresses.ts';
import { isRequested } from '../../../reading/inspection.ts';
import { type Target, target } from '../frontier/target.ts';
import type { Entry } from '../frontier/visit.ts';
import { entryAgain } from '../memory/recollection.ts';
import type { FetchedBody, FetchOutcome } from '../outcome/fetch-outcome.ts';
import type { RequestedData } from '../outcome/requested.ts';
import { type EntryContext, makeEntry } from './make-entry.ts';

/** A test whether an address belongs to the site of a page or to a site of its government. */
export function ownData(page: string, government: Government): (url: string) => boolean {
  const sites = siteKinds.flatMap((site) => government.sites[site]?.url ?? []);
  return (url) => [page, ...sites].some((own) => sameSite(url, own));
}

/** Entries of the data that a page asked for while it was rendered, in the order given. */
export async function requestedEntries(
  item: Target,
  outcome: FetchOutcome,
  time: number,
  context: EntryContext,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const data of (outcome.ok ? outcome.requested : null) ?? [])
    entries.push(await makeEntry(targetOf(item, outcome.finalUrl, data), answerTo(data), time, context));
  return entries;
}

/** Entries of the data that a page asked for when it was rendered earlier tonight. */
export async function requestedAgain(
  page: Capture,
  captures: readonly Capture[],
  context: Parameters<typeof entryAgain>[2],
): Promise<Entry[]> {
  if (page.via !== 'browser' || page.role !== 'page') return [];
  const entries: Entry[] = [];
  for (const capture of captures) {
    if (!isRequested(capture) || capture.site !== page.site || capture.from !== page.finalUrl) continue;
    const { url, site, role, via, from, label, intents, home, question } = capture;
    const item = target({ url, site, role, via, depth: page.depth, from, label, intents, home, question });
    const entry = await entryAgain(item, capture, context);
    if (entry !== null) entries.push(entry);
  }
  return entries;
}

function targetOf(item: Target, from: string, { url, method, sent, sentType }: RequestedData): Target {
  const headers: Record<string, string> = sentType === null ? {} : { 'content-type': sentType };
  return target({
    url,
    site: item.site,
    role: 'data',
    via: 'browser',
    method,
    body: sent,
    headers,
    depth: item.depth,
    from,
  });
}

function answerTo({ finalUrl, status, headers, body }: RequestedData): FetchedBody {
  return { ok: true, finalUrl, redirects: [], status, headers, body, tls: null };
}
