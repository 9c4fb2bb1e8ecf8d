import { readFileSync } from 'node:fs';
import type { Capture } from '../../src/model/capture.ts';
import type { Finding } from '../../src/model/finding.ts';
import { type Government, type SiteKind, siteKinds } from '../../src/model/government.ts';
import { findingOf } from '../../src/pipeline/judging/judge.ts';
import { probeById } from '../../src/probes/list.ts';
import { matchLink } from '../../src/reading/match-link.ts';
import type { Page } from '../../src/reading/page.ts';
import { readPage } from '../../src/reading/read-page.ts';
import { makeSeen, makeView } from '../../src/reading/seen.ts';
import { capture, town } from './captures.ts';
import { knowledge } from './knowledge.ts';

export type Entry = { readonly capture: Capture; readonly page: Page | null };

/** Text of a hand-written page under `fixtures/`. */
export function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
}

/** A capture with its page, or a failed one. */
export function entry(url: string, html: string, change: Partial<Capture> = {}): Entry {
  const made = capture({ url, ...change });
  return { capture: made, page: made.failure === null ? readPage(made, html, knowledge()) : null };
}

export const portalUrl = 'http://www.anhe.gov.cn/';
export const platformUrl = 'http://data.anhe.gov.cn/';

/** The portal's home page. */
export function home(html: string, change: Partial<Capture> = {}): Entry {
  return entry(portalUrl, html, { home: true, depth: 0, ...change });
}

/** The home page of the data-open platform. */
export function platform(html: string, change: Partial<Capture> = {}): Entry {
  return entry(platformUrl, html, { home: true, depth: 0, site: 'open-data', ...change });
}

interface VisitOptions {
  readonly government?: Government;
  readonly unread?: Partial<Record<SiteKind, string[]>>;
  /** True: columns without intent stay unread; otherwise they are read and empty. */
  readonly unexplored?: boolean;
}

/** Links of a home page that are looked at, as hostile pages have thousands. */
const mostLinks = 60;

/** Articles that the portal's home page links to and that no entry holds. */
function articlesOf(entries: readonly Entry[]): { url: string; label: string; site: SiteKind }[] {
  const known = new Set(entries.map(({ capture: { url } }) => url));
  return entries.flatMap(({ page }) =>
    (page?.capture.site === 'portal' && page.capture.home ? page.links.slice(0, mostLinks) : [])
      .filter(({ url, label }) => /^https?:.*\d/u.test(url) && label.length >= 8 && !known.has(url))
      .map(({ url, label }) => ({ url, label, site: 'portal' as const })),
  );
}

/** Columns and articles that pages name and no intent matches, as pages without content. */
function explored(entries: readonly Entry[], government: Government): Entry[] {
  const more: Entry[] = [];
  for (let found = [...entries]; ; found = [...entries, ...more]) {
    const view = makeView({ government, knowledge: knowledge(), entries: found, unread: {} });
    const columns = siteKinds.flatMap((site) => view.map(site)).filter(({ state }) => state === 'unread');
    const unread = [...columns, ...articlesOf(found)].filter(({ url, label }) => {
      const link = { url, label, labelFrom: 'text', region: 'unknown', via: 'html', hints: '' } as const;
      return [...knowledge().intents.values()].every((rule) => {
        const match = matchLink(link, rule, knowledge());
        return match === null || match.by === 'vendor' || match.confidence < 0.5;
      });
    });
    // A column that stays unread although its page exists would be requested forever.
    const fresh = unread.filter(({ url }) => !more.some(({ capture: known }) => known.url === url));
    if (fresh.length === 0) return found;
    for (const { url, site, label } of fresh)
      more.push(entry(url, `<html><title>${label}</title><p>x</p></html>`, { site }));
  }
}

/** The finding of a probe for captures. */
export function judge(probe: string, entries: readonly Entry[], options: VisitOptions = {}): Finding {
  const found = probeById(probe);
  if (!found) throw new Error(`no probe ${probe}`);
  const government = options.government ?? town;
  const all = options.unexplored === true ? entries : explored(entries, government);
  const seen = makeSeen({ government, knowledge: knowledge(), entries: all, unread: options.unread ?? {} }, found);
  const finding = findingOf(found, government.code, found.judge(seen));
  for (const { quote } of finding.evidence) if (quote.length > 200) throw new Error('quote too long');
  return finding;
}

/** A portal page with header, navigation and footer around the body. */
export function portalPage(body: string, footer = ''): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>安和市人民政府</title></head><body>
<div class="header"><div class="nav"><a href="/">首页</a><a href="/jrah/">今日安和</a><a href="/gk/">公示栏</a><a href="/rs/">人事任免</a><a href="/ly/">走进安和</a></div></div>
<div class="content">${body}</div>
<div class="footer"><a href="/lxfs/">联系方式</a>${footer}<p>安和市人民政府办公室主办</p></div></body></html>`;
}
