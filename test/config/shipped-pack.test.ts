import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaves, loadPack, type Pack, treeNodes } from '../../src/config/pack.ts';
import { shippedPack, TemporaryPack } from './temporary-pack.ts';

const temporary = new TemporaryPack();
let pack: Pack;
beforeAll(() => {
  pack = loadPack(temporary.directory);
});
afterAll(() => temporary.remove());

const countBy = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) {
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
};

describe('the shipped registry', () => {
  it('holds the 337 governments in their groups', () => {
    expect(pack.governments).toHaveLength(337);
    expect(countBy(pack.governments.map(({ group }) => group))).toEqual({
      municipality: 4,
      capital: 32,
      prefecture: 301,
    });
    expect(pack.governments.every(({ scored }) => scored)).toBe(true);
  });

  it('holds 4 municipalities, 293 cities, 7 prefectures, 30 autonomous prefectures and 3 leagues', () => {
    const kindOf = ({ code, name }: { code: string; name: string }) =>
      code.endsWith('0000') ? 'municipality' : (/(地区|自治州|盟|市)$/.exec(name)?.[1] ?? 'other');
    expect(countBy(pack.governments.map(kindOf))).toEqual({ municipality: 4, 市: 293, 地区: 7, 自治州: 30, 盟: 3 });
  });

  it('gives every government a province, a region, pinyin and a portal', () => {
    for (const government of pack.governments) {
      expect(government, government.name).toMatchObject({
        code: expect.stringMatching(/^[1-6]\d{3}00$/),
        pinyin: expect.stringMatching(/^[a-z]{3,}$/),
        province: expect.stringMatching(/(省|市|自治区)$/),
        region: expect.stringMatching(/^(东部|中部|西部|东北)$/),
        sites: { portal: { url: expect.stringMatching(/^https?:\/\//) } },
      });
    }
    expect(new Set(pack.governments.map(({ province }) => province)).size).toBe(31);
  });

  it('names no portal twice and one region per province', () => {
    expect(new Set(pack.governments.map(({ sites }) => sites.portal?.url)).size).toBe(337);
    const regions = new Set([...pack.governments, ...pack.observed].map(({ province, region }) => province + region));
    expect(regions.size).toBe(31);
    expect(countBy(pack.observed.map(({ region }) => region))).toEqual({ 东部: 10, 中部: 6, 西部: 12, 东北: 3 });
  });

  it('counts the five planned cities and the 27 capitals as the 32', () => {
    const capitals = pack.governments.filter(({ group }) => group === 'capital');
    expect(capitals.filter(({ code }) => !code.endsWith('0100')).map(({ pinyin }) => pinyin)).toEqual([
      'dalian',
      'ningbo',
      'xiamen',
      'qingdao',
      'shenzhen',
    ]);
    expect(capitals.filter(({ code }) => code.endsWith('0100'))).toHaveLength(27);
  });

  it.each([
    ['500000', 'chongqing'],
    ['220100', 'changchun'],
    ['140400', 'changzhi'],
    ['430100', 'changsha'],
    ['350200', 'xiamen'],
    ['341500', 'luan'],
    ['341600', 'bozhou'],
    ['321200', 'taizhou'],
    ['331000', 'taizhou'],
    ['331100', 'lishui'],
    ['511100', 'leshan'],
    ['340300', 'bengbu'],
    ['330800', 'quzhou'],
    ['341300', 'suzhou'],
    ['540300', 'changdu'],
    ['540600', 'naqu'],
    ['653100', 'kashi'],
    ['652700', 'boertala'],
    ['141100', 'lvliang'],
    ['422800', 'enshi'],
    ['532800', 'xishuangbanna'],
    ['522300', 'qianxinan'],
    ['152500', 'xilinguole'],
    ['450600', 'fangchenggang'],
    ['350300', 'putian'],
    ['411100', 'luohe'],
  ])('reads the name of %s as %s', (code, pinyin) => {
    expect(pack.governments.find((government) => government.code === code)?.pinyin).toBe(pinyin);
  });

  it('observes 31 platforms, four of which are the visit of a municipality', () => {
    expect(pack.observed).toHaveLength(31);
    expect(pack.observed.every(({ scored, group }) => !scored && group === 'province')).toBe(true);
    expect(pack.observed.filter(({ sites }) => sites['open-data'])).toHaveLength(21);
    expect(pack.visits).toHaveLength(337 + 27);
    expect(new Set(pack.visits.map(({ code }) => code)).size).toBe(364);
    expect(pack.visits.find(({ code }) => code === '110000')?.scored).toBe(true);
    expect(pack.visits.find(({ code }) => code === '330000')?.scored).toBe(false);
  });

  it('says how sure it is of an address, and makes no site of a column without address', () => {
    const byCode = new Map(pack.governments.map((government) => [government.code, government]));
    expect(byCode.get('510100')?.sites).toEqual({
      portal: { url: 'http://www.chengdu.gov.cn/', confidence: 'high' },
      service: { url: 'https://www.sczwfw.gov.cn/', confidence: 'province' },
      'open-data': { url: 'http://data.chengdu.gov.cn/oportal/index', confidence: 'high' },
    });
    expect(byCode.get('210200')?.sites['open-data']).toBeUndefined();
  });
});

describe('the shipped tree', () => {
  const tree = () => pack.tree;

  it('has 3 evaluated and 1 observed capability, 9 branches and 24 leaves', () => {
    const nodes = treeNodes(tree());
    const at = (level: number) => nodes.filter((node) => node.level === level);
    expect(countBy(at(1).map(({ role }) => role))).toEqual({ evaluated: 3, observed: 1 });
    expect(at(2)).toHaveLength(9);
    expect(at(3)).toHaveLength(24);
    expect(at(1).map(({ name, weight }) => `${name} ${weight}`)).toEqual([
      '服务供给能力 40',
      '服务响应能力 40',
      '服务智慧能力 20',
      '数据驱动能力 100',
    ]);
  });

  it('has exactly these leaves, each fed by the probe of its name', () => {
    const expected =
      'service-lists disclosure-catalog service-guide one-entry cross-region e-certificate appeal-channels appeal-form ' +
      'one-thing case-tracking reply-timeliness follow-up knowledge-base proactive-response smart-search smart-qa ' +
      'accessibility personal-space open-data-platform data-catalog api-count app-count data-security-policy privacy-policy';
    expect(leaves(tree()).map(({ id }) => id)).toEqual(expected.split(' '));
    expect(leaves(tree()).every(({ id, finding }) => id === finding)).toBe(true);
  });

  it('adds up exactly, on every level', () => {
    const { capabilities, ...rest } = tree();
    const sum = (nodes: readonly { weight: number }[]) => nodes.reduce((total, { weight }) => total + weight, 0);
    expect(sum(capabilities.filter(({ role }) => role === 'evaluated'))).toBe(rest['full-mark']);
    for (const capability of capabilities) {
      expect(sum(capability.indicators), capability.id).toBe(capability.weight);
      for (const branch of capability.indicators) {
        expect(sum(branch.indicators), branch.id).toBe(branch.weight);
      }
    }
  });

  it('says which part of it is published and which is not, and names the published tiers', () => {
    expect(tree().provenance).toMatch(/已公布的内容.*本项目自定的内容/s);
    expect(tree().tiers).toMatchObject({
      names: ['领先发展', '积极发展', '稳步发展', '亟待发展'],
      letters: ['A', 'B', 'C', 'D'],
      levels: { tiers: ['A', 'B', 'C'], suffixes: ['+', '', '-'], cut: 'equal-width' },
    });
    expect(tree()['count-observed']).toBe(false);
  });

  it('gives a path to every node that leads to it', () => {
    for (const node of treeNodes(tree())) {
      let value: unknown = tree();
      for (const part of node.path) {
        value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
      }
      expect(value, node.id).toMatchObject({ id: node.id, weight: node.weight });
      expect(node.ids.at(-1)).toBe(node.id);
      expect(node.ids).toHaveLength(node.level);
    }
  });
});

describe('the shipped limits', () => {
  it('are those of a guest', () => {
    const { crawl } = pack;
    expect(crawl['user-agent']).toContain(crawl.contact);
    expect(crawl.politeness).toMatchObject({ pause: 1000, 'connections-per-host': 2, robots: true });
    expect(crawl.timeouts['first-byte']).toBe(15_000);
    expect(crawl['night-window']).toEqual({ zone: 'Asia/Shanghai', from: '22:00', to: '06:00' });
    expect(crawl.retry.classes).not.toContain('blocked');
  });
});

const complete = existsSync(join(shippedPack, 'vocabulary.yaml')) && existsSync(join(shippedPack, 'vendors.yaml'));
describe.skipIf(!complete)('the shipped pack as a whole', () => {
  it('loads, with a hash that only the bytes decide', () => {
    const shipped = loadPack(shippedPack);
    expect(shipped.governments).toEqual(pack.governments);
    expect(shipped.knowledge.intents.size).toBeGreaterThan(0);
    expect(shipped.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(loadPack(shippedPack).hash).toBe(shipped.hash);
    expect(shipped.hash).not.toBe(pack.hash);
  });
});
