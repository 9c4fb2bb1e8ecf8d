import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../../src/model/finding.ts';
import { explore } from '../../../../src/pipeline/crawl/frontier/explore.ts';
import { Visit } from '../../../../src/pipeline/crawl/frontier/visit.ts';
import { probeById } from '../../../../src/probes/list.ts';
import { makeView } from '../../../../src/reading/seen.ts';
import { town } from '../../../probes/captures.ts';
import { knowledge } from '../../../probes/knowledge.ts';
import { home, judge, portalPage, portalUrl } from '../../../probes/visit.ts';
import { quickSettings } from '../settings.ts';

const portal = home(portalPage('<nav><a href="/hd/">互动交流</a><a href="/gk/">政务公开</a></nav>'));
const unknown = judge('service-lists', [], {});
const partial: Finding = { ...unknown, state: 'present', reason: null, value: { level: 'working', found: null } };

/** Paths that are explored for a finding where a site has so many pages, its home page among them. */
function explored(finding: Finding, pages: number): string[] {
  const settings = quickSettings();
  const budget = { ...settings.budget, 'explored-pages': 60, 'pages-per-site': pages };
  const options = { knowledge: knowledge(), settings: { ...settings, budget } };
  const visit = new Visit({
    government: town,
    settings: options.settings,
    follow: () => [],
    askMore: () => [],
    now: 0,
  });
  while (visit.next(0, () => true) !== null);
  const probe = probeById('service-lists');
  if (probe === null) throw new Error('no probe');
  const view = makeView({ government: town, knowledge: knowledge(), entries: [portal], unread: {} });
  return explore(visit, { view, findings: [finding] }, { ...options, probes: [probe] }).map(({ url }) =>
    url.slice(portalUrl.length - 1),
  );
}

describe('exploring', () => {
  test('reads the columns of a site for an undecided finding', () => {
    expect(explored(unknown, 20)).toEqual(expect.arrayContaining(['/gk/', '/hd/']));
  });

  test('asks for no more columns than the site has pages left', () => {
    expect(explored(unknown, 2)).toHaveLength(1);
    expect(explored(unknown, 1)).toEqual([]);
  });

  test('reads no columns for a finding that is known in part', () => {
    expect(explored(partial, 20)).toEqual([]);
  });
});
