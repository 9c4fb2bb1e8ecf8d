import { expect, test, vi } from 'vitest';
import { nextTargets } from '../../../../src/pipeline/crawl/frontier/next-targets.ts';
import { Visit } from '../../../../src/pipeline/crawl/frontier/visit.ts';
import { viewOf } from '../../../../src/pipeline/crawl/frontier/visit-view.ts';
import { judgeView } from '../../../../src/pipeline/judging/judge.ts';
import { probeById } from '../../../../src/probes/list.ts';
import { town } from '../../../probes/captures.ts';
import { knowledge } from '../../../probes/knowledge.ts';
import { home, portalPage } from '../../../probes/visit.ts';
import { quickSettings } from '../settings.ts';

const quick = quickSettings();
const settings = { ...quick, budget: { ...quick.budget, 'explored-pages': 60, 'pages-per-site': 20 } };
const portal = home(portalPage('<nav><a href="/hd/">互动交流</a><a href="/gk/">政务公开</a></nav>'));

/** A visit that has read the home page of the portal, and asks for nothing more. */
function visited(): Visit {
  const visit = new Visit({ government: town, settings, follow: () => [], askMore: () => [], now: 0 });
  const queued = visit.next(0, () => true);
  if (queued === null) throw new Error('a visit begins with a home page');
  visit.settle(queued, [portal], 0);
  return visit;
}

function probe(id: string) {
  const found = probeById(id);
  if (found === null) throw new Error(`no probe ${id}`);
  return found;
}

test('the view of a visit stays the same until something is added or left unread', () => {
  const visit = visited();
  const view = viewOf(visit, knowledge());
  expect(viewOf(visit, knowledge())).toBe(view);
  visit.leaveUnread('portal', ['letter']);
  const later = viewOf(visit, knowledge());
  expect(later).not.toBe(view);
  expect([...later.coverage('portal').unread]).toEqual(['letter']);
});

test('a view is judged once by each probe, with the same finding every time', () => {
  const view = viewOf(visited(), knowledge());
  const judged = probe('service-lists');
  const judge = vi.spyOn(judged, 'judge');
  const first = judgeView(view, [judged]);
  expect(judgeView(view, [judged])).toEqual(first);
  expect(judge).toHaveBeenCalledTimes(1);
  judge.mockRestore();
});

test('a probe that throws is reported every time that the view is judged', () => {
  const broken = {
    ...probe('service-lists'),
    judge: () => {
      throw new Error('broken');
    },
  };
  const view = viewOf(visited(), knowledge());
  for (const _ of [1, 2]) {
    const { findings, problems } = judgeView(view, [broken]);
    expect(findings.map(({ reason }) => reason)).toEqual(['probe-error']);
    expect(problems.map((problem) => problem.probe)).toEqual(['service-lists']);
  }
});

test('a visit that goes on does not keep its pages in memory by their view', () => {
  const visit = visited();
  const view = viewOf(visit, knowledge());
  const probes = [probe('service-lists')];
  const next = { probes, knowledge: knowledge(), settings, hasBrowser: false };
  expect(nextTargets(next, visit)).not.toEqual([]);
  expect(viewOf(visit, knowledge())).not.toBe(view);
});
