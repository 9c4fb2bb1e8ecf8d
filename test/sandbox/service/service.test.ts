import { describe, expect, it } from 'vitest';
import { guideElements } from '../../../src/sandbox/leaves/service-guide.ts';
import { serviceFamilies, serviceFamilyOf, serviceSite } from '../../../src/sandbox/service/index.ts';
import { privacyParts } from '../../../src/sandbox/service/kit/privacy.ts';
import type { Town, TownTruth } from '../../../src/sandbox/town.ts';
import { everything, makeTown } from '../towns.ts';
import { addressesIn, ask, crawl, textOf } from './browse.ts';

/** A host for every family, found by trying names. */
const hosts = new Map<string, string>();
for (let number = 0; hosts.size < serviceFamilies.length && number < 500; number += 1) {
  const host = `http://zwfw${number}.chengdu.gov.cn/`;
  const family = serviceFamilyOf(new URL(host));
  if (!hosts.has(family)) hosts.set(family, host);
}

/** Text of the pages that are no articles: what a town really offers. */
function offers(town: Town): string {
  return crawl(serviceSite, town, town.bases.service)
    .pages.filter(({ address }) => !/(?:art|news|xwxq|content)_\d/.test(address) && !/\.(?:css)$/.test(address))
    .map(({ text }) => text)
    .join('\n');
}

/** What an article list may name without the town having it. */
function withoutNews(text: string): string {
  return text
    .replace(/<a [^>]*(?:art|news|xwxq|content)_\d[^>]*>[^<]*<\/a>/g, '')
    .replace(/\{"text":"[^"]*","href":"[^"]*(?:art|news|xwxq|content)_\d[^"]*"[^}]*\}/g, '');
}

describe('service families', () => {
  it('has a host for each of the six', () => {
    expect([...hosts.keys()].sort()).toEqual([...serviceFamilies].sort());
  });

  it.each([...hosts])('%s answers every link of its pages', (_, service) => {
    const town = makeTown({ truth: everything, service });
    const { pages, missing } = crawl(serviceSite, town, town.bases.service);
    expect(missing).toEqual([]);
    expect(pages.length).toBeGreaterThan(70);
  });

  it.each([...hosts])('%s answers every link for a town that has nothing', (_, service) => {
    const town = makeTown({ service });
    expect(crawl(serviceSite, town, town.bases.service).missing).toEqual([]);
  });

  it.each([...hosts])('%s says the same twice', (_, service) => {
    const town = makeTown({ truth: everything, service });
    expect(offers(town)).toBe(offers(makeTown({ truth: everything, service })));
  });

  it('builds the home page of each family differently', () => {
    const shapes = [...hosts.values()].map((service) => {
      const town = makeTown({ truth: everything, service });
      const reply = ask(serviceSite, town, '/', town.bases.service);
      return reply === null ? '' : textOf(reply).replace(/[^<>a-z]/g, '');
    });
    expect(new Set(shapes).size).toBe(hosts.size);
  });

  it('sends the GBK family in GB18030 and UTF-16 towns with a byte order mark', () => {
    const gbk = makeTown({ service: hosts.get('gbk') ?? '' });
    const gbkBody = ask(serviceSite, gbk, '/', gbk.bases.service)?.body;
    expect(Buffer.isBuffer(gbkBody)).toBe(true);
    expect(textOf({ status: 200, headers: {}, body: gbkBody ?? '' })).toContain('成都市');
    const wide = makeTown({ service: hosts.get('server') ?? '', encoding: 'utf-16le' });
    const wideBody = ask(serviceSite, wide, '/', wide.bases.service)?.body;
    expect(Buffer.isBuffer(wideBody) ? [...wideBody.subarray(0, 2)] : []).toEqual([0xff, 0xfe]);
  });

  it('writes the menu by a script, in some towns in GBK under a page in UTF-8', () => {
    const service = hosts.get('menu-script') ?? '';
    const town = (seed: number) => makeTown({ truth: everything, service, seed });
    const script = (seed: number) => ask(serviceSite, town(seed), '/js/header.js', new URL(service));
    expect(typeof script(1)?.body).toBe('string');
    const gbk = script(3);
    expect(Buffer.isBuffer(gbk?.body)).toBe(true);
    expect(gbk === null ? '' : textOf(gbk)).toContain('通办');
    const home = ask(serviceSite, town(3), '/', new URL(service));
    expect(home === null ? '' : textOf(home)).toContain('<script charset="gbk"');
    expect(home === null ? '' : textOf(home)).not.toContain('通办');
  });

  it('keeps the words of the shell family out of its page', () => {
    const town = makeTown({ truth: everything, service: hosts.get('shell') ?? '' });
    const reply = ask(serviceSite, town, '/', town.bases.service);
    expect(reply === null ? '' : textOf(reply)).not.toContain('通办');
  });
});

const cases: readonly (readonly [string, Partial<TownTruth>, RegExp])[] = [
  [
    'personal space',
    { personalSpace: { personal: true, enterprise: false, subscribe: false, push: false } },
    /(?:个人|我的|用户|专属)空间/,
  ],
  [
    'enterprise space',
    { personalSpace: { personal: false, enterprise: true, subscribe: false, push: false } },
    /(?:企业|法人)[^<"，。]{0,6}空间/,
  ],
  ['subscription', { personalSpace: { personal: false, enterprise: false, subscribe: true, push: false } }, /订阅/],
  ['push', { personalSpace: { personal: false, enterprise: false, subscribe: false, push: true } }, /推送/],
  ['one thing', { oneThing: { items: ['新生儿出生一件事', '开办餐饮店'] } }, /一件事/],
  ['cross region', { crossRegion: { items: 12, zones: ['跨省通办'] } }, /通办/],
  ['certificates', { eCertificate: { kinds: 30, mutual: false } }, /电子证照[^）]/],
  ['guides', { guides: { count: 3, missing: [] } }, /指南/],
  ['progress', { caseTracking: { progress: true, rating: false, rates: false } }, /(?:办件|进度)查询/],
  ['rating', { caseTracking: { progress: false, rating: true, rates: false } }, /好差评|我要评价|服务评价/],
  ['rates', { caseTracking: { progress: false, rating: false, rates: true } }, /好评率/],
  ['account', { oneEntry: { account: true, channels: [] } }, /统一[^<]{0,8}(?:认证|账号)/],
  ['app', { oneEntry: { account: false, channels: ['app'] } }, /APP/],
  ['mini program', { oneEntry: { account: false, channels: ['mini'] } }, /小程序/],
  ['wechat', { oneEntry: { account: false, channels: ['wechat'] } }, /公众号|官方微信|政务微信/],
];

describe('what the truth says is visible, and nothing else', () => {
  const [service = ''] = ['server'].map((family) => hosts.get(family));
  it.each(cases)('%s', (_, truth, words) => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      expect(withoutNews(offers(makeTown({ truth, service, seed })))).toMatch(words);
      expect(withoutNews(offers(makeTown({ service, seed })))).not.toMatch(words);
    }
  });

  it('gives bait in the news where things are not there', () => {
    const text = offers(makeTown({ service }));
    expect(text).toContain('一件事');
    expect(text).toContain('跨省通办');
  });

  it('shows each one thing by its title and no other thing', () => {
    const items = ['新生儿出生一件事', '企业信息变更一件事', '公民身后事'];
    const town = makeTown({ truth: { oneThing: { items } }, service });
    const text = offers(town);
    for (const item of items) expect(text).toContain(item);
    expect(text).toMatch(/(?:已上线 3 件|共3个主题)/);
  });

  it.each([1, 2, 3, 4])('adds the zones up to the items (seed %i)', (seed) => {
    const zones = ['跨省通办', '省内通办', '川渝通办'];
    const town = makeTown({ truth: { crossRegion: { items: 173, zones } }, service, seed });
    const { pages } = crawl(serviceSite, town, town.bases.service);
    const names = new Map<string, number>();
    for (const { text } of pages) {
      const zone = /<h1>([^<]+)<\/h1><p>共(\d+)项/.exec(text);
      if (zone?.[1] !== undefined) names.set(zone[1], Number(zone[2]));
    }
    expect([...names.keys()].sort()).toEqual([...zones].sort());
    expect([...names.values()].reduce((sum, count) => sum + count, 0)).toBe(173);
    expect(pages.some(({ text }) => /173\s*项/.test(text))).toBe(true);
  });

  it.each([0, 1, 29, 61])('names %i kinds of certificates', (kinds) => {
    const town = makeTown({ truth: { eCertificate: { kinds, mutual: true } }, service });
    const page = crawl(serviceSite, town, town.bases.service).pages.find(({ text }) => /name="zzmc"/.test(text));
    expect(page?.text).toMatch(new RegExp(`${kinds}\\s*[类种]`));
    const names = /<ul class="names">(.*?)<\/ul>/.exec(page?.text ?? '')?.[1]?.match(/<li>/g) ?? [];
    expect(names.length).toBe(Math.max(1, kinds));
    expect(page?.text).toContain('互认');
  });

  it('does not state mutual recognition where there is none', () => {
    expect(offers(makeTown({ truth: { eCertificate: { kinds: 9, mutual: false } }, service }))).not.toContain('互认');
  });

  it('takes the number of a case', () => {
    const truth = { caseTracking: { progress: true, rating: false, rates: false } };
    const town = makeTown({ truth, service });
    const form =
      crawl(serviceSite, town, town.bases.service).pages.find(({ text }) => /如510100/.test(text))?.text ?? '';
    const name = /name="([^"]+)" placeholder="[^"]*如(\d+)"/.exec(form);
    const action = /action="([^"]+)"/.exec(form)?.[1] ?? '';
    const body = new URLSearchParams({ [name?.[1] ?? '']: name?.[2] ?? '' }).toString();
    const known = ask(serviceSite, town, action, town.bases.service, body);
    expect(known === null ? '' : textOf(known)).toContain('办理中');
    const other = ask(serviceSite, town, action, town.bases.service, body.replace(/1$/, '9'));
    expect(other === null ? '' : textOf(other)).toContain('未查询到');
  });
});

describe('guides', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('lack exactly what the truth says (seed %i)', (seed) => {
    const values = {
      设定依据: '优化营商环境条例',
      受理条件: '完全民事行为能力',
      申请材料: '申请表（原件',
      办理流程: '申请→受理',
      办理时限: '个工作日',
      办理地点: '号窗口',
      办理时间: '周一至周五',
      监督投诉: '12345热线',
      实施主体: '（法定机关）',
    };
    const missing = ['办理地点', '实施主体', '监督投诉'];
    const town = makeTown({
      truth: { guides: { count: 2, missing: [missing, []] } },
      service: hosts.get('server') ?? '',
      seed,
    });
    const guides = crawl(serviceSite, town, town.bases.service).pages.filter(({ text }) => text.includes('申请→受理'));
    expect(guides.length).toBe(2);
    for (const [name, value] of Object.entries(values)) {
      expect(guides[0]?.text.includes(value)).toBe(!missing.includes(name));
      expect(guides[1]?.text.includes(value)).toBe(true);
    }
  });

  it('names twelve elements', () => {
    expect(new Set(guideElements).size).toBe(12);
  });

  it('pages the list so that every guide is reached', () => {
    const town = makeTown({ truth: { guides: { count: 37, missing: [] } }, service: hosts.get('server') ?? '' });
    const guides = crawl(serviceSite, town, town.bases.service).pages.filter(({ text }) => text.includes('申请→受理'));
    expect(guides.length).toBe(37);
  });
});

describe('registration', () => {
  const registration = (town: Town) =>
    crawl(serviceSite, town, town.bases.service).pages.find(({ text }) => text.includes('name="agree"'))?.text ?? '';

  it.each([1, 2, 3, 4, 5, 6])(
    'shows the policy with its parts where the town has no data platform (seed %i)',
    (seed) => {
      const parts = ['collect', 'security', 'date'];
      const town = makeTown({
        truth: { privacy: { where: 'registration', parts } },
        service: hosts.get('server') ?? '',
        seed,
      });
      const page = registration(town);
      const policy = crawl(serviceSite, town, town.bases.service).pages.find(
        ({ text }) => /[一二]、/.test(text) && text.includes('隐私') && !text.includes('用户注册即视为'),
      );
      expect(page).toMatch(/隐私/);
      expect((policy?.text.match(/<h2>[一二三四五六七八]、/g) ?? []).length).toBe(2);
      expect(policy?.text).toMatch(/日期|生效/);
    },
  );

  it.each([
    ['none', {}],
    ['footer', { privacy: { where: 'footer', parts: [...privacyParts] } }],
    [
      'platform',
      { platform: everything.platform ?? null, privacy: { where: 'registration', parts: [...privacyParts] } },
    ],
  ] as const)('says nothing of privacy here: %s', (_, truth) => {
    const page = registration(makeTown({ truth, service: hosts.get('server') ?? '' }));
    expect(page).toContain('用户服务协议');
    expect(page).not.toContain('隐私');
  });
});

describe('region', () => {
  it.each(['https://zwfw.xinjiang.gov.cn/?areacode=510100', 'https://www.gdzwfw.gov.cn/portal/index?region=510100'])(
    'keeps the region in every link of %s',
    (service) => {
      const town = makeTown({ truth: everything, service });
      const { base, key } = { base: town.bases.service, key: /[?&](\w+)=510100/.exec(service)?.[1] ?? '' };
      const { pages, missing } = crawl(serviceSite, town, base);
      expect(missing).toEqual([]);
      for (const { text } of pages) {
        for (const address of addressesIn(text)) {
          const url = new URL(address, base);
          if (url.host === base.host) expect(url.searchParams.get(key)).toBe('510100');
        }
      }
    },
  );

  it('answers null for the region of another town', () => {
    const town = makeTown({ service: 'https://zwfw.xinjiang.gov.cn/?areacode=510100' });
    expect(ask(serviceSite, town, '/?areacode=650100', town.bases.service)).toBeNull();
  });

  it('stays below the path of its base', () => {
    const town = makeTown({ truth: everything, service: 'http://zwfw-new.hunan.gov.cn/hnzwfw/1/5/index.htm' });
    const { pages, missing } = crawl(serviceSite, town, town.bases.service);
    expect(missing).toEqual([]);
    for (const { address } of pages) expect(address.startsWith('/hnzwfw/1/5/')).toBe(true);
    expect(ask(serviceSite, town, '/login', town.bases.service)).toBeNull();
  });

  it('shows the city and its level, or the province alone', () => {
    const city = makeTown({ service: 'http://zwfw.chengdu.gov.cn/' });
    const text = offers(city);
    expect(text).toContain('成都市');
    expect(text).toContain('市级');
    const province = makeTown({ service: 'https://www.sczwfw.gov.cn/', province: true });
    const provincial = offers(province);
    expect(provincial).toContain('四川省（省级）');
    expect(provincial).not.toContain('成都');
  });
});
