import { describe, expect, it } from 'vitest';
import { judgeService, plainPortal, service } from './service-visit.ts';
import { type Entry, entry, fixture, home, portalPage, portalUrl } from './visit.ts';

const probe = 'service-lists';
const platform = service('<p>欢迎</p>');
const list = (slug: string, intent: string, body: string): Entry =>
  entry(`${portalUrl}${slug}/`, `<title>清单</title>${body}`, { intents: [intent], from: portalUrl });
const table = (rows: number): string =>
  `<table><tr><th>名称</th><th>单位</th><th>依据</th></tr>${Array.from({ length: rows }, (_, at) => `<tr><td>项目${at}</td><td>市局</td><td>条例</td></tr>`).join('')}</table>`;

describe(probe, () => {
  it('measures length, newest entry and filled cells of a list', () => {
    const page = home(portalPage('<a href="/qzqd/">权责清单</a>'));
    const power = entry(`${portalUrl}qzqd/`, fixture('service-lists/pass.html'), {
      intents: ['power-list'],
      from: portalUrl,
    });
    expect(judgeService(probe, [page, platform, power])).toMatchObject({
      state: 'present',
      value: {
        level: 'working',
        found: ['power'],
        unclear: [],
        // The date after the visit is no date of an entry; two of twelve cells are empty.
        lists: { power: { items: 2400, newest: '2026-05-01', filled: 0.833 } },
      },
    });
  });

  it('counts no header row that is written as a row', () => {
    const rows = table(7).replaceAll('th>', 'td>').replace('名称', '事项名称').replace('单位', '实施主体');
    const page = home(portalPage('<a href="/a/">行政许可事项清单</a>'));
    const { value } = judgeService(probe, [page, platform, list('a', 'permit-list', rows)]);
    expect(value).toMatchObject({ lists: { permit: { items: 7, filled: 1 } } });
  });

  it('names every kind, counts rows of a list without paging, and leaves out what opens empty', () => {
    const page = home(
      portalPage(
        '<a href="/a/">行政许可事项清单</a><a href="/b/">证明事项清单</a><a href="/c/">涉企收费目录清单</a><a href="/d/">公共服务事项清单</a>',
      ),
    );
    const entries = [
      page,
      platform,
      list('a', 'permit-list', table(7)),
      list('b', 'proof-list', '<p>暂无数据</p>'),
      entry(`${portalUrl}c/`, '', { intents: ['charge-list'], failure: 'http-4xx', status: 404, body: null }),
      list('d', 'public-service-list', '<p><a href="/f/ggfw.xlsx">安和市公共服务事项清单.xlsx</a></p>'),
    ];
    const { value } = judgeService(probe, entries);
    expect(value).toMatchObject({
      lists: { permit: { items: 7, newest: null, filled: 1 }, 'public-service': { items: 1 } },
    });
    expect(Object.keys((value as { lists: object }).lists)).toEqual(['permit', 'public-service']);
  });

  it('does not call a list missing that could not be opened', () => {
    const page = home(portalPage('<a href="/qzqd/">权责清单</a><a href="/a/">行政许可事项清单</a>'));
    const down = entry(`${portalUrl}qzqd/`, '', {
      intents: ['power-list'],
      failure: 'timeout-body',
      status: null,
      body: null,
    });
    expect(judgeService(probe, [page, platform, down, list('a', 'permit-list', table(3))]).value).toMatchObject({
      found: null,
      unclear: ['power'],
    });
    expect(judgeService(probe, [page, platform, down]).value).toMatchObject({ level: 'linked', found: null });
  });

  it('is absent only when both sites were read', () => {
    expect(judgeService(probe, [plainPortal, platform])).toMatchObject({ state: 'absent', value: { found: [] } });
    expect(judgeService(probe, [plainPortal]).state).toBe('unknown');
    expect(judgeService(probe, [platform]).state).toBe('unknown');
    expect(judgeService(probe, []).state).toBe('unknown');
  });

  it('takes headlines about lists for no lists', () => {
    const page = home(
      portalPage('<ul><li><a href="/x/1.html">安和市印发新版权责清单，进一步规范权力运行</a></li></ul>'),
    );
    expect(judgeService(probe, [page, platform]).state).toBe('absent');
  });
});
