import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../../src/model/capture.ts';
import type { Government } from '../../src/model/government.ts';
import type { Ask } from '../../src/probes/contract.ts';
import { dataCatalog } from '../../src/probes/data-catalog.ts';
import { labelledFormats, onlyFormats, trailingFormats } from '../../src/probes/shared/data-formats.ts';
import { dataEndpoints } from '../../src/reading/data-endpoints.ts';
import { rankLinks } from '../../src/reading/rank-links.ts';
import { makeSeen } from '../../src/reading/seen.ts';
import { town } from './captures.ts';
import { knowledge } from './knowledge.ts';
import { type Entry, entry, fixture, home, judge, platform, platformUrl, portalPage } from './visit.ts';

const government: Government = {
  ...town,
  sites: { ...town.sites, 'open-data': { url: platformUrl, confidence: 'high' } },
};
const page = (name: string): string => fixture(`data-catalog/${name}`);
const start: readonly Entry[] = [home(portalPage('<p>要闻</p>')), platform(page('pass.html'))];
const listUrl = `${platformUrl}catalog/index`;
const own = { site: 'open-data', from: platformUrl } as const;

function list(html: string, change: Partial<Capture> = {}): Entry {
  return entry(listUrl, html, { ...own, intents: ['data-catalog'], label: '数据目录', ...change });
}

const json = { headers: { 'content-type': 'application/json' } };

function asked(entries: readonly Entry[]): readonly Ask[] {
  const seen = makeSeen({ government, knowledge: knowledge(), entries, unread: {} }, dataCatalog);
  return dataCatalog.asks?.(seen) ?? [];
}

/** What a platform answered to the query that the probe puts after these captures. */
function answered(entries: readonly Entry[], html: string, change: Partial<Capture> = {}): Entry {
  const [ask] = asked(entries);
  if (ask === undefined) throw new Error('nothing is asked');
  const question = ask.how === 'http' ? ask.question : ask.questions[0];
  if (question === undefined) throw new Error('no question');
  const via = ask.how;
  return entry(ask.url, html.replaceAll('{title}', question.text), {
    site: 'open-data',
    role: 'answer',
    via,
    question: { ...question, probe: 'data-catalog' },
    ...change,
  });
}

const value = (entries: readonly Entry[]) => judge('data-catalog', entries, { government }).value;
const item = (title: string, number: number): string => `<li><a href="/catalog/${number}.html">${title}</a></li>`;
const result = (total: number, rows: string): string =>
  `<title>数据目录</title><div class="main"><p>共 ${total} 个数据集</p><ul>${rows}</ul></div>`;

describe('what the list of a catalogue shows', () => {
  it('is its newest update and its formats, without days to come, interfaces, titles and news', () => {
    expect(value([...start, list(page('list.html'))])).toMatchObject({
      level: 'working',
      url: listUrl,
      newest: '2026-10-21',
      formats: ['CSV', 'RDF', 'XLS'],
      searchable: null,
      downloads: null,
    });
  });
  it('may be no day at all, and formats without any file', () => {
    const bare = page('half.html').replace('XLS', 'API');
    expect(value([...start, list(bare)])).toMatchObject({ newest: null, formats: [] });
  });
  it('is unknown where only scripts write it, where a guard answers, and where nothing is linked', () => {
    const nothing = { newest: null, formats: null, searchable: null, downloads: null };
    expect(value([...start, list(page('unknown.html'))])).toMatchObject(nothing);
    const wall = list(page('blocked.html'), { failure: 'blocked', status: 405 });
    expect(value([...start, wall])).toMatchObject({ level: 'linked', count: 310, ...nothing });
    expect(value(start)).toMatchObject(nothing);
  });
  it('is not that of the lists of interfaces and applications', () => {
    const apis = entry(`${platformUrl}apis`, page('list.html'), {
      ...own,
      intents: ['data-catalog'],
      label: '数据API',
    });
    expect(value([...start, apis])).toMatchObject({ newest: null, formats: null });
    expect(asked([...start, apis])).toEqual([]);
  });
});

describe('a catalogue without a page of its own', () => {
  const sets = ['公共厕所分布', '公交站点信息', '停车场信息', '定点药店名录'];
  const rows = sets.map((name, at) => `<li><a href="/d/${at}.xls">${name}</a> XLS 2026-10-2${at}</li>`).join('');
  const menu = '<nav><a href="/jk/">数据接口</a><a href="/yy/">应用成果</a></nav>';
  const front = (body: string) =>
    platform(`<title>安和市公共数据开放平台</title>${menu}<p>开放数据集 63 个</p>${body}`);
  it('is the front page that lists the data sets', () => {
    expect(value([home(portalPage('<p>要闻</p>')), front(`<ul>${rows}</ul>`)])).toMatchObject({
      level: 'working',
      count: 63,
      url: platformUrl,
    });
    expect(value([home(portalPage('<p>要闻</p>')), front('')])?.url).toBeNull();
  });
  it('is found by its content under any name, on pages that were read before the platform was known', () => {
    const shelf = entry(`${platformUrl}shelf`, `<title>货架</title><p>共 63 个数据集</p><ul>${rows}</ul>`, {
      site: 'portal',
      from: platformUrl,
      label: '货架',
    });
    expect(value([home(portalPage('<p>要闻</p>')), front(''), shelf])).toMatchObject({
      level: 'working',
      url: `${platformUrl}shelf`,
    });
  });
});

describe('the query', () => {
  const listed = [...start, list(page('list.html'))];
  it('is the title of a data set that is not the first, sent by the catalogue’s own box', () => {
    const [ask, ...others] = asked(listed);
    expect(others).toEqual([]);
    expect(ask).toMatchObject({ how: 'http', method: 'get', question: { id: 'dataset' } });
    const title = new URL(ask?.url ?? '').searchParams.get('title');
    expect(['安和市2027年XML标准名录', '安和市停车场信息', '安和市养老机构信息']).toContain(title);
    expect(asked([...listed].reverse())).toEqual([ask]);
  });
  it.each([
    ['lists it alone', result(1, item('{title}', 1003)), true],
    ['lists it among fewer', result(2, item('{title}', 1003) + item('安和市停车场统计', 1009)), true],
    ['lists it, of as many', result(41, item('{title}', 1003)), false],
    ['is the same list', page('list.html'), false],
    ['finds nothing', '<title>数据目录</title><p>共 0 个数据集</p><p>暂无数据</p>', false],
    ['finds something else', result(3, item('安和市律师事务所信息', 1008) + item('安和市加油站信息', 1007)), false],
    ['is empty', '<title>数据目录</title><p>平台公告</p>', null],
  ])('an answer that %s', (_, html, searchable) => {
    const answer = answered(listed, html);
    expect(value([...listed, answer])).toMatchObject({ searchable });
    if (searchable !== null) expect(asked([...listed, answer])).toEqual([]);
  });
  it('tells by the data sets where no totals are stated', () => {
    const plain = page('list.html').replace('<p>共 41 个数据集</p>', '');
    const entries = [
      ...start.slice(0, 1),
      platform(
        '<title>安和市数据开放平台</title><a href="/catalog/index">数据目录</a><a href="/apis">数据接口</a><p>数据集 应用成果</p>',
      ),
      list(plain),
    ];
    const found = answered(entries, `<title>数据目录</title><ul>${item('{title}', 1003)}</ul>`);
    expect(value([...entries, found])).toMatchObject({ searchable: true });
    expect(value([...entries, answered(entries, plain)])).toMatchObject({ searchable: false });
  });
  it.each(['timeout-first-byte', 'blocked', 'robots'] as const)('that ends in %s says nothing', (failure) => {
    const answer = answered(listed, '', { failure, body: null });
    expect(value([...listed, answer])).toMatchObject({ searchable: null });
    expect(asked([...listed, answer])).toEqual([]);
  });
  it('is not put to the search of the whole site: without a box of its own a catalogue cannot be searched', () => {
    const half = [...start, list(page('half.html'))];
    expect(asked(half)).toEqual([]);
    expect(value(half)).toMatchObject({ searchable: false, newest: null, formats: ['XLS'] });
    const scripted = page('half.html').replace('</body>', '<script src="/js/catalog.js"></script></body>');
    expect(value([...start, list(scripted)])).toMatchObject({ searchable: null });
  });
  it('is not put where the list repeats one data set', () => {
    const row = (number: number) => item('安和市公厕分布', number);
    const repeated = page('list.html').replace(
      /<ul class="data-list">.*?<\/ul>/su,
      `<ul>${row(1)}${row(2)}${row(3)}</ul>`,
    );
    expect(asked([...start, list(repeated)])).toEqual([]);
    expect(value([...start, list(repeated)])).toMatchObject({ searchable: null });
  });
  it('goes to a browser where scripts write the catalogue, and its answer counts', () => {
    const rendered = page('list.html').replace(' action="/catalog/index" method="get"', '');
    const entries = [...start, list(page('unknown.html')), list(rendered, { via: 'browser' })];
    expect(asked(entries)).toMatchObject([
      { how: 'browser', script: 'search', url: listUrl, hints: { field: 'title' } },
    ]);
    expect(value([...entries, answered(entries, result(1, item('{title}', 1003)))])).toMatchObject({
      searchable: true,
    });
    expect(value([...entries, answered(entries, rendered)])).toMatchObject({ searchable: false });
    const none = answered(entries, '', { failure: 'needs-browser', body: null });
    expect(value([...entries, none])).toMatchObject({ searchable: null });
    expect(asked([...entries, none])).toEqual([]);
  });
  it('of a box whose page scripts fill is put again in a browser before it is called fruitless', () => {
    const scripted = page('list.html').replace('</body>', '<script src="/js/catalog.js"></script></body>');
    const entries = [...start, list(scripted)];
    const same = answered(entries, scripted);
    expect(value([...entries, same])).toMatchObject({ searchable: null });
    expect(asked([...entries, same])).toMatchObject([{ how: 'browser', url: listUrl }]);
  });
});

describe('CKAN', () => {
  const data = (body: string, change: Partial<Capture> = {}): Entry =>
    entry(`${platformUrl}api/3/action/package_search?rows=20`, body, { ...own, role: 'data', ...json, ...change });
  it('is known by the name it writes into its pages, and asked once', () => {
    const front = platform('<meta name="generator" content="ckan 2.10.4"><title>安和市数据开放平台</title>').page;
    if (front === null) throw new Error('no page');
    expect(dataEndpoints(front, government, knowledge())).toMatchObject([
      { vendor: 'ckan', gives: 'dataset', url: `${platformUrl}api/3/action/package_search?rows=20` },
    ]);
    const other = platform('<meta name="generator" content="WordPress 6.4"><p>ckan 2 is software</p>').page;
    if (other === null) throw new Error('no page');
    expect(dataEndpoints(other, government, knowledge())).toEqual([]);
  });
  const front = platform(
    '<meta name="generator" content="ckan 2.10.4"><title>安和市数据开放平台</title><p>数据集</p><a href="/dataset">数据目录</a><a href="/api/3">API</a>',
  );
  const listed = [home(portalPage('<p>要闻</p>')), front, data(page('ckan.json'))];
  it('gives total, newest update and formats of its files', () => {
    expect(value(listed)).toMatchObject({ count: 57, newest: '2026-10-02', formats: ['CSV', 'XLSX'] });
  });
  it('is searched by its own interface, whose silence proves nothing', () => {
    expect(asked(listed)).toMatchObject([{ how: 'http', method: 'get' }]);
    expect(asked(listed)[0]?.url).toMatch(/package_search\?rows=20&q=%E5/u);
    const found = '{"result": {"count": 1, "results": [{"title": "{title}", "resources": []}]}}';
    expect(value([...listed, answered(listed, found, json)])).toMatchObject({ searchable: true, count: 57 });
    const all = answered(listed, page('ckan.json'), json);
    expect(value([...listed, all])).toMatchObject({ searchable: null });
  });
  it('stands broken and strange replies', () => {
    for (const body of ['{"result": {"count": "many", "results": [1, null, [], {"title": {}}]}}', '[]', '{"result":']) {
      const strange = [...listed.slice(0, 2), data(body)];
      expect(value(strange)).toMatchObject({ level: 'linked', count: null, newest: null, formats: null });
      expect(asked(strange)).toEqual([]);
    }
  });
});

describe('downloads', () => {
  const datasetUrl = `${platformUrl}catalog/1003.html`;
  const dataset = entry(datasetUrl, page('dataset.html'), {
    ...own,
    from: listUrl,
    intents: ['dataset'],
    label: '安和市停车场信息',
  });
  const entries = [...start, list(page('list.html')), dataset];
  const file = (path: string, body: string, change: Partial<Capture> = {}): Entry =>
    entry(`${platformUrl}${path}`, body, { ...own, from: datasetUrl, intents: ['data-file'], depth: 3, ...change });
  const xls = 'file/download?id=1003&format=xls';
  const other = 'file/download?id=1003&format=json';
  const alive = file('files/1003.kml', '', { failure: 'not-html', status: 200 });
  it.each([
    ['a spreadsheet', '', { failure: 'not-html' }, 0],
    ['a file too large to take', '', { failure: 'too-large', status: null }, 0],
    ['plain text', 'a,b\n页面不存在,1', { headers: { 'content-type': 'text/csv' } }, 0],
    ['an error', '', { failure: 'http-4xx', status: 404 }, 1],
    ['a broken server', '', { failure: 'http-5xx', status: 500 }, 1],
    ['a page that says there is nothing', '<title>404</title><p>页面不存在</p>', {}, 1],
  ] as const)('%s is counted', (_, body, change, dead) => {
    expect(value([...entries, alive, file(xls, body, change)])?.downloads).toEqual({ tried: 2, dead });
  });
  it.each([
    ['a time limit', '', { failure: 'timeout-body' }],
    ['a wall', '', { failure: 'blocked', status: 405 }],
    ['robots.txt', '', { failure: 'robots' }],
    ['a mistake of ours', '', { failure: 'our-fault' }],
    ['the shell of a scripted site', '<div id="app"></div><script src="/app.js"></script>', {}],
    ['a door', '', { failure: 'http-4xx', status: 403 }],
    ['a log-in', '<title>登录</title><form><input name="u"><input type="password" name="p"></form>', {}],
  ] as const)('%s is not', (_, body, change) => {
    expect(value([...entries, alive, file(other, body, change)])?.downloads).toEqual({ tried: 1, dead: 0 });
    expect(value([...entries, file(other, body, change)])?.downloads).toBeNull();
  });
  it('leaves out what the menu offers, and reads formats off the page', () => {
    const menu = file('download/index.html', '<title>404</title><p>页面不存在</p>');
    expect(value([...entries, menu, alive])).toMatchObject({
      downloads: { tried: 1, dead: 0 },
      formats: ['CSV', 'JSON', 'KML', 'RDF', 'XLS'],
    });
  });
  it('are followed from pages of data sets only, and these from the catalogue only', () => {
    const led = (from: Entry, intent: string): string[] =>
      from.page === null ? [] : rankLinks(from.page, [intent], knowledge(), 40).map(({ link }) => link.url);
    expect(led(list(page('list.html')), 'dataset')).toEqual(
      [1001, 1002, 1003, 1004].map((id) => `${platformUrl}catalog/${id}.html`),
    );
    expect(led(dataset, 'data-file')).toEqual(
      expect.arrayContaining([`${platformUrl}${xls}`, `${platformUrl}files/1003.kml`]),
    );
    expect(led(platform(page('dataset.html')), 'data-file')).toEqual([]);
    expect(led(dataset, 'dataset')).toEqual([]);
  });
});

describe('formats', () => {
  it('are whole words', () => {
    expect(onlyFormats('XLS、csv，接口', knowledge())).toEqual(['XLS', 'CSV']);
    expect(onlyFormats('ＸＬＳＸ下载', knowledge())).toEqual(['XLSX']);
    expect(onlyFormats('XML 数据标准发布', knowledge())).toEqual([]);
    expect(onlyFormats('XLSB CSVX', knowledge())).toEqual([]);
    expect(trailingFormats('停车场信息 交通局 2026-03-01 XLS、API', knowledge())).toEqual(['XLS']);
    expect(trailingFormats('停车场信息交通局2026-03-01 10:00:00XLS,CSV', knowledge())).toEqual(['CSV', 'XLS']);
    expect(labelledFormats('数据格式:Excel/PDF 数据量：12条', knowledge())).toEqual(
      expect.arrayContaining(['XLS', 'PDF']),
    );
    expect(labelledFormats('本平台的格式规范', knowledge())).toEqual([]);
  });
  it('come out of any text, known ones only', () => {
    const known = /^(?:XLSX?|CSV|(?:GEO)?JSON|XML|RDF|TXT|PDF|ZIP|RAR|SHP|KML|DOCX?)$/u;
    const word = fc.constantFrom('xls', 'csv', 'API', '格式：', '接口', '，', ' ', '2026-01-01', '\n');
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        for (const read of [onlyFormats, trailingFormats, labelledFormats])
          for (const format of read(text, knowledge())) expect(format).toMatch(known);
      }),
      { numRuns: 200, seed: 11 },
    );
  });
});
