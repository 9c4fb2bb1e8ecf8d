import { describe, expect, it } from 'vitest';
import { judgeService, plainPortal, served, service, serviceUrl, withService } from './service-visit.ts';
import { entry, fixture, home, portalPage } from './visit.ts';

const probe = 'cross-region';
const menu = service('<a href="/kstb/">跨省通办</a>');

describe(probe, () => {
  it('reads the total of all zones, whatever its width, and not the number of cases', () => {
    const zone = served('kstb/', fixture('cross-region/pass.html'), probe);
    expect(judgeService(probe, [plainPortal, menu, zone])).toMatchObject({
      state: 'present',
      value: { level: 'working', count: 128, zones: ['跨省通办', '省内通办'], url: `${serviceUrl}kstb/` },
    });
  });

  it.each([
    ['已上线27项', 27],
    ['跨省通办（9项）', 9],
    ['目前可办理 1,205 项', 1205],
    ['通办窗口12个', null],
    ['2024年上线', null],
  ])('reads the number in %s', (line, count) => {
    const zone = served('kstb/', `<title>跨省通办</title><h1>跨省通办专区</h1><p>${line}</p>`, probe);
    expect(judgeService(probe, [plainPortal, menu, zone]).value?.count).toBe(count);
  });

  it('takes no other page of a site called 一网通办 for a zone', () => {
    const bar =
      '<a href="/kstb/">跨省通办</a><a href="/qlqd/">权力清单</a><a href="/sx/">事项</a><a href="/jd/">进度</a>';
    const page = (title: string, body: string): string =>
      `<title>${title}-安和一网通办</title><div>${bar}</div>${body}`;
    const zone = served('kstb/', page('跨省通办', '<p>跨省通办事项42项</p>'), probe);
    const other = served(
      'qlqd/',
      page('权力清单', '<h2>安和市权力清单</h2><p>共100项</p><p>事项名称</p>'),
      'power-list',
    );
    expect(judgeService(probe, [plainPortal, menu, zone, other]).value).toMatchObject({ count: 42 });
  });

  it('counts the services of a zone that states no number', () => {
    const matters = ['结婚登记', '户口迁移', '失业登记', '护照换发', '异地就医备案', '医保关系转移'];
    const count = (body: string) =>
      judgeService(probe, [plainPortal, menu, served('kstb/', `<title>跨省通办</title>${body}`, probe)]).value?.count;
    expect(count(`<p>合作区域：甲市</p>${matters.map((name) => `<p>${name}</p>`).join('')}`)).toBe(6);
    const row = (name: string, at: number) => `<tr><td>${at + 1}</td><td>${name}</td><td>全程网办</td></tr>`;
    expect(count(`<table><tr><th>序号</th><th>事项</th><th>方式</th></tr>${matters.map(row).join('')}</table>`)).toBe(
      6,
    );
    expect(
      count(
        matters
          .slice(0, 3)
          .map((name) => `<p>${name}</p>`)
          .join(''),
      ),
    ).toBeNull();
    expect(count(['张三', '李四', '王五', '赵六', '陈七'].map((name) => `<p>${name}</p>`).join(''))).toBeNull();
    expect(count(`${matters.map((name) => `<p>${name}</p>`).join('')}<a href="/kstb/2.html">下一页</a>`)).toBeNull();
  });

  it('adds up zones that stand side by side, but not a zone to the page that lists it', () => {
    const both = service('<a href="/a/">跨省通办</a><a href="/b/">川渝通办</a>');
    const one = served('a/', '<title>跨省通办</title><p>共30项</p>', probe);
    const other = served('b/', '<title>川渝通办</title><p>服务事项 12 项</p>', probe);
    expect(judgeService(probe, [plainPortal, both, one, other]).value).toMatchObject({ count: 42 });
    const nested = served('b/', '<title>川渝通办</title><p>服务事项 12 项</p>', probe, { from: `${serviceUrl}a/` });
    expect(judgeService(probe, [plainPortal, both, one, nested]).value).toMatchObject({ count: 30 });
  });

  it('keeps presence apart from a number that was not seen', () => {
    const silent = served('kstb/', '<title>跨省通办</title><p>请选择要办理的地区。</p>', probe);
    expect(judgeService(probe, [plainPortal, menu, silent]).value).toMatchObject({ level: 'reachable', count: null });
    const dead = served('kstb/', '', probe, { failure: 'timeout-body', status: null, body: null });
    expect(judgeService(probe, [plainPortal, menu, dead])).toMatchObject({
      state: 'present',
      value: { level: 'linked', count: null },
    });
  });

  it('takes no article about the policy for a zone', () => {
    const news = service(
      '<ul><li><a href="/art/1.html">一图读懂：关于加快推进政务服务“跨省通办”的指导意见</a></li></ul>',
    );
    const article = served('art/1.html', fixture('cross-region/fail.html'), 'notice');
    expect(judgeService(probe, [plainPortal, news, article]).state).toBe('absent');
  });

  it('says absent only of a platform that is the government’s own and was read', () => {
    expect(judgeService(probe, [plainPortal, service('<p>欢迎</p>')]).state).toBe('absent');
    expect(judgeService(probe, [plainPortal])).toMatchObject({ state: 'unknown', reason: 'budget' });
    const walled = service('', { failure: 'blocked', status: 412, body: null });
    expect(judgeService(probe, [plainPortal, walled])).toMatchObject({ state: 'unknown', reason: 'blocked' });
  });

  it('does not credit a city with what another city shows beside it', () => {
    const host = 'http://zwfw.province.gov.cn/';
    const url = `${host}ah/`;
    const government = {
      ...withService,
      sites: { ...withService.sites, service: { url, confidence: 'province' as const } },
    };
    const page = (path: string, title: string, body: string, from: string | null) =>
      entry(`${host}${path}`, `<title>${title}</title><h2>${title}</h2>${body}`, {
        site: 'service',
        from,
        home: from === null,
        depth: from === null ? 0 : 1,
        intents: title === '跨省通办' ? [probe] : [],
      });
    const front = page(
      'ah/',
      '安和市政务服务网',
      '<p>安和市</p><a href="/city.html">切换区域</a><a href="/kt/">通办</a>',
      null,
    );
    const choice = page('city.html', '切换区域', '<a href="/yl/">永乐市</a>', url);
    const count = (path: string): unknown => {
      const zone = page(path, '跨省通办', '<p>跨省通办 300 项</p>', `${host}city.html`);
      return judgeService(probe, [plainPortal, front, choice, zone], government).value?.count ?? null;
    };
    expect(count('yl/')).toBeNull();
    expect(count('kstb/')).toBe(300);
  });

  it('does not credit a city with what its province shows', () => {
    const url = 'http://zwfw.province.gov.cn/';
    const government = {
      ...withService,
      sites: { ...withService.sites, service: { url, confidence: 'province' as const } },
    };
    const province =
      '<title>某省政务服务网</title><div class="header"><a href="/kstb/">跨省通办</a></div><div class="main"><p>省级部门</p><p>服务</p></div><div class="footer"><p>某省</p></div>';
    const front = entry(url, province, { site: 'service', home: true, depth: 0 });
    const zone = entry(`${url}kstb/`, '<title>跨省通办</title><p>通办事项 500 项</p>', {
      site: 'service',
      intents: [probe],
      from: url,
    });
    expect(judgeService(probe, [plainPortal, front, zone], government).state).toBe('unknown');
    const portal = home(portalPage(`<a href="${url}?region=410900">政务服务网</a>`));
    const own = entry(
      `${url}?region=410900`,
      province.replace('省级部门', '安和市（市级）').replace('/kstb/', '/kstb/?region=410900'),
      { site: 'service', intents: ['service-hall'], from: 'http://www.anhe.gov.cn/' },
    );
    const ownZone = entry(`${url}kstb/?region=410900`, '<title>跨省通办</title><p>通办事项 61 项</p>', {
      site: 'service',
      intents: [probe],
      from: `${url}?region=410900`,
    });
    expect(judgeService(probe, [portal, front, zone, own, ownZone], government).value).toMatchObject({ count: 61 });
  });

  it('lives with empty and hostile pages', () => {
    expect(judgeService(probe, []).state).toBe('unknown');
    const hostile = served(
      'kstb/',
      `<title>跨省通办</title><p>事项数：${'9'.repeat(300)}项</p><p>${'通办事项'.repeat(5000)}</p>`,
      probe,
    );
    expect(['present', 'unknown']).toContain(judgeService(probe, [plainPortal, menu, hostile]).state);
  });
});
