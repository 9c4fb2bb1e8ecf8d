import { describe, expect, it } from 'vitest';
import { defaultAnalysis } from '../../src/config/schema/analysis.ts';
import { conditionSchema } from '../../src/config/schema/statements.ts';
import { adoptionFigures } from '../../src/report/figures/adoption.ts';
import { withFigures } from '../../src/report/figures/derive.ts';
import { messagesOf } from '../../src/report/messages.ts';
import { capabilityChapters } from '../../src/report/narrative/capability.ts';
import { textOf } from '../../src/report/narrative/sentence.ts';
import { measureAdoption } from '../../src/scoring/adoption.ts';
import { compileCondition } from '../../src/scoring/statements/conditions.ts';
import { findingOf, governmentOf } from '../scoring/trees.ts';
import { reportOf } from './country.ts';

const probe = 'smart-search';
const governments = [
  ...['510100', '510300', '510400', '510500'].map((code) => governmentOf(code, { province: '四川省' })),
  ...['620100', '620200'].map((code) => governmentOf(code, { province: '甘肃省' })),
  ...['510000', '620000'].map((code) =>
    governmentOf(code, { province: code === '510000' ? '四川省' : '甘肃省', group: 'province', scored: false }),
  ),
];
const found = (government: string, value: Record<string, unknown> | null) =>
  findingOf(probe, { government, state: value === null ? 'absent' : 'present', value });

function inputWith(condition: Record<string, unknown>, findings: ReturnType<typeof found>[]) {
  const definition = conditionSchema.parse({
    id: 'engine',
    text: '提供检索',
    base: 'all',
    when: { is: 'present', probe },
    ...condition,
  });
  const input = reportOf(governments, findings);
  const adoption = measureAdoption([compileCondition(definition)], governments, findings);
  return { ...input, conditions: [definition], adoption, rule: defaultAnalysis.bulletin };
}

const figuresOf = (...given: Parameters<typeof inputWith>) => adoptionFigures(inputWith(...given))[0];

describe('what is said of a statement', () => {
  it('has bounds: unknown governments may all have it, or none of them', () => {
    const own = figuresOf({}, [found('510100', {}), found('510300', null), found('510400', {}), found('620100', null)]);
    expect(own?.said).toEqual({ id: null, least: 2, most: 4, unknown: 2, concerned: 6, low: 2 / 6, high: 4 / 6 });
    expect(own?.concluded).toBe(true);
  });

  it('is nothing where more than half are unknown, or nobody is known', () => {
    expect(figuresOf({}, [found('510100', {}), found('510300', null)])?.concluded).toBe(false);
    expect(figuresOf({}, [])?.concluded).toBe(false);
  });

  it('names the provinces where at least half lack it, with their denominators', () => {
    const absent = { when: { is: 'absent', probe }, provinces: 'most' };
    const own = figuresOf(absent, [
      found('620100', null),
      found('620200', null),
      found('510100', null),
      found('510300', {}),
      found('510400', {}),
    ]);
    expect(own?.named).toEqual({ by: 'most', provinces: ['甘肃省'], count: 1, found: 1 });
    expect(own?.provinces.map(({ id, least, most, concerned }) => [id, least, most, concerned])).toEqual([
      ['四川省', 1, 2, 4],
      ['甘肃省', 2, 2, 2],
    ]);
  });

  it('names the provinces where all have it only if nobody is known not to', () => {
    const all = ['510100', '510300', '510400', '510500'].map((code) => found(code, {}));
    // 甘肃 has two governments here: too few for a sentence about all of them.
    const small = [found('620100', {}), found('620200', {})];
    expect(figuresOf({ provinces: 'all' }, [...all, ...small])?.named).toMatchObject({
      provinces: ['四川省'],
      found: 1,
    });
    const unknown = [...all.slice(0, 3), ...small];
    expect(figuresOf({ provinces: 'all' }, unknown)?.named).toMatchObject({ provinces: ['四川省'] });
    const without = [...all.slice(0, 3), found('510500', null)];
    expect(figuresOf({ provinces: 'all' }, without)?.named).toMatchObject({ provinces: [], found: 0 });
  });

  it('counts engines that governments of one province share, the platform of the province among their users', () => {
    const url = (address: unknown) => ({ url: address });
    const own = figuresOf({ shared: 'url' }, [
      found('510100', url('https://s.sc.gov.cn/a')),
      found('510300', url('https://s.sc.gov.cn/b')),
      // The same host in another province is another matter.
      found('620100', url('https://s.sc.gov.cn/c')),
      found('620200', url('https://own.gov.cn/')),
      found('620000', url('https://own.gov.cn/')),
      found('510400', url('no address')),
      found('510500', url(null)),
    ]);
    expect(own?.engines).toEqual({ governments: 3, engines: 2, provinces: 2, addressed: 4 });
  });

  it('speaks of the group that it is about, and compares the provinces of its members', () => {
    const condition = { group: 'province', against: 'supply', when: { is: 'absent', probe } };
    const input = inputWith(condition, [found('510000', {}), found('620000', null)]);
    const { divisions } = input.description.provinces;
    const rated = divisions.map((division) => ({
      ...division,
      nodes: division.nodes.map((node) =>
        node.path === 'supply' ? { ...node, rate: division.id === '四川省' ? 0.8 : 0.4 } : node,
      ),
    }));
    const provinces = { ...input.description.provinces, divisions: rated };
    const data = withFigures({ ...input, description: { ...input.description, provinces } });
    const [own] = data.figures.adoption;
    expect(own?.said).toMatchObject({ id: 'province', least: 1, most: 1, concerned: 2 });
    expect(own?.against).toEqual({
      node: 'supply',
      provinces: 2,
      met: { n: 1, rank: 2 },
      unmet: { n: 1, rank: 1 },
      unknown: 0,
    });
    const said = capabilityChapters(data, messagesOf('zh')).flatMap(({ paragraphs }) => paragraphs.flat().map(textOf));
    expect(said.join('')).toContain('2个province中，1个提供检索（50.00%）');
    expect(said.join('')).toMatch(/中位数为第2位（共2位）；其余1个为第1位，排名靠前。/u);
  });
});
