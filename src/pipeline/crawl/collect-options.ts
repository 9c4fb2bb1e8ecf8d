import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { CrawlSettings } from '../../config/schema/crawl.ts';
import type { Capture } from '../../model/capture.ts';
import type { Government } from '../../model/government.ts';
import type { Probe } from '../../probes/contract.ts';
import type { EvidenceFiles } from '../../store/evidence-files.ts';
import type { BrowserJob } from './browser/job.ts';
import type { Entry, Visit } from './frontier/visit.ts';
import type { Recollection } from './memory/recollection.ts';
import type { OpenRequest } from './watchdog.ts';

/** What a collection works with, and who is told of what happens in it. */
export interface CollectOptions {
  readonly settings: CrawlSettings;
  readonly knowledge: CompiledKnowledge;
  readonly probes: readonly Probe[];
  readonly evidence: EvidenceFiles;
  readonly proxy: URL | null;
  readonly officialSuffixes: readonly string[];
  /** Visits open at once. */
  readonly concurrency: number;
  /** Path of a Chromium; null: pages that need one become `needs-browser`. */
  readonly chromium: string | null;
  /** Ends the collecting in order when aborted; `collect` then rejects with the signal's reason. */
  readonly signal: AbortSignal;
  /** Called for every capture as it is made. */
  readonly onEntry: (government: Government, entry: Entry) => void;
  /** Called once when the run must end because nothing moves any more, or its time is over, with every request under way. */
  readonly onStall: (reason: Error, open: readonly OpenRequest[]) => void;
  /** Called when the browser has done something. */
  readonly onBrowserJob?: (job: BrowserJob) => void;
  /** Called when a visit begins. */
  readonly onStart: (government: Government) => void;
  /** Called when a visit is complete; the visit stays open until it resolves. A rejection ends the run. */
  readonly onVisit: (visit: Visit) => Promise<void>;
  /** What an earlier visit of the government brought; null, or left out, to visit as if for the first time. */
  readonly recollect?: (government: Government) => Promise<Recollection | null>;
  /** Called instead of `onVisit` when everything was asked for again and nothing had changed; captures in their earlier order. */
  readonly onUnchanged?: (visit: Visit, captures: readonly Capture[]) => Promise<void>;
  /** False: no further visit is opened, and `collect` resolves when the open ones are complete. */
  readonly mayOpen?: () => boolean;
  /** Longest delay before a visit begins, in milliseconds; the delay of each is drawn. */
  readonly jitter?: number;
}
