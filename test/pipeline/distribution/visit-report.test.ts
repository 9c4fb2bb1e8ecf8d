import { expect, it } from 'vitest';
import type { VisitReport } from '../../../src/pipeline/crawl/run/settling.ts';
import { readReport, writtenReport } from '../../../src/pipeline/distribution/visit-report.ts';

const report: VisitReport = {
  kind: 'stored',
  pass: 1,
  captures: [
    { role: 'page', home: true, via: 'http', failure: null, bytes: 100 },
    { role: 'page', home: false, via: 'http', failure: null, bytes: 7 },
    { role: 'page', home: false, via: 'http', failure: null, bytes: 11 },
    { role: 'script', home: false, via: 'browser', failure: 'dns', bytes: 0 },
  ],
  findings: [{ probe: 'smart-search', state: 'present' }],
  seconds: 12.5,
  unchanged: false,
  requests: 9,
  bytes: 118,
  browsed: [{ kind: 'render', seconds: 2 }],
  silence: [],
};

it('keeps every count of a visit, and groups what counts alike', () => {
  const text = writtenReport(report);
  const read = readReport(text);
  expect({ ...read, captures: [] }).toEqual({ ...report, captures: [] });
  const shapes = ({ captures }: VisitReport): string[] =>
    captures.map(({ role, home, via, failure }) => `${role} ${home} ${via} ${failure}`).sort();
  expect(shapes(read)).toEqual(shapes(report));
  expect(read.captures.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(118);
  expect(
    writtenReport({ ...report, captures: Array.from({ length: 500 }, () => report.captures[1] ?? never()) }).length,
  ).toBeLessThan(600);
});

it('refuses a text that is no report', () => {
  expect(() => readReport('{"kind":"stored"}')).toThrow();
  expect(() => readReport('')).toThrow();
});

function never(): never {
  throw new Error('there are four captures');
}
