import { parse } from 'csv-parse/sync';
import excel from 'exceljs';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { languages, messagesOf } from '../../src/report/messages.ts';
import { renderReport } from '../../src/report/write.ts';
import { reportOf } from './country.ts';
import { correctedReport, reviewedReport, seal } from './origin.ts';

type Files = Awaited<ReturnType<typeof renderReport>>;
const read = (files: Files, name: string): string => {
  const content = files.get(name);
  if (typeof content !== 'string') throw new Error(`no text file ${name}`);
  return content.replaceAll('\\', '');
};
const bytes = (files: Files, name: string): ArrayBuffer => {
  const content = files.get(name);
  if (content === undefined || typeof content === 'string') throw new Error(`no binary file ${name}`);
  return new Uint8Array(content).buffer;
};
const rowsOf = (files: Files, name: string): Record<string, string>[] =>
  parse(String(files.get(name)), { columns: true, bom: true });

const files = await renderReport(correctedReport(), { language: 'zh' });
const live = await renderReport(reviewedReport(), { language: 'zh', formats: ['html', 'md', 'csv', 'json'] });

describe('the origin of the figures', () => {
  it.each(['bulletin.html', 'bulletin.md'])('stands before the first section of %s', (name) => {
    const text = read(files, name);
    const first = text.slice(0, name.endsWith('html') ? text.indexOf('<section') : text.indexOf('\n## '));
    for (const said of ['2023（2023年）', '正式发布', '2026-11-28 16:00 UTC+8', seal, 'govprobe 0.1.0'])
      expect(first).toContain(said);
    for (const said of [
      '20260131-0200（全面探测，4项结论）',
      'probe-1（定点探测，1项结论）',
      'gone（沿用其2项此前结论）',
    ])
      expect(first).toContain(said);
    expect(first).toContain('c0ffee123456');
  });

  it.each(['bulletin.html', 'bulletin.md', 'cities/510100.html'])(
    '%s says that it was replaced, and what was wrong',
    (name) => {
      const text = read(files, name);
      expect(text).toContain('“2023”已于2026-11-29由“2023-2”替代，请以后者为准。');
      expect(text).toContain('更正成都市');
      expect(text).toContain('本版更正并替代“2023-draft”。');
      expect(text).toContain('勘误：成都市“智能搜索”误判（王芳，2026-11-29）');
    },
  );

  it('is named on a sheet: the edition, or the runs', () => {
    expect(read(files, 'cities/510100.html')).toContain(`版次：2023（2023年）；封签：${seal}`);
    expect(read(live, 'cities/510100.html')).toContain('未封存的数据；运行：20260131-0200');
    expect(read(live, 'bulletin.html')).not.toContain('勘误');
    expect(read(live, 'bulletin.html')).toContain('未封存：按当前数据计算');
  });

  it('is in every table file', async () => {
    const fields = new Map(rowsOf(files, 'provenance.csv').map(({ field, value }) => [field, value]));
    expect(fields.get('edition')).toBe('2023');
    expect(fields.get('sha256')).toBe(seal);
    expect(fields.get('replaced_by')).toBe('2023-2');
    expect(fields.get('replaces')).toBe('2023-draft');
    expect(fields.get('erratum')).toContain('误判');
    expect(fields.get('pack_hash')).toBe('c0ffee1234567890');
    expect(rowsOf(files, 'runs.csv').map(({ run, kind, findings, carried }) => [run, kind, findings, carried])).toEqual(
      [
        ['20260131-0200', 'crawl', '4', '0'],
        ['probe-1', 'probe', '1', '0'],
        ['gone', '', '0', '2'],
      ],
    );
    expect(new Set(rowsOf(files, 'findings.csv').map(({ run }) => run))).toEqual(new Set(['20260131-0200']));

    const workbook = new excel.Workbook();
    await workbook.xlsx.load(bytes(files, 'report.xlsx'));
    const { sheets } = messagesOf('zh');
    const column = (sheet: string, index: number) => workbook.getWorksheet(sheet)?.getColumn(index).values ?? [];
    expect(column(sheets.provenance, 3)).toContain(seal);
    expect(column(sheets.runs, 1)).toContain('probe-1');
    expect(workbook.description).toContain(seal);
    expect(workbook.description).toContain('“2023-2”替代');

    for (const name of ['findings.parquet', 'scores.parquet']) {
      const pairs = parquetMetadata(bytes(files, name)).key_value_metadata ?? [];
      const provenance: unknown = JSON.parse(pairs.find(({ key }) => key === 'provenance')?.value ?? 'null');
      expect(provenance).toMatchObject({ edition: { sha256: seal, errata: [{ who: '王芳' }] }, runs: [{}, {}, {}] });
    }
    const rows = await parquetReadObjects({ file: bytes(files, 'findings.parquet') });
    expect(rows[0]).toMatchObject({ run: '20260131-0200' });
  });

  it('is a field of report.json', () => {
    const document = JSON.parse(String(files.get('report.json')));
    expect(document.provenance).toMatchObject({
      edition: {
        name: '2023',
        year: 2023,
        sha256: seal,
        replacedBy: { name: '2023-2' },
        replaces: { name: '2023-draft' },
      },
      runs: [{ id: '20260131-0200', kind: 'crawl', findings: 4 }, { id: 'probe-1' }, { id: 'gone', carried: 2 }],
      program: '0.1.0',
      pack: { hash: 'c0ffee1234567890' },
    });
    expect(document.findings[0].run).toBe('20260131-0200');
    expect(JSON.parse(String(live.get('report.json'))).provenance.edition).toBeNull();
  });

  it('names the first of many runs on the first page, and all of them in the notes', async () => {
    const input = reviewedReport();
    const [base] = input.provenance.runs;
    if (base === undefined) throw new Error('no run');
    const runs = Array.from({ length: 30 }, (_, index) => ({ ...base, id: `run-${index}.`, findings: index }));
    const provenance = { ...input.provenance, runs };
    const made = await renderReport({ ...input, provenance }, { language: 'zh', formats: ['html'] });
    const html = read(made, 'bulletin.html');
    expect(html).toContain('另有22次运行，共407项结论');
    for (const { id } of runs) expect(html).toContain(id);
  });
});

describe('reviews', () => {
  it('are shown on the sheet with a badge, both sides, author, day and reason', () => {
    const sheet = read(live, 'cities/510100.html');
    expect(sheet).toContain(
      '<span class="badge applied">人工复核</span> 机器判定：存在（有入口、页面可打开、能用），置信度85%',
    );
    expect(sheet).toContain('复核结论：不存在');
    expect(sheet).toContain('王芳，2026-11-20：人工检索三次均无结果');
    expect(sheet).toContain('<span class="badge stale">复核已过时</span> 机器现判定：存在（有入口）');
    expect(sheet).toContain('人工复核：1项结论由人工决定，1项复核已过时。');
    expect(sheet).toContain('以下是机器判定的依据：');
    expect(read(live, 'bulletin.html')).toContain('成都市</a> <span class="badge">复核1</span>');
    expect(rowsOf(live, 'ranking.csv')).toMatchObject([{ code: '510100', reviewed: '1' }]);
    expect(sheet).not.toContain('置信度100%');
  });

  it.each(['bulletin.html', 'bulletin.md'])('are counted by decision and listed in %s', (name) => {
    const text = read(live, name);
    expect(text).toContain('本报告有1项结论由人工复核决定');
    expect(text).toContain('1项复核已过时：复核之后机器的判定变了');
    expect(text).toContain(
      '复核记录共5条，被后来的复核取代1条，撤回1条，与机器判定一致或不适用于本次数据而未起作用1条。',
    );
    expect(text).toContain('1项结论由人工决定，1项复核已过时');
    for (const badge of ['人工复核', '复核已过时', '已被取代', '已撤回', '未起作用']) expect(text).toContain(badge);
    expect(text).toContain('已撤回（李强，2026-11-21：看错）');
  });

  it('are in the tables: with the finding, with the score, and as a log', () => {
    const findings = rowsOf(live, 'findings.csv');
    expect(findings.find(({ probe }) => probe === 'smart-search')).toMatchObject({
      ...{
        state: 'absent',
        review: 'applied',
        review_id: '2',
        reviewed_by: '王芳',
        review_reason: '人工检索三次均无结果',
      },
      ...{ machine_state: 'present', machine_value: '{"level":"working"}', machine_confidence: '0.85' },
    });
    expect(findings.find(({ probe }) => probe === 'smart-qa')).toMatchObject({
      state: 'present',
      review: 'stale',
      review_state: 'absent',
    });
    expect(findings.find(({ probe }) => probe === 'api-count')).toMatchObject({ review: '', machine_state: '' });
    const scores = rowsOf(live, 'scores.csv').filter(({ review }) => review !== '');
    expect(scores.map(({ finding, review }) => [finding, review])).toEqual([
      ['smart-search', 'applied'],
      ['smart-qa', 'stale'],
    ]);
    expect(rowsOf(live, 'reviews.csv').map(({ review, effect }) => [review, effect])).toEqual([
      ['1', 'superseded'],
      ['2', 'applied'],
      ['3', 'stale'],
      ['4', 'withdrawn'],
      ['5', 'idle'],
    ]);
  });

  it('are in Parquet, the workbook and report.json', async () => {
    const rows = await parquetReadObjects({ file: bytes(files, 'findings.parquet') });
    expect(rows.find(({ probe }) => probe === 'smart-search')).toMatchObject({
      review: 'applied',
      machine_confidence: 0.85,
    });
    const workbook = new excel.Workbook();
    await workbook.xlsx.load(bytes(files, 'report.xlsx'));
    expect(workbook.getWorksheet(messagesOf('zh').sheets.reviews)?.getColumn(2).values).toContain('withdrawn');
    const { reviews, findings } = JSON.parse(String(live.get('report.json')));
    expect(reviews).toMatchObject({ applied: 1, stale: 1, superseded: 1, withdrawn: 1, idle: 1 });
    expect(reviews.decisions).toEqual([
      { effect: 'applied', machine: 'present', verdict: 'absent', count: 1 },
      { effect: 'stale', machine: 'present', verdict: 'absent', count: 1 },
    ]);
    expect(reviews.log).toHaveLength(5);
    expect(findings[0].review).toMatchObject({ status: 'applied', machine: { state: 'present' } });
  });

  it('leave no trace where there are none', async () => {
    const none = await renderReport(reviewedReport({ reviews: [], findings: [] }), {
      language: 'zh',
      formats: ['html', 'csv'],
    });
    expect(read(none, 'bulletin.html')).toContain('没有人工复核。');
    expect(read(none, 'bulletin.html')).not.toContain('class="badge');
    expect(read(none, 'cities/510100.html')).not.toContain('class="review"');
    expect(rowsOf(none, 'reviews.csv')).toEqual([]);
  });

  it('keeps the types of columns that are empty throughout', async () => {
    const made = await renderReport(reportOf([], []), { language: 'zh', formats: ['parquet'] });
    const { schema } = parquetMetadata(bytes(made, 'findings.parquet'));
    expect(schema.find(({ name }) => name === 'machine_confidence')?.type).toBe('DOUBLE');
  });
});

it.each(languages)('has no blank value and no undefined in %s', async (language) => {
  const made = await renderReport(correctedReport(), { language, formats: ['html', 'md'] });
  for (const [name, content] of made)
    expect(String(content).replace(/<script[\s\S]*?<\/script>/u, ''), name).not.toMatch(/undefined|\bnull\b|NaN/u);
});
