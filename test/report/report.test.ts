import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { unknownReasons } from '../../src/model/failure.ts';
import type { Finding } from '../../src/model/finding.ts';
import { languages, messagesOf } from '../../src/report/messages.ts';
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
      obstacles: [
        {
          reason: 'not-visible',
          site: 'portal',
          url: 'http://www.liaoyuan.gov.cn/qa',
          part: '<b>问答</b>',
          intent: 'qa',
        },
        ...['a', 'b', 'c'].map((path) => ({
          reason: 'not-followed' as const,
          site: 'service' as const,
          url: `http://zw.liaoyuan.gov.cn/${path}`,
        })),
      ],
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

type Files = Awaited<ReturnType<typeof renderReport>>;

function read(files: Files, name: string): string {
  const content = files.get(name);
  if (typeof content !== 'string') throw new Error(`no text file ${name}`);
  return content;
}

const rowsOf = (files: Files, name: string): Record<string, string>[] =>
  parse(read(files, name), { columns: true, bom: true });

const files = await renderReport(smallReport(), { language: 'zh' });
/** Sheets and binary files are looked into by their own tests. */
const golden = [...files.keys()].filter((name) => /^[^/]*\.(?:md|html|csv|json)$|510100/u.test(name));

it('names on the sheet of a government the pages that stood in the way, and how many more there are', () => {
  const [name = ''] = [...files.keys()].filter((key) => /220400.*html$/u.test(key));
  const sheet = read(files, name);
  expect(sheet).toContain('仅脚本可显示 · 门户网站 · &lt;b&gt;问答&lt;/b&gt;');
  expect(sheet).toContain('http://zw.liaoyuan.gov.cn/b');
  expect(sheet).not.toContain('http://zw.liaoyuan.gov.cn/c');
  expect(sheet).toContain('另有1处');
});

it.each(languages)('has words in %s for every reason why a finding is unknown', (language) => {
  const words = Object.entries(messagesOf(language).reasons);
  expect(words.map(([reason]) => reason).sort()).toEqual([...unknownReasons].sort());
  for (const [, word] of words) expect(word).toMatch(/\p{L}/u);
  expect(new Set(words.map(([, word]) => word)).size).toBe(words.length);
});

it('shows what was known before beside what is unknown now, with its day, and never as of today', async () => {
  const earlier = findingOf('smart-qa', { government: '220400', value: { level: 'working' } });
  const stale = [{ finding: earlier, run: 'r0', measured: '2026-11-20T01:00:00.000Z', ageDays: 6 }];
  const made = await renderReport({ ...smallReport(), stale }, { language: 'zh', formats: ['html', 'json'] });
  expect(read(made, 'cities/220400.html')).toContain('6天前（2026-11-20）测得：存在，已过时');
  expect(read(made, 'cities/510100.html')).not.toContain('已过时');
});

describe('a small report', () => {
  it.each(golden)('%s is as it was', async (name) => {
    // Another ending for the JSON: the formatter of this project would rewrite it.
    await expect(read(files, name)).toMatchFileSnapshot(
      `./golden/${name === 'report.json' ? 'report.json.txt' : name.replace('/', '-')}`,
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
      'lists.csv',
      'failures.csv',
      'statements.csv',
      'items.csv',
      'correlations.csv',
      'reviews.csv',
      'runs.csv',
      'provenance.csv',
      'columns.csv',
      'findings.parquet',
      'scores.parquet',
      'report.json',
      'cities/510100.html',
      'cities/220400.html',
      'cities/652700.html',
      'cities/510000.html',
      'report.xlsx',
    ]);
  });

  it('ranks the two that are known and lists the one that is not without a score', () => {
    const rows = rowsOf(files, 'ranking.csv').map(({ rank, code, score, coverage, withheld }) => [
      rank,
      code,
      score,
      coverage,
      withheld,
    ]);
    // Only the two interaction leaves are known: (1 + 0.6) / 2 of 100, and 0.4 of 100 with one leaf unknown.
    expect(rows).toEqual([
      ['1', '510100', '80', '0.2', ''],
      ['2', '220400', '40', '0.1', ''],
      ['', '652700', '', '0', ''],
    ]);
  });

  it('warns which leaves have no probe and who is not ranked', () => {
    for (const name of ['bulletin.md', 'bulletin.html']) {
      const text = read(files, name)
        .replaceAll('\\', '')
        .replaceAll(/<\/?a\b[^>]*>/gu, '');
      expect(text).toContain(
        '10个三级指标中有4个尚无探针，一律记为“未知”：指标 sa-one、指标 sa-two、指标 sb-one、指标 ra-one。',
      );
      expect(text).toContain('1个地区没有任何已知点位，不计分、不排名：博尔塔拉蒙古自治州。');
      expect(text).toContain('本次不划分等级');
    }
  });

  it('leads from a ranking row to the sheet, and from there to page, capture, hash and time', () => {
    expect(read(files, 'bulletin.html')).toContain('<a href="cities/510100.html">成都市</a>');
    expect(read(files, 'bulletin.md')).toContain('[成都市](cities/510100.html)');
    const sheet = read(files, 'cities/510100.html');
    expect(sheet).toContain('href="https://www.chengdu.gov.cn/search.html"');
    expect(sheet).toContain('<code>0123456789abcdef0123</code>');
    expect(sheet).toContain(`<code>${'ab'.repeat(32)}</code>`);
    expect(sheet).toContain('2026-02-01 02:05 UTC+8');
    expect(sheet).toContain('智能搜索');
    expect(sheet).toContain('href="../bulletin.html#ranking"');
  });

  it('names every number of the text and leads it to a definition that is there', () => {
    const html = read(files, 'bulletin.html');
    const figures = [...html.matchAll(/class="figure" href="#([\w-]+)" data-statistic="([^"]+)"/gu)];
    expect(figures.length).toBeGreaterThan(15);
    for (const [, target] of figures) expect(html).toContain(`id="${target}"`);
    expect(html).toMatch(/data-statistic="tier-size"|data-statistic="count" data-id="[\w/-]+" data-value="\d+"/u);
  });

  it('draws no conclusion from what is mostly unknown', () => {
    const text = read(files, 'bulletin.md').replaceAll('\\', '');
    expect(text).toContain('以下各项无法判定的超过应评数的50%，不作结论：提供智能问答服务（2个无法判定）');
    expect(text).toContain('没有可供比较的上一版数据，本版不作年度比较。');
    expect(text).toContain('服务供给能力可判定的点位不足，不作结论。');
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
    expect(read(files, 'bulletin.html')).toContain('33.33%–66.67% (1–2/3)');
  });

  it('shows a group that is only observed where it has an answer, and nowhere else', () => {
    const sections = read(files, 'bulletin.md').split('### ');
    const about = (title: string) => sections.find((section) => section.startsWith(title)) ?? '';
    expect(about('没有隐私政策说明')).toContain('| province | 100.00% | 1/1 |');
    expect(about('提供智能搜索服务')).not.toContain('province');
    expect(about('提供智能搜索服务')).toContain('其他地级行政区');
  });

  it.each(['bulletin.html', 'cities/510100.html'])('%s needs no network, and runs one script by its hash', (name) => {
    const html = read(files, name);
    expect(html).not.toMatch(/<(?:link|img|iframe|object|embed|base)\b/iu);
    expect(html).not.toMatch(/@import|url\((?!#)/iu);
    expect(html).toContain("default-src 'none'");
    const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map(([, source = '']) => source);
    expect(html.match(/<script/gu)).toHaveLength(1);
    const hash = createHash('sha256')
      .update(scripts[0] ?? '')
      .digest('base64');
    expect(html).toContain(` script-src 'sha256-${hash}';`);
  });
});

describe('a whole country', () => {
  it('is the same bytes for the same input, in whatever order findings were stored', async () => {
    const input = countryReport(12);
    const shuffled = { ...input, findings: [...input.findings].reverse(), failures: [...input.failures].reverse() };
    // The workbook and Parquet hold the same tables as the CSV.
    const options = { language: 'zh', formats: ['html', 'md', 'csv'] } as const;
    const [one, other] = [await renderReport(input, options), await renderReport(shuffled, options)];
    expect([...other.keys()]).toEqual([...one.keys()]);
    for (const [name, content] of one) expect(other.get(name), name).toBe(content);
  });

  it('names tiers, breaks and their sizes', async () => {
    const input = countryReport(337);
    const { tiers, breaks } = input.assessment.tiering;
    const html = read(await renderReport(input, { language: 'zh', formats: ['html'] }), 'bulletin.html');
    expect(tiers).toHaveLength(4);
    for (const tier of tiers)
      expect(html).toContain(`<td class="">${tier.name}（${tier.letter}）</td><td class="n">${tier.size}</td>`);
    const names = new Map(input.governments.map(({ code, name }) => [code, name]));
    for (const entry of breaks) expect(html).toContain(`${names.get(entry.government)}（第${entry.after}位）`);
    expect(html).not.toContain('NaN');
  });

  it('writes an empty one', async () => {
    for (const [name, content] of await renderReport(reportOf([], []), { language: 'zh' })) {
      expect(content.length).toBeGreaterThan(0);
      if (typeof content !== 'string' || name === 'report.json') continue;
      expect(content.replace(/<script>[\s\S]*?<\/script>/gu, '')).not.toMatch(/NaN|undefined|null/u);
    }
  });
});
