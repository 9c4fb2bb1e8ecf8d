import { describe, expect, it } from 'vitest';
import { wordSections } from '../../../../../src/application/word-sections.ts';
import { loadPack } from '../../../../../src/config/pack.ts';
import { redirects } from '../../../../../src/pipeline/crawl/frontier/follow/redirect.ts';
import { Visit } from '../../../../../src/pipeline/crawl/frontier/visit.ts';
import { town } from '../../../../probes/captures.ts';
import { type Entry, entry, home, portalPage, portalUrl } from '../../../../probes/visit.ts';

const pack = loadPack('config', wordSections);
const newVisit = () =>
  new Visit({ government: town, settings: pack.crawl, follow: () => [], askMore: () => [], now: 0 });
const way = (from: Entry, visit = newVisit()) =>
  redirects(pack, visit, from).map(({ url, home: isHome, depth }) => ({ url, home: isHome, depth }));
const choice =
  '<html><title>安和市人民政府</title><body><a href="/zh/">中文版</a><a href="/en/">English</a></body></html>';

describe('redirects', () => {
  it('goes through an entry page to the home page', () =>
    expect(way(home(choice))).toEqual([{ url: `${portalUrl}zh/`, home: true, depth: 0 }]));
  it('stays on a home page and on inner pages that look like entries', () => {
    expect(way(home(portalPage('<p>今日</p>')))).toEqual([]);
    expect(way(entry(`${portalUrl}zt/`, choice))).toEqual([]);
  });
  it('lets a home page move to another host, and no other page', () => {
    const html =
      '<html><head><meta http-equiv="refresh" content="0 url=http://www.other.gov.cn/"></head><body></body></html>';
    expect(way(home(html))).toEqual([{ url: 'http://www.other.gov.cn/', home: true, depth: 0 }]);
    expect(way(entry(`${portalUrl}x`, html))).toEqual([]);
  });
  it('ends in a circle', () => {
    const visit = newVisit();
    let steps = 0;
    for (let at = 0; at < 20; at += 1) {
      const html = `<html><head><meta http-equiv="refresh" content="0;url=/step${at + 1}"></head><body></body></html>`;
      steps += way(entry(`${portalUrl}step${at}`, html, { home: true, depth: 0 }), visit).length;
    }
    expect(steps).toBeLessThan(10);
    expect(way(home('<html><head><meta http-equiv="refresh" content="0;url=/"></head></html>'))).toEqual([]);
  });
});
