import type { Logger } from 'pino';
import type { Government } from '../../model/government.ts';
import type { Run } from '../../store/store.ts';
import type { Clock } from '../crawl/outcome/clock.ts';
import { FirstPass } from '../crawl/run/first-pass.ts';
import type { RunOptions } from '../crawl/run/run-options.ts';
import { visitAgain } from '../crawl/run/second-pass.ts';
import { openVisiting } from '../crawl/run/visiting.ts';
import { GivenVisits } from './given-visits.ts';
import type { Presence, Sharing } from './sharing.ts';

export interface VisitsOfPass {
  readonly run: Run;
  readonly pass: 1 | 2;
  readonly plan: readonly Government[];
  /** Visits that are still to be made, by all processes. */
  readonly left: number;
  readonly log: Logger;
  readonly clock: Clock;
  /** Asked before visits are taken: whether none may be begun any more. */
  readonly isOver: (idle: number) => Promise<boolean>;
  readonly onSettled?: () => void;
  readonly othersVisited?: (listener: () => void) => void;
}

/**
 * Makes visits of one pass of a shared run until it is over for this process. What was begun and
 * not settled is given back. Rejects as `collect` does.
 */
export async function makeVisits(
  options: RunOptions,
  { queue, work, worker, presence }: Sharing & { readonly presence: Presence },
  visits: VisitsOfPass,
): Promise<void> {
  const { run, pass, plan, left, log, clock, isOver, onSettled, othersVisited } = visits;
  const hand = new GivenVisits({
    ...{ run: run.id, pass, queue, work, clock, isOver, worker: worker.name },
    governments: new Map(plan.map((government) => [government.code, government])),
    onLost: (government) => visiting.context.recorder.visitLost(government),
    onFailed: (government, error) => visiting.context.recorder.visitFailed(government, error),
    ...(onSettled === undefined ? {} : { onSettled }),
  });
  const visiting = openVisiting(options, {
    ...{ run, plan, left, log, clock, settling: hand },
    board: options.store.replies?.of(run.id, pass) ?? null,
    ...(othersVisited === undefined ? {} : { othersVisited }),
    otherWitnesses: async () =>
      (await work.workers(60))
        .filter(({ id }) => id !== worker.id)
        .flatMap(({ state }) => state.answering.toReversed()),
  });
  presence.begin(run.id, hand, visiting.context.network);
  try {
    if (pass === 1) await new FirstPass(visiting.context).run(hand);
    else await visitAgain(visiting.context, hand);
  } finally {
    await hand.giveBack();
    presence.end(hand);
    await visiting.close();
  }
}
