import { expect, it } from 'vitest';
import type { Capture } from '../../../../src/model/capture.ts';
import { RunTally } from '../../../../src/pipeline/crawl/run/run-tally.ts';

function capture(change: Partial<Capture>): Capture {
  const none = { id: '', government: '1', site: 'portal' as const, role: 'page' as const, via: 'http' as const };
  return { ...none, home: false, failure: null, ...change } as Capture;
}

it('counts governments that the browser saw, not those that had none', () => {
  const tally = new RunTally();
  tally.captured('1', capture({ via: 'browser' }));
  tally.captured('1', capture({ via: 'browser', role: 'data' }));
  tally.captured('2', capture({ via: 'browser', failure: 'needs-browser' }));
  tally.captured('3', capture({ home: true, failure: 'dns' }));
  expect(tally.browser).toEqual({ governments: 1, jobs: {} });
  expect(tally).toMatchObject({ pages: 3, homes: 1, deadHomes: { dns: 1 }, failures: { dns: 1, 'needs-browser': 1 } });
});

it('adds up the time of the jobs of each kind', () => {
  const tally = new RunTally();
  tally.browsed({ kind: 'render', seconds: 1 });
  tally.browsed({ kind: 'render', seconds: 2 });
  tally.browsed({ kind: 'chat', seconds: 9 });
  expect(tally.browser.jobs).toEqual({ render: { jobs: 2, seconds: 3 }, chat: { jobs: 1, seconds: 9 } });
});
