import type { Capture } from '../../../model/capture.ts';
import type { VisitHandler } from '../frontier/frontiers.ts';
import type { Queued } from '../frontier/visit.ts';
import type { Recheck } from '../memory/recheck.ts';
import { conditionsFor, recollectionKey } from '../memory/recollection.ts';
import type { FetchOutcome } from '../outcome/fetch-outcome.ts';
import { makeCapture } from './make-entry.ts';
import type { Traffic } from './traffic.ts';
import { settle, tryAgainLater, type VisitDeps } from './visit-deps.ts';

/**
 * Handles the requests of a recheck: compares every answer and closes the visit at the first
 * change.
 */
export class RecheckHandler implements VisitHandler {
  readonly #deps: VisitDeps;
  readonly #recheck: Recheck;
  readonly #traffic: Traffic;

  constructor(deps: VisitDeps, recheck: Recheck, traffic: Traffic) {
    this.#deps = deps;
    this.#recheck = recheck;
    this.#traffic = traffic;
  }

  async handle(queued: Queued): Promise<void> {
    const { knowledge, evidence, performer, clock, frontiers, onPhase, onHandled } = this.#deps;
    const { target, visit } = queued;
    const key = recollectionKey(target);
    try {
      const outcome = await performer.fetch(queued, conditionsFor(this.#recheck.before.get(key)));
      this.#traffic.count(outcome);
      onPhase(queued, 'reading');
      if (tryAgainLater(this.#deps, queued, outcome)) return;
      const context = { government: visit.government.code, knowledge, evidence };
      const time = clock.now();
      const make = async (of: FetchOutcome): Promise<Capture> => (await makeCapture(target, of, time, context)).capture;
      const entry = await this.#recheck.compare(key, outcome, time, make);
      if (entry === null) frontiers.close(visit);
      else settle(this.#deps, queued, [entry]);
    } finally {
      onHandled(queued);
    }
  }

  /** The full visit that follows meets the same error and records it. */
  async failed({ visit }: Queued): Promise<void> {
    this.#recheck.giveUp();
    this.#deps.frontiers.close(visit);
  }
}
