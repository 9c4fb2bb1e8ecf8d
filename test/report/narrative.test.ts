import { describe, expect, it } from 'vitest';
import { type ReportData, withFigures } from '../../src/report/figures/derive.ts';
import { gainsOf } from '../../src/report/gains.ts';
import { messagesOf } from '../../src/report/messages.ts';
import { methodsOf } from '../../src/report/methods.ts';
import { capabilityChapters, indicatorChapters } from '../../src/report/narrative/capability.ts';
import { certaintySentences } from '../../src/report/narrative/certainty.ts';
import { overallChapter } from '../../src/report/narrative/overall.ts';
import { resultSentences, systemSentences } from '../../src/report/narrative/results.ts';
import { piecesOf, type Sentence, sentence, textOf } from '../../src/report/narrative/sentence.ts';
import { isConcluded } from '../../src/scoring/descriptive/conclusion.ts';
import { scoreGovernment } from '../../src/scoring/score.ts';
import { layOutTree } from '../../src/scoring/tree.ts';
import { pointsAt, smallTree } from '../scoring/trees.ts';
import { countryReport, fullReport } from './country.ts';

const full = withFigures(fullReport(120));
const zh = messagesOf('zh');

function allSentences(input: ReportData = full, messages = zh): Sentence[] {
  const chapters = [
    overallChapter(input, messages),
    ...capabilityChapters(input, messages),
    ...indicatorChapters(input, messages),
  ];
  return [
    ...systemSentences(input, messages),
    ...resultSentences(input, messages),
    ...chapters.flatMap(({ lead, paragraphs }) => [...lead, ...paragraphs.flat()]),
    ...certaintySentences(input, messages).flat(),
  ];
}

/** Strings of a catalogue by their path. */
function templates(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) => templates(value, `${path}.${key}`));
}

const places = (template: string) => [...template.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).sort();

describe('the templates', () => {
  it('have the same places in every language', () => {
    const english = new Map(templates(messagesOf('en').narrative));
    for (const [path, template] of templates(zh.narrative)) {
      expect(places(english.get(path) ?? ''), path).toEqual(places(template));
    }
  });

  it('hold no number of their own', () => {
    for (const [path, template] of templates(zh.narrative)) expect(template, path).not.toMatch(/\d/u);
  });

  it('are filled in their own order, and complain about a place that nothing is given for', () => {
    const inner = sentence('{b}分', { b: { text: '2', statistic: 'count', id: '/fullMark', value: 2 } });
    expect(textOf(sentence('{a}：{list}。', { a: '甲', list: [inner, '、', inner] }))).toBe('甲：2分、2分。');
    expect(() => piecesOf(sentence('{missing}'))).toThrow('missing');
  });
});

describe.each(['zh', 'en'] as const)('the sentences in %s', (language) => {
  const messages = messagesOf(language);
  const sentences = allSentences(full, messages);

  it('are whole', () => {
    expect(sentences.length).toBeGreaterThan(25);
    for (const entry of sentences) expect(textOf(entry)).not.toMatch(/[{}]|undefined|NaN|null/u);
  });

  it('lead every figure to a definition of the appendix', () => {
    const { statistics, statements } = methodsOf(full, messages);
    const known = new Set([...statistics, ...statements].map(({ statistic }) => statistic));
    const used = sentences.flatMap(piecesOf).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.statistic]));
    expect([...new Set(used)].filter((statistic) => !known.has(statistic))).toEqual([]);
  });
});

describe('what the sentences say', () => {
  const text = (input = full) => allSentences(input).map(textOf).join('');

  it('is the published statements, computed', () => {
    const said = text();
    for (const pattern of [
      /评价范围涉及120个地方政府，包含4个直辖市、32个副省级\/省会城市、84个其他地级行政区，满分100分/u,
      /领先发展类的地方政府数量(?:与2025年报告相同|较2025年报告(?:增加|减少)\d+个)/u,
      /最高与最低得分之差(?:由2025年报告的[\d.]+分(?:扩大|缩小)到[\d.]+分|与2025年报告相同)/u,
      /为东部地区的[\d.]+%/u,
      /各省级均值的标准差为[\d.]+分（总体）、[\d.]+分（样本）/u,
      /省级均值居前3位的是.*，均在\d+分以上/u,
      /得分(?:高|低)、地区间差异小的有/u,
      /在两版均测得的\d+个地方政府中，.{0,20}均值较2025年报告(?:上升|下降)[\d.]+个百分点（覆盖率由[\d.]+%变为[\d.]+%）/u,
      /在200次模拟中，名次区间宽度的中位数为[\d.]+位/u,
      /按对名次平均移动量的总效应从大到小，各假设依次为/u,
      /按对各地自身名次方差（取平均）的总效应从大到小，依次为/u,
      /若同一探针在同一产品上的误判同时发生/u,
      /集中度50）：同级指标权重的标准差为其自身的\d+%至\d+%/u,
      /至少\d+个、至多\d+个地方政府开放的API接口数量为0（[\d.]+%–[\d.]+%），其中直辖市/u,
    ]) {
      expect(said).toMatch(pattern);
    }
  });

  it('leaves changes out without an earlier edition', () => {
    const said = text(withFigures(countryReport(60)));
    expect(said).toContain('没有可供比较的上一版数据');
    expect(said).not.toMatch(/2025年报告|较上/u);
  });

  it('names those furthest ahead by their own figures', () => {
    const { divisions } = full.description.provinces;
    const best = divisions.find(({ rank }) => rank === 1);
    expect(text()).toContain(`${best?.id}（${best?.nodes[0]?.score.mean?.toFixed(2)}分）`);
  });

  it('counts as support at most a fifth unknown', () => {
    expect([isConcluded(0, 0, 0.2), isConcluded(4, 1, 0.2), isConcluded(3, 1, 0.2), isConcluded(1, 0, 0.2)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});

describe('a leaf outside the total', () => {
  it('raises its own capability and never the total', () => {
    const tree = layOutTree(smallTree());
    const own = scoreGovernment(tree, '1', pointsAt({ 'ra-one': 1, 'open-data-platform': 0, 'api-count': 1 }));
    const { measured } = gainsOf(tree, own);
    // Two thirds of the 10 points of the branch, whose other leaves are left out.
    expect(measured).toEqual([expect.objectContaining({ leaf: 'open-data-platform', counted: false })]);
    expect(measured[0]?.points).toBeCloseTo((10 * 4) / 6, 8);
  });
});

describe('what would raise the score', () => {
  const tree = layOutTree(smallTree());
  const totalOf = (points: Readonly<Record<string, number | null>>) =>
    scoreGovernment(tree, '1', pointsAt(points)).nodes[0]?.score ?? 0;
  const points = { 'sa-one': 0.5, 'sa-two': 0.2, 'sb-one': null, 'ra-one': 0.4, 'smart-search': 1, 'smart-qa': null };

  it('is exactly what the total would rise by', () => {
    const { measured, unknown } = gainsOf(tree, scoreGovernment(tree, '1', pointsAt(points)));
    expect(measured.map(({ leaf }) => leaf)).toEqual(['ra-one', 'sa-one', 'sa-two']);
    for (const { leaf, points: rise } of measured) {
      expect(rise).toBeCloseTo(totalOf({ ...points, [leaf]: 1 }) - totalOf(points), 8);
    }
    // Both halves of the branch are perfect then: a left-out leaf that becomes perfect changes nothing there.
    expect(unknown.map(({ leaf }) => leaf)).toEqual(['sb-one', 'smart-qa']);
    for (const { leaf, points: rise } of unknown)
      expect(rise).toBeCloseTo(totalOf({ ...points, [leaf]: 1 }) - totalOf(points), 8);
    expect(unknown.map(({ current }) => current)).toEqual([null, null]);
  });
});
