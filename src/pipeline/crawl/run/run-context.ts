import type { Government } from '../../../model/government.ts';
import type { ReplyBoard } from '../../../store/reply-board.ts';
import type { Run } from '../../../store/store.ts';
import type { CollectOptions } from '../collect-options.ts';
import type { PageShelf } from '../memory/page-shelf.ts';
import type { Clock } from '../outcome/clock.ts';
import type { Conduct, JudgingDeps } from '../visit/judged-visit.ts';
import type { Network } from './network.ts';
import { sharedHosts } from './plan.ts';
import type { Recorder } from './recorder.ts';
import type { RunOptions } from './run-options.ts';

/** What both passes of a run work with. */
export interface RunContext {
  readonly options: RunOptions;
  readonly run: Run;
  readonly clock: Clock;
  readonly recorder: Recorder;
  readonly judging: JudgingDeps;
  readonly conduct: Conduct;
  readonly network: Network;
  /** Where visits that are conducted in this thread keep their pages. */
  readonly shelf: PageShelf;
  /** All governments of the run, in the order of their visits. */
  readonly plan: readonly Government[];
  /** Calls a listener whenever a visit has ended in another process; left out where there are none. */
  readonly othersVisited?: ((listener: () => void) => void) | undefined;
  /** Replies that visits in other processes share; null where this process makes all visits. */
  readonly board: ReplyBoard | null;
}

/** Options of a collection that do not differ between the passes. */
export function commonOptions({
  options,
  plan,
  shelf,
  clock,
  recorder,
  conduct,
  network,
  othersVisited,
  board,
}: RunContext): Omit<CollectOptions, 'settings' | 'onVisit' | 'remember'> {
  const { pack, store, probes, proxy, chromium, signal, mayOpen, jitter } = options;
  return {
    knowledge: pack.knowledge,
    probes,
    evidence: store.evidence,
    pages: store.pages,
    shelf,
    conduct,
    proxy,
    officialSuffixes: pack.meta['official-suffixes'],
    sharedHosts: sharedHosts(plan),
    turns: store.turns,
    board,
    concurrency: options.settings.concurrency,
    chromium,
    signal,
    clock,
    ...(mayOpen === undefined ? {} : { mayOpen }),
    ...(jitter === undefined ? {} : { jitter }),
    ...(othersVisited === undefined ? {} : { othersVisited }),
    onStart: (government) => recorder.visitStarted(government),
    onCapture(government, capture) {
      network.heard(capture);
      recorder.captured(government, capture);
    },
    onBrowserJob: (job) => recorder.browsed(job),
    onStall: (reason, open) => recorder.stalled(reason, open),
  };
}
