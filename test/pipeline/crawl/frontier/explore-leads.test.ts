import { describe, expect, test } from 'vitest';
import { unreadLeads } from '../../../../src/pipeline/crawl/frontier/explore-leads.ts';
import { Visit } from '../../../../src/pipeline/crawl/frontier/visit.ts';
import { probeById } from '../../../../src/probes/list.ts';
import { makeView } from '../../../../src/reading/seen.ts';
import { town } from '../../../probes/captures.ts';
import { knowledge } from '../../../probes/knowledge.ts';
import { type Entry, entry, home, portalPage, portalUrl } from '../../../probes/visit.ts';
import { quickSettings } from '../settings.ts';

const portal = home(portalPage('<ul><li><a href="/gs/">办理公示</a></li><li><a href="/yw/">要闻</a></li></ul>'));
const list = (path: string, titles: readonly string[]): Entry =>
  entry(
    `${portalUrl}${path}`,
    `<title>栏目</title><ul>${titles.map((title, at) => `<li><a href="/${path}2026${at}.html">${title}</a></li>`).join('')}</ul>`,
    { from: portalUrl },
  );

/** Addresses of the leads that are asked for next. */
function leadsOf(entries: readonly Entry[], articles = 24): string[] {
  const settings = quickSettings();
  const budget = { ...settings.budget, 'explored-articles': articles };
  const visit = new Visit({
    government: town,
    settings: { ...settings, budget },
    follow: () => [],
    askMore: () => [],
    now: 0,
  });
  const probe = probeById('follow-up');
  if (probe === null) throw new Error('no probe');
  const view = makeView({ government: town, knowledge: knowledge(), entries, unread: {} });
  const options = { knowledge: knowledge(), settings: { ...settings, budget } };
  return unreadLeads(visit, view, [probe], options).map(({ url }) => url.slice(portalUrl.length - 1));
}

describe('leads', () => {
  const plain = ['关于某路段施工的情况说明', '关于某桥梁检测的情况说明', '关于某公园改造的情况说明'];

  test('are first the articles whose titles share most with what is sought', () => {
    const [first] = leadsOf([portal, list('gs/', [...plain, '十月群众诉求回访情况通报'])]);
    expect(first).toBe('/gs/20263.html');
  });

  test('are then the first articles of a list of which nothing was read', () => {
    expect(leadsOf([portal, list('gs/', plain)])).toEqual(['/gs/20260.html', '/gs/20261.html']);
    const read = entry(`${portalUrl}gs/20262.html`, '<title>某公园</title><p>说明</p>', { from: `${portalUrl}gs/` });
    expect(leadsOf([portal, list('gs/', plain), read])).toEqual([]);
  });

  test('are files whose text can be read, whatever they are called', () => {
    const page = entry(
      `${portalUrl}gs/1.html`,
      '<p>附件：<a href="/f/1.pdf">点击打开</a><a href="/f/2.zip">图集</a></p>',
      { from: portalUrl },
    );
    expect(leadsOf([portal, page])).toEqual(['/f/1.pdf']);
  });

  test('keep away from news, and end with their budget', () => {
    expect(leadsOf([portal, list('yw/', plain)])).toEqual([]);
    expect(leadsOf([portal, list('gs/', plain)], 1)).toEqual(['/gs/20260.html']);
    expect(leadsOf([portal, list('gs/', plain)], 0)).toEqual([]);
    expect(leadsOf([])).toEqual([]);
  });
});
