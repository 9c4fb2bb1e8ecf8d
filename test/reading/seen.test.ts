import { describe, expect, it } from 'vitest';
import { makeSeen } from '../../src/reading/seen.ts';
import { town } from '../probes/captures.ts';
import { knowledge } from '../probes/knowledge.ts';
import { type Entry, entry, home, portalPage } from '../probes/visit.ts';

const probe = { id: 'any', sites: ['portal'] as const };
const coverageOf = (...entries: Entry[]) =>
  makeSeen({ government: town, knowledge: knowledge(), entries, unread: {} }, probe).coverage('portal');

const bare = `<div><a href="/a/">一</a><a href="/b/">二</a><a href="/c/">三</a><a href="/d/">四</a><a href="/e/">五</a>
<p>${'安和市人民政府今日发布。'.repeat(20)}</p></div>`;

describe('coverage of a page that a browser rendered', () => {
  it('is whole when all its scripts came', () => {
    expect(coverageOf(home(bare, { via: 'browser' })).state).toBe('seen');
  });

  it('is in doubt when scripts or data failed and no header and footer show', () => {
    expect(coverageOf(home(bare, { via: 'browser', missed: 1 }))).toMatchObject({
      state: 'partial',
      reason: 'scripts-failed',
    });
  });

  it('is whole in spite of a failed script when header and footer show', () => {
    const whole = portalPage('<p>今日</p>', '<a href="/about/">关于我们</a><a href="/map/">网站地图</a>');
    expect(coverageOf(home(whole, { via: 'browser', missed: 3 })).state).toBe('seen');
  });
});

describe('a platform on which divisions have folders', () => {
  const host = 'http://data.province.gov.cn';
  const sites = { ...town.sites, 'open-data': { url: `${host}/anhe/home`, confidence: 'high' as const } };
  const page = (path: string) =>
    entry(`${host}${path}`, portalPage(`<p>${path}</p>`), { site: 'open-data', home: path === '/anhe/home' });
  const urls = (...paths: string[]) =>
    makeSeen(
      { government: { ...town, sites }, knowledge: knowledge(), entries: paths.map(page), unread: {} },
      { id: 'any', sites: ['open-data'] },
    )
      .pages('open-data')
      .map(({ url }) => url.slice(host.length));

  it('shows neither the folders of others nor the front page above all', () => {
    expect(urls('/anhe/home', '/anhe/data', '/', '/linjiang/data', '/linjiang/home')).toEqual([
      '/anhe/home',
      '/anhe/data',
    ]);
  });

  it('takes a folder beside its own for the front page of another division', () => {
    expect(urls('/anhe/home', '/anhe/', '/linjiang/')).toEqual(['/anhe/home', '/anhe/']);
  });

  it('shows folders that all divisions share', () => {
    expect(urls('/anhe/home', '/static/help', '/item/12')).toEqual(['/anhe/home', '/item/12', '/static/help']);
  });
});

describe('columns of an application', () => {
  const front = home(
    '<title>安和市人民政府</title><a href="#/n/1">公开</a><a href="#/n/2">办事</a><a href="#/n/3">互动</a>',
    {
      via: 'browser',
      body: 'f'.repeat(64),
    },
  );
  const states = (html: string, bodies: readonly string[]) => {
    const routes = bodies.map((body, at) =>
      entry(`http://www.anhe.gov.cn/#/n/${at + 1}`, html, { via: 'browser', body }),
    );
    const seen = makeSeen({ government: town, knowledge: knowledge(), entries: [front, ...routes], unread: {} }, probe);
    return seen
      .map('portal')
      .slice(0, bodies.length)
      .map(({ state, obstacle }) => obstacle?.reason ?? state);
  };
  const [one, two, three] = ['1'.repeat(64), '2'.repeat(64), '3'.repeat(64)];

  it('are not visible where all show the same frame', () => {
    expect(states(bare, [one, one, one])).toEqual(['not-visible', 'not-visible', 'not-visible']);
  });

  it('are read where they differ, or say that they are empty', () => {
    expect(states(bare, [one, two, three])).toEqual(['read', 'read', 'read']);
    expect(states(bare, [one, one, two])).toEqual(['read', 'read', 'read']);
    const said = `${portalPage('<p>栏目正在建设中，敬请期待</p>')}`;
    expect(states(said, [one, one, one])).toEqual(['read', 'read', 'read']);
  });
});
