import iconv from 'iconv-lite';
import { portalSite } from '../../../src/sandbox/portal/index.ts';
import type { SiteReply, Town, TownTruth } from '../../../src/sandbox/town.ts';

/** A town that has nothing at all. */
export const bareTruth: TownTruth = {
  search: null,
  qa: null,
  platform: null,
  dataSecurity: null,
  privacy: null,
  lists: {},
  disclosureFields: [],
  guides: null,
  oneEntry: { account: false, channels: [] },
  crossRegion: null,
  eCertificate: null,
  appeal: { channels: [], form: null },
  oneThing: null,
  caseTracking: { progress: false, rating: false, rates: false },
  replies: null,
  followUp: false,
  knowledgeBase: null,
  proactive: null,
  accessibility: { mode: null, phone: false, languages: [] },
  personalSpace: { personal: false, enterprise: false, subscribe: false, push: false },
};

/** A town that has everything a portal can show. */
const fullTruth: TownTruth = {
  ...bareTruth,
  search: { vendor: 'ucap-so', quality: 'smart', regionAware: true },
  qa: { vendor: 'ghwd', quality: 'good', opening: 'page' },
  platform: {
    family: 'oportal',
    datasets: 120,
    apis: 8,
    apps: 3,
    rows: 90_000,
    updated: '2026-10-01',
    searchable: true,
    formats: ['csv'],
    deadLinks: 0,
  },
  dataSecurity: { where: 'portal', format: 'html' },
  privacy: {
    where: 'footer',
    parts: ['collect', 'purpose', 'sharing', 'storage', 'security', 'rights', 'contact', 'date'],
  },
  lists: {
    power: { items: 133, newest: '2026-08-30', filled: 0.9 },
    permit: { items: 45, newest: '2026-09-02', filled: 1 },
    'public-service': { items: 20, newest: '2026-07-11', filled: 0.8 },
    proof: { items: 7, newest: '2025-12-01', filled: 0.7 },
    charge: { items: 61, newest: '2026-03-05', filled: 0.6 },
  },
  disclosureFields: [0, 3, 4, 9, 20, 25],
  appeal: {
    channels: ['mailbox', 'consultation', 'complaint', 'hotline', 'petition', 'poll'],
    form: { login: false, maxLength: 800, queryByNumber: true, limitDays: 7 },
  },
  replies: { letters: 87, late: 13, limitDays: 7 },
  followUp: true,
  knowledgeBase: 'fresh',
  proactive: { items: 14 },
  accessibility: { mode: 'works', phone: true, languages: ['en', 'ja'] },
};

export interface TownOptions {
  readonly truth?: Partial<TownTruth>;
  readonly style?: Partial<Town['style']>;
}

/** A full town, changed as told. */
export function townOf(options: TownOptions = {}, base: TownTruth = fullTruth): Town {
  return {
    government: {
      code: '510100',
      name: '成都市',
      pinyin: 'chengdu',
      province: '四川省',
      region: '西部',
      group: 'capital',
      scored: true,
      sites: {},
    },
    truth: { ...base, ...options.truth },
    style: { portal: 'trs-wcm', encoding: 'utf-8', header: 'markup', seed: 11, ...options.style },
    bases: {
      portal: new URL('http://www.chengdu.gov.cn/'),
      service: new URL('https://www.sczwfw.gov.cn/'),
      openData: new URL('https://data.chengdu.gov.cn/oportal/index'),
    },
    trouble: { portal: null, service: null, openData: null },
    today: '2026-11-20',
  };
}

export function ask(town: Town, path: string, method = 'GET', body = ''): SiteReply | null {
  return portalSite(town, { method, url: new URL(path, town.bases.portal), headers: {}, body });
}

/** The text of a page as a careful reader would decode it. */
export function textOf(town: Town, reply: SiteReply | null): string {
  if (reply === null) throw new Error('no reply');
  if (typeof reply.body === 'string') return reply.body;
  return iconv.decode(reply.body, town.style.encoding === 'utf-8' ? 'gb18030' : town.style.encoding);
}

/** Page text of an address that must be there. */
export function read(town: Town, path: string): string {
  return textOf(town, ask(town, path));
}

/** Addresses inside a page that belong to the portal: href, src, action, and those inside script calls. */
export function internalLinks(town: Town, html: string, from = '/'): string[] {
  const found = new Set<string>();
  const base = new URL(from, town.bases.portal);
  const patterns = [
    /\b(?:href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi,
    /(?:window\.open\(|location(?:\.href)?=)'([^']+)'/g,
  ];
  for (const pattern of patterns)
    for (const match of html.matchAll(pattern)) {
      const raw = (match[1] ?? match[2] ?? match[3] ?? '').replaceAll('&amp;', '&').replaceAll('&#39;', "'");
      if (raw === '' || /^(?:javascript|mailto|tencent|data):|^#/i.test(raw)) continue;
      const url = new URL(raw, base);
      if (url.host === town.bases.portal.host) found.add(url.pathname + url.search);
    }
  return [...found];
}
