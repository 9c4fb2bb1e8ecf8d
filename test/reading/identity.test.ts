import { describe, expect, it } from 'vitest';
import type { Capture } from '../../src/model/capture.ts';
import type { Government } from '../../src/model/government.ts';
import { identityOf } from '../../src/reading/identity.ts';
import { makeSeen } from '../../src/reading/seen.ts';
import { town } from '../probes/captures.ts';
import { knowledge } from '../probes/knowledge.ts';
import { type Entry, entry, home, portalPage, portalUrl } from '../probes/visit.ts';
import { pageOf } from './kinds/read.ts';

const elsewhere: Government = {
  ...town,
  sites: { portal: { url: 'http://www.ah.gov.cn/', confidence: 'high' } },
  pinyin: 'anhe',
};
const identity = (html: string, change: Partial<Capture> = {}, government = town) =>
  identityOf(pageOf(html, { url: portalUrl, home: true, ...change }), government, 'portal', knowledge());
const coverageOf = (...entries: Entry[]) =>
  makeSeen(
    { government: town, knowledge: knowledge(), entries, unread: {} },
    { id: 'any', sites: ['portal'] },
  ).coverage('portal');
const other = (html: string) => html.replaceAll('安和', '平湖');
const mobile =
  '<html><head><title>安和市人民政府</title></head><body><a href="/m/">手机版</a><a href="/pc/index.html">电脑版</a></body></html>';
const choice =
  '<html><head><title>安和市人民政府</title></head><body><a href="/en/">English</a><a href="/zh/">中文版</a></body></html>';
const splash =
  '<html><head><title>安和市人民政府</title></head><body><a href="http://beian.miit.gov.cn/">ICP备案</a><a href="/portal/"><img src="a.jpg"></a></body></html>';
const moved =
  '<html><head><title>提示</title></head><body><p>本网站已迁移至新网址，请访问</p><a href="http://www.anhe-new.gov.cn/">http://www.anhe-new.gov.cn</a></body></html>';
const nginx =
  '<html><head><title>Welcome to nginx!</title></head><body><h1>Welcome to nginx!</h1><a href="http://nginx.org/">nginx.org</a></body></html>';

describe('identityOf', () => {
  it('knows a home page', () => {
    expect(identity(portalPage('<p>今日</p>'))).toEqual({ verdict: 'home', wayIn: null, words: [] });
    expect(
      identity(
        '<html><head><title>x</title></head><body><div id="app"></div><script src="a.js"></script></body></html>',
      ).verdict,
    ).toBe('home');
  });
  it.each([
    [choice, '/zh/'],
    [splash, '/portal/'],
    [mobile, '/pc/index.html'],
    ['<html><title>a</title><body><map><area href="/index_1.html" alt=""></map></body></html>', '/index_1.html'],
    [
      '<html><body><a href="/old/">旧版网站</a><a href="/new/">进入新版网站</a><a href="/wza/">无障碍</a></body></html>',
      '/new/',
    ],
  ])('finds the way in %#', (html, path) => {
    const { verdict, wayIn } = identity(html);
    expect(verdict).toBe('way-in');
    expect(wayIn?.url).toBe(new URL(path, portalUrl).href);
  });
  it('follows a site that moved, and no other link of a notice', () => {
    expect(identity(moved)).toMatchObject({ verdict: 'notice', wayIn: { url: 'http://www.anhe-new.gov.cn/' } });
    expect(identity(nginx)).toMatchObject({ verdict: 'notice', wayIn: null });
    expect(
      identity('<html><title>404</title><body><p>您访问的页面不存在</p><a href="/">返回首页</a></body></html>').verdict,
    ).toBe('notice');
  });
  it('takes a page of two links for no portal', () =>
    expect(
      identity(
        '<html><title>安和市</title><body><p>欢迎浏览</p><a href="/a/">甲栏目内容</a><a href="/b/">乙栏目内容</a></body></html>',
      ).verdict,
    ).toBe('notice'));
  it('tells a stranger by another name, and does not blame a page that has the name anywhere', () => {
    const strange = { url: 'http://www.ah.gov.cn/' };
    expect(identity(other(portalPage('<p>今日</p>')), strange, elsewhere).verdict).toBe('foreign');
    expect(identity(other(portalPage('<p>今日</p>')).replace('今日', '安和'), strange, elsewhere).verdict).toBe('home');
    expect(
      identity(
        other(portalPage('<p>今日</p>')).replace(
          '<meta charset',
          '<meta name="SiteIDCode" content="4109000001"><meta charset',
        ),
        strange,
        elsewhere,
      ).verdict,
    ).toBe('home');
    expect(identity(other(portalPage('<p>今日</p>')), { url: 'http://www.anhe.gov.cn/' }, elsewhere).verdict).toBe(
      'home',
    );
    const shop = `<html><title>在线娱乐</title><body>${Array.from({ length: 30 }, (_, n) => `<a href="/p${n}">热门游戏推荐${n}</a>`).join('<br>')}<p>${'注册即送彩金，全天在线。'.repeat(20)}</p></body></html>`;
    expect(identity(shop, strange, elsewhere).verdict).toBe('foreign');
  });
  it.each(['锟斤拷锟斤拷', '\ufffd\ufffd\ufffd\ufffd\ufffd', '鏀垮簻缃戠珯'])('cannot read %s', (text) =>
    expect(identity(portalPage(`<p>${text}</p>`)).verdict).toBe('unreadable'),
  );
  it('reads titles that were cut in the midst of a character', () =>
    expect(
      identity(
        portalPage('<li>关于加强农\ufffd</li><li>关于召开会\ufffd</li><li>通知公\ufffd</li><li>市场监\ufffd</li>'),
      ).verdict,
    ).toBe('home'));
  it('does not go on from a page that was cut', () =>
    expect(identity(portalPage('<p>今日</p>').replace('</body></html>', '')).verdict).toBe('cut'));
  it.each(['', '<', '<a href="/x">', '\u0000'])('says something of %j', (html) =>
    expect(() => identity(html)).not.toThrow(),
  );
});

describe('coverage', () => {
  it('is unseen behind a notice, with the page to blame', () => {
    const notice = home(nginx);
    expect(coverageOf(notice)).toMatchObject({
      state: 'unseen',
      reason: 'not-portal',
      obstacle: { reason: 'not-portal', site: 'portal', url: portalUrl, capture: notice.capture.id },
    });
  });
  it('is that of the page behind the entry page', () => {
    const real = entry(`${portalUrl}portal/`, portalPage('<p>今日</p>'), { home: true, depth: 0 });
    expect(coverageOf(home(splash), real)).toMatchObject({ state: 'seen' });
    const dead = entry(`${portalUrl}portal/`, '', { home: true, depth: 0, failure: 'timeout-first-byte', body: null });
    expect(coverageOf(home(splash), dead)).toMatchObject({ state: 'unseen', reason: 'timeout-first-byte' });
  });
  it('names damaged text and cut pages', () => {
    expect(coverageOf(home(portalPage('<p>锟斤拷锟斤拷</p>'))).reason).toBe('text-unreadable');
    expect(coverageOf(home(portalPage('<p>今日</p>').replace('</body></html>', ''))).reason).toBe('page-cut');
  });
});
