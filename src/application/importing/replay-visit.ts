import type { Pack } from '../../config/pack.ts';
import type { CrawlSettings } from '../../config/schema/crawl.ts';
import type { CaptureRole } from '../../model/capture.ts';
import { type Government, type SiteKind, siteKinds } from '../../model/government.ts';
import { followDeps } from '../../pipeline/crawl/frontier/follow/deps.ts';
import { follow } from '../../pipeline/crawl/frontier/follow/follow.ts';
import { nextTargets } from '../../pipeline/crawl/frontier/next-targets.ts';
import { type Target, target } from '../../pipeline/crawl/frontier/target.ts';
import { type Entry, type Queued, Visit } from '../../pipeline/crawl/frontier/visit.ts';
import { unfetched } from '../../pipeline/crawl/outcome/fetch-outcome.ts';
import { makeEntry } from '../../pipeline/crawl/visit/make-entry.ts';
import type { Probe } from '../../probes/contract.ts';
import { ownerOf } from '../../reading/owner.ts';
import type { EvidenceStore } from '../../store/evidence.ts';
import { type ArchivedWeb, domainOf, type Exchange } from './archived-web.ts';

/** A visit that an archive answered. */
export interface ReplayedVisit {
  readonly entries: readonly Entry[];
  readonly unread: Readonly<Partial<Record<SiteKind, readonly string[]>>>;
}

/** No server is asked, so an archive is read as far as it goes. */
const asFarAsItGoes = { 'pages-per-site': 100_000, 'requests-per-visit': 200_000, 'visit-time': 1e12 };

/**
 * Visits a government in an archive: the crawl's own rules say what is a home page, where links
 * lead, and what was left unread; what the archive does not hold was not visited. Pages that no link
 * led to are read at the end.
 */
export async function replayVisit(
  web: ArchivedWeb,
  government: Government,
  { knowledge, crawl }: Pick<Pack, 'knowledge' | 'crawl'>,
  probes: readonly Probe[],
  evidence: EvidenceStore,
): Promise<ReplayedVisit> {
  const settings: CrawlSettings = { ...crawl, budget: { ...crawl.budget, ...asFarAsItGoes } };
  const deps = followDeps({ knowledge, probes, settings });
  const rest = leftovers(web, government);
  const visit = new Visit({
    government,
    settings,
    follow: (of, entry) => follow(deps, of, entry),
    askMore: (of) => {
      const more = nextTargets({ probes, knowledge, settings, hasBrowser: false }, of);
      return more.length > 0 ? more : rest.filter((item) => !of.knows(item));
    },
    now: 0,
  });
  const context = { government: government.code, knowledge, evidence };
  for (let queued = visit.next(0, free); queued !== null; queued = visit.next(0, free)) {
    const entry = await answer(web, queued, context);
    if (entry === null) visit.leaveUnread(queued.target.site, queued.target.intents);
    visit.settle(queued, entry === null ? [] : [entry], 0);
  }
  return { entries: visit.entries(), unread: visit.unread() };
}

const free = (): boolean => true;

/** Null where the archive does not tell. */
async function answer(
  web: ArchivedWeb,
  { target: item }: Queued,
  context: Parameters<typeof makeEntry>[3],
): Promise<Entry | null> {
  if (item.method !== 'GET' || item.interaction !== null || item.controls !== null) return null;
  const found = web.find(item.url);
  if (found === null) return null;
  const time = Date.parse(found.exchange.time);
  if (item.via === 'browser' && !found.exchange.isResource)
    return makeEntry(item, unfetched(item.url, 'needs-browser', 'the archive holds no rendered page'), time, context);
  return makeEntry(item, found.outcome, time, context);
}

/** Documents of the government's own hosts, in the order of their addresses. */
function leftovers(web: ArchivedWeb, government: Government): Target[] {
  const own = new Set(siteKinds.flatMap((site) => government.sites[site]?.url ?? []).map(domainOf));
  const portal = government.sites.portal;
  const domain = portal === undefined ? null : domainOf(portal.url);
  return web.exchanges.flatMap((exchange) => {
    const role = roleOf(exchange);
    const site = ownerOf(exchange.url, government) ?? (domainOf(exchange.url) === domain ? 'portal' : null);
    if (role === null || site === null || exchange.status >= 300 || !own.has(domainOf(exchange.url))) return [];
    return [target({ url: exchange.url, site, role, depth: 9 })];
  });
}

/** Null for what only stands inside of pages. */
function roleOf({ headers, url }: Exchange): CaptureRole | null {
  const type = headers['content-type'] ?? '';
  if (/\/robots\.txt$/iu.test(url)) return null;
  if (/html|xml|pdf|msword|officedocument/iu.test(type)) return 'page';
  return /json/iu.test(type) ? 'data' : null;
}
