import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { CrawlSettings } from '../../config/schema/crawl.ts';
import type { Capture } from '../../model/capture.ts';
import type { Government } from '../../model/government.ts';
import type { Probe } from '../../probes/contract.ts';
import type { EvidenceStore } from '../../store/evidence.ts';
import type { HostTurns } from '../../store/host-turns.ts';
import type { PageStore } from '../../store/pages.ts';
import type { ReplyBoard } from '../../store/reply-board.ts';
import type { BrowserJob } from './browser/job.ts';
import type { PageShelf } from './memory/page-shelf.ts';
import type { Recollection } from './memory/recollection.ts';
import type { Clock } from './outcome/clock.ts';
import type { Conduct, JudgedVisit } from './visit/judged-visit.ts';
import type { OpenRequest } from './watchdog.ts';

/** Inputs of a collection, and callbacks for what happens in it. */
export interface CollectOptions {
  readonly settings: CrawlSettings;
  readonly knowledge: CompiledKnowledge;
  readonly probes: readonly Probe[];
  readonly evidence: EvidenceStore;
  /** Pages that were parsed, kept from night to night. */
  readonly pages: PageStore;
  /** Where open visits keep their pages. */
  readonly shelf: Pick<PageShelf, 'open'>;
  readonly proxy: URL | null;
  readonly officialSuffixes: readonly string[];
  /** Hosts that several governments of the run share, whose replies their visits share. */
  readonly sharedHosts: ReadonlySet<string>;
  /** Replies that visits in other processes share; null, or left out, where there are none. */
  readonly board?: ReplyBoard | null;
  /** Turns at hosts that other processes ask as well; null, or left out, where there are none. */
  readonly turns?: HostTurns | null;
  /** Visits open at once. */
  readonly concurrency: number;
  /** Path of a Chromium; null: pages that need one become `needs-browser`. */
  readonly chromium: string | null;
  /** Ends the collection in order when aborted; `collect` then rejects with the signal's reason. */
  readonly signal: AbortSignal;
  /** Called for every capture as it is made. */
  readonly onCapture: (government: Government, capture: Capture) => void;
  /** Called once with every open request when the collection stalls or its time is over. */
  readonly onStall: (reason: Error, open: readonly OpenRequest[]) => void;
  /** Called when the browser has done something. */
  readonly onBrowserJob?: (job: BrowserJob) => void;
  /** Called when a visit begins. */
  readonly onStart: (government: Government) => void;
  /** Commits a complete visit, which stays open until then. A rejection ends the collection. */
  readonly onVisit: (visit: JudgedVisit) => Promise<void>;
  /** Conducts and judges the visits: in this thread or in others. */
  readonly conduct: Conduct;
  /** Whether the pages that are parsed are kept for the next night. */
  readonly remember: boolean;
  /** What an earlier visit of the government brought; null, or left out, for a first visit. */
  readonly recollect?: (government: Government) => Promise<Recollection | null>;
  /** False: no further visit is opened; `collect` resolves when the open ones are complete. */
  readonly mayOpen?: () => boolean;
  /** Longest random delay before a visit begins, in milliseconds. */
  readonly jitter?: number;
  /** Calls a listener whenever a visit has ended in another process, which is no standstill. */
  readonly othersVisited?: (listener: () => void) => void;
  /** The system's by default. */
  readonly clock?: Clock;
}
