import type { Finding, FindingReview } from '../../src/model/finding.ts';
import type { EditionFacts } from '../../src/model/provenance.ts';
import { claimHash, type Review } from '../../src/model/review.ts';
import type { ReportInput } from '../../src/report/input.ts';
import { findingOf, governmentOf } from '../scoring/trees.ts';
import { provenanceOf, reportOf } from './country.ts';

export const seal = '5ea1'.repeat(16);

const page = (probe: string) => [
  { url: `https://www.chengdu.gov.cn/${probe}.html`, quote: `页面上的${probe}`, capture: '0123456789abcdef0123' },
];

const decision = { who: '王芳', when: '2026-11-20T08:00:00.000Z', why: '人工检索三次均无结果' };

/** A verdict of the log; its probe claimed `present`. */
function verdict(id: number, probe: string, change: Partial<Review> = {}): Review {
  const machine: Review['machine'] = { state: 'present', value: { level: 'working' } };
  return {
    ...{ id, government: '510100', probe, run: 'r1', observed: '2026-11-10T14:00:00.000Z', machine },
    ...{ machineHash: claimHash(machine), state: 'absent', value: null, ...decision },
    ...{ status: 'open', withdrawal: null },
    ...change,
  };
}

const says = (value: Finding['value'], state: Finding['state'] = 'present') => ({ state, value });

function reviewOf(
  { id, who, when, why, state, value }: Review,
  now: FindingReview['machine'],
  status: 'applied' | 'stale',
): FindingReview {
  return { id, status, who, when, why, machine: now, verdict: { state, value } };
}

/**
 * One government of five findings: one overruled, one whose review is stale, and a log that also
 * holds a review that was superseded, one withdrawn and one that the probe agrees with now.
 */
export function reviewedReport(change: Partial<ReportInput> = {}): ReportInput {
  const [applied, stale] = [verdict(2, 'smart-search'), verdict(3, 'smart-qa')];
  const withdrawal = { id: 6, who: '李强', when: '2026-11-21T08:00:00.000Z', why: '看错' };
  const log = [
    verdict(1, 'smart-search', { status: 'superseded', state: 'unknown' }),
    applied,
    stale,
    verdict(4, 'api-count', { status: 'withdrawn', withdrawal }),
    verdict(5, 'app-count'),
  ];
  const working = { ...says({ level: 'working' }), confidence: 0.85, reason: null };
  const linked = { ...says({ level: 'linked' }), confidence: 0.7, reason: null };
  const findings = [
    findingOf('smart-search', {
      ...says(null, 'absent'),
      confidence: 1,
      evidence: page('search'),
      review: reviewOf(applied, working, 'applied'),
    }),
    findingOf('smart-qa', { ...linked, evidence: page('qa'), review: reviewOf(stale, linked, 'stale') }),
    findingOf('api-count', { value: { count: 20 }, evidence: page('api') }),
    findingOf('app-count', { ...says(null, 'absent'), evidence: page('app') }),
    findingOf('open-data-platform', { value: { level: 'reachable' }, evidence: page('data') }),
  ];
  const governments = [governmentOf('510100', { name: '成都市', group: 'capital' })];
  return reportOf(governments, findings, { reviews: log, ...change });
}

/** An edition that corrects one, was corrected by another and has an erratum, from three runs. */
export function correctedReport(): ReportInput {
  const base = provenanceOf(4);
  const erratum = {
    ...{ id: 1, edition: '2023', who: '王芳', when: '2026-11-29T08:00:00.000Z' },
    ...{ what: '成都市“智能搜索”误判', sha256: 'e'.repeat(64) },
  };
  const edition: EditionFacts = {
    ...{ name: '2023', year: 2023, note: '正式发布', frozen: '2026-11-28T08:00:00.000Z', sha256: seal },
    derivedFrom: null,
    replaces: { name: '2023-draft', sha256: 'd'.repeat(64) },
    replacedBy: { name: '2023-2', sha256: 'b'.repeat(64), frozen: '2026-11-29T09:00:00.000Z', note: '更正成都市' },
    errata: [erratum],
  };
  const [crawl] = base.runs;
  if (crawl === undefined) throw new Error('no run');
  const probe = { ...crawl, id: 'probe-1', kind: 'probe' as const, findings: 1 };
  const gone = { id: 'gone', kind: null, started: null, finished: null, toolVersion: null, configHash: null };
  const runs = [{ ...crawl, findings: 4 }, probe, { ...gone, findings: 0, carried: 2 }];
  return reviewedReport({ provenance: { ...base, edition, runs } });
}
