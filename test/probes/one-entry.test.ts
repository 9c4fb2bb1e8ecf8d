import { describe, expect, it } from 'vitest';
import type { Government } from '../../src/model/government.ts';
import { judgeService, plainPortal, served, service, servicePage, serviceUrl, withService } from './service-visit.ts';
import { type Entry, entry, fixture, home, judge, portalPage } from './visit.ts';

const probe = 'one-entry';
const login = service('<a href="/login/">登录</a>');
const form = '<form method="post"><input name="u"><input type="password" name="p"></form>';

describe(probe, () => {
  it('sees one account for all sites on the log-in page', () => {
    const page = served('login/', fixture('one-entry/pass.html'), 'login');
    expect(judgeService(probe, [plainPortal, login, page])).toMatchObject({
      state: 'present',
      value: { level: 'working', account: true, channels: [] },
    });
  });

  it.each([
    ['本站账户与政务服务网账户互认', 'working'],
    ['使用相同的账号登录门户网站和办事大厅', 'working'],
    ['同一帐号可登录门户和政务服务网', 'working'],
    ['注册一次即可使用各平台', 'working'],
    ['两个平台的账号不互通', null],
    ['忘记账号？账号格式统一为手机号', null],
  ])('reads from the sentence %s: %s', (sentence, level) => {
    const page = served('login/', `<title>用户登录</title><p>安和市</p><p>${sentence}</p>${form}`, 'login');
    const { value } = judgeService(probe, [plainPortal, login, page]);
    expect((value as { level?: string } | null)?.level ?? null).toBe(level);
  });

  it('reads the sentence on a front page, but no headline', () => {
    const sentence = '一个账号在门户网站、政务服务网通用。';
    const page = served('login/', `<title>用户登录</title><p>安和市</p>${form}`, 'login');
    const told = (line: string): unknown =>
      judgeService(probe, [plainPortal, service(`<a href="/login/">登录</a>${line}`), page]).value;
    expect(told(`<p>${sentence}</p>`)).toMatchObject({ account: true, level: 'working' });
    expect(told(`<a href="/art/1.html">${sentence}</a>`)).toMatchObject({ account: false });
    expect(told('<p>两个平台的账号不互通</p>')).toMatchObject({ account: false });
  });

  it('sees it, too, where both sites lead to the same log-in', () => {
    const sso = 'https://tysfrz.province.gov.cn/auth/';
    const portal = home(portalPage(`<a href="${sso}">登录</a>`));
    const platform = service(`<a href="${sso}">登录</a>`);
    const page = entry(sso, `<title>用户登录</title><p>安和市</p>${form}`, {
      site: 'service',
      intents: ['login'],
      from: serviceUrl,
    });
    expect(judgeService(probe, [portal, platform, page]).value).toMatchObject({ account: true, level: 'working' });
    expect(judgeService(probe, [plainPortal, platform, page])).toMatchObject({ state: 'absent' });
  });

  it('grades channels without a shared account by what opens', () => {
    const platform = service(
      '<a href="/login/">登录</a><a href="/app/">手机APP</a><a href="/xcx/">微信小程序</a><a href="/wx/">微信公众号</a>',
    );
    const denied = served('login/', fixture('one-entry/fail.html'), 'login');
    expect(judgeService(probe, [plainPortal, platform, denied]).value).toEqual({
      level: 'linked',
      account: false,
      channels: ['app', 'mini', 'wechat'],
    });
    const app = served('app/', servicePage('<p>扫描二维码下载客户端</p>'), 'mobile-app');
    expect(judgeService(probe, [plainPortal, platform, denied, app]).value).toMatchObject({ level: 'reachable' });
  });

  it('leaves the level open while the log-in page is not read', () => {
    const platform = service('<a href="/login/">登录</a><a href="/xcx/">小程序</a>');
    const down = served('login/', '', 'login', { failure: 'timeout-body', status: null, body: null });
    expect(judgeService(probe, [plainPortal, platform, down]).value).toEqual({
      level: null,
      account: null,
      channels: ['mini'],
    });
    expect(judgeService(probe, [plainPortal, login, down])).toMatchObject({ state: 'unknown', reason: 'timeout-body' });
  });

  it('takes shares, news and mobile pages for no channel', () => {
    const platform = service(
      '<a href="/login/">登录</a><a href="/s/">分享到微信</a><a href="/m/">手机版</a><ul><li><a href="/1.html">安和市召开统一身份认证工作推进会，部署掌上办</a></li></ul>',
    );
    const denied = served('login/', fixture('one-entry/fail.html'), 'login');
    expect(judgeService(probe, [plainPortal, platform, denied])).toMatchObject({ state: 'absent' });
  });

  it('sees the channel that a short page of its own names', () => {
    const denied = served('login/', fixture('one-entry/fail.html'), 'login');
    const platform = service('<a href="/login/">登录</a><a href="/sj/">口袋安和</a>');
    const note = (text: string) => served('sj/', servicePage(`<p>${text}</p>`), '');
    expect(judgeService(probe, [plainPortal, platform, denied, note('请下载手机客户端，可办理事项。')]).value).toEqual({
      level: 'reachable',
      account: false,
      channels: ['app'],
    });
    for (const text of ['请到窗口办理。', `下载手机客户端。${'请到窗口办理。'.repeat(100)}`])
      expect(judgeService(probe, [plainPortal, platform, denied, note(text)]).state).toBe('absent');
  });

  it('takes the channels on the front page of the province for none of the city', () => {
    const url = 'http://zwfw.some.gov.cn/';
    const shared: Government = {
      ...withService,
      sites: { ...withService.sites, service: { url: `${url}?area=anhe`, confidence: 'province' } },
    };
    const denied = entry(`${url}login/`, fixture('one-entry/fail.html'), {
      site: 'service',
      intents: ['login'],
      from: `${url}?area=anhe`,
    });
    const front = (query: string, body: string): Entry =>
      entry(`${url}${query}`, `<title>政务服务网</title><p>${body}</p><a href="/login/">登录</a>`, {
        home: true,
        depth: 0,
        site: 'service',
      });
    const found = judge(probe, [plainPortal, front('?area=anhe', '安和市'), front('', '关注官方微信'), denied], {
      government: shared,
    });
    expect(found.value?.channels ?? []).toEqual([]);
    const mine = judge(probe, [plainPortal, front('?area=anhe', '安和市</p><p>关注官方微信'), denied], {
      government: shared,
    });
    expect(mine.value?.channels).toEqual(['wechat']);
  });

  it('is unknown while either site was not read', () => {
    expect(judgeService(probe, [plainPortal]).state).toBe('unknown');
    expect(judgeService(probe, [service('<p>欢迎</p>')]).state).toBe('unknown');
    expect(judgeService(probe, []).state).toBe('unknown');
  });
});
