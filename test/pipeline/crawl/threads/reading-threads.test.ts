import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { packProbes } from '../../../../src/application/pack-probes.ts';
import { wordSource } from '../../../../src/application/word-sections.ts';
import { loadPack, type Pack } from '../../../../src/config/pack.ts';
import type { Capture } from '../../../../src/model/capture.ts';
import { followDeps } from '../../../../src/pipeline/crawl/frontier/follow/deps.ts';
import { Frontiers } from '../../../../src/pipeline/crawl/frontier/frontiers.ts';
import { nextTargets } from '../../../../src/pipeline/crawl/frontier/next-targets.ts';
import { PagesInMemory, type VisitPages } from '../../../../src/pipeline/crawl/frontier/visit-pages.ts';
import type { Recollection } from '../../../../src/pipeline/crawl/memory/recollection.ts';
import { systemClock } from '../../../../src/pipeline/crawl/outcome/clock.ts';
import type { FetchOutcome } from '../../../../src/pipeline/crawl/outcome/fetch-outcome.ts';
import { ReadingThreads } from '../../../../src/pipeline/crawl/threads/reading-threads.ts';
import {
  type Conduct,
  conductFully,
  conductHere,
  type JudgedVisit,
} from '../../../../src/pipeline/crawl/visit/judged-visit.ts';
import type { VisitDeps } from '../../../../src/pipeline/crawl/visit/visit-deps.ts';
import { EvidenceFiles } from '../../../../src/store/evidence-files.ts';
import { PageFiles } from '../../../../src/store/page-files.ts';
import { temporaryFolder } from '../../../smoke/cli.ts';
import { quickSettings } from '../settings.ts';
import { answer, government, home, web } from './small-web.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const threadFile = pathToFileURL(path.join(root, 'src/application/reading-thread.ts'));

let pack: Pack;
let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  pack = loadPack(path.join(root, 'config'), wordSource);
});
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** A collection without a network, whose engine handles one request after the other. */
class Stage {
  readonly stop = new AbortController();
  readonly captures: Capture[] = [];
  readonly asked: string[] = [];
  readonly aborted: unknown[] = [];
  readonly #frontiers = new Frontiers(() => true, systemClock, { hosts: new Set(), waiting: () => 0 });
  readonly #fetch: (url: string) => Promise<FetchOutcome>;

  constructor(fetch: (url: string) => Promise<FetchOutcome> = async (url) => answer(url)) {
    this.#fetch = fetch;
    this.stop.signal.addEventListener('abort', () => this.#frontiers.closeAll());
  }

  deps(): VisitDeps {
    const settings = quickSettings();
    const { knowledge } = pack;
    const probes = packProbes(pack);
    return {
      settings,
      knowledge,
      evidence: new EvidenceFiles(folder.path),
      pages: new PageFiles(folder.path),
      shelf: { open: () => new PagesInMemory() },
      performer: {
        fetch: async ({ target: { url } }) => {
          this.asked.push(url);
          return this.#fetch(url);
        },
        converse: async () => [],
        rest: () => undefined,
      },
      frontiers: this.#frontiers,
      follow: followDeps({ knowledge, probes, settings }),
      askMore: (visit) => nextTargets({ probes, knowledge, settings, hasBrowser: false }, visit),
      clock: systemClock,
      signal: this.stop.signal,
      abort: (reason) => {
        this.aborted.push(reason);
        this.stop.abort(reason);
      },
      onCapture: (_, capture) => void this.captures.push(capture),
      onPhase: () => undefined,
      onHandled: () => undefined,
    };
  }

  /** Conducts a visit to its end. */
  async conduct(conduct: Conduct, recollection: Recollection | null = null): Promise<JudgedVisit | null> {
    let ended = false;
    const visit = conduct(this.deps(), { government, recollection, remember: true }).finally(() => {
      ended = true;
    });
    visit.catch(() => undefined);
    while (!ended) {
      const job = this.#frontiers.next();
      if (job === null) await new Promise((again) => setTimeout(again, 2));
      else void job.handle().catch((error: unknown) => job.failed(error));
    }
    return visit;
  }
}

const judgingOf = () => ({ pack, probes: packProbes(pack), hasBrowser: false });

const settingsOf = (packHash = pack.hash) => ({
  packFolder: pack.directory,
  packHash,
  packFiles: pack.parsed,
  probes: packProbes(pack).map(({ id }) => id),
  hasBrowser: false,
  dataFolder: folder.path,
  evidence: null,
  shelfFolder: path.join(folder.path, 'shelf'),
  // Every page goes to disk, unlike those of visits that the test conducts itself.
  pageMemory: 0,
});

async function inThreads<T>(
  use: (threads: ReadingThreads) => Promise<T>,
  file = threadFile,
  hash?: string,
): Promise<T> {
  const threads = new ReadingThreads(1, file, settingsOf(hash), conductFully(judgingOf()));
  try {
    return await use(threads);
  } finally {
    await threads.close();
  }
}

/** What does not depend on the time of the visit. */
const timeless = (visit: JudgedVisit | null) => {
  if (visit === null || !visit.outcome.changed) throw new Error('a full visit was expected');
  const { outcome, requests, bytes } = visit;
  const captures = outcome.captures.map(({ time: _time, ...rest }) => rest);
  return { captures, findings: outcome.findings, unread: outcome.unread, key: outcome.basis.key, requests, bytes };
};

/** Notes when a visit lets go of its pages, and when they are written to be kept. */
class WatchedStage extends Stage {
  readonly order: string[] = [];

  override deps(): VisitDeps {
    const deps = super.deps();
    const noted = (pages: VisitPages): VisitPages => {
      const close = pages.close.bind(pages);
      const notedClose = (): void => {
        this.order.push('let go');
        close();
      };
      return Object.assign(pages, { close: notedClose });
    };
    const write = async (): Promise<void> => void this.order.push('written');
    return {
      ...deps,
      shelf: { open: () => noted(deps.shelf.open()) },
      pages: { read: (code, reading) => deps.pages.read(code, reading), write },
    };
  }
}

test('a visit that ends lets go of its pages before they are written, which may take a while', async () => {
  const stage = new WatchedStage();
  await stage.conduct(conductHere(judgingOf()));
  expect(stage.order).toEqual(['let go', 'written']);
});

describe('a visit whose pages cannot be put anywhere', () => {
  const failing = (change: (deps: VisitDeps) => Partial<VisitDeps>) => {
    const stage = new Stage();
    const deps = stage.deps.bind(stage);
    return Object.assign(stage, { deps: () => ({ ...deps(), ...change(deps()) }) });
  };

  test('counts where only those for the next night are lost', async () => {
    const expected = timeless(await new Stage().conduct(conductHere(judgingOf())));
    const write = async () => Promise.reject(Object.assign(new Error('a folder'), { code: 'EISDIR' }));
    const stage = failing(({ pages }) => ({ pages: { read: (code, key) => pages.read(code, key), write } }));
    expect(timeless(await stage.conduct(conductHere(judgingOf())))).toEqual(expected);
    const full = async () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    const noSpace = failing(({ pages }) => ({ pages: { read: (code, key) => pages.read(code, key), write: full } }));
    await expect(noSpace.conduct(conductHere(judgingOf()))).rejects.toThrow('no space');
  });

  test('ends the collection rather than go on without some of them', async () => {
    const reason = new Error('the shelf is gone');
    const rest = (): void => {
      throw reason;
    };
    const stage = failing(() => ({ shelf: { open: () => Object.assign(new PagesInMemory(), { rest }) } }));
    expect(await stage.conduct(conductHere(judgingOf()))).toBeNull();
    expect(stage.aborted).toEqual([reason]);
  });
});

describe('a visit in a reading thread', () => {
  test('gives what it gives in the main thread, and keeps its pages', async () => {
    const here = new Stage();
    const there = new Stage();
    const first = timeless(await here.conduct(conductHere(judgingOf())));
    const file = path.join(folder.path, 'pages', `${government.code}.zst`);
    const pages = readFileSync(file);
    expect(pages.length).toBeGreaterThan(1000);
    rmSync(file);
    const second = timeless(await inThreads((threads) => there.conduct(threads.conduct)));
    expect(second).toEqual(first);
    expect(there.asked).toEqual(here.asked);
    expect(there.captures.map(({ id }) => id).sort()).toEqual(here.captures.map(({ id }) => id).sort());
    // Pages that waited on the disk are kept as those that stayed in memory.
    expect(readFileSync(file).equals(pages)).toBe(true);
  }, 60_000);

  test('records a request that broke in our own hands, and goes on', async () => {
    const stage = new Stage(async (url) => {
      if (url.endsWith('/ysaq')) throw new Error('broken in our hands');
      return answer(url);
    });
    const visit = timeless(await inThreads((threads) => stage.conduct(threads.conduct)));
    const failed = visit.captures.filter(({ failure }) => failure === 'our-fault');
    expect(failed.map(({ url }) => url)).toEqual([`${home}ysaq`]);
    expect(visit.captures.length).toBeGreaterThan(failed.length);
  }, 60_000);

  test('ends without a result when the collection is aborted', async () => {
    const stage = new Stage(() => new Promise(() => undefined));
    setTimeout(() => stage.stop.abort(new Error('enough')), 300);
    expect(await inThreads((threads) => stage.conduct(threads.conduct))).toBeNull();
  }, 60_000);
});

describe('a visit after an earlier one', () => {
  /** What a first visit leaves behind, as if its findings still held. */
  const recollected = async (): Promise<Recollection> => {
    const { captures, unread, key } = timeless(await new Stage().conduct(conductHere(judgingOf())));
    const dated = captures.map((capture): Capture => ({ ...capture, time: '2026-11-26T00:00:00.000Z' }));
    return { captures: dated, unread, from: { when: 'earlier' }, findingsHold: true, pagesKey: key };
  };
  const broken = new URL('data:text/javascript,throw new Error("no room")');

  test('in which nothing changed starts no thread and reads no page', async () => {
    const before = await recollected();
    const stage = new Stage();
    const visit = await inThreads((threads) => stage.conduct(threads.conduct, before), broken);
    expect(visit?.outcome.changed).toBe(false);
    expect(visit?.requests).toBe(before.captures.length);
    expect(stage.asked.length).toBe(before.captures.length);
  }, 60_000);

  test('in which a page changed is made here, with the requests of its recheck', async () => {
    const before = await recollected();
    const other = Buffer.from('<title>隐私政策</title><p>新的内容</p>');
    const stage = new Stage(async (url) => (url.endsWith('/ysaq') ? { ...answer(url), body: other } : answer(url)));
    const visit = timeless(await inThreads((threads) => stage.conduct(threads.conduct, before), broken));
    expect(visit.requests).toBe(stage.asked.length);
    expect(visit.captures.find(({ url }) => url.endsWith('/ysaq'))?.bytes).toBe(other.length);
  }, 60_000);

  test('finds the same with kept pages, with damaged ones and with none', async () => {
    const before = await recollected();
    const kept = path.join(folder.path, 'pages', `${government.code}.zst`);
    const whole = readFileSync(kept);
    const other = Buffer.from('<title>隐私政策</title><p>新的内容</p>');
    const again = async (file: Buffer | null) => {
      if (file === null) rmSync(kept);
      else writeFileSync(kept, file);
      const stage = new Stage(async (url) => (url.endsWith('/ysaq') ? { ...answer(url), body: other } : answer(url)));
      const visit = timeless(await stage.conduct(conductHere(judgingOf()), before));
      return { visit, kept: readFileSync(kept) };
    };
    const first = await again(whole);
    const damaged = Buffer.from(whole);
    // In the pages, not in the index before them.
    for (let at = damaged.length >> 1; at < damaged.length; at += 100)
      damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
    for (const file of [damaged, whole.subarray(0, whole.length >> 1), Buffer.of(), null])
      expect(await again(file)).toEqual(first);
  }, 60_000);

  test('goes to a thread where several changed', async () => {
    const before = await recollected();
    const changed = () => new Stage(async (url) => ({ ...answer(url), body: Buffer.from(`<p>${url}</p>`) }));
    const visits = inThreads(
      (threads) => Promise.all(Array.from({ length: 5 }, () => changed().conduct(threads.conduct, before))),
      broken,
    );
    await expect(visits).rejects.toThrow('no room');
  }, 60_000);
});

describe('a page that breaks a reading thread', () => {
  /** The real thread, and what becomes of it when it is given a certain page. */
  const thatBreaks = (how: string): URL =>
    new URL(
      `data:text/javascript,${encodeURIComponent(
        `import { parentPort } from 'node:worker_threads';
         import '${threadFile.href}';
         parentPort.on('message', ({ r }) => {
           if (r?.body && Buffer.from(r.body).includes('poison')) { ${how} }
         });`,
      )}`,
    );
  const poisoned = () =>
    new Stage(async (url) => ({
      ...answer(url),
      body: url.endsWith('/ysaq') ? Buffer.from('poison') : Buffer.from(web[url] ?? ''),
    }));

  test.each([
    ['ends it', "throw new Error('no room')", 'no room'],
    ['never ends', 'for (;;);', 'does not come to an end'],
  ])(
    'and %s costs that visit alone',
    async (_, how, detail) => {
      const [ill, well] = [poisoned(), new Stage()];
      const threads = new ReadingThreads(1, thatBreaks(how), settingsOf(), conductFully(judgingOf()), {
        pause: 500,
        most: 6,
      });
      const both = Promise.all([ill.conduct(threads.conduct), well.conduct(threads.conduct)]);
      const [broken, whole] = (await both.finally(() => threads.close())).map(timeless);
      expect(whole?.captures.some(({ failure }) => failure === 'our-fault')).toBe(false);
      expect(whole?.captures.length).toBeGreaterThan(2);
      expect(broken?.captures).toMatchObject([
        { url: home, failure: 'our-fault', detail: expect.stringContaining(detail) },
      ]);
      expect(new Set(broken?.findings.map(({ state }) => state))).not.toContain('absent');
      expect([...ill.aborted, ...well.aborted]).toEqual([]);
    },
    120_000,
  );
});

describe('a reading thread that cannot work', () => {
  test('fails its visits with the reason of its end', async () => {
    const broken = new URL('data:text/javascript,throw new Error("no room")');
    await expect(inThreads((threads) => new Stage().conduct(threads.conduct), broken)).rejects.toThrow('no room');
    const silent = new URL('data:text/javascript,0');
    await expect(inThreads((threads) => new Stage().conduct(threads.conduct), silent)).rejects.toThrow('ended before');
  }, 60_000);

  test('refuses a configuration other than that of the run', async () => {
    const visit = inThreads((threads) => new Stage().conduct(threads.conduct), threadFile, 'another');
    await expect(visit).rejects.toThrow('changed while the run was started');
  }, 60_000);
});
