import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../../src/model/capture.ts';
import { layoutParts } from '../../src/reading/layout-parts.ts';
import { matchLink } from '../../src/reading/match-link.ts';
import type { Page } from '../../src/reading/page.ts';
import { rankLinks } from '../../src/reading/rank-links.ts';
import { readPage } from '../../src/reading/read-page.ts';
import { recognizeWall } from '../../src/reading/walls.ts';
import { capture } from '../probes/captures.ts';
import { knowledge } from '../probes/knowledge.ts';
import { portalPage } from '../probes/visit.ts';
import { threadTime } from '../thread-time.ts';

const url = 'http://www.anhe.gov.cn/';
const read = (html: string, change: Partial<Capture> = {}): Page =>
  readPage(capture({ url, ...change }), html, knowledge());
const labels = (html: string): string[] => read(html).links.map((link) => `${link.labelFrom}:${link.label}`);

describe('labels', () => {
  it.each([
    ['<a href="/a"> 智能 <b>问答</b></a>', 'text:智能 问答'],
    ['<a href="/a" title="智能问答"></a>', 'title:智能问答'],
    ['<a href="/a" aria-label="智能问答"><i></i></a>', 'aria:智能问答'],
    ['<a href="/a"><img src="x.png" alt="智能问答"></a>', 'alt:智能问答'],
    ['<dl><dt><a href="/a"></a></dt><dd><p>智能问答</p></dd></dl>', 'near:智能问答'],
    ['<li><span>智能问答</span><a href="/a"><img src="x.png"></a></li>', 'near:智能问答'],
    ['<h3>智能问答</h3><a href="/a">更多&gt;&gt;</a>', 'text:更多>>'],
    ['<div><h3>智能问答</h3><a href="/a">更多&gt;&gt;</a></div>', 'near:智能问答'],
    ['<area href="/a" alt="智能问答">', 'alt:智能问答'],
    ['<span onclick="window.open(\'/a\')">智能问答</span>', 'text:智能问答'],
  ])('%s', (html, label) => expect(labels(html)[0]).toBe(label));

  it('gives each icon its own caption', () => {
    const html =
      '<ul><li><a href="/a"><img src="1.png"></a><p>甲</p></li><li><a href="/b"><img src="2.png"></a><p>乙</p></li></ul>';
    expect(labels(html)).toEqual(['near:甲', 'near:乙']);
  });
});

describe('readPage', () => {
  it('reads text by block, without scripts, comments and hidden elements', () => {
    const page = read(
      '<p>一 <b>二</b></p><!-- 三 --><p hidden>四</p><div style="display:none">五</div><noscript>六</noscript><template>七</template><script>八</script><li>九</li>',
    );
    expect(page.text).toBe('一 二\n九');
  });
  it('keeps menus that only a class hides and sets apart what the markup hides', () => {
    const page = read('<ul class="hide"><a href="/a">甲</a></ul><ul style="display: none"><a href="/b">乙</a></ul>');
    expect(page.links.map((link) => link.label)).toEqual(['甲']);
    expect(page.hiddenLinks.map((link) => link.label)).toEqual(['乙']);
  });
  it('reads what scripts write: statements, template strings, escapes, names beside addresses', () => {
    const source = [
      `document.write('<a href=\\'/a/\\'>甲<\\/a>'); // document.write('<a href="/x/">没有</a>')`,
      'el.innerHTML = `<a href="/b/${id}">\\u4e59</a>`;',
      'var menu = [{name: "丙", url: "/c/index.html"}];',
      `document.write("<form action='" + base + "/s'>" + "<input name='q'></form>");`,
    ].join('\n');
    const page = read(source, { role: 'script', url: `${url}js/header.js`, from: url });
    expect(page.links.map((link) => `${link.label} ${link.url}`)).toEqual([
      '甲 http://www.anhe.gov.cn/a/',
      '乙 http://www.anhe.gov.cn/b/',
      '丙 http://www.anhe.gov.cn/c/index.html',
    ]);
    expect(page.forms[0]?.fields[0]?.name).toBe('q');
    expect(page.links.every((link) => link.via === 'script')).toBe(true);
  });
  it('reads regions, meta and tables', () => {
    const page = read(
      '<META content="4109000001" name="SiteIDCode"><div class="top_box"><a href="/a">甲</a></div><footer><a href="/b">乙</a></footer><table><tr><th>名称</th><th>数</th></tr><tr><td>子</td><td>1</td></tr></table>',
    );
    expect(page.meta.siteidcode).toBe('4109000001');
    expect(page.links.map((link) => link.region)).toEqual(['header', 'footer']);
    expect(page.tables).toEqual([{ headers: ['名称', '数'], rows: [['子', '1']] }]);
  });
  it('reads what a written script writes', () => {
    const source = `document.write('<div id="s"><script>s.innerHTML=\\'<form action="/so/s"><input name="qt"></form>\\';<\\/script></div>')`;
    expect(read(source, { role: 'script', url: `${url}js/head.js`, from: url }).forms[0]?.action).toBe(`${url}so/s`);
  });
  it('reads JSON menus', () => {
    const page = read('{"list":[{"name":"智能问答","url":"/znwd/"}]}', {
      headers: { 'content-type': 'application/json' },
    });
    expect(page.links[0]).toMatchObject({ label: '智能问答', url: 'http://www.anhe.gov.cn/znwd/' });
  });
  it('knows shells', () => {
    expect(read('<div id="app"></div><script src="/app.js"></script>').shell).toBe(true);
    expect(read(portalPage('<p>正文</p>')).shell).toBe(false);
  });
  it.each([
    ['deep nesting', '<div>'.repeat(60_000)],
    ['one long line', `<p>${'数'.repeat(3_000_000)}</p>`],
    ['unclosed quotes', '<a href="x'.repeat(20_000)],
    ['many attributes', `<a ${Array.from({ length: 20_000 }, (_, at) => `a${at}=1`).join(' ')}>x</a>`],
    ['script without end', `<script>${'"\\'.repeat(100_000)}`],
    ['template strings', `<script>\`${'${'.repeat(50_000)}</script>`],
    ['open brackets', '<!--'.repeat(50_000)],
    ['nothing', ''],
  ])('survives %s', (_, html) => {
    const start = threadTime();
    expect(typeof read(html).text).toBe('string');
    expect(threadTime() - start).toBeLessThan(5000);
  });
  it('never throws', () => {
    const piece = fc.constantFrom(
      '<a href=',
      '"',
      "'",
      '>',
      '</a>',
      '<script>',
      '</script>',
      '<form',
      '<input ',
      '`',
      '${',
      '\\',
      '<table><tr>',
      '</table>',
      '{',
      '}',
      '数据',
      '<!--',
      '-->',
      '&#x110000;',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 60 }),
        fc.constantFrom('page', 'script', 'frame', 'data'),
        (parts, role) => {
          const page = read(parts.join(''), { role });
          layoutParts(page, knowledge());
          rankLinks(page, [...knowledge().intents.keys()], knowledge(), 20);
        },
      ),
    );
  });
});

describe('matchLink', () => {
  const match = (label: string, href: string, intent: string) => {
    const [link] = read(`<a href="${href}">${label}</a>`).links;
    const rule = knowledge().intents.get(intent);
    return link && rule ? matchLink(link, rule, knowledge()) : null;
  };
  it.each([
    ['隐 私 声 明', '/x/', 'privacy', 'label'],
    ['《隐私政策》', '/x/', 'privacy', 'label'],
    ['', '/gywz/yssm/index.html', 'privacy', 'slug'],
    ['', 'http://fw.example.cn/api-gateway/jpaas-robot-web-server/index?robotId=1', 'qa', 'vendor'],
    ['政务机器人', '/x/', 'qa', 'label'],
    ['FAQs', '/x/', 'knowledge-base', 'label'],
    ['Privacy and data policy', '/x/', 'privacy', 'label'],
    ['小安机器人入口', '/x/', 'qa', 'label'],
    ['机器人问答', '/x/', 'qa', 'label'],
    ['数字人', '/x/', 'qa', 'label'],
  ])('%s %s is an entry of %s', (label, href, intent, by) => expect(match(label, href, intent)?.by).toBe(by));
  it.each([
    ['市网信办通报十款应用隐私政策问题', '/x/1.html', 'privacy'],
    ['隐私政策调查 2026-03-04', '/x/1.html', 'privacy'],
    ['在线客服', 'http://wpa.qq.com/msgrd?uin=1', 'qa'],
    ['机器人密码', '/x/', 'qa'],
    ['FAQ on the Licenses', '/x/', 'knowledge-base'],
    ['Happy Users', '/x/', 'mobile-app'],
    ['Research', '/x/', 'search'],
    ['机器人产业', '/x/', 'qa'],
    ['数字人才', '/x/', 'qa'],
    ['', '/jrobot/search.do?webid=1', 'qa'],
    ['联系我们', '/yssm/lxwm/zz/a.html', 'privacy'],
  ])('%s %s is none of %s', (label, href, intent) => expect(match(label, href, intent)).toBeNull());
  it('ranks entries and keeps to the limit', () => {
    const page = read(portalPage('<a href="/znwd/">智能问答</a><a href="/wzdt/">网站地图</a><a href="/n/">新闻</a>'));
    expect(rankLinks(page, ['site-map', 'qa'], knowledge(), 1).map(({ intent }) => intent)).toEqual(['qa']);
    expect(rankLinks(page, ['site-map', 'qa'], knowledge(), 9)).toHaveLength(2);
  });
});

describe('layoutParts', () => {
  it('names header scripts, frames and mounted scripts of the same site, and no libraries', () => {
    const page = read(
      '<script src="/js/jquery.header.min.js"></script><script src="http://cdn.example.com/header.js"></script><script src="/js/header.js"></script><div><script src="/static/1708.js"></script></div><iframe src="/columns/1/"></iframe><iframe src="/visit.jsp" width="0"></iframe><p>正文</p>',
    );
    expect(
      layoutParts(page, knowledge())
        .map((part) => `${part.role} ${new URL(part.url).pathname}`)
        .sort(),
    ).toEqual(['frame /columns/1/', 'script /js/header.js', 'script /static/1708.js']);
  });
  it('names fragments that a script loads', () => {
    const script = read("$('#header').load('/inc/header.inc.html')", {
      role: 'script',
      url: `${url}js/common.js`,
      from: url,
    });
    expect(layoutParts(script, knowledge())).toEqual([
      { url: `${url}inc/header.inc.html`, role: 'frame', needed: true },
    ]);
  });
});

describe('recognizeWall', () => {
  const wall = (status: number, text: string, headers: Record<string, string> = {}) =>
    recognizeWall({ status, headers, text, bytes: text.length }, knowledge());
  it.each([
    ['jsl', 521, '', {}],
    ['jsl', 200, "<script>document.cookie=('_')+('_')+('j')+('s');location.href=location.pathname</script>", {}],
    ['ruishu', 412, "<meta id='x' content='y' r='m'>", {}],
    ['ruishu', 202, "<script r='m'>$_ts=window['$_ts'];if(!$_ts)$_ts={};</script>", {}],
    ['aliyun-waf', 200, `<script>var arg1='${'A1'.repeat(20)}';</script>`, {}],
    ['aliyun-waf', 405, 'x', { 'set-cookie': 'acw_tc=1' }],
    ['generic-wall', 403, '<title>请求被拦截</title>', {}],
  ])('%s %s', (vendor, status, text, headers) => expect(wall(status, text, headers)?.vendor).toBe(vendor));
  it.each([
    [200, portalPage('<p>全市防火墙建设</p>')],
    [404, '<title>404</title>页面不存在'],
    [403, '<h1>403 Forbidden</h1>'],
    [500, 'error'],
    [200, ''],
    // Fingerprints in longer words.
    [403, '<meta http-equiv="Content-Security-Policy" content="x"><h1>403</h1>'],
    [200, '<div class="content-section">欢迎</div>'],
    [403, '<p class="eventids">403</p>'],
    // Names of security firms in running text.
    [200, '<p>我市与绿盟科技、安恒信息、长亭科技签订合作协议</p>'],
    [200, `<p>${'我市举办网络安全宣传周，腾讯云WAF防火墙参展。'.repeat(30)}</p>`],
    // A guard's script on a page of the site.
    [200, `<script>$_ts=window['$_ts'];</script>${'<li><a href="/a.html">政务公开</a></li>'.repeat(6)}`],
    // The site's own error page.
    [403, `<title>访问被拒绝</title>${'<li><a href="/a.html">政务公开</a></li>'.repeat(6)}`],
  ])('%s is no wall', (status, text) => expect(wall(status, text)).toBeNull());
  it.each([
    ['nsfocus-waf', 403, '<h1>绿盟WAF</h1>已拦截', {}],
    ['nsfocus-waf', 200, '<p>绿盟Web应用防火墙拦截了您的请求</p>', {}],
    ['tencent-waf', 200, '<p>T-Sec Web 应用防火墙</p>', {}],
    ['generic-wall', 200, '<title>访问被拦截</title><a href="javascript:history.back()">返回</a>', {}],
  ])('%s %s is one in its own place', (vendor, status, text, headers) =>
    expect(wall(status, text, headers)?.vendor).toBe(vendor),
  );
});
