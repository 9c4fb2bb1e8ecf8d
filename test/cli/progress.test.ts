import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { progressDisplay } from '../../src/cli/progress.ts';
import type { Capture } from '../../src/model/capture.ts';
import { unknownFinding } from '../../src/model/finding.ts';
import type { Run } from '../../src/model/run.ts';
import type { VisitSummary } from '../../src/pipeline/crawl/run/run.ts';
import { capture, town } from '../probes/captures.ts';

const run: Run = {
  ...{ id: 'r1', kind: 'crawl', started: '2026-11-29T00:00:00.000Z', finished: null },
  ...{ toolVersion: '1', configHash: 'x', settings: { proxy: null, config: 'config', simulated: true } },
};
const page = capture({ url: 'http://a.gov.cn/' });
const visitOf = (captures: readonly Capture[]): VisitSummary => ({
  ...{ government: town, captures, findings: [], seconds: 1, unchanged: false },
});

describe('progress without a terminal', () => {
  const lines: string[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    lines.length = 0;
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  /** So many pages, one a second. */
  function capturePages(count: number, observer: ReturnType<typeof progressDisplay>['observer']): Capture[] {
    return Array.from({ length: count }, () => {
      vi.advanceTimersByTime(1000);
      observer.captured(page);
      return page;
    });
  }

  test('says how many pages came while no visit has ended, and that the time left is unknown', () => {
    const { observer } = progressDisplay(process.stderr);
    observer.started(run, 4, 0);
    capturePages(61, observer);
    expect(lines.slice(1)).toEqual([
      '0/4 visits, 30 pages, 1 pages/s, left unknown, 0 present, 0 absent, 0 unknown, failures: none\n',
      '0/4 visits, 60 pages, 1 pages/s, left unknown, 0 present, 0 absent, 0 unknown, failures: none\n',
    ]);
  });

  test('counts the pages of open visits into the time left', () => {
    const { observer } = progressDisplay(process.stderr);
    observer.started(run, 4, 0);
    const first = capturePages(100, observer);
    capturePages(240, observer);
    lines.length = 0;
    vi.advanceTimersByTime(10_000);
    // Of 4 visits of 100 pages, 340 pages are there.
    observer.visited(visitOf(first));
    expect(lines).toEqual([
      '1/4 visits, 340 pages, 1 pages/s, left 62 s, 0 present, 0 absent, 0 unknown, failures: none\n',
    ]);
  });

  test('leaves out what an earlier process had completed', () => {
    const { observer } = progressDisplay(process.stderr);
    observer.started(run, 4, 2);
    const own = capturePages(10, observer);
    observer.visited(visitOf(own));
    expect(lines).toEqual([
      'run r1: 4 visits, 2 of them complete already\n',
      '3/4 visits, 10 pages, 1 pages/s, left 10 s, 0 present, 0 absent, 0 unknown, failures: none\n',
    ]);
  });

  test('says what was found by the visits that ended', () => {
    const { observer } = progressDisplay(process.stderr);
    observer.started(run, 4, 0);
    const present = unknownFinding(town.code, 'privacy-policy', 1, 'not-found');
    const findings = [{ ...present, state: 'present' as const }, present];
    for (const _ of [1, 2]) {
      vi.advanceTimersByTime(6000);
      observer.visited({ ...visitOf([]), findings });
    }
    expect(lines.at(-1)).toContain(', 2 present, 0 absent, 2 unknown, failures: none');
  });

  test('knows no time when visits end without a page', () => {
    const { observer } = progressDisplay(process.stderr);
    observer.started(run, 1, 0);
    vi.advanceTimersByTime(6000);
    observer.visited(visitOf([]));
    expect(lines.at(-1)).toBe(
      '1/1 visits, 0 pages, 0 pages/s, left unknown, 0 present, 0 absent, 0 unknown, failures: none\n',
    );
  });
});
