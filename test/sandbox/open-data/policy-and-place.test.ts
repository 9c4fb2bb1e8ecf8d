import { describe, expect, it } from 'vitest';
import { openDataFamilies, openDataSite } from '../../../src/sandbox/open-data/index.ts';
import { scriptPlans, serverPlans } from '../../../src/sandbox/open-data/plans.ts';
import { fullWidth, inTenThousands, separated } from '../../../src/sandbox/open-data/words.ts';
import type { Town, TownTruth } from '../../../src/sandbox/town.ts';
import { addressesIn, ask, crawl, textOf } from '../service/browse.ts';
import { everything, makeTown } from '../towns.ts';

type Platform = NonNullable<TownTruth['platform']>;
const standard = everything.platform;
if (standard === undefined || standard === null) throw new Error('the standard town has a platform');
const holdings: Platform = standard;

function townWith(family: string, wishes: Partial<Platform> = {}, more: Parameters<typeof makeTown>[0] = {}): Town {
  return makeTown({ ...more, truth: { ...more.truth, platform: { ...holdings, family, ...wishes } } });
}

function baseOf(town: Town): URL {
  if (town.bases.openData === null) throw new Error('the town has a platform');
  return town.bases.openData;
}

function page(town: Town, address: string): string {
  const reply = ask(openDataSite, town, address, baseOf(town));
  if (reply === null) throw new Error(`no page ${address}`);
  return textOf(reply);
}

const serverFamilies = Object.keys(serverPlans) as (keyof typeof serverPlans)[];

describe('policy and registration', () => {
  const texts = (truth: Partial<TownTruth>, seed: number) => {
    const town = townWith('oportal-classic', { datasets: 3, apis: 0, apps: 0 }, { truth, seed });
    return crawl(openDataSite, town, baseOf(town)).pages;
  };

  it.each([1, 2, 3, 4, 5])('has the chapter on data security where the truth says so (seed %i)', (seed) => {
    const here = texts({ dataSecurity: { where: 'platform', format: 'html' } }, seed);
    expect(here.some(({ text }) => /第五章 [^<]*安全/.test(text.replace(/<[^>]+>/g, '')))).toBe(true);
    for (const truth of [{}, { dataSecurity: { where: 'portal', format: 'html' } }] as const) {
      expect(texts(truth, seed).some(({ text }) => /第.{1,2}章[^<]*安全/.test(text))).toBe(false);
    }
  });

  it.each(['pdf', 'docx'] as const)('publishes it as %s', (format) => {
    const files = texts({ dataSecurity: { where: 'platform', format } }, 3).filter(({ address }) =>
      address.endsWith(`.${format}`),
    );
    expect(files.length).toBe(1);
  });

  it.each([1, 2, 3, 4, 5])('shows the privacy policy at registration with its parts (seed %i)', (seed) => {
    const pages = texts({ privacy: { where: 'registration', parts: ['collect', 'purpose', 'rights'] } }, seed);
    const register = pages.find(({ text }) => text.includes('name="agree"'));
    expect(register?.text).toContain('隐私');
    const policy = pages.find(({ text }) => /<h2>三、/.test(text) && text.includes('注销'));
    expect(policy?.text.match(/<h2>[一二三四五]、/g)?.length).toBe(3);
  });

  it('says nothing of privacy at registration otherwise', () => {
    for (const seed of [1, 2, 3]) {
      const register = texts({ privacy: { where: 'footer', parts: ['collect'] } }, seed).find(({ text }) =>
        text.includes('name="agree"'),
      );
      expect(register?.text).toContain('用户协议');
      expect(register?.text).not.toContain('隐私');
    }
  });
});

describe('where a platform hangs', () => {
  it.each([
    'http://data.guizhou.gov.cn/guiyang/home',
    'https://www.chengde.gov.cn/shuju/web/index',
    'http://www.chengdu.gov.cn/sjkfpt.shtml',
    'http://data.jinan.gov.cn/jinan/index',
  ])('every family stays below %s', (openData) => {
    for (const family of openDataFamilies) {
      const town = townWith(family, { datasets: 23, apis: 4, apps: 2, deadLinks: 0 }, { openData });
      const base = baseOf(town);
      const folder = base.pathname.startsWith('/sjkfpt') ? '/sjkfpt' : base.pathname.replace(/[^/]*$/, '');
      const { pages, missing } = crawl(openDataSite, town, base);
      expect(missing).toEqual([]);
      // Software with a folder of its own keeps to that folder on a host where the base has none.
      const { folder: native } = { ...serverPlans, ...scriptPlans }[family as keyof typeof serverPlans];
      const own = folder === '/sjkfpt' && native !== '' ? `/${native}` : folder;
      const expected = (address: string) => address.startsWith(own) || address === base.pathname;
      if (family !== 'develop') for (const { address } of pages) expect(expected(address)).toBe(true);
    }
  });

  it('keeps the region parameter in links, forms and scripts', () => {
    const openData = 'https://data.fujian.gov.cn/?cityCode=510100';
    for (const family of openDataFamilies) {
      const town = townWith(family, { datasets: 23 }, { openData });
      for (const { text } of crawl(openDataSite, town, baseOf(town)).pages) {
        if (!text.startsWith('<!DOCTYPE')) continue;
        for (const address of addressesIn(text.replace(/<form.*?<\/form>/g, ''))) {
          expect(new URL(address, baseOf(town)).searchParams.get('cityCode')).toBe('510100');
        }
        for (const form of text.match(/<form class="search".*?<\/form>/g) ?? [])
          expect(form).toContain('value="510100"');
      }
    }
  });

  it('answers the division endpoint at the root of the shared host too', () => {
    const town = townWith('division', {}, { openData: 'http://data.guizhou.gov.cn/guiyang/home' });
    const path = '/api/search/data/getDataDirectoryListByParams';
    const reply = ask(openDataSite, town, path, baseOf(town), '{"divisionId":"510100","pageIndex":1}');
    expect(reply === null ? '' : textOf(reply)).toContain('"total":1234');
  });

  it('serves a base that is an inner page as that page', () => {
    const openData = 'http://data.jszwfw.gov.cn:8118/extranet/openportal/pages/resource/resourcelist.html';
    const town = townWith('extranet', {}, { openData });
    expect(page(town, openData)).toContain('data-view="list"');
    expect(crawl(openDataSite, town, baseOf(town)).missing).toEqual([]);
  });

  it('shows the province alone on a provincial platform', () => {
    for (const family of serverFamilies) {
      const town = townWith(family, {}, { province: true });
      expect(page(town, '/')).toContain('四川省（省级）');
      expect(page(town, '/')).not.toContain('成都');
    }
  });

  it.each(['gb18030', 'utf-16le'] as const)('can be read in %s', (encoding) => {
    for (const family of serverFamilies) {
      expect(page(townWith(family, {}, { encoding }), '/')).toContain('成都市');
    }
  });
});

describe('numbers', () => {
  it('are written without loss', () => {
    expect(separated(1234567)).toBe('1,234,567');
    expect(separated(12)).toBe('12');
    expect(inTenThousands(12345)).toBe('1.2345万');
    expect(inTenThousands(987654321)).toBe('9.87654321亿');
    expect(fullWidth(120)).toBe('１２０');
  });
});
