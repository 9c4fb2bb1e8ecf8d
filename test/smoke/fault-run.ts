import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { wordSections } from '../../src/application/word-sections.ts';
import { loadPack, type Pack } from '../../src/config/pack.ts';
import type { CrawlSettings } from '../../src/config/schema/crawl.ts';
import type { Capture } from '../../src/model/capture.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Government } from '../../src/model/government.ts';
import type { Nature } from '../../src/model/nature.ts';
import { type RunSummary, runCrawl } from '../../src/pipeline/crawl/run/run.ts';
import { probes } from '../../src/probes/list.ts';
import type { Store } from '../../src/store/store.ts';
import { shippedPack } from '../config/temporary-pack.ts';
import { openStore } from '../store/place.ts';

/** A file system in memory: a slow disk would cause time-outs. */
const memory = '/dev/shm';

export const pack: Pack = loadPack(shippedPack, wordSections);

/** The shipped limits, shortened so that a test takes seconds instead of minutes. */
export const shortenedSettings: CrawlSettings = {
  ...pack.crawl,
  concurrency: 12,
  budget: {
    ...pack.crawl.budget,
    'pages-per-site': 12,
    'requests-per-visit': 40,
    'visit-time': 60_000,
    'rendered-pages': 1,
  },
  politeness: { ...pack.crawl.politeness, pause: 0, 'max-crawl-delay': 50 },
  // Long enough for a busy machine that runs both the sites and the crawl.
  timeouts: { dns: 5000, connect: 6000, tls: 6000, 'first-byte': 8000, body: 8000, total: 10_000 },
  limits: { ...pack.crawl.limits, 'body-bytes': 4_500_000 },
  retry: { ...pack.crawl.retry, attempts: 0 },
  browser: { ...pack.crawl.browser, 'page-time': 20_000, 'settle-time': 800 },
};

export interface Result {
  readonly summary: RunSummary;
  readonly capturesOf: (government: Government) => readonly Capture[];
  readonly findingsOf: (government: Government) => readonly Finding[];
}

/** A whole run over governments behind a proxy, in a data folder that is deleted afterwards. */
export async function runOver(
  governments: readonly Government[],
  proxy: string,
  chromium: string | null = null,
  settings = shortenedSettings,
): Promise<Result> {
  const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'govprobe-faults-'));
  try {
    return await runIn(folder, governments, { proxy, chromium, settings });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts `hostile-server.ts` and resolves when it answers. */
export async function startHostileServer(): Promise<{ proxy: string; stop: () => void }> {
  const program = fileURLToPath(new URL('hostile-server.ts', import.meta.url));
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = z.tuple([z.string()]).parse(await once(createInterface({ input: child.stdout }), 'line'));
  return { proxy: line, stop: () => child.stdin.end() };
}

/** The same in a data folder that is not deleted; `prepare` gets the store before the run. */
export async function runIn(
  folder: string,
  governments: readonly Government[],
  options: {
    readonly proxy: string;
    readonly chromium?: string | null;
    readonly settings?: CrawlSettings;
    readonly resume?: boolean;
    readonly nature?: Nature;
    readonly prepare?: (store: Store) => void;
  },
): Promise<Result> {
  const store = await openStore(folder, 'write');
  options.prepare?.(store);
  const captures = new Map<string, readonly Capture[]>();
  const findings = new Map<string, readonly Finding[]>();
  try {
    const summary = await runCrawl({
      store,
      dataFolder: folder,
      pack,
      settings: options.settings ?? shortenedSettings,
      probes,
      governments,
      kind: 'crawl',
      trustSilence: true,
      ...(options.nature === undefined ? {} : { nature: options.nature }),
      proxy: new URL(options.proxy),
      chromium: options.chromium ?? null,
      resume: options.resume === true ? ((await store.runs.list())[0] ?? null) : null,
      observer: { started: () => undefined, captured: () => undefined, visited: () => undefined },
      signal: new AbortController().signal,
    });
    for (const { code } of governments) {
      captures.set(code, await store.captures.list(summary.run, code));
      findings.set(code, await store.findings.list(summary.run, { code }));
    }
    return {
      summary,
      capturesOf: ({ code }) => captures.get(code) ?? [],
      findingsOf: ({ code }) => findings.get(code) ?? [],
    };
  } finally {
    await store.close();
  }
}

/** Resources of this process: handles that keep it alive, open descriptors, child processes. */
export function heldResources(): { handles: number; descriptors: number; children: number } {
  const handles = process.getActiveResourcesInfo().filter((name) => /TCP|Timeout|Process|Pipe/.test(name)).length;
  return { handles, descriptors: descriptors(), children: childrenOf(process.pid) };
}

/** Number of open sockets and pipes of this process; 0 if the system does not tell. */
function descriptors(): number {
  try {
    return readdirSync('/proc/self/fd').filter((name) => /socket|pipe/.test(linkOf(`/proc/self/fd/${name}`))).length;
  } catch {
    return 0;
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function childrenOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
    ).length;
  } catch {
    return 0;
  }
}
