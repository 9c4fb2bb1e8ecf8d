import { describe, expect, it } from 'vitest';
import { wordSections } from '../../../../../src/application/word-sections.ts';
import { loadPack } from '../../../../../src/config/pack.ts';
import type { Government } from '../../../../../src/model/government.ts';
import { followDeps } from '../../../../../src/pipeline/crawl/frontier/follow/deps.ts';
import { follow } from '../../../../../src/pipeline/crawl/frontier/follow/follow.ts';
import type { Target } from '../../../../../src/pipeline/crawl/frontier/target.ts';
import { type Entry, Visit } from '../../../../../src/pipeline/crawl/frontier/visit.ts';
import { dataCatalog } from '../../../../../src/probes/data-catalog.ts';
import { openDataPlatform } from '../../../../../src/probes/open-data-platform.ts';
import { privacyPolicy } from '../../../../../src/probes/privacy-policy.ts';
import { readPage } from '../../../../../src/reading/read-page.ts';
import { capture, town } from '../../../../probes/captures.ts';

const pack = loadPack('config', wordSections);
const probes = [openDataPlatform, dataCatalog, privacyPolicy];
const government: Government = {
  ...town,
  sites: {
    portal: { url: 'http://www.anhe.gov.cn/', confidence: 'high' },
    'open-data': { url: 'https://data.province.gov.cn/', confidence: 'province' },
  },
};
const catalog = '<title>数据目录</title><ul><li><a href="/catalog/1.html">公共厕所信息</a></li></ul>';
const pages: Record<string, string> = {
  'http://www.anhe.gov.cn/': '<title>安和市人民政府</title><nav><a href="/sj/index.htm">政务数据</a></nav>',
  'http://www.anhe.gov.cn/sj/index.htm': '<title>政务数据</title><a href="http://data.anhe.gov.cn/">数据开放平台</a>',
  'http://data.anhe.gov.cn/':
    '<title>安和市数据开放平台</title><nav><a href="/catalog/index">数据目录</a><a href="/user/register">注册</a></nav>',
  'https://data.province.gov.cn/':
    '<title>某省数据开放平台</title><nav><a href="/catalog/a">数据目录</a><a href="/catalog/b">数据资源</a><a href="/catalog/c">数据集</a><a href="/catalog/d">数据资源目录</a><a href="/user/register">注册</a></nav>',
  'http://data.anhe.gov.cn/catalog/index': catalog,
  'http://data.anhe.gov.cn/user/register':
    '<title>用户注册</title><form><input type="password"></form><a href="/user/yszc.html">隐私政策</a>',
};

function visitWith(documents: Record<string, string>, explored = 60): { asked: Target[]; visit: Visit } {
  const settings = { ...pack.crawl, budget: { ...pack.crawl.budget, 'explored-pages': explored } };
  const deps = followDeps({ knowledge: pack.knowledge, probes, settings });
  const visit = new Visit({
    government,
    settings,
    follow: (on, entry) => follow(deps, on, entry),
    askMore: () => [],
    now: 0,
  });
  const asked: Target[] = [];
  for (let next = visit.next(0, () => true); next !== null; next = visit.next(0, () => true)) {
    const { url, site, role, via, depth, from, label, intents, home } = next.target;
    asked.push(next.target);
    const made = capture({ url, site, role, via, depth, from, label, intents: [...intents], home });
    const entry: Entry = { capture: made, page: readPage(made, documents[url] ?? '<title>页</title>', pack.knowledge) };
    visit.settle(next, [entry], 0);
  }
  return { asked, visit };
}

describe('a platform of the city beside the one of its province', () => {
  it('is walked from its own front page, though it stands deep in the portal', () => {
    const { asked } = visitWith(pages);
    const of = (url: string) => asked.find((item) => item.url === url);
    expect(of('http://data.anhe.gov.cn/')).toMatchObject({ site: 'open-data', depth: 0 });
    expect(of('http://data.anhe.gov.cn/catalog/index')?.intents).toEqual(['data-catalog']);
    expect(of('http://data.anhe.gov.cn/user/yszc.html')?.intents).toEqual(['privacy']);
  });

  it('does not share what the province may use up', () => {
    const { asked } = visitWith(pages);
    const catalogs = asked
      .filter(({ intents }) => intents.includes('data-catalog'))
      .map(({ url }) => new URL(url).host);
    expect(catalogs.filter((host) => host === 'data.province.gov.cn').length).toBeGreaterThanOrEqual(3);
    expect(catalogs).toContain('data.anhe.gov.cn');
  });
});

describe('a link that lies too deep', () => {
  const chain = (front: string): Record<string, string> => ({
    ...pages,
    'http://data.anhe.gov.cn/': `<title>安和市数据开放平台</title><nav><a href="/1">网站声明</a>${front}</nav>`,
    'http://data.anhe.gov.cn/1': '<title>网站声明</title><a href="/2">服务条款</a>',
    'http://data.anhe.gov.cn/2': '<title>服务条款</title><a href="/3">隐私声明</a>',
    'http://data.anhe.gov.cn/3': '<title>隐私声明</title><a href="/deep/register">注册</a>',
  });

  it('is left unread, so that nothing can be called absent for want of it', () => {
    const { asked, visit } = visitWith(chain(''), 0);
    expect(asked.map(({ url }) => url)).toContain('http://data.anhe.gov.cn/3');
    expect(asked.map(({ url }) => url)).not.toContain('http://data.anhe.gov.cn/deep/register');
    expect(visit.unread()['open-data']).toContain('register');
  });

  it('is followed from the budget of exploring, where there is one', () => {
    const { asked } = visitWith(chain(''), 60);
    expect(asked.map(({ url }) => url)).toContain('http://data.anhe.gov.cn/deep/register');
  });

  it('is not missed where something of its kind was read', () => {
    const { visit } = visitWith(chain('<a href="/user/register">注册</a>'));
    expect(visit.unread()['open-data'] ?? []).not.toContain('register');
  });
});
