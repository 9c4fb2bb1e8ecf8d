import type { MessagePort } from 'node:worker_threads';
import { type BirpcReturn, createBirpc } from 'birpc';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Capture } from '../../../model/capture.ts';
import type { EvidenceStore } from '../../../store/evidence.ts';
import type { PageStore } from '../../../store/pages.ts';
import { followDeps } from '../frontier/follow/deps.ts';
import { nextTargets } from '../frontier/next-targets.ts';
import { systemClock } from '../outcome/clock.ts';
import { conductFully, type JudgingDeps } from '../visit/judged-visit.ts';
import type { Performer } from '../visit/perform.ts';
import type { VisitDeps } from '../visit/visit-deps.ts';
import { type MainCalls, mainEvents, receivedError, sentError, type ThreadCalls, unpacked } from './calls.ts';
import { SentFrontiers } from './sent-frontiers.ts';

/** What a reading thread works with. */
export interface ReadingDeps extends JudgingDeps {
  readonly evidence: EvidenceStore;
  readonly pages: PageStore;
  readonly shelf: VisitDeps['shelf'];
}

/** Conducts visits whose requests are made by the thread behind the port. */
export function serveVisits(port: MessagePort, reading: ReadingDeps): void {
  const stop = new AbortController();
  const conduct = conductFully(reading);
  const calls: ThreadCalls = {
    async conduct(visit, order, settings) {
      return conduct(depsOf(visit, settings), order);
    },
    handle: (request) => frontiers.handle(request),
    failed: (request, error) => frontiers.failed(request, receivedError(error)),
    abort() {
      stop.abort();
      frontiers.closeAll();
    },
    ping: () => undefined,
  };
  const main: BirpcReturn<MainCalls, ThreadCalls> = createBirpc<MainCalls, ThreadCalls>(calls, {
    post: (message) => port.postMessage(message),
    on: (receive) => void port.on('message', receive),
    eventNames: [...mainEvents],
    timeout: -1,
  });
  const frontiers = new SentFrontiers(main, systemClock);

  function depsOf(visit: number, settings: CrawlSettings): VisitDeps {
    const { pack, probes, hasBrowser, evidence, pages, shelf } = reading;
    const { knowledge } = pack;
    const captures: Capture[] = [];
    const next = { probes, knowledge, settings, hasBrowser };
    return {
      settings,
      knowledge,
      evidence,
      pages,
      shelf,
      performer: performerOf(visit),
      frontiers: frontiers.of(visit, captures),
      follow: followDeps(next),
      askMore: (of) => nextTargets(next, of),
      clock: systemClock,
      signal: stop.signal,
      abort: (reason) => void main.abort(visit, sentError(reason)),
      onCapture: (_, capture) => void captures.push(capture),
      // The main thread knows when a request begins and ends.
      onPhase: () => undefined,
      onHandled: () => undefined,
    };
  }

  /** Has requests made by the main thread. */
  function performerOf(visit: number): Performer {
    return {
      fetch: async (request, headers) => unpacked(await main.fetch(frontiers.numberOf(request), headers)),
      async converse(request, interaction) {
        const steps = await main.converse(frontiers.numberOf(request), interaction);
        return steps.map((step) => ({ ...step, outcome: unpacked(step.outcome) }));
      },
      rest: (host, time) => void main.rest(visit, host, time),
    };
  }
}
