import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { renderReport } from '../../src/report/write.ts';
import { findingOf, governmentOf } from '../scoring/trees.ts';
import { countryReport, reportOf } from './country.ts';

/** Three governments, one of each kind: known, partly known, not visited; and a provincial platform that is only observed. */
function smallReport() {
  const governments = [
    governmentOf('510100', { name: '成都市', group: 'capital' }),
    governmentOf('220400', { name: '辽源市', province: '吉林省', region: '东北' }),
    governmentOf('652700', { name: '博尔塔拉蒙古自治州', province: '新疆维吾尔自治区' }),
    governmentOf('510000', { name: '四川省', group: 'province', scored: false }),
  ];
  const page = (probe: string, quote: string) => [
    { url: `https://www.chengdu.gov.cn/${probe}.html`, quote, capture: '0123456789abcdef0123' },
  ];
  const findings: Finding[] = [
    findingOf('smart-search', { value: { level: 'working' }, evidence: page('search', '智能搜索') }),
    findingOf('smart-qa', { value: { level: 'reachable' }, evidence: page('qa', '智能问答') }),
    findingOf('open-data-platform', {
      value: { level: 'reachable' },
      evidence: page('data', '成都市公共数据开放平台'),
    }),
    findingOf('api-count', { value: { count: 999 }, evidence: page('api', '接口 999 个') }),
    findingOf('app-count', { value: { count: 0 }, evidence: page('app', '应用 0 个') }),
    findingOf('privacy-policy', { value: { found: ['collection', 'rights'] }, evidence: page('privacy', '隐私政策') }),
    findingOf('smart-search', { government: '220400', value: { level: 'linked' }, evidence: page('s', '搜索') }),
    findingOf('smart-qa', {
      government: '220400',
      state: 'unknown',
      value: null,
      confidence: 0,
      reason: 'not-visible',
    }),
    findingOf('open-data-platform', {
      government: '220400',
      state: 'absent',
      value: null,
      evidence: page('p', '首页'),
    }),
    findingOf('privacy-policy', { government: '510000', state: 'absent', value: null }),
  ];
  return reportOf(governments, findings, {
    failures: [
      { government: '652700', site: 'portal', class: 'dns', count: 1 },
      { government: '220400', site: 'service', class: 'blocked', count: 2 },
      { government: '220400', site: 'portal', class: 'dns', count: 1 },
    ],
    captures: [{ site: 'portal', captures: 40, readable: 38 }],
  });
}

function read(files: ReadonlyMap<string, string>, name: string): string {
  const content = files.get(name);
  if (content === undefined) throw new Error(`no file ${name}`);
  return content;
}

const rowsOf = (files: ReadonlyMap<string, string>, name: string): Record<string, string>[] =>
  parse(read(files, name), { columns: true, bom: true });

describe('a small report', () => {
  const files = renderReport(smallReport());

  it.each([...files.keys()])('%s is as it was', async (name) => {
    // Another ending for the JSON: the formatter of this project would rewrite it.
    await expect(read(files, name)).toMatchFileSnapshot(
      `./golden/${name === 'report.json' ? 'report.json.txt' : name}`,
    );
  });

  it('has the files of the contract', () => {
    expect([...files.keys()]).toEqual([
      'bulletin.md',
      'bulletin.html',
      'ranking.csv',
      'scores.csv',
      'findings.csv',
      'adoption.csv',
      'failures.csv',
      'report.json',
    ]);
  });

  it('ranks the two that are known and lists the one that is not without a score', () => {
    const rows = rowsOf(files, 'ranking.csv').map(({ rank, code, score, coverage, thin }) => [
      rank,
      code,
      score,
      coverage,
      thin,
    ]);
    // Only the two interaction leaves are known: (1 + 0.6) / 2 of 100, and 0.4 of 100 with one leaf unknown.
    expect(rows).toEqual([
      ['1', '510100', '80', '0.2', '1'],
      ['2', '220400', '40', '0.1', '1'],
      ['', '652700', '', '0', '1'],
    ]);
  });

  it('warns that the ranking is provisional, which leaves have no probe and who is not ranked', () => {
    for (const name of ['bulletin.md', 'bulletin.html']) {
      const text = read(files, name).replaceAll('\\', '');
      expect(text).toContain('总分平均覆盖率仅 10.0%，低于 60%：本榜单为暂定结果');
      expect(text).toContain(
        '10 个三级指标中有 4 个尚无探针，一律记为“未知”：指标 sa-one、指标 sa-two、指标 sb-one、指标 ra-one。',
      );
      expect(text).toContain('1 个地区没有任何已知点位，不计分、不排名：博尔塔拉蒙古自治州。');
      expect(text).toContain('本次不划分等级');
    }
  });

  it('leads from a ranking row to the section, and from there to page and capture', () => {
    const html = read(files, 'bulletin.html');
    expect(html).toContain('<a href="#g-510100">成都市</a>');
    const sheet = html.slice(html.indexOf('id="g-510100"'), html.indexOf('id="g-220400"'));
    expect(sheet).toContain('href="https://www.chengdu.gov.cn/search.html"');
    expect(sheet).toContain('<code>0123456789abcdef0123</code>');
    expect(sheet).toContain('智能搜索');
  });

  it('prints adoption with numerator and denominator', () => {
    const overall = rowsOf(files, 'adoption.csv').filter(({ group }) => group === '');
    expect(
      overall.map(({ statement, numerator, denominator, unknown }) => [statement, numerator, denominator, unknown]),
    ).toEqual([
      ['smart-search', '2', '2', '1'],
      ['smart-qa', '1', '1', '2'],
      ['open-data-platform', '1', '3', '1'],
      ['no-open-data-platform', '1', '3', '1'],
      ['api-zero', '1', '3', '1'],
      ['apps-below-ten', '2', '3', '1'],
      ['privacy-policy', '1', '1', '2'],
      ['no-privacy-policy', '0', '1', '2'],
    ]);
    expect(read(files, 'bulletin.html')).toContain('33.33% (1/3)');
  });

  it('shows a group that is only observed where it has an answer, and nowhere else', () => {
    const sections = read(files, 'bulletin.md').split('### ');
    const about = (title: string) => sections.find((section) => section.startsWith(title)) ?? '';
    expect(about('没有隐私政策')).toContain('| province | 100.00% | 1/1 |');
    expect(about('提供智能搜索')).not.toContain('province');
    expect(about('提供智能搜索')).toContain('其他地级行政区');
  });

  it('needs neither network nor script', () => {
    const html = read(files, 'bulletin.html');
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object|embed|base)\b/iu);
    expect(html).not.toMatch(/@import|url\((?!#)/iu);
    expect(html).toContain("default-src 'none'");
  });
});

describe('a whole country', () => {
  it('is the same bytes for the same input, in whatever order findings were stored', () => {
    const input = countryReport(40);
    const shuffled = { ...input, findings: [...input.findings].reverse(), failures: [...input.failures].reverse() };
    const [one, other] = [renderReport(input), renderReport(shuffled)];
    for (const name of ['bulletin.md', 'bulletin.html', 'ranking.csv', 'scores.csv', 'findings.csv', 'failures.csv']) {
      expect(read(other, name)).toBe(read(one, name));
    }
  });

  it('names tiers, breaks and their sizes', () => {
    const input = countryReport(337);
    const { tiers, breaks } = input.assessment.tiering;
    const html = read(renderReport(input), 'bulletin.html');
    expect(tiers).toHaveLength(4);
    for (const tier of tiers)
      expect(html).toContain(`<td class="">${tier.letter} ${tier.name}</td><td class="n">${tier.size}</td>`);
    const names = new Map(input.governments.map(({ code, name }) => [code, name]));
    for (const entry of breaks) expect(html).toContain(`${names.get(entry.government)}（第 ${entry.after} 位）`);
    expect(html).not.toContain('NaN');
  });

  it('writes an empty one', () => {
    for (const [name, content] of renderReport(reportOf([], []))) {
      expect(content.length).toBeGreaterThan(0);
      if (name !== 'report.json') expect(content).not.toMatch(/NaN|undefined|null/u);
    }
  });
});
