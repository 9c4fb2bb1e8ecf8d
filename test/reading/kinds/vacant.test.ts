import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindsOf, vacancyOf, vacantKinds } from '../../../src/reading/kinds.ts';
import { knowledge } from '../../probes/knowledge.ts';
import { framed, kinds, newsList, pageOf } from './read.ts';

const plain = (title: string, body: string): string =>
  `<html><head><title>${title}</title></head><body>${body}</body></html>`;
const home = plain(
  '安和市人民政府',
  `<div class="header"><a href="/xw/">新闻</a><a href="/gk/">公开</a><a href="/fw/">服务</a></div><p>网站系统升级公告：本周六夜间维护</p><ul>${newsList(
    [
      '安和市召开秋季农业生产工作部署会',
      '市领导到企业走访座谈送政策上门',
      '全市公共文化场馆延长开放时间的通知',
      '第三季度居民消费价格指数发布情况',
      '城区三条道路完成改造恢复通行',
      '秋冬季流感疫苗接种点名单公布',
      '市博物馆新馆向公众免费开放',
    ],
  )}</ul><div class="footer"><a href="/map/">网站地图</a></div>`,
);

describe('notice', () => {
  it.each([
    plain(
      'Welcome to nginx!',
      '<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed.</p>',
    ),
    plain('IIS Windows Server', '<a href="http://go.microsoft.com/"><img src="iisstart.png" alt="IIS"></a>'),
    plain('Apache2 Ubuntu Default Page: It works', '<p>This is the default welcome page.</p>'),
    plain('', '<h1>It works!</h1><p>This is the default web page for this server.</p>'),
    plain('网站维护公告', '<p>尊敬的用户：为提升服务质量，网站将于近期进行系统升级，期间暂停访问，敬请谅解。</p>'),
    plain('提示', '<div>系统正在维护，请稍后再试</div>'),
    plain('安和市政府网', '<p>本网站已迁移至新网址：<a href="http://www.anhe2.gov.cn">www.anhe2.gov.cn</a></p>'),
    plain('温馨提示', '<p>该网站已关停，相关内容已整合至安和市人民政府门户网站。</p>'),
    plain('安和', '<p>您的浏览器版本过低，请使用谷歌或火狐浏览器访问本网站</p>'),
    plain('域名已过期', '<p>该域名已过期，请联系注册商续费</p>'),
    plain('提示', '<p>该网站尚未备案，依据规定暂时无法访问</p>'),
    plain('没有找到站点', '<h1>没有找到站点</h1><p>您的请求在Web服务器中没有找到对应的站点！</p>'),
    plain('Index of /', '<h1>Index of /</h1><a href="a.zip">a.zip</a>'),
  ])('%s', (html) => expect(kinds(html)).toContain('notice'));

  it.each([
    home,
    framed(
      '通知公告',
      `<ul>${newsList(['关于网站升级维护的公告发布说明', '关于政务平台迁移上线的公告通知', '关于系统维护期间暂停服务的通知', '关于网站域名变更的公告', '关于停机检修的通知公告', '关于平台整合的通告内容', '关于升级改版的说明文字'])}</ul>`,
    ),
    framed(
      '高速公路建设动态',
      `<p>来源：市交通局 发布时间：2026-10-01</p><p>${'我市正在建设的高速公路进展顺利。'.repeat(90)}</p>`,
    ),
  ])('no notice', (html) => expect(kinds(html)).not.toContain('notice'));
});

describe('a small front page', () => {
  it('is no notice because one of its headlines speaks of maintenance', () => {
    const titles = ['关于系统升级暂停服务的通知', '窗口人员业务培训开班'];
    const page = framed('安和市政务服务网', `<h2>热门服务</h2><p>企业登记</p><ul>${newsList(titles)}</ul>`);
    expect(kinds(page)).not.toContain('notice');
    expect(kinds(plain('安和市政务服务网', '<p>系统升级，暂停服务，敬请谅解。</p>'))).toContain('notice');
  });
});

describe('wall', () => {
  it.each([
    plain('访问被拒绝', '<p>您的请求已被拦截，事件编号 1234</p>'),
    plain('安全验证', '<p>请完成安全验证后继续访问，向右滑动滑块</p>'),
    plain('403 Forbidden', '<center><h1>403 Forbidden</h1></center>'),
  ])('%s', (html) => expect(kinds(html)).toContain('wall'));
  it('an article about walls is none', () =>
    expect(
      kinds(
        framed(
          '网络安全常识',
          `<p>${'防火墙和安全验证是保护网站的常用手段，访问被拦截时请联系管理员。'.repeat(60)}</p>`,
        ),
      ),
    ).not.toContain('wall'));
});

describe('doorways', () => {
  const root = { url: 'http://www.anhe.gov.cn/' };
  it.each([
    '<a href="/index.shtml"><img src="enter.jpg" alt="点击进入"></a>',
    '<a href="main.html">进入网站</a> <a href="/old/">进入旧版</a>',
    '<img src="x.jpg" usemap="#m"><map name="m"><area href="/portal/index.html"></map>',
    '<a href="/home/index.html"><img src="a.jpg"></a><p>安和市人民政府</p>',
  ])('splash %s', (body) => expect(kinds(plain('安和市人民政府', body), root)).toContain('splash'));
  it.each([
    '<a href="/zh/">中文版</a> <a href="/en/">English</a>',
    '<ul><li><a href="cn/index.html">简体中文</a></li><li><a href="tw/">繁體中文</a></li><li><a href="jp/">日本語</a></li></ul>',
    '<div><a href="/han/">进入中文网站</a><a href="/meng/">蒙古文</a></div>',
  ])('language choice %s', (body) => expect(kinds(plain('安和市人民政府', body), root)).toContain('language-choice'));
  it('a home page with a language switch is neither', () => {
    const page = home.replace(
      '<a href="/fw/">服务</a>',
      '<a href="/fw/">服务</a><a href="/en/">English</a><a href="/">中文</a>',
    );
    expect(kinds(page, root)).not.toContain('language-choice');
    expect(kinds(page, root)).not.toContain('splash');
  });
});

describe('places without content', () => {
  it.each([
    ['soft-404', framed('提示', '<p>您访问的页面不存在或已被删除！</p><a href="/">返回首页</a>')],
    ['soft-404', plain('404', '<h2>抱歉，页面走丢了</h2>')],
    ['soft-404', framed('系统提示', '<p>该信息已删除</p>')],
    ['soft-404', plain('Not Found', '<p>The page you are looking for could not be found.</p>')],
    ['soft-404', plain('出错啦', '<p>参数错误</p>')],
    ['empty', framed('来信选登', '<ul></ul><p>暂无数据</p>')],
    ['empty', framed('回应关切', '<div>共 0 条 第1/0页</div>')],
    [
      'empty',
      framed(
        '好差评',
        '<table><tr><th>部门</th><th>评价数</th></tr><tr><td colspan="2">没有相关记录！</td></tr></table>',
      ),
    ],
    ['empty', framed('数据接口', '<p>该栏目暂无内容</p>')],
    ['empty', framed('法定主动公开内容', '')],
    ['construction', framed('智能问答', '<p>栏目建设中……</p>')],
    ['construction', framed('一件事', '<img src="b.png"><p>功能升级中，敬请期待！</p>')],
    ['construction', framed('跨省通办', '<p>该专区正在建设，敬请期待</p>')],
    [
      'login',
      framed(
        '用户登录',
        '<form><input name="username" placeholder="请输入用户名"><input type="password" name="pwd"><button>登录</button></form>',
      ),
    ],
    ['login', framed('个人中心', '<p>您还未登录，请先登录</p><a href="/login">登录</a>')],
  ])('%s', (kind, html) => expect(kinds(html)).toContain(kind));

  it.each([
    [
      'empty',
      framed(
        '来信选登',
        `<p>暂无数据</p><ul>${newsList(['关于小区停水问题的来信', '关于公交线路调整的咨询', '关于学区划分的问题咨询', '关于医保报销比例的来信'])}</ul>`,
      ),
    ],
    [
      'empty',
      framed('法定主动公开内容', '<p>暂无数据</p><script>$.ajax({url:"/list"})</script>').replace('暂无数据', ''),
    ],
    [
      'construction',
      framed(
        '项目建设',
        `<p>来源：安和日报 发布时间：2026-10-02</p><p>${'全市重点项目正在建设，敬请期待更多惠民成果。'.repeat(40)}</p>`,
      ),
    ],
    [
      'soft-404',
      framed(
        '政策文件',
        `<ul>${newsList(['关于清理不存在的行政审批事项的通知', '关于页面错误信息的整改通报文件', '关于删除失效文件的决定公告', '关于公布继续有效文件目录的通知', '关于修订管理办法的决定通知', '关于废止部分文件的决定', '关于规范文件备案的意见通知', '关于公布文件清理结果的公告', '关于文件有效期的说明通知'])}</ul>`,
      ),
    ],
    ['empty', framed('网站声明', '<p>本网站版权归安和市人民政府所有。</p>')],
    ['empty', framed('我要写信', '<form><input name="t"><textarea name="c"></textarea></form>')],
    ['login', home],
  ])('not %s', (kind, html) => expect(kinds(html)).not.toContain(kind));

  it('says less of emptiness where scripts ask for data', () => {
    const page = pageOf(framed('来信选登', '<p>暂无数据</p><script>$.ajax({url:"/list"})</script>'));
    expect(kindsOf(page, knowledge()).find(({ kind }) => kind === 'empty')?.confidence).toBeLessThanOrEqual(0.5);
  });
});

describe('any input', () => {
  it.each(['', '<', '<html>', '<body><svg><title>', '\u0000\u0000', '<p>'.repeat(3000), '{"a":1}', 'plain'])(
    '%j',
    (html) => {
      const page = pageOf(html);
      expect(() => kindsOf(page, knowledge())).not.toThrow();
      const vacancy = vacancyOf(page, knowledge());
      expect(vacancy === null || vacantKinds.has(vacancy.kind)).toBe(true);
    },
  );

  it('gives the same signs for the same page, in order of confidence', () => {
    const words = fc.constantFrom(
      '来信时间',
      '：',
      '2026-01-02',
      '<p>',
      '<a href="/a/1.html">',
      '暂无数据',
      '登录',
      '<textarea>',
      '</p>',
      '办理结果',
      '隐私声明',
      '网站维护',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const html = parts.join('');
        const one = kindsOf(pageOf(html), knowledge());
        expect(kindsOf(pageOf(html), knowledge())).toEqual(one);
        const sure = one.map(({ confidence }) => confidence);
        expect(sure).toEqual([...sure].sort((a, b) => b - a));
        expect(sure.every((value) => value > 0 && value < 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
