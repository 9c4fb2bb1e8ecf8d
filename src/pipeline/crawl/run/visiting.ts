import type { Logger } from 'pino';
import type { Government } from '../../../model/government.ts';
import type { ReplyBoard } from '../../../store/reply-board.ts';
import type { Run } from '../../../store/store.ts';
import { PageShelf } from '../memory/page-shelf.ts';
import { openShelfFolder } from '../memory/shelf-folder.ts';
import type { Clock } from '../outcome/clock.ts';
import { fewestVisits, ReadingThreads } from '../threads/reading-threads.ts';
import { conductFully, conductHere, type JudgingDeps } from '../visit/judged-visit.ts';
import { answersNow, Network } from './network.ts';
import { Recorder } from './recorder.ts';
import type { RunContext } from './run-context.ts';
import type { RunOptions } from './run-options.ts';
import type { Settling } from './settling.ts';

/** What a process has open while it makes visits of a run. */
export interface Visiting {
  readonly context: RunContext;
  /** Ends the reading threads and deletes pages of visits that were not completed. */
  close(): Promise<void>;
}

export interface VisitingParts {
  readonly run: Run;
  /** All governments of the run, in the order of their visits. */
  readonly plan: readonly Government[];
  /** Visits that are still to be made. */
  readonly left: number;
  readonly log: Logger;
  readonly clock: Clock;
  /** Left out where this process makes all visits. */
  readonly settling?: Settling | null;
  /** Replies that visits in other processes share; left out where this process makes all visits. */
  readonly board?: ReplyBoard | null;
  /** Calls a listener whenever a visit has ended in another process. */
  readonly othersVisited?: (listener: () => void) => void;
  /** Origins that answered other processes lately. */
  readonly otherWitnesses?: () => Promise<readonly string[]>;
}

/** Opens what visits of a run need. */
export function openVisiting(options: RunOptions, parts: VisitingParts): Visiting {
  const { run, plan, log, clock, settling } = parts;
  const { pack, probes, chromium, store, observer } = options;
  const recorder = new Recorder({ run, store, log, observer, clock, settling: settling ?? null });
  const judging = { pack, probes, hasBrowser: chromium !== null };
  const folder = openShelfFolder(options.dataFolder);
  const shelf = new PageShelf(folder.path, pageMemoryOf(options));
  const threads = openThreads(options, judging, parts.left, folder.path);
  const conduct = threads?.conduct ?? conductHere(judging);
  const network = networkOf(options, parts);
  return {
    context: {
      ...{ options, run, clock, recorder, plan, judging, conduct, network, shelf },
      othersVisited: parts.othersVisited,
      board: parts.board ?? null,
    },
    async close() {
      await threads?.close();
      folder.close();
    },
  };
}

/** Visits without any answer that it takes to call the network dead before the end of a run. */
const fewestHeld = 4;

function networkOf(
  { settings, proxy, store: { turns }, trustSilence = false }: RunOptions,
  { clock, otherWitnesses }: VisitingParts,
): Network {
  return new Network({
    ...{ proxy, clock, trusted: trustSilence, limit: Math.max(fewestHeld, settings.concurrency) },
    answers: (url) => answersNow(url, { settings, proxy, clock, turns }),
    ...(otherWitnesses === undefined ? {} : { otherWitnesses }),
  });
}

/** Bytes of the pages that open visits may keep in memory, all threads together, by estimate. */
function pageMemoryOf({ threads }: RunOptions): number {
  return (threads?.ample ? 256 : 64) * 1024 * 1024;
}

function openThreads(
  options: RunOptions,
  judging: JudgingDeps,
  visits: number,
  shelfFolder: string,
): ReadingThreads | null {
  const { threads, pack, probes, dataFolder, store } = options;
  if (threads === undefined || threads.count === 0 || visits < fewestVisits) return null;
  const settings = {
    packFolder: pack.directory,
    packHash: pack.hash,
    packFiles: pack.parsed,
    ample: threads.ample ?? false,
    probes: probes.map(({ id }) => id),
    hasBrowser: judging.hasBrowser,
    dataFolder,
    evidence: store.services.evidence,
    shelfFolder,
    pageMemory: pageMemoryOf(options) / threads.count,
  };
  return new ReadingThreads(threads.count, threads.file, settings, conductFully(judging));
}
