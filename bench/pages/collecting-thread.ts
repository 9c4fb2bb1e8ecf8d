// Entry of a reading thread that reads and stores pages but does not judge them.
import { join } from 'node:path';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import { PageShelf } from '../../src/pipeline/crawl/memory/page-shelf.ts';
import type { ThreadSettings } from '../../src/pipeline/crawl/threads/calls.ts';
import { serveVisits } from '../../src/pipeline/crawl/threads/serve-visits.ts';
import { EvidenceFiles } from '../../src/store/evidence-files.ts';
import { PageFiles } from '../../src/store/page-files.ts';
import { packWithNames } from './bench-pack.ts';
import { measuredProbes } from './measured-probes.ts';

// The settings come from our own main thread.
const settings = workerData as ThreadSettings;
if (parentPort === null) throw new Error('this file is the entry of a thread');
const { pack } = packWithNames(1);
serveVisits(parentPort, {
  pack,
  probes: measuredProbes(pack, false),
  hasBrowser: settings.hasBrowser,
  evidence: new EvidenceFiles(settings.dataFolder),
  pages: new PageFiles(settings.dataFolder),
  shelf: new PageShelf(join(settings.shelfFolder, String(threadId)), settings.pageMemory),
});
