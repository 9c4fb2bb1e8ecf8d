import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { openDataFamilies, openDataSite } from '../../../src/sandbox/open-data/index.ts';
import { scriptPlans, serverPlans } from '../../../src/sandbox/open-data/plans.ts';
import { memberAt, withMember } from '../../../src/sandbox/open-data/script/answer.ts';
import { endpointsOf } from '../../../src/sandbox/open-data/script/endpoints.ts';
import type { Town, TownTruth } from '../../../src/sandbox/town.ts';
import { ask, crawl, textOf } from '../service/browse.ts';
import { everything, makeTown } from '../towns.ts';
import { runPage } from './mini-dom.ts';

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
const scriptFamilies = Object.keys(scriptPlans) as (keyof typeof scriptPlans)[];
const halfWidth = (text: string) => text.normalize('NFKC');

/** Addresses of the three lists, out of the menu. */
function listAddresses(home: string): readonly string[] {
  const menu = [...home.matchAll(/<a href="([^"]+)">([^<]+)<\/a>/g)].map((match) =>
    (match[1] ?? '').replace(/&amp;/g, '&'),
  );
  return menu.slice(1, 4);
}

describe('families', () => {
  it('are at least sixteen', () => {
    expect(new Set(openDataFamilies).size).toBeGreaterThanOrEqual(16);
    expect(openDataFamilies).toEqual([...serverFamilies, ...scriptFamilies]);
  });

  it('answer nothing without a platform, and refuse a family that is none', () => {
    const town = makeTown({ openData: 'http://data.chengdu.gov.cn/' });
    expect(ask(openDataSite, town, '/', new URL('http://data.chengdu.gov.cn/'))).toBeNull();
    expect(() => page(townWith('nobody'), '/')).toThrow(/nobody/);
  });

  it('have home pages of different shapes', () => {
    const shapes = openDataFamilies.map((family) => page(townWith(family), '/').replace(/[^<>a-z/="-]/g, ''));
    expect(new Set(shapes).size).toBe(openDataFamilies.length);
  });

  it.each(openDataFamilies)('%s answers every link but the dead downloads, twice the same', (family) => {
    const town = townWith(family, { datasets: 43, apis: 12, apps: 3 });
    const { pages, missing } = crawl(openDataSite, town, baseOf(town), 900);
    expect(missing.filter((address) => !address.includes('format='))).toEqual([]);
    const again = crawl(openDataSite, townWith(family, { datasets: 43, apis: 12, apps: 3 }), baseOf(town), 900);
    expect(again.pages).toEqual(pages);
  });
});

describe('server-rendered families', () => {
  it.each(serverFamilies)('%s lists exactly as many as it says, to the last page', (family) => {
    const counts = { datasets: 1234, apis: 321, apps: 7 };
    const town = townWith(family, counts);
    const addresses = listAddresses(page(town, '/'));
    for (const [index, total] of Object.values(counts).entries()) {
      const first = halfWidth(page(town, addresses[index] ?? ''));
      expect(first.replace(/,/g, '')).toMatch(new RegExp(`(?<!\\d)${total}(?!\\d)`));
      const size = serverPlans[family].pageSize;
      const pages = Math.ceil(total / size);
      const parameter = serverPlans[family].parameters.page;
      if (pages > 1) expect(first).toMatch(new RegExp(`[?&;]${parameter}=${pages}"`));
      const last = page(town, `${addresses[index]}?${parameter}=${pages}`);
      const rows = new Set(last.match(/\/?(?:id=|iid=|rid=|dataId=|\/)[0-9a-f]{32}/g) ?? []);
      expect(rows.size).toBe(total - (pages - 1) * size);
    }
  });

  it.each(serverFamilies)('%s shows a plain zero', (family) => {
    const town = townWith(family, { apis: 0, apps: 0 });
    const [, apis = '', apps = ''] = listAddresses(page(town, '/'));
    for (const address of [apis, apps]) {
      const text = halfWidth(page(town, address)).replace(/<[^>]+>/g, '');
      expect(text).toContain('暂无数据');
      expect(text).toMatch(/(?<!\d)0(?!\d)/);
    }
  });

  it.each(serverFamilies)('%s finds by keyword only where the truth says so', (family) => {
    const { keyword } = serverPlans[family].parameters;
    for (const searchable of [true, false]) {
      const town = townWith(family, { searchable, datasets: 500 });
      const [datasets = ''] = listAddresses(page(town, '/'));
      const rows = page(town, `${datasets}?${keyword}=${encodeURIComponent('停车场')}`)
        .replace(/<input[^>]*>/g, '')
        .match(/>成都[^<]+<\/a>/g);
      expect(rows?.length).toBeGreaterThan(3);
      expect(rows?.every((row) => row.includes('停车场'))).toBe(searchable);
      const nothing = page(town, `${datasets}?${keyword}=${encodeURIComponent('火星移民')}`);
      expect(nothing.includes('暂无数据')).toBe(searchable);
    }
  });

  it('words the counters of the three oportal themes as their templates do', () => {
    expect(page(townWith('oportal-classic'), '/')).toContain('<em>1234</em>个数据集，');
    expect(page(townWith('oportal-classic'), '/')).toContain('<em>321</em>个API，<em>17</em>个应用');
    expect(page(townWith('oportal-default'), '/')).toContain('<em>321</em>个API数');
    expect(page(townWith('oportal-datav'), '/')).toContain('1234个数据集');
    expect(page(townWith('oportal-datav'), '/oportal/service/index')).toContain('API（321）');
  });

  it('writes units, full-width digits and no counters at all', () => {
    const large = { datasets: 12345, apis: 23456 };
    expect(page(townWith('units', large), '/')).toContain('1.2345万');
    expect(page(townWith('units'), '/')).toContain('1,234');
    expect(page(townWith('neighbours'), '/')).toContain('１２３４');
    expect(page(townWith('list-only'), '/')).not.toMatch(/1234|321/);
  });

  it('lets the home page disagree in a few towns only, and only on datasets', () => {
    let stale = 0;
    for (let seed = 0; seed < 600; seed += 1) {
      const home = page(townWith('oportal-classic', {}, { seed }), '/');
      if (!home.includes('<em>1234</em>个数据集')) stale += 1;
      expect(home).toContain('<em>321</em>个API');
    }
    expect(stale).toBeGreaterThan(0);
    expect(stale).toBeLessThan(60);
  });
});

describe('script families', () => {
  it.each(scriptFamilies)('%s gives exact totals and pages from its endpoints', (family) => {
    const town = townWith(family);
    const plan = scriptPlans[family];
    const endpoints = endpointsOf(family, '510100');
    for (const [kind, total] of [
      ['dataset', 1234],
      ['api', 321],
      ['app', 17],
    ] as const) {
      const endpoint = endpoints[kind];
      const query = new URLSearchParams(endpoint.query);
      const last = endpoint.pageKey === 'start' ? total - 1 : Math.ceil(total / 10) - 1 + endpoint.firstPage;
      const wanted = withMember(withMember({ ...endpoint.fixed }, endpoint.pageKey, last), endpoint.sizeKey, 10);
      const form = new URLSearchParams(Object.entries(wanted).map(([key, value]) => [key, String(value)]));
      if (endpoint.encoding === 'query' && endpoint.total !== null)
        for (const [key, value] of form) query.set(key, value);
      const body =
        endpoint.method === 'GET' ? null : endpoint.encoding === 'json' ? JSON.stringify(wanted) : form.toString();
      const reply = ask(openDataSite, town, `/${plan.folder}${endpoint.path}?${query}`, baseOf(town), body);
      const json: unknown = JSON.parse(reply === null ? 'null' : textOf(reply));
      const list = endpoint.list === '' ? json : memberAt(json, endpoint.list);
      const items = Array.isArray(list) ? list : [];
      if (endpoint.total === null) expect(items.length).toBe(total);
      else {
        expect(memberAt(json, endpoint.total)).toBe(total);
        expect(items.length).toBe(endpoint.pageKey === 'start' ? 1 : total % 10);
      }
      expect(items[0]).toHaveProperty(endpoint.fields.title);
    }
  });

  it.each(scriptFamilies)('%s shows its numbers only after its script has run', async (family) => {
    for (const [apis, apps] of [
      [321, 17],
      [0, 0],
    ] as const) {
      const town = townWith(family, { apis, apps });
      const { before, after } = await runPage(openDataSite, town, '/', baseOf(town));
      expect(before).not.toMatch(/1234|321/);
      for (const number of [1234, apis, apps]) expect(after).toMatch(new RegExp(`(?<!\\d)${number}(?!\\d)`));
    }
  });

  it.each(scriptFamilies)('%s lists, finds and describes through its script', async (family) => {
    const plan = scriptPlans[family];
    const town = townWith(family, { apis: 0 });
    const root = `/${plan.folder}`;
    const found = await runPage(
      openDataSite,
      town,
      `${root}${plan.pages.datasets}?keyword=${encodeURIComponent('停车场')}`,
      baseOf(town),
    );
    expect(found.after).toMatch(/(?<!\d)43(?!\d)/);
    expect(found.after).toContain('停车场');
    const none = await runPage(openDataSite, town, `${root}${plan.pages.apis}`, baseOf(town));
    expect(none.after).toContain('暂无数据');
    expect(none.after).toMatch(/(?<!\d)0(?!\d)/);
  });

  it('stands literal zeros, dashes, empty elements or nothing before the script', () => {
    expect(page(townWith('counters'), '/')).toContain('<em id="num-api">0</em>');
    expect(page(townWith('odweb'), '/')).toContain('<em id="num-api"></em>');
    expect(page(townWith('static'), '/')).toContain('<em id="num-api">--</em>');
    expect(page(townWith('react'), '/')).not.toContain('num-api');
  });

  it('keeps a whole list of tens of thousands under five megabytes', () => {
    const body = page(townWith('static', { datasets: 38_000 }), '/common/sjj.json');
    expect(Buffer.byteLength(body)).toBeLessThan(5 * 1024 * 1024);
    const items: unknown = JSON.parse(body);
    expect(Array.isArray(items) ? items.length : 0).toBe(38_000);
  });

  it('tells a visitor who asks a JSON endpoint by GET, and stands a broken body', () => {
    const town = townWith('athena');
    expect(ask(openDataSite, town, '/athena/catalog/page', baseOf(town))?.status).toBe(405);
    const broken = ask(openDataSite, town, '/athena/catalog/page', baseOf(town), '{"pageNum":');
    expect(broken === null ? '' : textOf(broken)).toContain('"total":1234');
  });
});

describe('datasets', () => {
  it('shows the newest date, the formats and the share of dead downloads', () => {
    const town = townWith('list-only', { datasets: 60, deadLinks: 0.25 });
    const [datasets = ''] = listAddresses(page(town, '/'));
    const list = page(town, datasets);
    expect(list).toContain('2023-02-20');
    for (const format of holdings.formats) expect(list).toContain(format);
    const { pages, missing } = crawl(openDataSite, town, baseOf(town), 900);
    const dead = missing.filter((address) => address.includes('format=')).length;
    const alive = pages.filter(({ address }) => address.includes('format=')).length;
    expect(dead / (dead + alive)).toBeCloseTo(0.25, 1);
  });

  it.each(openDataFamilies)('%s shows newest date and file formats on the first page of its list', async (family) => {
    const town = townWith(family, { formats: ['XLS', 'RDF', 'API'], updated: '2024-03-09' });
    const server = serverFamilies.find((one) => one === family);
    const script = scriptFamilies.find((one) => one === family);
    const list = server
      ? page(town, listAddresses(page(town, '/'))[0] ?? '')
      : (await runPage(openDataSite, town, listOf(script ?? 'odweb'), baseOf(town))).after;
    expect(list.replaceAll('/', '-')).toContain('2024-03-09');
    expect(list).toMatch(/XLS/);
    expect(list).toMatch(/RDF/);

    function listOf(id: (typeof scriptFamilies)[number]): string {
      return `/${scriptPlans[id].folder}${scriptPlans[id].pages.datasets}`;
    }
  });

  it('understands a form in the encoding of its page as well as a link in UTF-8', () => {
    const town = townWith('webapp', { datasets: 500 });
    const [datasets = ''] = listAddresses(page(town, '/'));
    const escaped = [...iconv.encode('停车场', 'gb18030')].map((byte) => `%${byte.toString(16)}`).join('');
    const { keyword } = serverPlans.webapp.parameters;
    const sent = page(town, `${datasets}?${keyword}=${escaped}`);
    expect(sent).toBe(page(town, `${datasets}?${keyword}=${encodeURIComponent('停车场')}`));
    expect(sent).not.toBe(page(town, `${datasets}?${keyword}=`));
  });

  it.each([0, 1])('has all or no dead downloads at the ends (%i)', (deadLinks) => {
    const town = townWith('units', { datasets: 12, apis: 0, apps: 0, deadLinks });
    const { pages, missing } = crawl(openDataSite, town, baseOf(town));
    const alive = pages.filter(({ address }) => address.includes('format=')).length;
    expect([alive > 0, missing.length > 0]).toEqual([deadLinks === 0, deadLinks === 1]);
  });

  it('does not offer an interface as a file', () => {
    const town = townWith('jdop', { datasets: 5, formats: ['CSV', 'API'], deadLinks: 0 });
    const { pages } = crawl(openDataSite, town, baseOf(town));
    expect(pages.some(({ address }) => /format=csv/.test(address))).toBe(true);
    expect(pages.some(({ address }) => /format=api/.test(address))).toBe(false);
  });

  it('answers null for an id that no dataset has', () => {
    const town = townWith('oportal-classic');
    expect(ask(openDataSite, town, `/oportal/catalog/${'0'.repeat(32)}`, baseOf(town))).toBeNull();
  });

  it('stands an empty platform', () => {
    const town = townWith('webapp', { datasets: 0, apis: 0, apps: 0 });
    expect(crawl(openDataSite, town, baseOf(town)).missing).toEqual([]);
  });
});
