import { describe, expect, it } from 'vitest';
import { relevantResults, searchEngines, searchSkills } from '../../../src/sandbox/leaves/smart-search.ts';
import { searchVendors } from '../../../src/sandbox/portal/index.ts';
import { boxKindOf } from '../../../src/sandbox/portal/parts/search-box.ts';
import { portalOf } from '../../../src/sandbox/portal/portal.ts';
import { decodeValue } from '../../../src/sandbox/portal/request.ts';
import { searchTown } from '../../../src/sandbox/portal/search/engine.ts';
import { searchAddress, searchVendorOf } from '../../../src/sandbox/portal/search/vendors.ts';
import type { Town, TownTruth } from '../../../src/sandbox/town.ts';
import { bareTruth, townOf } from '../towns.ts';
import { ask, read, textOf } from './ask-portal.ts';

type Search = NonNullable<TownTruth['search']>;

const withSearch = (search: Partial<Search>, seed = 4): Town =>
  townOf({
    truth: {
      search: { vendor: 'ucap-so', quality: 'smart', skills: [...searchSkills], unrelated: 0, foreign: 0, ...search },
    },
    style: { seed },
  });

/** An engine that finds official names only. */
const plain: Partial<Search> = { quality: 'plain', skills: [] };

/** What the engine shows for a word: its page, and the vendor's JSON where the page asks for it. */
function results(town: Town, word: string): string {
  const vendor = searchVendorOf(town.truth.search?.vendor ?? '');
  const portal = portalOf(town);
  const page = ask(town, searchAddress(portal, vendor, word));
  if (vendor.api === null) return textOf(town, page);
  const fields = {
    ...vendor.hidden(portal),
    [vendor.api.word]: word,
    [vendor.api.pageNumber]: vendor.fromZero ? '0' : '1',
  };
  const form = new URLSearchParams(fields).toString();
  const reply =
    vendor.api.method === 'get'
      ? ask(town, `${vendor.api.path}?${form}`)
      : ask(town, vendor.api.path, 'POST', vendor.api.method === 'json' ? JSON.stringify(fields) : form);
  return JSON.stringify(JSON.parse(textOf(townOf(), reply)));
}

describe('search engines', () => {
  it('answer in every vendor style', () => {
    for (const vendor of searchVendors) {
      const good = results(withSearch({ vendor }), '公积金提取');
      expect(good, vendor).toContain('住房公积金提取');
      expect(results(withSearch({ vendor, ...plain }), '护照'), vendor).toContain('护照');
      expect(results(withSearch({ vendor }), '羊驼饲养证'), vendor).not.toContain('羊驼饲养证办事');
      const broken = withSearch({ vendor, quality: 'broken' });
      expect(results(broken, '公积金'), vendor).toMatch(/500/);
    }
  });

  it('differ by quality', () => {
    const titles = (search: Partial<Search>, word: string): string[] =>
      (searchTown(portalOf(withSearch(search)), word, 1)?.hits ?? []).map((hit) => hit.title);
    expect(titles({}, '公积斤').join()).toContain('公积金');
    expect(searchTown(portalOf(withSearch({})), '公积斤', 1)?.corrected).toBe('公积金');
    expect(titles(plain, '公积斤')).toEqual([]);
    expect(titles({}, '身份证丢了怎么补办').join()).toContain('身份证');
    expect(titles(plain, '怎么把户口迁到别处')).toEqual([]);
    expect(titles({}, '驾照').join()).toContain('驾驶证');
    const poor = titles({ quality: 'poor' }, '公积金');
    expect(poor.length).toBeGreaterThan(5);
    expect(poor).toEqual(titles({ quality: 'poor' }, '完全不同的词'));
    expect(titles({ quality: 'broken' }, '公积金')).toEqual([]);
    expect(titles({}, '')).toEqual([]);
  });

  it('keep to their own region when they are aware of it', () => {
    const own = searchTown(portalOf(withSearch({})), '杭州公积金', 1);
    expect(own?.otherPlace).toBe('杭州');
    expect(own?.hits.every((hit) => hit.source.includes('成都'))).toBe(true);
    for (const [unrelated, foreign] of [
      [0, 1],
      [4, 3],
      [1, 2],
    ] as const) {
      const mixed = searchTown(portalOf(withSearch({ unrelated, foreign })), '公积金', 1);
      expect(mixed?.hits.filter((hit) => !hit.source.includes('成都'))).toHaveLength(foreign);
      for (const hit of mixed?.hits.slice(-foreign) ?? []) expect(`${hit.title}${hit.summary}`).not.toContain('成都');
    }
  });

  it('show as many unrelated results as the truth says, and understand what it says', () => {
    const words = { typo: '公积斤', synonym: '驾照', question: '身份证丢了怎么补办', region: '杭州公积金' } as const;
    for (const unrelated of [0, 2, 6]) {
      const hits = searchTown(portalOf(withSearch({ unrelated })), '护照', 1)?.hits ?? [];
      expect(hits).toHaveLength(relevantResults + unrelated);
      expect(hits.filter(({ title, summary }) => `${title}${summary}`.includes('护照'))).toHaveLength(relevantResults);
    }
    for (const skill of searchSkills)
      for (const other of searchSkills) {
        const hits = searchTown(portalOf(withSearch({ skills: [skill] })), words[other], 1)?.hits ?? [];
        expect(hits.length, `${skill} asked for ${other}`).toBe(skill === other ? relevantResults : 0);
      }
  });

  it('offer what smart ones offer, and only those', () => {
    const page = results(withSearch({}), '社保');
    for (const sign of ['热门搜索', '相关搜索', 'service-card', '按相关度', '政策']) expect(page).toContain(sign);
    const simple = results(withSearch(plain), '社保');
    for (const sign of ['热门搜索', '相关搜索', 'service-card', '按相关度']) expect(simple).not.toContain(sign);
    expect(read(withSearch({}), '/so/suggest?word=%E7%A4%BE%E4%BF%9D')).toContain('社会保险参保登记');
  });

  it('are those whose pages scripts fill, where the truth says so', () => {
    for (const { id, scripted } of searchEngines) expect(searchVendorOf(id).api !== null, id).toBe(scripted);
    expect(searchEngines.map(({ id }) => id).toSorted()).toEqual([...searchVendors].toSorted());
  });

  it('turn pages', () => {
    const town = portalOf(withSearch({ quality: 'poor' }));
    const [first, second] = [searchTown(town, 'x', 1), searchTown(town, 'x', 2)];
    expect(first?.hits).toHaveLength(10);
    expect(second?.hits[0]?.path).not.toBe(first?.hits[0]?.path);
  });

  it('understand what a GBK page sends', () => {
    expect(decodeValue('%B9%AB%BB%FD%BD%F0')).toBe('公积金');
    expect(decodeValue('%E5%85%AC%E7%A7%AF%E9%87%91')).toBe('公积金');
    expect(decodeValue('a+b%zz')).toBe('a b%zz');
    const town = townOf({ style: { encoding: 'gb18030' } });
    expect(read(town, '/so/s?qt=%B9%AB%BB%FD%BD%F0')).toContain('公积金');
  });

  it('escape what was asked', () => {
    for (const vendor of searchVendors) {
      const page = read(
        withSearch({ vendor }),
        searchAddress(portalOf(withSearch({ vendor })), searchVendorOf(vendor), '<script>alert(1)</script>\'"'),
      );
      expect(page, vendor).not.toContain('<script>alert(1)</script>');
    }
  });

  it('show a box in every kind, or none at all', () => {
    const kinds = new Set<string>();
    for (let seed = 0; seed < 60; seed++) {
      const town = townOf({ style: { seed } });
      kinds.add(boxKindOf(portalOf(town)));
      expect(read(town, '/')).toContain('/so/s');
      const bare = read(townOf({ style: { seed } }, bareTruth), '/');
      expect(bare).not.toMatch(/<form|type="text"|role="searchbox"|\/so\/s/);
    }
    expect(kinds.size).toBe(5);
  });
});
