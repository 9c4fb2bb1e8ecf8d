import { type CompiledKnowledge, foldLabel } from '../../../config/knowledge.ts';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Probe } from '../../../probes/contract.ts';
import { isWeb, pathOf, sameSite } from '../../../reading/addresses.ts';
import { siteSearch } from '../../../reading/coverage.ts';
import type { Link, Page } from '../../../reading/page.ts';
import { seenBy, type VisitView } from '../../../reading/seen.ts';
import { type Target, target } from './target.ts';
import type { Visit } from './visit.ts';

const leadPriority = 50;
/** Leads are asked for in rounds of this size, so that what they lead to is looked at before the next ones. */
const roundSize = 24;
/** Shorter labels are names of columns. */
const shortestTitle = 8;
/** A title that shares less with the names of a thing says nothing of it. */
const fewestShared = 2;
/** Articles that are read of a list whose titles say nothing. */
const samplesPerList = 2;
const shortestList = 2;
/** Files whose text can be read. */
const readableFile = /\.(?:pdf|docx)$/iu;
const anyFile = /\.[a-z\d]{2,5}$/iu;
const pageFile = /\.(?:s?html?|jhtml|aspx?|jspx?|php|do|action)$/iu;

/** A page or file that a document names, and how much its title shares with what is sought. */
interface Lead {
  readonly link: Link;
  readonly page: Page;
  readonly worth: number;
}

/**
 * Articles and attached files that no link word led to: files of what was read, then articles whose
 * titles share most with the names of the things that are still sought, in turn from every list,
 * then the first ones of lists of which nothing was read. Empty if the portal's budget is spent.
 */
export function unreadLeads(
  visit: Visit,
  view: VisitView,
  open: readonly Probe[],
  { knowledge, settings }: { knowledge: CompiledKnowledge; settings: CrawlSettings },
): Target[] {
  if (!open.some(({ sites }) => sites.includes('portal')) || view.coverage('portal').state === 'unseen') return [];
  const left = settings.budget['explored-articles'] - visit.followed('portal', 'lead');
  if (left <= 0) return [];
  const seen = seenBy({ id: siteSearch, sites: ['portal', 'open-data'] }, view);
  const pages = seen.pages().filter(({ capture }) => capture.role === 'page' || capture.role === 'data');
  const sought = namesSought(open, knowledge);
  const isNew = ({ url }: Link): boolean => isWeb(url) && seen.at(url) === null && !seen.isForeign(url);
  const leads = [
    ...pages.flatMap((page) =>
      filesOn(page)
        .filter(isNew)
        .map((link) => ({ link, page, worth: 0 })),
    ),
    ...inTurn(pages.map((page) => leadsOn(page, sought).filter(({ link }) => isNew(link)))),
    ...samplesOf(pages, newsOf(view), isNew),
  ];
  const found = new Map<string, Target>();
  for (const { link, page } of leads) {
    if (found.size >= Math.min(left, roundSize)) break;
    const { url, label } = link;
    const { depth, site } = page.capture;
    const item = target({ url, site, depth: depth + 1, from: page.url, label, priority: leadPriority });
    if (!visit.knows(item)) found.set(url, item);
  }
  for (const _ of found) visit.countFollowed('portal', 'lead');
  return [...found.values()];
}

/** URLs of the columns that hold news, whose articles show nothing that is sought. */
function newsOf(view: VisitView): ReadonlySet<string> {
  return new Set(view.map('portal').flatMap(({ elsewhere, url }) => (elsewhere ? [url] : [])));
}

/** The first articles of every list of which none was read, since the title need not name the thing. */
function samplesOf(pages: readonly Page[], news: ReadonlySet<string>, isNew: (link: Link) => boolean): Lead[] {
  return pages.flatMap((page) => {
    const { capture } = page;
    if (capture.home || news.has(page.url) || news.has(capture.from ?? '')) return [];
    const titles = titlesOn(page);
    if (titles.length < shortestList || !titles.every(isNew)) return [];
    return titles.slice(0, samplesPerList).map((link) => ({ link, page, worth: 0 }));
  });
}

/** Files that belong to the content of a page. */
function filesOn(page: Page): Link[] {
  return contentOf(page).filter(({ url }) => readableFile.test(new URL(url).pathname));
}

/** Titles of articles: of lists, and of the data that a page asked for. */
function titlesOn(page: Page): Link[] {
  return contentOf(page).filter(({ url, label }) => {
    const { pathname } = new URL(url);
    const isPage = !anyFile.test(pathname) || pageFile.test(pathname);
    return isPage && foldLabel(label).length >= shortestTitle && /\d/u.test(pathOf(url));
  });
}

function contentOf(page: Page): Link[] {
  const isContent = ({ region }: Link): boolean => region === 'main' || region === 'unknown';
  return page.links.filter((link) => isContent(link) && isWeb(link.url) && sameSite(link.url, page.url));
}

/** Pairs of characters of the names of each thing that is sought. */
function namesSought(open: readonly Probe[], knowledge: CompiledKnowledge): ReadonlySet<string>[] {
  return [...new Set(open.flatMap(({ seeks }) => seeks))].flatMap((id) => {
    const intent = knowledge.intents.get(id);
    if (intent === undefined || knowledge.columnRules.hubs.has(id)) return [];
    const pairs = new Set<string>();
    for (const { text } of intent.labels)
      for (let at = 0; at + 2 <= text.length; at += 1) pairs.add(text.slice(at, at + 2));
    return [pairs];
  });
}

function leadsOn(page: Page, sought: readonly ReadonlySet<string>[]): Lead[] {
  return titlesOn(page)
    .map((link) => leadOf(link, page, sought))
    .filter(({ worth }) => worth >= fewestShared);
}

function leadOf(link: Link, page: Page, sought: readonly ReadonlySet<string>[]): Lead {
  const title = foldLabel(link.label);
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= title.length; at += 1) pairs.add(title.slice(at, at + 2));
  const shared = sought.map((names) => [...pairs].filter((pair) => names.has(pair)).length);
  return { link, page, worth: Math.max(0, ...shared) };
}

/** The best of each list in turn, so that one long list does not take all of the budget. */
function inTurn(lists: readonly (readonly Lead[])[]): Lead[] {
  const sorted = lists.map((list) => [...list].sort((a, b) => b.worth - a.worth));
  const longest = Math.max(0, ...sorted.map(({ length }) => length));
  const found: Lead[] = [];
  for (let at = 0; at < longest; at += 1) {
    const round = sorted.flatMap((list) => list[at] ?? []);
    found.push(...round.sort((a, b) => b.worth - a.worth));
  }
  return found;
}
