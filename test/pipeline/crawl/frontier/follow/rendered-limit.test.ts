import { expect, it, vi } from 'vitest';
import { wordSections } from '../../../../../src/application/word-sections.ts';
import { loadPack } from '../../../../../src/config/pack.ts';
import { followDeps } from '../../../../../src/pipeline/crawl/frontier/follow/deps.ts';
import { follow } from '../../../../../src/pipeline/crawl/frontier/follow/follow.ts';
import { type Target, target } from '../../../../../src/pipeline/crawl/frontier/target.ts';
import { type Entry, Visit } from '../../../../../src/pipeline/crawl/frontier/visit.ts';
import { PagesInMemory } from '../../../../../src/pipeline/crawl/frontier/visit-pages.ts';
import { dataCatalog } from '../../../../../src/probes/data-catalog.ts';
import { readPage } from '../../../../../src/reading/read-page.ts';
import { capture, town } from '../../../../probes/captures.ts';

const base = 'http://data.anhe.gov.cn/';
const pack = loadPack('config', wordSections);
const rows = Array.from(
  { length: 8 },
  (_, index) => `<li><a href="/catalog/${1001 + index}.html">安和市数据集之${index}</a></li>`,
);
const shell = '<title>安和市数据开放平台</title><div id="app"></div><script src="/app.js"></script>';

function documentAt(item: Target): string {
  if (item.via === 'browser') return '<title>安和市</title><p>数据集</p><a href="/x.csv">下载</a>';
  if (item.url === base) return '<title>安和市数据开放平台</title><a href="/catalog/index">数据目录</a>';
  return item.url.endsWith('/catalog/index') ? `<title>数据目录</title><ul>${rows.join('')}</ul>` : shell;
}

function answer(item: Target): Entry {
  const { url, site, role, via, depth, from, label, intents, home } = item;
  const made = capture({ url, site, role, via, depth, from, label, intents: [...intents], home });
  return { capture: made, page: readPage(made, documentAt(item), pack.knowledge) };
}

function visitAll(pages = new PagesInMemory()): Target[] {
  const government = { ...town, sites: { 'open-data': { url: base, confidence: 'high' as const } } };
  const deps = followDeps({ knowledge: pack.knowledge, probes: [dataCatalog], settings: pack.crawl });
  const visit = new Visit({
    government,
    settings: pack.crawl,
    follow: (on, entry) => follow(deps, on, entry),
    askMore: () => [],
    pages,
    now: 0,
  });
  const asked: Target[] = [];
  for (let next = visit.next(0, () => true); next !== null; next = visit.next(0, () => true)) {
    asked.push(next.target);
    visit.settle(next, [answer(next.target)], 0);
  }
  return asked;
}

it('opens no more pages of single data sets in a browser than are worth it, the same ones every time', () => {
  const asked = visitAll();
  const sampled = asked.filter(({ intents }) => intents.includes('dataset'));
  expect(sampled.filter(({ via }) => via === 'http')).toHaveLength(5);
  expect(sampled.filter(({ via }) => via === 'browser')).toHaveLength(2);
  expect(asked.filter(({ intents }) => intents.includes('data-file'))).toHaveLength(1);
  expect(visitAll()).toEqual(asked);
  expect(asked[0]).toEqual(target({ url: base, site: 'open-data', home: true, priority: 1000, anywhere: true }));
});

it('asks for no page in vain when a rendering waits: those of a visit may be on the disk', () => {
  const pages = new PagesInMemory();
  const all = vi.spyOn(pages, 'all');
  expect(visitAll(pages).some(({ via }) => via === 'browser')).toBe(true);
  expect(all).not.toHaveBeenCalled();
});
