import { availableParallelism } from 'node:os';
import { loadRegistry, type Pack } from '../config/pack.ts';
import { currentExclusions } from '../config/read-pack.ts';
import type { CrawlSettings } from '../config/schema/crawl.ts';
import type { Government } from '../model/government.ts';
import { UsageError } from '../model/usage-error.ts';
import { moduleFile } from '../module-file.ts';
import { findChromium } from '../pipeline/crawl/browser/find-chromium.ts';
import type { RunObserver, RunOptions } from '../pipeline/crawl/run/run-options.ts';
import type { Store } from '../store/store.ts';
import { hasAmpleMemory } from './ample-memory.ts';
import { packProbes } from './pack-probes.ts';
import type { SimulationChoice } from './simulation.ts';

/** What a person chooses for any run, whether of one government or of every night. */
export interface RunChoice extends SimulationChoice {
  /** Address of an outbound proxy. */
  readonly proxy?: string | undefined;
  /** A simulated country answers behind the proxy. */
  readonly simulated?: boolean | undefined;
  /** Visits open at once; undefined: as the pack says. */
  readonly concurrency?: number | undefined;
  /** False: never start a browser. */
  readonly browser?: boolean | undefined;
}

/** What the face of a run gives to it. */
export interface RunFace {
  /** Path of the command line's main file, which serves simulations in another process. */
  readonly program: string;
  readonly env: NodeJS.ProcessEnv;
  /** Opens the data folder to write, and says so where its database was migrated. */
  open(dataFolder: string): Promise<Store>;
  /**
   * Called once everything that can be wrong in the request was checked and the data folder is
   * open.
   */
  watch(): Promise<RunWatch>;
  /** From this call on a person may end the run in order. */
  interruption(): AbortSignal;
}

/** Displays and meters, until the run is over. */
export interface RunWatch {
  readonly observer: RunObserver;
  close(): Promise<void>;
}

/** The options of a run that follow from what a person chose. */
export type RunSettings = Pick<RunOptions, 'settings' | 'probes' | 'proxy' | 'chromium' | 'threads'>;

/**
 * Exclusions are read anew, since a schedule may have been running for weeks.
 * @param proxy the way out: a simulation, the operator's proxy, or null for the open internet.
 * @throws UsageError for a mistake in `exclusions.csv`
 */
export function runSettings(pack: Pack, choice: RunChoice, proxy: URL | null, env: NodeJS.ProcessEnv): RunSettings {
  return {
    settings: {
      ...(choice.sandbox ? hurried(pack.crawl) : pack.crawl),
      concurrency: choice.concurrency ?? openVisits(pack, choice),
      exclusions: currentExclusions(pack.directory, pack.meta.files.exclusions),
    },
    probes: packProbes(pack),
    proxy,
    chromium: choice.browser === false ? null : findChromium(env),
    threads: {
      count: threadCount(pack.crawl['reading-threads']),
      file: threadFile,
      ample: hasAmpleMemory(env),
    },
  };
}

/**
 * Visits that are open at once unless a person says so. A simulated country on this machine answers
 * at once, so that the processor is the limit, and more open visits would only move pages to the
 * disk and back.
 */
function openVisits({ crawl }: Pack, { sandbox }: RunChoice): number {
  return sandbox ? Math.min(crawl.concurrency, mostSimulated) : crawl.concurrency;
}

const mostSimulated = 8;

/**
 * Settings for a simulated country on this machine, which needs no pause that its own robots.txt
 * does not ask for, and whose failures pass with the next request.
 */
export function hurried({ politeness, retry, ...settings }: CrawlSettings): CrawlSettings {
  return { ...settings, politeness: { ...politeness, pause: 0 }, retry: { ...retry, pause: 0 } };
}

/** More threads gain little: the main thread, which makes the requests, becomes the limit. */
const mostThreads = 4;
const threadFile = moduleFile(import.meta.url, './reading-thread');

/** Number of reading threads that a pack's setting means on this machine. */
export function threadCount(wanted: number | 'auto'): number {
  return wanted === 'auto' ? Math.min(mostThreads, availableParallelism()) : wanted;
}

/**
 * The registry of a file; undefined: that of the pack.
 *
 * @throws UsageError that names file and line.
 */
export function registryOf(pack: Pack, file: string | undefined): readonly Government[] {
  return file === undefined ? pack.visits : loadRegistry(file, pack.meta);
}

/**
 * The outbound proxy that an option or the environment names.
 *
 * @throws UsageError for one that is not `http://host:port`.
 */
export function proxyOf(option: string | undefined, env: NodeJS.ProcessEnv): URL | null {
  const text = option ?? env.HTTPS_PROXY ?? env.https_proxy ?? env.HTTP_PROXY ?? env.http_proxy ?? '';
  if (text === '') return null;
  const where = option === undefined ? 'the proxy variable of the environment' : '--proxy';
  const url = URL.parse(text);
  if (url === null) {
    const shown = JSON.stringify(text.replace(/\/\/.*@/, '//'));
    throw new UsageError(`${where} is ${shown}; expected an address such as http://127.0.0.1:8118`);
  }
  if (url.protocol === 'http:') return url;
  throw new UsageError(`${where} names a ${url.protocol} proxy; expected http://host:port`);
}
