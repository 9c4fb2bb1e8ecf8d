import { describe, expect, it } from 'vitest';
import type { Capture } from '../../src/model/capture.ts';
import type { Government } from '../../src/model/government.ts';
import { town } from './captures.ts';
import { entry, home, judge, portalPage, portalUrl } from './visit.ts';

const page = (path: string, intent: string, body: string, change: Partial<Capture> = {}) =>
  entry(`${portalUrl}${path}`, portalPage(body), { intents: [intent], ...change });
const failed = (path: string, intent: string, failure: Capture['failure'] = 'timeout-first-byte') =>
  entry(`${portalUrl}${path}`, '', { intents: [intent], failure, status: null, body: null });
const items = (path: string, days: readonly string[]) =>
  days
    .map(
      (day, at) => `<li><a href="/${path}${1234567 + at}.html">办理社保需要哪些材料之${at}</a><span>${day}</span></li>`,
    )
    .join('');

describe('knowledge-base', () => {
  const start = home(portalPage('<a href="/cjwt/">常见问题</a>'));
  const list = (...days: string[]) => page('cjwt/', 'knowledge-base', `<ul>${items('cjwt/', days)}</ul>`);
  it('works when something in it was updated inside the window', () => {
    const found = judge('knowledge-base', [start, list('2026-10-08', '2025-01-02', '2024-01-02')]);
    expect(found).toMatchObject({
      state: 'present',
      value: { level: 'working', fresh: true, newest: '2026-10-08', count: 3 },
    });
    expect(judge('knowledge-base', [list('2026-10-08', '2025-01-02', '2024-01-02'), start])).toEqual(found);
  });
  it('is only reachable when stale, undated, or dated by the header of the page', () => {
    expect(judge('knowledge-base', [start, list('2025-10-30', '2025-01-02', '2024-01-02')]).value).toMatchObject({
      level: 'reachable',
      fresh: false,
    });
    expect(judge('knowledge-base', [start, list('', '', '')]).value).toMatchObject({
      level: 'reachable',
      fresh: null,
      newest: null,
    });
    const header = page(
      'cjwt/',
      'knowledge-base',
      `<p>今天是2026年11月2日 星期一</p><p>欢迎</p><p>您的位置</p><ul>${items('cjwt/', ['2024-01-02', '2024-01-01', '2023-12-30'])}</ul>`,
    );
    expect(judge('knowledge-base', [start, header]).value).toMatchObject({ fresh: false, newest: '2024-01-02' });
    expect(judge('knowledge-base', [start, list('2099-01-01', '2024-01-02', '2024-01-02')]).value).toMatchObject({
      newest: '2024-01-02',
    });
  });
  it('is linked behind a failure, unknown unseen, absent when empty or not there', () => {
    expect(judge('knowledge-base', [start, failed('cjwt/', 'knowledge-base')]).value).toMatchObject({
      level: 'linked',
      failure: 'timeout-first-byte',
    });
    expect(judge('knowledge-base', [start, page('cjwt/', 'knowledge-base', '<p>暂无数据</p>')]).state).toBe('absent');
    expect(
      judge('knowledge-base', [home(portalPage('<a href="/a.html">市政府召开热点问题专题会议并部署工作</a>'))]).state,
    ).toBe('absent');
    expect(judge('knowledge-base', []).state).toBe('unknown');
    expect(
      judge('knowledge-base', [home(portalPage('欢迎'))], { unread: { portal: ['knowledge-base'] } }),
    ).toMatchObject({ state: 'unknown', reason: 'budget' });
  });
});

describe('days of a column’s items', () => {
  const start = home(portalPage('<a href="/zsk/">知识库</a>'));
  const newest = (body: string, ...more: readonly ReturnType<typeof page>[]) =>
    judge('knowledge-base', [start, page('zsk/', 'knowledge-base', body), ...more]).value?.newest;
  it.each([
    [
      'in the titles of folding blocks',
      '<details><summary>如何补办残疾证 2026-09-03</summary>带上身份证。</details><details><summary>老年卡在哪里领 2026-08-01</summary>社区。</details>',
      '2026-09-03',
    ],
    [
      'behind questions without links',
      '<p>低保怎样申请（2026年8月3日）</p><p>高龄津贴找谁领（2026年7月1日）</p>',
      '2026-08-03',
    ],
    [
      'beside links whose addresses differ from the column’s by a number alone',
      '<ul><li><a href="/zsk_1.html">关于停车收费的答复</a><i>[2026-06-02]</i></li><li><a href="/zsk_2.html">关于公交改线的答复</a><i>[2026-05-02]</i></li></ul>',
      '2026-06-02',
    ],
    [
      'in leaves of a calendar',
      ['07', '06', '05']
        .map(
          (day) =>
            `<li><div><b>${day}</b><span>2026-09</span></div><a href="/zsk/12345${day}.html">怎样办理居住证${day}</a></li>`,
        )
        .join(''),
      '2026-09-07',
    ],
    [
      'counted back from today',
      ['3天前', '2周前', '5个月前']
        .map((ago, at) => `<li><a href="/zsk/123456${at}.html">怎样办理居住证第${at}</a><em>${ago}</em></li>`)
        .join(''),
      '2026-10-30',
    ],
  ])('are read %s', (_, body, day) => expect(newest(body)).toBe(day));
  it('are read from the data behind the page and from the pages of the items', () => {
    const data = page('api/zsk', '', '', { role: 'data', via: 'browser', from: `${portalUrl}zsk/` });
    const rows = {
      total: 2,
      rows: [
        { bt: '怎样落户', fbsj: 1788400000000 },
        { bt: '怎样迁户', fbsj: 1780000000000 },
      ],
    };
    const json = entry(`${portalUrl}api/zsk`, JSON.stringify(rows), { ...data.capture, intents: [] });
    expect(newest('<div>怎样落户</div><div>怎样迁户</div>', json)).toBe('2026-09-03');
    const linked = [1, 2, 3].map((at) => `<li><a href="/zsk/123456${at}.html">怎样办理居住证第${at}</a></li>`).join('');
    const article = page(
      'zsk/1234561.html',
      '',
      '<h1>怎样办理居住证第1</h1><p>更新日期：2026-04-05 来源：大厅</p><p>到窗口办。</p>',
    );
    expect(newest(linked, article)).toBe('2026-04-05');
  });
  it('are none where one line alone has a day', () => {
    expect(newest('<p>今天是2026年11月2日 星期一</p><p>您的问题在这里</p>')).toBe(null);
  });
  it('belong to a column behind a route of the front page too', () => {
    const front = home(portalPage('<a href="#/gq">回应关切</a>'));
    const route = entry(
      `${portalUrl}#/gq`,
      portalPage('<p>停水原因说明 2026-08-03</p><p>谣言澄清一则 2026-07-01</p>'),
      {
        intents: ['proactive'],
        via: 'browser',
      },
    );
    expect(judge('proactive-response', [front, route]).value).toMatchObject({ level: 'working', newest: '2026-08-03' });
  });
});

describe('proactive-response', () => {
  const start = home(portalPage('<a href="/hygq/">回应关切</a>'));
  const days = ['2026-10-08', '2026-09-02', '2026-08-02'];
  it('counts dated items, by the total that the list states where it has pages', () => {
    expect(judge('proactive-response', [start, page('hygq/', 'proactive', items('hygq/', days))])).toMatchObject({
      state: 'present',
      value: { level: 'working', count: 3, newest: '2026-10-08' },
    });
    const pager = '<div>39条记录 1/2页 <a href="/hygq/index_2.html">2</a><a href="/hygq/index_2.html">下一页</a></div>';
    expect(
      judge('proactive-response', [start, page('hygq/', 'proactive', items('hygq/', days) + pager)]).value,
    ).toMatchObject({ count: 39 });
    expect(
      judge('proactive-response', [
        start,
        page('hygq/', 'proactive', items('hygq/', days) + pager.replace('39条记录 1/2页', '')),
      ]).value,
    ).toMatchObject({ count: null });
  });
  it('does not deny a column whose name only stands beside its link', () => {
    const beside = home(
      portalPage('<div><a href="/hygq/"><img src="/i/1.png"></a><span>主动回应社会关切</span></div>'),
    );
    expect(judge('proactive-response', [beside, page('hygq/', 'proactive', items('hygq/', days))]).value).toMatchObject(
      { count: 3 },
    );
  });
  it('grades columns without days, dead ones and none', () => {
    expect(
      judge('proactive-response', [start, page('hygq/', 'proactive', '<p>本栏目回应社会关切。</p>')]).value,
    ).toMatchObject({ level: 'reachable', count: null });
    expect(judge('proactive-response', [start, failed('hygq/', 'proactive', 'http-5xx')]).value).toMatchObject({
      level: 'linked',
      failure: 'http-5xx',
    });
    expect(
      judge('proactive-response', [
        home(portalPage('<a href="/a.html">市长主动回应群众关切 召开现场办公会解决停车难题</a>')),
      ]).state,
    ).toBe('absent');
    expect(judge('proactive-response', [home('', { failure: 'blocked', body: null })])).toMatchObject({
      state: 'unknown',
      reason: 'blocked',
    });
  });
});

describe('follow-up', () => {
  const start = home(portalPage('<a href="/mydpj/">满意度测评</a>'));
  it('finds dated reports and published figures', () => {
    expect(
      judge('follow-up', [
        start,
        page('mydpj/', 'follow-up', items('mydpj/', ['2026-10-08', '2026-09-02', '2026-08-02'])),
      ]),
    ).toMatchObject({
      state: 'present',
      value: { items: 3, newest: '2026-10-08', rate: null },
    });
    expect(
      judge('follow-up', [start, page('mydpj/', 'follow-up', '<p>本期共回访诉求人３２０人次，满意率９８．２％。</p>')])
        .value,
    ).toMatchObject({ rate: 98.2 });
  });
  it('takes a questionnaire, an empty column and a headline for no results', () => {
    const survey =
      '<form><p>您是否满意？</p><input type="radio" name="a" value="1">满意<input type="radio" name="a" value="2">不满意<input type="submit" value="提交"></form>';
    expect(judge('follow-up', [start, page('mydpj/', 'follow-up', survey)]).state).toBe('absent');
    const calls = (cells: string) =>
      `<h2>来信回访情况</h2><table><tr><th>季度</th><th>回访件数</th><th>满意件</th></tr><tr>${cells}</tr></table>`;
    const told = (cells: string) => judge('follow-up', [start, page('mydpj/', 'follow-up', calls(cells))]);
    expect(told('<td>三季度</td><td>320</td><td>290</td>')).toMatchObject({ state: 'present', value: { rate: null } });
    expect(told('<td>三季度</td><td>待公布</td><td>待公布</td>').state).not.toBe('present');
    expect(judge('follow-up', [start, page('mydpj/', 'follow-up', '<p>满意率150%，暂无数据</p>')]).state).toBe(
      'absent',
    );
    expect(
      judge('follow-up', [home(portalPage('<a href="/a.html">我市开展回访工作，旅游满意度居全省前列</a>'))]).state,
    ).toBe('absent');
  });
  it('is unknown behind a failure', () => {
    expect(judge('follow-up', [start, failed('mydpj/', 'follow-up')])).toMatchObject({
      state: 'unknown',
      reason: 'timeout-first-byte',
    });
    expect(judge('follow-up', [start, failed('mydpj/', 'follow-up', 'http-4xx')]).state).not.toBe('present');
    expect(judge('follow-up', [start])).toMatchObject({ state: 'unknown', reason: 'not-followed' });
  });
});

const serviceUrl = 'http://zwfw.anhe.gov.cn/';
const served: Government = { ...town, sites: { ...town.sites, service: { url: serviceUrl, confidence: 'high' } } };
const hall = (body: string) => entry(serviceUrl, portalPage(body), { site: 'service', home: true, depth: 0 });
const inner = (path: string, intent: string, body: string, change: Partial<Capture> = {}) =>
  entry(`${serviceUrl}${path}`, portalPage(body), { site: 'service', intents: [intent], from: serviceUrl, ...change });
const portal = home(portalPage('欢迎'));
const options = { government: served };

describe('one-thing', () => {
  const start = hall('<a href="/yjs/">高效办成一件事</a>');
  const things =
    '<a href="/t/1.html">新生儿出生“一件事”</a><a href="/t/2.html">企业信息变更一件事</a><a href="/t/3.html">信用修复一件事</a>';
  it('counts the things of the zone and knows the national ones', () => {
    const found = judge('one-thing', [portal, start, inner('yjs/', 'one-thing', `<p>已上线3件</p>${things}`)], options);
    expect(found).toMatchObject({ state: 'present', value: { level: 'working', count: 3, stated: 3, listed: 3 } });
    expect(found.value?.national).toEqual(['企业信息变更', '信用修复', '新生儿']);
  });
  it('trusts a larger stated number and is less sure', () => {
    const more = judge('one-thing', [portal, start, inner('yjs/', 'one-thing', `<p>共22个主题</p>${things}`)], options);
    expect(more.value).toMatchObject({ count: 22, listed: 3 });
    expect(more.confidence).toBeLessThan(0.9);
  });
  it('counts a list of things of which not all carry the name, and no other list', () => {
    const list = (names: readonly string[]) =>
      inner(
        'yjs/',
        'one-thing',
        `<ul>${names.map((name, at) => `<li><a href="/t/${at}.html">${name}</a></li>`).join('')}</ul>`,
      );
    const bare = ['新生儿出生', '信用修复', '企业注销', '我要开书店', '水电气网报装'];
    expect(judge('one-thing', [portal, start, list(bare)], options).value).toMatchObject({
      count: 5,
      level: 'working',
    });
    const plain = inner(
      'yjs/',
      'one-thing',
      `<p>现有：</p>${bare.map((name) => `<p>${name}</p>`).join('')}<p>请到窗口。</p>`,
    );
    expect(judge('one-thing', [portal, start, plain], options).value).toMatchObject({ count: 5 });
    const other = ['通知公告一则', '政策文件一览', '热点新闻播报', '就业岗位信息', '联系我们'];
    expect(judge('one-thing', [portal, start, list(other)], options).value).toMatchObject({ count: null });
  });
  it('makes no count of a zone that shows nothing', () => {
    expect(
      judge('one-thing', [portal, start, inner('yjs/', 'one-thing', '<p>专区介绍</p>')], options).value,
    ).toMatchObject({ level: 'reachable', count: null });
    const dead = inner('yjs/', 'one-thing', '', { failure: 'timeout-body', body: null });
    expect(judge('one-thing', [portal, start, dead], options).value).toMatchObject({
      level: 'linked',
      count: null,
      failure: 'timeout-body',
    });
  });
  it('is absent without an entry and unknown unseen', () => {
    const news = '<a href="/n/1.html">我市推进“高效办成一件事”改革，召开部署会议</a>';
    expect(judge('one-thing', [portal, hall(news)], options).state).toBe('absent');
    expect(judge('one-thing', [portal], options).state).toBe('unknown');
    expect(judge('one-thing', [], options).state).toBe('unknown');
  });
});

describe('case-tracking', () => {
  const start = hall('<a href="/bjcx/">办件查询</a><a href="/hcp/">“好差评”</a><a href="/hcpgs/">好差评结果公示</a>');
  const progress = inner(
    'bjcx/',
    'case-progress',
    '<form action="/bjcx/"><input name="sblsh" placeholder="请输入申报流水号"><input type="submit" value="查询"></form>',
  );
  const rating = inner(
    'hcp/',
    'rating',
    '<form action="/pj"><select name="grade"><option>非常满意</option></select><textarea name="r"></textarea></form>',
  );
  const rates = inner(
    'hcpgs/',
    'rating',
    '<table><tr><th>好评率</th><td>99.6%</td></tr><tr><th>差评整改率</th><td>100%</td></tr></table>',
  );
  it('finds query, rating and rates', () => {
    const found = judge('case-tracking', [portal, start, progress, rating, rates], options);
    expect(found).toMatchObject({
      state: 'present',
      value: { found: ['progress', 'rating', 'rates'], rates: { 好评率: 99.6, 差评整改率: 100 }, unclear: [] },
    });
    expect(judge('case-tracking', [rates, rating, progress, start, portal], options)).toEqual(found);
  });
  it('finds the query that the front page of the platform holds itself', () => {
    const front = (field: string) =>
      hall(
        `<form action="/query"><label>${field}：</label><input type="text" name="bh"><button>进度查询</button></form>`,
      );
    expect(judge('case-tracking', [portal, front('办件编号')], options)).toMatchObject({
      state: 'present',
      value: { found: ['progress'] },
    });
    expect(judge('case-tracking', [portal, front('信件编号')], options).state).not.toBe('present');
  });
  it('takes neither published rates for an entry, nor news about rating, nor the query for letters', () => {
    const only = hall('<a href="/hcpgs/">好差评结果公示</a><a href="/n/2.html">“好差评”制度知多少</a>');
    const letters = home(portalPage('<a href="/xjcx/">进度查询</a>'));
    const query = page('xjcx/', 'case-progress', '<form><label>信件编号</label><input type="text" name="code"></form>');
    expect(judge('case-tracking', [letters, query, only, rates], options).value).toMatchObject({ found: ['rates'] });
    expect(judge('case-tracking', [letters, query, hall('欢迎')], options).state).toBe('absent');
  });
  it('keeps apart what is not there and what could not be seen', () => {
    const dead = inner('hcp/', 'rating', '', { failure: 'reset', body: null });
    expect(judge('case-tracking', [portal, start, progress, dead, rates], options).value).toMatchObject({
      found: ['progress', 'rates'],
      unclear: ['rating'],
    });
    expect(judge('case-tracking', [portal], options).state).toBe('unknown');
    // No service platform is known and the portal, read whole, leads to none.
    expect(judge('case-tracking', [portal], {}).state).toBe('absent');
  });
});
