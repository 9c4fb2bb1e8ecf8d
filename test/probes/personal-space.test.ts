import { describe, expect, it } from 'vitest';
import type { Government } from '../../src/model/government.ts';
import { town } from './captures.ts';
import { type Entry, entry, home, judge, portalPage, portalUrl } from './visit.ts';

const probe = 'personal-space';
const serviceUrl = 'http://zwfw.anhe.gov.cn/';
const served: Government = { ...town, sites: { ...town.sites, service: { url: serviceUrl, confidence: 'high' } } };
const portal = home(portalPage('<p>欢迎。</p>'));

const service = (body: string, url = serviceUrl): Entry =>
  entry(url, portalPage(body).replace('安和市人民政府', '安和市政务服务网'), { site: 'service', home: true, depth: 0 });
const page = (path: string, intent: string, change: Parameters<typeof entry>[2] = {}): Entry =>
  entry(`${serviceUrl}${path}`, portalPage('<form><input name="user"><input type="password" name="pwd"></form>'), {
    site: 'service',
    intents: [intent],
    ...change,
  });
const see = (entries: readonly Entry[], government = served) => judge(probe, entries, { government });

describe(probe, () => {
  it('pass: spaces of persons and enterprises, subscription and push', () => {
    const body =
      '<a href="/grkj/">个人空间</a><a href="/qykj/">企业专属空间</a><a href="/wddy/">我的订阅</a><a href="/zcts/">精准推送</a>';
    const pages = [
      page('grkj/', 'personal-space'),
      page('qykj/', 'enterprise-space'),
      page('wddy/', 'subscribe'),
      page('zcts/', 'push'),
    ];
    expect(see([portal, service(body), ...pages])).toMatchObject({
      state: 'present',
      value: { level: 'reachable', found: ['personal', 'enterprise', 'subscribe', 'push'] },
    });
    expect(see([...pages, service(body), portal])).toEqual(see([portal, service(body), ...pages]));
  });
  it('half: each thing by its own name', () => {
    const only = (label: string, path: string, intent: string): unknown =>
      see([portal, service(`<a href="/${path}">${label}</a>`), page(path, intent)]).value?.found;
    expect(only('法人专属空间', 'qykj/', 'enterprise-space')).toEqual(['enterprise']);
    expect(only('我的订阅', 'wddy/', 'subscribe')).toEqual(['subscribe']);
    expect(only('市民个人空间', 'grkj/', 'personal-space')).toEqual(['personal']);
    expect(only('政策推送', 'zcts/', 'push')).toEqual(['push']);
  });
  it('fail: a query by number named like an own page needs no account', () => {
    const query = entry(`${serviceUrl}my/`, portalPage('<form><label>受理编号</label><input name="bh"></form>'), {
      site: 'service',
      label: '看我的事',
    });
    expect(see([portal, service('<a href="/my/">看我的事</a>'), query]).state).not.toBe('present');
    const space = entry(`${serviceUrl}my/`, portalPage('<p>请登录后查看</p>'), { site: 'service', label: '看我的事' });
    expect(see([portal, service('<a href="/my/">看我的事</a>'), space]).state).toBe('present');
  });
  it('half: a space that its page shows is no doubt about the other three', () => {
    const own = entry(
      `${serviceUrl}grkj/`,
      portalPage('<h2>个人空间</h2><ul><li>我的办件</li><li>我的收藏</li><li>我的咨询</li></ul>').replace(
        /<title>[^<]*/u,
        '<title>个人空间',
      ),
      { site: 'service', intents: ['personal-space'], label: '个人空间' },
    );
    const more = entry(
      own.capture.url.replace('grkj', 'kj2'),
      portalPage('<p>个人空间</p><p>我的办件 我的收藏 我的咨询</p>'),
      {
        site: 'service',
        label: '个人空间',
      },
    );
    const found = see([portal, service('<a href="/grkj/">个人空间</a><a href="/kj2/">个人空间</a>'), own, more]);
    expect(found.value).toMatchObject({ found: ['personal'], seen: ['personal'] });
  });
  it('half: an entry that was not followed is linked', () => {
    expect(see([portal, service('<a href="/grkj/">个人中心</a>')])).toMatchObject({
      state: 'present',
      value: { level: 'linked', seen: ['personal'] },
    });
  });
  it('fail: news and neighbours are none', () => {
    const body =
      '<a href="/a/1">外地动态：惠企政策精准推送到企业</a><a href="/a/2">报刊订阅工作通知</a><a href="/a/3">我的办件</a><a href="/wx">微信订阅号</a>';
    expect(see([portal, service(body)])).toMatchObject({ state: 'absent', value: { found: [] } });
  });
  it('fail: an entry whose page is gone offers nothing', () => {
    const gone = page('grkj/', 'personal-space', { failure: 'http-4xx', status: 404, body: null });
    expect(see([portal, service('<a href="/grkj/">个人中心</a>'), gone]).state).not.toBe('present');
  });
  it("fail: what the province's host shows without the city is not the city's", () => {
    const url = 'http://zwfw.some.gov.cn/';
    const shared: Government = { ...town, sites: { ...town.sites, service: { url, confidence: 'province' } } };
    const body = '<html><head><title>某省政务服务网</title></head><body><a href="/grkj/">个人空间</a></body></html>';
    const province = entry(url, body, { site: 'service', home: true, depth: 0 });
    expect(see([portal, province], shared).state).toBe('unknown');
  });
  it('unknown: a service platform that did not open', () => {
    const closed = entry(serviceUrl, '', { site: 'service', home: true, depth: 0, failure: 'reset', body: null });
    expect(see([portal, closed])).toMatchObject({ state: 'unknown', reason: 'reset' });
    const there = home(portalPage('<a href="/grkj/">个人中心</a>'));
    const opened = entry(`${portalUrl}grkj/`, portalPage('<p>登录</p>'), { intents: ['personal-space'] });
    expect(see([there, opened, closed])).toMatchObject({
      state: 'present',
      value: { found: null, seen: ['personal'] },
    });
    expect(judge(probe, [])).toMatchObject({ state: 'unknown' });
  });
});
