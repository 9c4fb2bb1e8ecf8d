import { describe, expect, it } from 'vitest';
import { probes } from '../../src/probes/list.ts';
import { entry, home, judge, portalPage, portalUrl } from './visit.ts';

const box = home(portalPage('<a href="/szxx/">市长信箱</a>'));
const address = `${portalUrl}szxx/`;

describe('what stood in the way', () => {
  it('is the page that failed, with its capture', () => {
    const failed = entry(address, '', { intents: ['mailbox'], failure: 'timeout-body', status: null, body: null });
    expect(judge('appeal-channels', [box, failed]).obstacles).toEqual([
      {
        reason: 'timeout-body',
        site: 'portal',
        url: address,
        intent: 'mailbox',
        part: '市长信箱',
        capture: failed.capture.id,
      },
    ]);
  });

  it('is the link that was not followed', () => {
    expect(judge('appeal-channels', [box]).obstacles).toEqual([
      { reason: 'not-followed', site: 'portal', url: address, intent: 'mailbox', part: '市长信箱' },
    ]);
  });

  it('is the page that only scripts would fill', () => {
    const blank = entry(address, '<html><body><div id="app"></div><script src="/app.js"></script></body></html>', {
      intents: ['appeal-form'],
    });
    const [first] = judge('follow-up', [
      home(portalPage('<a href="/hf/">回访结果</a>')),
      entry(`${portalUrl}hf/`, '<html><body><div id="app"></div><script src="/app.js"></script></body></html>', {
        intents: ['follow-up'],
      }),
      blank,
    ]).obstacles ?? [null];
    expect(first).toMatchObject({ reason: 'not-visible', site: 'portal', url: `${portalUrl}hf/`, intent: 'follow-up' });
    expect(first?.capture).toBeTypeOf('string');
  });

  it('is the home page where the whole site is in doubt', () => {
    const dead = home('', { failure: 'dns', status: null, body: null });
    expect(judge('smart-qa', [dead]).obstacles).toEqual([
      { reason: 'dns', site: 'portal', url: portalUrl, capture: dead.capture.id },
    ]);
  });

  it('is the budget where links of the intent were left', () => {
    const [first] = judge('smart-qa', [home(portalPage(''))], { unread: { portal: ['qa'] } }).obstacles ?? [];
    expect(first).toMatchObject({ reason: 'budget', site: 'portal', intent: 'qa' });
  });

  it('is an edition for phones that was not read', () => {
    const blank = '<html><body><div id="app"></div><script src="/app.js"></script></body></html>';
    const visit = (url: string) => [home(portalPage(`<a href="${url}">手机版</a>`)), entry(url, blank)];
    const obstacles = judge('smart-qa', visit('http://m.anhe.gov.cn/')).obstacles ?? [];
    expect(obstacles).toContainEqual(expect.objectContaining({ reason: 'not-visible', part: '手机版' }));
    for (const url of ['http://app.other.cn/', `${portalUrl}app/`])
      expect(judge('smart-qa', visit(url)).obstacles ?? []).not.toContainEqual(
        expect.objectContaining({ part: '手机版' }),
      );
  });

  it('is an article whose title names a site that no menu names, until one was read', () => {
    const titles = [
      '市大数据局调度公共数据开放平台',
      '全市公共数据开放平台工作会召开',
      '数据开放平台建设经验交流会举行',
    ];
    const news = titles.map((title, at) => `<a href="/art/${100 + at}.html">${title}</a>`).join('');
    const read = (count: number) => [
      home(portalPage('<a href="/xw/">今日安和</a>')),
      entry(`${portalUrl}xw/`, portalPage(news)),
      ...titles
        .slice(0, count)
        .map((title, at) => entry(`${portalUrl}art/${100 + at}.html`, portalPage(`<h1>${title}</h1>`))),
    ];
    const parts = (count: number) =>
      (judge('open-data-platform', read(count), { unexplored: true }).obstacles ?? []).filter(
        ({ reason }) => reason === 'not-followed',
      );
    expect(parts(0).map(({ part }) => part)).toContain(titles[0]);
    expect(parts(1)).toEqual([]);
  });

  it('is no file of data that is named as one', () => {
    const file = (label: string) => [
      home(portalPage(`<a href="/xz/?id=7">${label}</a>`)),
      entry(`${portalUrl}xz/?id=7`, '', { failure: 'not-html', body: null }),
    ];
    const reasons = (label: string) =>
      (judge('proactive-response', file(label)).obstacles ?? []).map(({ reason }) => reason);
    expect(reasons('XLS下载')).not.toContain('not-html');
    expect(reasons('民情快递')).toContain('not-html');
  });

  it('is a column whose own links, not those of the menu, might lead to the thing', () => {
    const menu = '<a href="/a1/">要闻</a><a href="/b1/">公示</a><a href="/c1/">专题</a>';
    const visit = (own: string) => [
      entry(portalUrl, `<title>安和市人民政府</title>${menu}<a href="/hf/">回访</a>`, { home: true, depth: 0 }),
      entry(`${portalUrl}hf/`, `<title>回访</title>${menu}${own}`),
    ];
    const parts = (own: string) => (judge('follow-up', visit(own)).obstacles ?? []).map(({ part }) => part);
    expect(parts('<p>本栏目暂无内容。</p>')).not.toContain('回访');
    expect(parts('<a href="/q/1">一季度</a><a href="/q/2">二季度</a><a href="/q/3">三季度</a>')).toContain('回访');
  });

  it('is a column of dated explanations that nothing names', () => {
    const told = (text: string) => [
      home(portalPage('<a href="/mx/">民心桥</a>')),
      entry(
        `${portalUrl}mx/`,
        portalPage(['01', '02', '03'].map((day) => `<p>${text}（2026-08-${day}）</p>`).join('')),
      ),
    ];
    const long = '办理居住证的市民携带身份证和住址证明到派出所申请，窗口当场受理，十五日内发放证件';
    const reasons = (text: string) => (judge('knowledge-base', told(text)).obstacles ?? []).map(({ reason }) => reason);
    expect(reasons(long)).toContain('not-recognised');
    expect(reasons('办理居住证')).not.toContain('not-recognised');
  });

  it('is a bare page named after the thing whose script asks for data when somebody clicks', () => {
    const visit = (script: string) => [
      home(portalPage('<a href="/qd/">权责清单</a>')),
      entry(`${portalUrl}qd/`, portalPage(`<h2>权责清单</h2><p>请选择单位。</p>${script}`), { label: '权责清单' }),
    ];
    const reasons = (script: string) =>
      (judge('service-lists', visit(script)).obstacles ?? []).map(({ reason, part }) => `${reason} ${part}`);
    const asking = "<script>document.body.onclick=function(){fetch('/data/bills?unit=1')}</script>";
    expect(reasons(asking)).toContain('not-visible 权责清单');
    expect(reasons('<script>var a=1</script>')).not.toContain('not-visible 权责清单');
  });

  it('is a list of dated titles below the hub under a name that tells nothing', () => {
    const item = (title: string, day: number) => `<li><a href="/t/${day}.html">${title}</a> 2026-08-${day}</li>`;
    const visit = (title: string, name = '金点子', from = '<a href="/jdz/">金点子</a>') => [
      home(portalPage('<a href="/hd/">互动交流</a>')),
      entry(`${portalUrl}hd/`, portalPage(`<h2>互动交流</h2>${from}`)),
      entry(
        `${portalUrl}jdz/`,
        portalPage(`<h2>${name}</h2><ul>${Array.from({ length: 12 }, (_, at) => item(title, at + 10)).join('')}</ul>`),
        { label: name, from: `${portalUrl}hd/` },
      ),
    ];
    const reasons = (...of: Parameters<typeof visit>) =>
      (judge('knowledge-base', visit(...of)).obstacles ?? []).map(({ part }) => part);
    expect(reasons('残疾人两项补贴那些事')).toContain('金点子');
    expect(reasons('市领导调研重点项目并召开座谈会')).not.toContain('金点子');
    expect(reasons('残疾人两项补贴那些事', '金点子', '')).not.toContain('金点子');
  });

  it('is a long table whose rows say two things, and no table of headlines with their days', () => {
    const tabled = (cells: (at: number) => string) => [
      home(portalPage('<a href="/mx/">民心桥</a>')),
      entry(
        `${portalUrl}mx/`,
        portalPage(`<table>${Array.from({ length: 12 }, (_, at) => `<tr>${cells(at + 10)}</tr>`).join('')}</table>`),
      ),
    ];
    const reasons = (cells: (at: number) => string) =>
      (judge('disclosure-catalog', tabled(cells)).obstacles ?? []).map(({ reason }) => reason);
    expect(reasons((at) => `<td>说明甲${at}</td><td>内容乙${at}</td><td>备注丙${at}</td>`)).toContain('not-recognised');
    expect(reasons((at) => `<td>市里举行活动${at}</td><td>2026-08-${at}</td>`)).not.toContain('not-recognised');
  });

  const script = entry(`${portalUrl}a/`, '', { failure: 'http-5xx', status: 503, body: null });
  const visits = { nothing: [], 'a dead home page': [home('', { failure: 'dns', body: null })], parts: [box, script] };
  for (const [name, entries] of Object.entries(visits))
    it.each(probes.map(({ id }) => id))(`is named, with its site, by %s after a visit of ${name}`, (id) => {
      const { state, reason, obstacles } = judge(id, entries);
      if (state !== 'unknown') return;
      expect(obstacles?.[0]?.reason).toBe(reason);
      for (const one of obstacles ?? []) expect(one.site !== undefined || one.reason === 'no-site').toBe(true);
    });
});
