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
