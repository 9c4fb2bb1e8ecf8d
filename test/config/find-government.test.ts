import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { findGovernment, findVisited } from '../../src/config/find-government.ts';
import { loadMeta, loadPack } from '../../src/config/pack.ts';
import { dropSuffix } from '../../src/config/short-names.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { shippedPack, TemporaryPack, usageMessage } from './temporary-pack.ts';

const temporary = new TemporaryPack();
afterAll(() => temporary.remove());
const { governments, visits, meta } = loadPack(temporary.directory);
const find = (query: string) => findGovernment(governments, query, meta);
const message = (query: string) => usageMessage(() => find(query));

describe('dropSuffix', () => {
  it.each([
    ['成都市', '成都'],
    ['兰州市', '兰州'],
    ['兴安盟', '兴安'],
    ['大兴安岭地区', '大兴安岭'],
    ['博尔塔拉蒙古自治州', '博尔塔拉'],
    ['克孜勒苏柯尔克孜自治州', '克孜勒苏'],
    ['黔西南布依族苗族自治州', '黔西南'],
    ['海西蒙古族藏族自治州', '海西'],
    ['内蒙古自治区', '内蒙古'],
    ['宁夏回族自治区', '宁夏'],
    ['浙江省', '浙江'],
    ['杭州', '杭州'],
    ['', ''],
  ])('makes %s into %s', (name, short) => {
    expect(dropSuffix(name, loadMeta(shippedPack))).toBe(short);
  });
});

describe('findGovernment', () => {
  it.each([
    ['510100', '510100'],
    ['５１０１００', '510100'],
    ['成都市', '510100'],
    ['成都', '510100'],
    [' 成 都 ', '510100'],
    ['chengdu', '510100'],
    ['Cheng Du', '510100'],
    ['chéngdū', '510100'],
    ["Xi'an", '610100'],
    ['兰州', '620100'],
    ['延边', '222400'],
    ['延边州', '222400'],
    ['延边朝鲜族', '222400'],
    ['延边自治州', '222400'],
    ['博尔塔拉', '652700'],
    ['boertala', '652700'],
    ['兴安', '152200'],
    ['阿里', '542500'],
    ['泰州', '321200'],
    ['台州', '331000'],
    ['黔南', '522700'],
    ['吉林', '220200'],
    ['大理', '532900'],
    ['北京', '110000'],
  ])('finds %j', (query, code) => {
    expect(find(query).code).toBe(code);
  });

  it.each([
    ['taizhou', ['泰州市 (321200)', '台州市 (331000)']],
    ['yulin', ['玉林市 (450900)', '榆林市 (610800)']],
    ['fuzhou', ['福州市 (350100)', '抚州市 (361000)']],
    ['suzhou', ['苏州市 (320500)', '宿州市 (341300)']],
    ['yichun', ['伊春市 (230700)', '宜春市 (360900)']],
  ])('asks which %s is meant', (query, named) => {
    expect(message(query)).toBe(`"${query}" may be ${named.join(' or ')}: give the code or the full name.`);
  });

  it('does not take a place for another of the same short name', () => {
    for (const query of ['吉林省', '阿克苏市', '大理市', '海南省', '成都州']) {
      expect(message(query)).toContain(`No government is called "${query}"`);
    }
  });

  it('asks when a province is among those searched, but knows both full names', () => {
    expect(usageMessage(() => findGovernment(visits, '吉林', meta))).toContain('吉林市 (220200) or 吉林省 (220000)');
    expect(findGovernment(visits, '吉林省', meta).code).toBe('220000');
    expect(findGovernment(visits, '吉林市', meta).code).toBe('220200');
    expect(findGovernment(visits, '北京', meta).code).toBe('110000');
  });

  it.each([
    ['成嘟市', '成都市 (510100)'],
    ['chengdou', '成都市 (510100)'],
    ['510101', '成都市 (510100)'],
    ['乌鲁木齐市政府', '乌鲁木齐市 (650100)'],
    ['西双版', '西双版纳傣族自治州 (532800)'],
  ])('suggests what is near to %s', (query, suggestion) => {
    expect(message(query)).toContain('did you mean');
    expect(message(query)).toContain(suggestion);
  });

  it('suggests nothing when nothing is near', () => {
    expect(message('Amsterdam-Noord')).toBe(
      'No government is called "Amsterdam-Noord": give a code, a name or pinyin of the registry.',
    );
    expect(message('   ')).toContain('found nothing');
  });

  it('finds every government by code and full name, and by short name and pinyin unless others share it', () => {
    for (const government of governments) {
      expect(find(government.code)).toBe(government);
      expect(find(government.name)).toBe(government);
      expect(find(dropSuffix(government.name, meta))).toBe(government);
      const twins = governments.filter(({ pinyin }) => pinyin === government.pinyin);
      if (twins.length === 1) {
        expect(find(government.pinyin)).toBe(government);
      } else {
        expect(message(government.pinyin)).toContain(`${government.name} (${government.code})`);
      }
    }
  });

  it('follows the naming of another country', () => {
    const naming = { suffixes: [' City', ' County'], qualifiers: [] };
    const towns = [
      { code: 'K-1', name: 'Westfield City', pinyin: '' },
      { code: 'K-2', name: 'Westfield County', pinyin: '' },
      { code: 'K-3', name: 'Oakham City', pinyin: '' },
    ].map((town) => ({ ...town, province: '', region: '', group: '', scored: true, sites: {} }));
    expect(findGovernment(towns, 'oakham', { naming }).code).toBe('K-3');
    expect(findGovernment(towns, 'k-2', { naming }).code).toBe('K-2');
    expect(usageMessage(() => findGovernment(towns, 'Westfield', { naming }))).toContain('Westfield County (K-2)');
  });

  it('tells a government that was not visited from one that nobody knows', () => {
    const [visited, other] = [find('成都'), find('南京')];
    const pack = { visits: [visited, other], meta };
    expect(findVisited([visited], 'chengdu', pack)).toBe(visited);
    expect(usageMessage(() => findVisited([visited], '南京', pack))).toBe(
      '南京市 (320100) is in the registry, but nothing here is of a visit to it; `govprobe probe 南京市` visits it now.',
    );
    expect(usageMessage(() => findVisited([visited], '金陵', pack))).toContain('No government is called');
  });

  it('finds or refuses any text with one short sentence', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ minLength: 500, maxLength: 2000 })), (query) => {
        try {
          expect(governments).toContain(find(query));
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
          expect((error as UsageError).message).toMatch(/^[^\n\r\u0000-\u001f]{1,300}[.?]$/u);
        }
      }),
      { numRuns: 60 },
    );
  });
});
