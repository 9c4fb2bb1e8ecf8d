import type { CompiledKnowledge } from '../../../config/knowledge.ts';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Capture } from '../../../model/capture.ts';
import type { Government } from '../../../model/government.ts';
import type { EvidenceStore } from '../../../store/evidence.ts';
import type { PageStore } from '../../../store/pages.ts';
import type { FollowDeps } from '../frontier/follow/deps.ts';
import type { OpenVisits } from '../frontier/frontiers.ts';
import type { PlannedRequest } from '../frontier/planned-request.ts';
import { mayTryAgain, patienceFor } from '../frontier/second-try.ts';
import type { AskMore, Entry, Queued } from '../frontier/visit.ts';
import type { PageShelf } from '../memory/page-shelf.ts';
import type { Clock } from '../outcome/clock.ts';
import type { FetchOutcome } from '../outcome/fetch-outcome.ts';
import type { Performer } from './perform.ts';

/** What the visits of a collection share. */
export interface VisitDeps {
  readonly settings: CrawlSettings;
  readonly knowledge: CompiledKnowledge;
  readonly evidence: EvidenceStore;
  /** Pages that were parsed, kept from night to night. */
  readonly pages: PageStore;
  /** Where open visits keep their pages. */
  readonly shelf: Pick<PageShelf, 'open'>;
  readonly performer: Performer;
  readonly frontiers: OpenVisits;
  readonly follow: FollowDeps;
  readonly askMore: AskMore;
  readonly clock: Clock;
  /** Aborted when the collection ends early. */
  readonly signal: AbortSignal;
  /** Ends the collection early, for a reason that every visit would meet. */
  readonly abort: (reason: unknown) => void;
  /** Told of every capture as it is made. */
  readonly onCapture: (government: Government, capture: Capture) => void;
  /** Told what a request is waiting for. */
  readonly onPhase: (request: PlannedRequest, phase: string) => void;
  /** Told when the handling of a request has ended. */
  readonly onHandled: (request: PlannedRequest) => void;
}

/** Puts a request back if its outcome deserves a second try; false if the outcome stands. */
export function tryAgainLater(deps: VisitDeps, queued: Queued, outcome: FetchOutcome): boolean {
  const { settings, clock, performer } = deps;
  if (!mayTryAgain(queued, outcome, settings)) return false;
  const patience = patienceFor(outcome, settings, clock.now());
  if (patience > 0) performer.rest(queued.host, patience);
  queued.visit.retry(queued, clock.steady() + Math.max(settings.retry.pause, patience));
  return true;
}

/** Settles a request with its entries, and closes the visit when it has nothing left. */
export function settle(deps: VisitDeps, queued: Queued, entries: readonly Entry[]): void {
  const { visit } = queued;
  visit.settle(queued, entries, deps.clock.steady());
  if (visit.done) deps.frontiers.close(visit);
}
