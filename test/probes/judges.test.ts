import { describe, expect, it } from 'vitest';
import type { Capture } from '../../src/model/capture.ts';
import type { Government } from '../../src/model/government.ts';
import { probes } from '../../src/probes/list.ts';
import { town } from './captures.ts';
import { entry, fixture, home, judge, platform, platformUrl, portalPage, portalUrl } from './visit.ts';

const plain = portalPage('<p>欢迎来到安和。</p>');
const shell =
  '<html><head><title>安和</title></head><body><div id="app"></div><script src="/js/app.9f3.js"></script></body></html>';
const withPlatform: Government = {
  ...town,
  sites: { ...town.sites, 'open-data': { url: platformUrl, confidence: 'high' } },
};

describe('smart-search', () => {
  it('finds a form', () => {
    expect(judge('smart-search', [home(fixture('smart-search/pass.html'))])).toMatchObject({
      state: 'present',
      value: { by: 'form', field: 'qt', vendor: 'kaipuyun-so', features: ['热门搜索'] },
    });
  });
  it('takes neither case queries, logins, web engines nor class names for a search', () => {
    expect(judge('smart-search', [home(fixture('smart-search/fail.html'))]).state).toBe('absent');
  });
  it('finds loose inputs, icon links to an engine and boxes that a script writes', () => {
    const loose = portalPage(
      '<div class="s"><input name="searchWord" placeholder="请输入关键词"><span onclick="go()" class="btn">搜索</span></div>',
    );
    expect(judge('smart-search', [home(loose)]).value).toMatchObject({ by: 'loose', field: 'searchWord' });
    const icon = portalPage(
      '<a role="searchbox" href="http://zs.kaipuyun.cn/search5/html/mainPage.html?siteCode=1"></a>',
    );
    expect(judge('smart-search', [home(icon)]).value).toMatchObject({ by: 'link', vendor: 'kaipuyun-search' });
    const written = `<script>document.writeln("<form action=\\'/jsearchfront/search.do\\'><input name=\\'q\\'></form>");</script>`;
    expect(judge('smart-search', [home(portalPage(written))]).value).toMatchObject({ vendor: 'hanweb-jsearch' });
  });
});

describe('smart-qa', () => {
  it('reads a label that stands beside its link', () => {
    expect(judge('smart-qa', [home(fixture('smart-qa/pass.html'))])).toMatchObject({
      state: 'present',
      value: { level: 'linked', label: '智能问答', vendor: 'hanweb-jrobotfront-server' },
    });
  });
  it('takes neither QQ, jrobot search, headlines nor comments for a robot', () => {
    expect(judge('smart-qa', [home(fixture('smart-qa/fail.html'))]).state).toBe('absent');
  });
  it('grades an opened and a failed robot', () => {
    const page = home(portalPage('<a href="/znwd/home/">智能机器人</a>'));
    const url = `${portalUrl}znwd/home/`;
    const good = entry(url, '<title>小安</title><p>您好，请输入您的问题</p>', { intents: ['qa'] });
    expect(judge('smart-qa', [page, good]).value).toMatchObject({ level: 'reachable', failure: null });
    const gone = entry(url, '', { intents: ['qa'], failure: 'http-4xx', status: 404, body: null });
    expect(judge('smart-qa', [page, gone])).toMatchObject({
      state: 'present',
      value: { level: 'linked', reached: 'linked', failure: 'http-4xx' },
    });
    const down = entry(url, '', { intents: ['qa'], failure: 'http-5xx', status: 502, body: null });
    expect(judge('smart-qa', [page, down])).toMatchObject({
      state: 'present',
      reason: 'http-5xx',
      value: { level: null, reached: 'linked', failure: 'http-5xx' },
    });
  });
  it('finds an icon-only link and a robot in a hidden pane', () => {
    expect(
      judge('smart-qa', [home(portalPage('<a href="/ghwd/znwd/index.html"><img src="jqr_btn.png"></a>'))]).state,
    ).toBe('present');
    const pane = '<div style="display:none"><a href="/a/">甲</a><a href="/b/">乙</a><a href="/kf/">智能客服</a></div>';
    expect(judge('smart-qa', [home(portalPage(pane))]).state).toBe('present');
  });
  it('knows an icon by its picture and a floating script by what it opens', () => {
    expect(judge('smart-qa', [home(portalPage('<a href="/jj/"><img src="/i/top_jqr_btn.png"></a>'))]).state).toBe(
      'present',
    );
    const floating = home(portalPage('<div class="tool"><script src="/zn/float.js"></script></div>'));
    expect(judge('smart-qa', [floating])).toMatchObject({ state: 'unknown', reason: 'part-unread' });
    const script = entry(`${portalUrl}zn/float.js`, "icon.onclick = function () { window.open('/hd/znkf/index'); }", {
      role: 'script',
      from: portalUrl,
    });
    expect(judge('smart-qa', [floating, script]).state).toBe('present');
  });
  it('does not deny a robot that only a lone hidden link shows', () => {
    const hidden = '<div style="display:none"><a href="/kf/">智能客服</a></div>';
    expect(judge('smart-qa', [home(portalPage(hidden))])).toMatchObject({ state: 'unknown', reason: 'not-visible' });
  });
});

describe('coverage decides between absent and unknown', () => {
  const portalProbes = [
    'smart-search',
    'smart-qa',
    'privacy-policy',
    'open-data-platform',
    'data-catalog',
    'api-count',
    'app-count',
  ];
  it.each(portalProbes)('%s: absent only on a portal that was seen whole', (id) => {
    expect(judge(id, [home(plain)]).state).toBe('absent');
    expect(judge(id, [home(shell)])).toMatchObject({ state: 'unknown', reason: 'not-visible' });
    expect(judge(id, [home('')]).state).toBe('unknown');
    expect(judge(id, [])).toMatchObject({ state: 'unknown', reason: 'budget' });
    expect(judge(id, [home('', { failure: 'blocked', status: 521 })])).toMatchObject({
      state: 'unknown',
      reason: 'blocked',
    });
    const { sites: _, ...rest } = town;
    expect(judge(id, [], { government: { ...rest, sites: {} } })).toMatchObject({
      state: 'unknown',
      reason: 'no-site',
    });
  });
  it.each(portalProbes)('%s: a header script or frame that was not read leaves it open', (id) => {
    const scripted = plain.replace(
      '<div class="content">',
      '<script src="/js/header.js"></script><div class="content">',
    );
    expect(judge(id, [home(scripted)])).toMatchObject({ state: 'unknown', reason: 'part-unread' });
    const part = (change: object) =>
      entry(`${portalUrl}js/header.js`, 'document.write("<a href=\'/x/\'>导航</a>")', {
        role: 'script',
        from: portalUrl,
        ...change,
      });
    expect(judge(id, [home(scripted), part({ failure: 'timeout-body', body: null })])).toMatchObject({
      state: 'unknown',
      reason: 'timeout-body',
    });
    expect(judge(id, [home(scripted), part({})]).state).toBe('absent');
    const framed = plain.replace(
      '<div class="content">',
      '<iframe src="/columns/1/index.html"></iframe><div class="content">',
    );
    expect(judge(id, [home(framed)]).state).toBe('unknown');
    const empty = plain.replace('<div class="content">', '<div id="header"></div><div class="content">');
    expect(judge(id, [home(empty)])).toMatchObject({ state: 'unknown', reason: 'not-visible' });
  });
  it('keeps an intent that was not followed to its end open', () => {
    expect(judge('smart-qa', [home(plain)], { unread: { portal: ['qa'] } })).toMatchObject({
      state: 'unknown',
      reason: 'budget',
    });
  });
});

describe('open data', () => {
  const linked = portalPage(`<a href="${platformUrl}">数据开放平台</a>`);
  it('reads platform, catalogue and counts, each with its own unit', () => {
    const entries = [home(linked), platform(fixture('open-data-platform/pass.html'))];
    expect(judge('open-data-platform', entries)).toMatchObject({ state: 'present', value: { level: 'working' } });
    expect(judge('data-catalog', entries).value).toMatchObject({ count: 1208 });
    expect(judge('api-count', entries).value).toMatchObject({ count: 77 });
    expect(judge('app-count', entries).value).toMatchObject({ count: 9 });
  });
  it.each([
    ['api-count/pass.html', 1024, 88, 7],
    ['app-count/pass.html', 310, 12, 6],
  ])('%s', (name, datasets, apis, apps) => {
    const entries = [home(plain), platform(fixture(name))];
    const count = (id: string) => judge(id, entries, { government: withPlatform }).value?.count;
    expect([count('data-catalog'), count('api-count'), count('app-count')]).toEqual([datasets, apis, apps]);
  });
  it('tells rows from data sets', () => {
    const entries = [home(plain), platform(fixture('data-catalog/pass.html'))];
    expect(judge('data-catalog', entries, { government: withPlatform }).value).toMatchObject({ count: 310 });
  });
  it('takes neither the numbers of the province nor those of a sister city', () => {
    const shared: Government = {
      ...town,
      sites: { ...town.sites, 'open-data': { url: 'http://data.some.gov.cn/anhe/home', confidence: 'high' } },
    };
    const city = (folder: string, numbers: string, change: Partial<Capture> = {}) =>
      entry(
        `http://data.some.gov.cn/${folder}/home`,
        `<title>公共数据开放平台</title><p>全省：数据集 15,320 接口 7,210 应用 120</p><h2>${folder}分站</h2><p>${numbers}</p><a href="/${folder}/list">数据目录</a>`,
        { site: 'open-data', ...change },
      );
    const own = city('anhe', '安和市 数据集 238 个 数据接口 61 个 创新应用 0 个', { home: true, depth: 0 });
    const sister = city('other', '数据集 1632 个 数据接口 220 个 创新应用 17 个', { label: '他市分站' });
    const count = (id: string) => judge(id, [home(plain), own, sister], { government: shared });
    expect(count('api-count').value).toMatchObject({ count: 61 });
    expect(count('app-count')).toMatchObject({ state: 'absent', value: { count: 0 } });
  });
  it('proves a zero beside other numbers and never one that a script may fill', () => {
    const zero = [home(plain), platform(fixture('api-count/fail.html'))];
    expect(judge('api-count', zero, { government: withPlatform })).toMatchObject({
      state: 'absent',
      value: { count: 0 },
    });
    expect(
      judge('app-count', [home(plain), platform(fixture('app-count/fail.html'))], { government: withPlatform }),
    ).toMatchObject({ state: 'absent', value: { count: 0 } });
    const waiting = [home(plain), platform(fixture('api-count/unknown.html'))];
    for (const id of ['api-count', 'app-count'])
      expect(judge(id, waiting, { government: withPlatform })).toMatchObject({
        state: 'unknown',
        reason: 'not-visible',
      });
  });
  it('keeps every source and trusts less where they disagree', () => {
    const list = (total: number) =>
      entry(`${platformUrl}apis`, `<title>数据接口</title><p>共 ${total} 条</p>`, {
        site: 'open-data',
        intents: ['api-list'],
      });
    const agreed = judge('api-count', [home(plain), platform(fixture('api-count/pass.html')), list(88)], {
      government: withPlatform,
    });
    const torn = judge('api-count', [home(plain), platform(fixture('api-count/pass.html')), list(90)], {
      government: withPlatform,
    });
    expect(torn.value?.sources).toHaveLength(2);
    expect(torn.confidence).toBeLessThan(agreed.confidence);
  });
  it('reads the total of a vendor endpoint', () => {
    const data = entry(
      `${platformUrl}odweb/catalog/catalog.do?method=GetCatalog`,
      '{"recordsTotal": 412, "data": []}',
      { site: 'open-data', role: 'data', headers: { 'content-type': 'application/json' } },
    );
    const finding = judge('data-catalog', [home(plain), platform(fixture('api-count/unknown.html')), data], {
      government: withPlatform,
    });
    expect(finding.value).toMatchObject({ count: 412, sources: [{ source: 'endpoint', count: 412 }] });
  });
  it('takes no column of figures for a platform', () => {
    const column = entry(`${portalUrl}sjfb/`, '<title>数据发布</title><p>二月份主要指标</p>', {
      intents: ['data-column'],
    });
    for (const id of ['open-data-platform', 'data-catalog']) {
      expect(judge(id, [home(fixture(`${id}/fail.html`)), column]).state).toBe('absent');
    }
    const unread = judge('open-data-platform', [home(fixture('open-data-platform/fail.html'))]);
    expect(unread).toMatchObject({ state: 'unknown', reason: 'column-unread' });
  });
  it('is linked when the platform fails, and unknown when only the registry knows it', () => {
    const dead = platform('', { failure: 'dns', body: null });
    expect(judge('open-data-platform', [home(linked), dead])).toMatchObject({
      state: 'present',
      value: { level: 'linked', failure: 'dns' },
    });
    expect(judge('api-count', [home(linked), dead])).toMatchObject({ state: 'unknown', reason: 'dns' });
    expect(judge('open-data-platform', [home(plain), dead], { government: withPlatform })).toMatchObject({
      state: 'unknown',
      reason: 'dns',
    });
  });
  it('knows a platform with a brand for a name by what it offers, and never calls its own page none', () => {
    const front = (text: string) => platform(`<title>云上安和</title><p>安和市</p><p>${text}</p>`);
    const count = (text: string) => judge('api-count', [home(plain), front(text)], { government: withPlatform });
    expect(count('数据集 37 个 / 数据接口 15 个 / 应用 2 个').value).toMatchObject({ count: 15 });
    expect(count('欢迎')).toMatchObject({ state: 'unknown', reason: 'not-recognised' });
  });
  it("needs the city's own level on the province's host", () => {
    const shared: Government = {
      ...town,
      province: '东岭省',
      sites: { ...town.sites, 'open-data': { url: 'http://data.dongling.example.cn/', confidence: 'province' } },
    };
    const page = (name: string) =>
      entry(
        'http://data.dongling.example.cn/',
        fixture('api-count/pass.html').replaceAll('安和市', name).replaceAll('今日安和', '要闻'),
        { site: 'open-data', home: true },
      );
    expect(judge('open-data-platform', [home(plain), page('东岭省')], { government: shared }).state).toBe('absent');
    expect(judge('open-data-platform', [home(plain), page('东岭省安和市')], { government: shared }).state).toBe(
      'present',
    );
  });
});

describe('privacy-policy', () => {
  const link = portalPage('<p>欢迎</p>', '<a href="/yssm/">隐 私 声 明</a>');
  const target = `${portalUrl}yssm/`;
  it('reads the parts of a policy', () => {
    const finding = judge('privacy-policy', [
      home(link),
      entry(target, fixture('privacy-policy/pass.html'), { intents: ['privacy'] }),
    ]);
    expect(finding).toMatchObject({
      state: 'present',
      value: { level: 'working', where: 'portal', form: 'page', share: 1, atRegistration: false },
    });
  });
  it('is linked when the page fails', () => {
    const dead = entry(target, '', { intents: ['privacy'], failure: 'http-4xx', body: null });
    expect(judge('privacy-policy', [home(link), dead])).toMatchObject({
      state: 'present',
      value: { level: 'linked', form: 'link' },
    });
  });
  it('opens a site statement and finds its section', () => {
    const page = home(portalPage('', '<a href="/wzsm/">网站声明</a>'));
    const statement = (html: string) => entry(`${portalUrl}wzsm/`, html, { intents: ['statements'] });
    expect(judge('privacy-policy', [page, statement(fixture('privacy-policy/statement.html'))])).toMatchObject({
      state: 'present',
      value: { form: 'section' },
    });
    expect(
      judge('privacy-policy', [page, statement(portalPage('<h1>网站声明</h1><p>版权所有，转载请注明来源。</p>'))])
        .state,
    ).toBe('absent');
    const failed = entry(`${portalUrl}wzsm/`, '', { intents: ['statements'], failure: 'reset', body: null });
    expect(judge('privacy-policy', [page, failed])).toMatchObject({ state: 'unknown', reason: 'reset' });
  });
  it('takes neither captions nor news for a policy', () => {
    expect(judge('privacy-policy', [home(fixture('privacy-policy/fail.html'))]).state).toBe('absent');
    const news = entry(target, fixture('privacy-policy/news.html'), { intents: ['privacy'] });
    expect(judge('privacy-policy', [home(link), news]).state).toBe('absent');
  });
  it('sees where users register', () => {
    const register = entry(
      `${platformUrl}reg`,
      '<title>用户注册</title><form><input name="u"><input type="password" name="p"></form><a href="/ys">《隐私政策》</a>',
      { site: 'open-data', intents: ['register'] },
    );
    const policy = entry(`${platformUrl}ys`, fixture('privacy-policy/pass.html'), {
      site: 'open-data',
      intents: ['privacy'],
    });
    const finding = judge('privacy-policy', [home(plain), platform(fixture('api-count/pass.html')), register, policy], {
      government: withPlatform,
    });
    expect(finding.value).toMatchObject({ where: 'open-data', atRegistration: true });
  });
});

describe('every probe', () => {
  const entries = [
    home(
      fixture('smart-search/pass.html').replace(
        '</form>',
        '</form><a href="/yssm/">隐私声明</a><a href="/znkf/">智能客服</a>',
      ),
    ),
    platform(fixture('open-data-platform/pass.html')),
    entry(`${portalUrl}yssm/`, fixture('privacy-policy/pass.html'), { intents: ['privacy'] }),
    entry(`${portalUrl}znkf/`, '<p>您好</p>', { intents: ['qa'] }),
  ];
  it.each(probes.map((probe) => probe.id))('%s gives one finding whatever the order of captures', (id) => {
    const first = JSON.stringify(judge(id, entries, { government: withPlatform }));
    for (const turned of [[...entries].reverse(), [...entries.slice(2), ...entries.slice(0, 2)]])
      expect(JSON.stringify(judge(id, turned, { government: withPlatform }))).toBe(first);
  });
});
