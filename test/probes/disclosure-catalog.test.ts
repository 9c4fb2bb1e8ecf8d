import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/reading/page.ts';
import { rankLinks } from '../../src/reading/rank-links.ts';
import { knowledge } from './knowledge.ts';
import { judgeService } from './service-visit.ts';
import { type Entry, entry, fixture, home, portalPage, portalUrl } from './visit.ts';

const probe = 'disclosure-catalog';
const front = home(portalPage('<a href="/jczwgk/">基层政务公开标准化规范化</a>'));
const zoneUrl = `${portalUrl}jczwgk/`;
const zone = (body: string): Entry =>
  entry(zoneUrl, `<title>基层政务公开</title>${body}`, { intents: [probe], from: portalUrl });
const rows = fixture('disclosure-catalog/pass.html');
const field = (path: string, html: string, change: Parameters<typeof entry>[2] = {}): Entry =>
  entry(`${zoneUrl}${path}`, html, { intents: ['disclosure-field'], from: zoneUrl, depth: 2, ...change });

describe(probe, () => {
  it('counts the fields whose catalogue opens and has rows', () => {
    const links = zone(
      '<ul><li><a href="01/">国土空间规划领域</a></li><li><a href="02/">2、救灾</a></li><li><a href="03/">养老服务领域基层政务公开标准目录</a></li><li><a href="04/">户籍管理</a></li><li><a href="javascript:void(0)">扶贫</a></li><li>税收管理</li></ul>',
    );
    const entries = [
      front,
      links,
      field('01/', rows),
      field('02/', rows),
      field('03/', '<title>养老服务</title><p>栏目建设中</p>'),
      field('04/', '', { failure: 'http-4xx', status: 404, body: null }),
    ];
    expect(judgeService(probe, entries)).toMatchObject({
      state: 'present',
      value: { level: 'working', count: 2, share: 0.0769, fields: ['国土空间规划', '救灾'], unclear: [] },
    });
  });

  it('states no share while a field’s page could not be read', () => {
    const links = zone('<a href="01/">生态环境</a><a href="02/">社会救助</a><a href="03/">义务教育</a>');
    const down = field('02/', '', { failure: 'timeout-first-byte', status: null, body: null });
    expect(judgeService(probe, [front, links, field('01/', rows), down]).value).toMatchObject({
      count: null,
      share: null,
      fields: ['生态环境'],
      unclear: ['社会救助', '义务教育'],
    });
  });

  it('takes columns of the same name in menus for no catalogue, nor other tables', () => {
    const links = zone(
      '<div class="nav"><a href="01/">生态环境</a></div><a href="02/">安全生产</a><a href="03/">安全生产工作动态</a>',
    );
    const other = field(
      '02/',
      '<title>安全生产</title><table><tr><th>日期</th><th>标题</th></tr><tr><td>1</td><td>2</td></tr></table>',
    );
    expect(judgeService(probe, [front, links, field('01/', rows), other]).value).toMatchObject({
      level: 'reachable',
      count: 0,
      share: 0,
    });
  });

  it('reads catalogues that stand on the zone itself, by headings outside the table and by a column of fields', () => {
    const table = (heading: string): string =>
      `<p>${heading}</p><table><tr><td>序号</td><td>公开事项</td><td>公开内容（要素）</td><td>公开依据</td></tr><tr><td>1</td><td>某事</td><td>某内容</td><td>条例</td></tr></table>`;
    const headed = zone(
      table('（一）养老服务领域基层政务公开标准目录（试行）') +
        table('二、社会救助领域标准化目录') +
        table('附件3 其他'),
    );
    expect(judgeService(probe, [front, headed]).value).toMatchObject({ count: 2, fields: ['社会救助', '养老服务'] });
    const one = zone(table('（一）义务教育领域基层政务公开标准目录（试行）'));
    expect(judgeService(probe, [front, one]).value).toMatchObject({ count: 1, fields: ['义务教育'] });
    const column = zone(
      '<table><tr><th>所属领域</th><th>公开事项</th><th>公开内容</th><th>公开时限</th></tr><tr><td rowspan="2">税收管理</td><td>甲</td><td>乙</td><td>丙</td></tr><tr><td>丁</td><td>戊</td><td>己</td></tr><tr><td>户籍管理</td><td>甲</td><td>乙</td><td>丙</td></tr></table>',
    );
    expect(judgeService(probe, [front, column]).value).toMatchObject({ count: 2, fields: ['税收管理', '户籍管理'] });
    const cards = zone(
      `<h2>安全生产</h2>${['甲', '乙'].map((one) => `<div class="c"><p>公开事项：${one}</p><p>公开内容：内容</p><p>公开时限：及时</p></div>`).join('')}`,
    );
    expect(judgeService(probe, [front, cards]).value).toMatchObject({ count: 1, fields: ['安全生产'] });
  });

  it('accepts catalogues that are attached as files', () => {
    const links = zone('<a href="01/">社会保险</a><a href="/f/yl.docx">养老服务</a>');
    const file = field('01/', '<title>社会保险</title><a href="/f/shbx.xlsx">社会保险领域标准目录.xlsx</a>');
    expect(judgeService(probe, [front, links, file]).value).toMatchObject({ count: 2 });
  });

  it('knows a short document by the names of its columns', () => {
    const links = zone('<a href="/f/yl.docx">养老服务</a>');
    const file = (text: string): Entry => {
      const { capture, page } = entry(`${portalUrl}f/yl.docx`, '', { intents: ['disclosure-field'], from: zoneUrl });
      return { capture, page: page && { ...page, kind: 'docx', text } };
    };
    const fields = (text: string) => judgeService(probe, [front, links, file(text)]).value?.fields;
    expect(fields('养老服务目录\n序号 公开事项 公开内容 公开依据\n1 甲 乙 丙\n2 甲 乙 丙')).toEqual(['养老服务']);
    expect(fields('养老服务目录\n序号 公开事项 公开内容 公开依据')).toEqual([]);
    expect(fields('养老服务工作动态')).toEqual([]);
  });

  it('knows absence, dead zones and silence', () => {
    expect(judgeService(probe, [home(portalPage('<p>欢迎</p>'))]).state).toBe('absent');
    expect(judgeService(probe, [home(portalPage('<a href="/hj/">生态环境</a>'))]).state).toBe('absent');
    const down = entry(zoneUrl, '', { intents: [probe], failure: 'reset', status: null, body: null });
    expect(judgeService(probe, [front, down]).value).toMatchObject({ level: 'linked', count: null, share: null });
    expect(judgeService(probe, [front, zone('<div id="list"></div><p>加载中</p>')]).value).toMatchObject({
      count: null,
    });
    expect(judgeService(probe, []).state).toBe('unknown');
  });

  it('follows the tree of fields that a script of the zone draws', () => {
    const links = zone(
      portalPage(
        '<h2>试点领域</h2><p>目录由市直主管部门编制。</p><div id="tree"></div><script src="/js/mulu.js"></script>',
      ),
    );
    const script = entry(
      `${portalUrl}js/mulu.js`,
      'var nodes=[{id:1,name:"救灾",url:"/jczwgk/01/"},{id:2,name:"养老服务",url:"/jczwgk/02/"}];',
      { role: 'script', from: zoneUrl, depth: 1 },
    );
    const ranked = rankLinks(script.page as Page, ['disclosure-field'], knowledge(), 40, links.page as Page);
    expect(ranked.map(({ link }) => link.label)).toEqual(['救灾', '养老服务']);
    const entries = [front, links, script, field('01/', rows), field('02/', '<title>养老服务</title><p>建设中</p>')];
    expect(judgeService(probe, entries).value).toMatchObject({ level: 'working', count: 1, fields: ['救灾'] });
  });

  it('reads the tables of the places and offices that a zone is sorted by', () => {
    const links = zone('<a href="d1.html">东山区</a><a href="d2.html">民政局</a>');
    const table = (name: string): string =>
      `<table><tr><th>领域</th><th>一级事项</th><th>公开内容</th><th>时限</th></tr><tr><td>${name}</td><td>名单</td><td>条例</td><td>长期</td></tr></table>`;
    const part = (path: string, name: string): Entry =>
      field(path, `<title>目录</title>${table(name)}`, { intents: ['disclosure-part'] });
    expect(
      judgeService(probe, [front, links, part('d1.html', '救灾'), part('d2.html', '养老服务')]).value,
    ).toMatchObject({ level: 'working', count: 2, fields: ['救灾', '养老服务'] });
  });

  it('reads rows that are drawn without a table, rows without heads under the name of a catalogue, and tables in the cells of a table', () => {
    const drawn = [1, 2, 3]
      .map(
        (at) =>
          `<div class="tr"><i>${at}</i><span>资助名单</span><span>社会救助暂行办法</span><span>形成之日起7个工作日</span><span>民政局</span><span>公示栏</span></div>`,
      )
      .join('');
    const bare =
      '<h2>救灾领域公开目录</h2><table><tr><td>1</td><td>灾情</td><td>应急局</td></tr><tr><td>2</td><td>救助</td><td>应急局</td></tr></table>';
    const links = zone('<a href="01/">社会救助</a><a href="02/">救灾</a>');
    expect(judgeService(probe, [front, links, field('01/', drawn), field('02/', bare)]).value).toMatchObject({
      count: 2,
    });
    const inner = '<table><tr><th>公开事项</th><th>公开主体</th></tr><tr><td>名单</td><td>民政局</td></tr></table>';
    const nested = zone(
      `<table><tr><td>安全生产</td><td>&nbsp;</td></tr><tr><td>社会救助</td><td>${inner}</td></tr><tr><td>养老服务</td><td>${inner}</td></tr></table>`,
    );
    expect(judgeService(probe, [front, nested]).value).toMatchObject({
      count: 2,
      fields: ['社会救助', '养老服务'],
    });
  });

  it('puts every field of a zone into the queue, however many links there are', () => {
    const fields = ['救灾', '养老服务', '义务教育领域基层政务公开标准目录', '国有土地上房屋征收与补偿领域', '城乡规划'];
    const many = Array.from({ length: 30 }, (_, at) => `<a href="/hygq/${at}/">回应关切</a>`).join('');
    const links = zone(many + fields.map((name, at) => `<a href="f${at}.html">${name}</a>`).join(''));
    const ranked = rankLinks(links.page as Page, ['disclosure-field', 'proactive'], knowledge(), 10);
    expect(ranked.filter(({ intent }) => intent === 'disclosure-field')).toHaveLength(fields.length);
    expect(ranked).toHaveLength(fields.length + 10);
  });
});
