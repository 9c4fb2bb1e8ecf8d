import { describe, expect, it } from 'vitest';
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
});
