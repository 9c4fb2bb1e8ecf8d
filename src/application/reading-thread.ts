// Entry of a reading thread: compiles the pack again, since compiled words cannot cross threads.
import { join } from 'node:path';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import { loadPack } from '../config/pack.ts';
import { PageShelf } from '../pipeline/crawl/memory/page-shelf.ts';
import type { ThreadSettings } from '../pipeline/crawl/threads/calls.ts';
import { collectGarbage } from '../pipeline/crawl/threads/collect-garbage.ts';
import { serveVisits } from '../pipeline/crawl/threads/serve-visits.ts';
import { mediaOf } from '../store/media.ts';
import { packProbes } from './pack-probes.ts';
import { wordSource } from './word-sections.ts';

// The settings come from our own main thread.
const settings = workerData as ThreadSettings;
if (parentPort === null) throw new Error('this file is the entry of a thread');
const pack = loadPack(settings.packFolder, wordSource, settings.packFiles);
if (pack.hash !== settings.packHash)
  throw new Error(`the configuration in ${settings.packFolder} changed while the run was started; start it again`);
const wanted = new Set(settings.probes);
const probes = packProbes(pack).filter(({ id }) => wanted.has(id));
// The pages that follow soon take what is free.
collectGarbage('regular');
serveVisits(parentPort, {
  pack,
  probes,
  hasBrowser: settings.hasBrowser,
  ...mediaOf(settings.dataFolder, settings.evidence),
  shelf: new PageShelf(join(settings.shelfFolder, String(threadId)), settings.pageMemory),
});
