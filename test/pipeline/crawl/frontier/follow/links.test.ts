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
  },
};
function visitWith(documents: Record<string, string>): { asked: Target[]; visit: Visit } {
  const settings = pack.crawl;
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

describe('the budget of exploring', () => {
  const link = '<a href="http://data.anhe.gov.cn/">数据开放平台</a>';
  const deep = (path: string): string => `http://www.anhe.gov.cn/${path}/yssm/`;
  const chain = {
    'http://www.anhe.gov.cn/': `<title>安和市人民政府</title>${link}<a href="/a/yssm/">隐私声明</a>`,
    [deep('a')]: `<title>隐私声明</title>${link}<a href="/b/yssm/">隐私政策</a>`,
    [deep('b')]: `<title>隐私政策</title>${link}`,
  };
  it('is not spent on a link that was followed before', () => {
    const { asked, visit } = visitWith(chain);
    expect(asked.map(({ url }) => url)).toContain(deep('b'));
    expect(asked.map(({ url }) => url)).toContain('http://data.anhe.gov.cn/');
    expect(visit.followed('portal', 'explored')).toBe(0);
  });
  it('is spent on the first deep link of its kind', () => {
    const late = {
      ...chain,
      'http://www.anhe.gov.cn/': '<title>安和市人民政府</title><a href="/a/yssm/">隐私声明</a>',
    };
    const { asked, visit } = visitWith({ ...late, [deep('a')]: chain[deep('a')]?.replace(link, '') ?? '' });
    expect(asked.map(({ url }) => url)).toContain('http://data.anhe.gov.cn/');
    expect(visit.followed('portal', 'explored')).toBe(1);
  });
});
