import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Capture } from '../../../../src/model/capture.ts';
import type { Government } from '../../../../src/model/government.ts';
import { followDeps } from '../../../../src/pipeline/crawl/frontier/follow/deps.ts';
import { Frontiers } from '../../../../src/pipeline/crawl/frontier/frontiers.ts';
import { target } from '../../../../src/pipeline/crawl/frontier/target.ts';
import { PageShelf } from '../../../../src/pipeline/crawl/memory/page-shelf.ts';
import type { Recollection } from '../../../../src/pipeline/crawl/memory/recollection.ts';
import { type FetchOutcome, unfetched } from '../../../../src/pipeline/crawl/outcome/fetch-outcome.ts';
import {
  recheckVisit,
  unchangedVisit,
  type VisitResult,
  visitInFull,
} from '../../../../src/pipeline/crawl/visit/conduct-visit.ts';
import type { Performer } from '../../../../src/pipeline/crawl/visit/perform.ts';
import type { VisitDeps } from '../../../../src/pipeline/crawl/visit/visit-deps.ts';
import { EvidenceFiles } from '../../../../src/store/evidence-files.ts';
import { PageFiles } from '../../../../src/store/page-files.ts';
import { town } from '../../../probes/captures.ts';
import { knowledge } from '../../../probes/knowledge.ts';
import { temporaryFolder } from '../../../smoke/cli.ts';
import { FakeClock } from '../fake-clock.ts';
import { quickSettings } from '../settings.ts';

const home = 'http://www.anhe.gov.cn/';
const extra = `${home}extra`;
const government: Government = { ...town, sites: { portal: { url: home, confidence: 'high' } } };
const settings = quickSettings();

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const html = (url: string, text: string, headers: Record<string, string> = {}): FetchOutcome => ({
  ok: true,
  finalUrl: url,
  redirects: [],
  status: 200,
  headers: { 'content-type': 'text/html', ...headers },
  body: Buffer.from(text),
  tls: null,
});
const status = (url: string, code: number, headers: Record<string, string> = {}): FetchOutcome => ({
  ok: true,
  finalUrl: url,
  redirects: [],
  status: code,
  headers,
  body: Buffer.alloc(0),
  tls: null,
});

type Answer = (url: string, headers: Readonly<Record<string, string>>, time: number) => FetchOutcome;

/** A visit conducted without a network: `answer` stands for the web. */
class Stage {
  readonly clock = new FakeClock();
  readonly stop = new AbortController();
  readonly asked: string[] = [];
  readonly made: Capture[] = [];
  readonly rests: number[] = [];
  readonly #answer: Answer;

  constructor(answer: Answer) {
    this.#answer = answer;
  }

  /** Conducts a visit, handling its requests one after the other. */
  async conduct(recollection: Recollection | null = null): Promise<VisitResult | null> {
    const { clock, stop } = this;
    const frontiers = new Frontiers(() => true, clock, { hosts: new Set(), waiting: () => 0 });
    stop.signal.addEventListener('abort', () => frontiers.closeAll());
    const performer: Performer = {
      fetch: async ({ target: { url } }, headers) => {
        this.asked.push(url);
        return this.#answer(url, headers, clock.steady());
      },
      converse: async () => [],
      rest: (_, time) => void this.rests.push(time),
    };
    let asksMore = true;
    const deps: VisitDeps = {
      settings,
      knowledge: knowledge(),
      evidence: new EvidenceFiles(folder.path),
      performer,
      frontiers,
      follow: followDeps({ knowledge: knowledge(), probes: [], settings }),
      askMore: () => {
        if (!asksMore) return [];
        asksMore = false;
        return [target({ url: extra, site: 'portal', depth: 1 })];
      },
      clock,
      signal: stop.signal,
      abort: (reason) => stop.abort(reason),
      pages: new PageFiles(folder.path),
      shelf: new PageShelf(join(folder.path, 'shelf'), 0),
      onCapture: (_, capture) => void this.made.push(capture),
      onPhase: () => undefined,
      onHandled: () => undefined,
    };
    const result = conductVisit(deps, recollection);
    let isOver = false;
    void result.then(
      () => {
        isOver = true;
      },
      () => {
        isOver = true;
      },
    );
    for (let round = 0; !isOver && round < 1000; round++) {
      const job = frontiers.next();
      if (job === null) await clock.advance(5);
      else await job.handle().catch((error: unknown) => job.failed(error));
    }
    return result;
  }
}

async function conductVisit(deps: VisitDeps, recollection: Recollection | null): Promise<VisitResult | null> {
  const rechecked = await recheckVisit(deps, government, recollection);
  if (deps.signal.aborted) return null;
  return unchangedVisit(deps, government, rechecked) ?? visitInFull(deps, government, recollection, rechecked);
}

const entriesOf = (visit: VisitResult | null) => (visit?.outcome.changed ? visit.outcome.entries() : []);

const web: Answer = (url) => (url === home ? html(url, '<title>安和</title>首页') : html(url, '<p>旧的一页</p>'));
const size = (text: string) => Buffer.byteLength(text);
const homeSize = size('<title>安和</title>首页');

/** What a first visit of the town left for the next night. */
async function earlier(change: Partial<Recollection> = {}): Promise<Recollection> {
  const stage = new Stage(web);
  await stage.conduct();
  const captures: Capture[] = [...stage.made];
  return { captures, unread: {}, from: { when: 'earlier' }, findingsHold: true, pagesKey: null, ...change };
}

describe('a full visit', () => {
  test('counts what it asked for and received', async () => {
    const result = await new Stage(web).conduct();
    expect(result).toMatchObject({ requests: 2, bytes: homeSize + size('<p>旧的一页</p>') });
    expect(entriesOf(result)).toHaveLength(2);
  });

  test('tells when it began by the wall clock and how long it took by the steady one', async () => {
    const stage = new Stage((url) => {
      stage.clock.wall -= 3_600_000;
      return web(url, {}, 0);
    });
    const began = stage.clock.now();
    const result = await stage.conduct();
    expect(result?.started).toBe(began);
    expect(result?.seconds).toBeGreaterThanOrEqual(0);
  });

  test('tries a second time when the pause is over, and counts both requests', async () => {
    const times: number[] = [];
    const stage = new Stage((url, headers, time) => {
      if (url !== home) return web(url, headers, time);
      times.push(time);
      return times.length === 1 ? status(url, 503, { 'retry-after': '0.2' }) : web(url, headers, time);
    });
    const result = await stage.conduct();
    expect(result?.requests).toBe(3);
    expect(times[1]).toBeGreaterThanOrEqual(200);
    expect(stage.rests).toEqual([200]);
    expect(stage.made.map(({ failure }) => failure)).toEqual([null, null]);
  });

  test('counts no request for what only a browser could have shown', async () => {
    const result = await new Stage((url) => unfetched(url, 'needs-browser', 'none')).conduct();
    expect(result).toMatchObject({ requests: 0, bytes: 0 });
  });

  test('records an error of our own and goes on', async () => {
    const stage = new Stage((url, headers, time) => {
      if (url === home) throw new Error('broken');
      return web(url, headers, time);
    });
    expect(entriesOf(await stage.conduct())).toHaveLength(2);
    expect(stage.made.map(({ failure }) => failure)).toEqual(['our-fault', null]);
  });

  test('ends everything where the machine has failed', async () => {
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const stage = new Stage(() => {
      throw full;
    });
    expect(await stage.conduct()).toBeNull();
    expect(stage.stop.signal.reason).toBe(full);
  });
});

describe('a recheck', () => {
  test('ends the visit with the earlier captures when nothing changed', async () => {
    const recollection = await earlier();
    const stage = new Stage(web);
    const result = await stage.conduct(recollection);
    expect(result?.outcome.changed).toBe(false);
    expect(result).toMatchObject({ requests: 2, bytes: homeSize + size('<p>旧的一页</p>') });
    expect(stage.made).toEqual([]);
  });

  test('counts no bytes for documents that the server calls unmodified', async () => {
    const recollection = await earlier();
    const tagged = recollection.captures.map((item) => ({ ...item, headers: { ...item.headers, etag: '"1"' } }));
    const stage = new Stage((url, headers) =>
      headers['if-none-match'] === '"1"' ? status(url, 304, { etag: '"1"' }) : web(url, headers, 0),
    );
    const result = await stage.conduct({ ...recollection, captures: tagged });
    expect(result).toMatchObject({ requests: 2, bytes: 0, outcome: { changed: false } });
  });

  test('that finds a change leads to a full visit, which asks for nothing twice', async () => {
    const recollection = await earlier();
    const changed = '<p>新的一页</p>';
    const stage = new Stage((url, headers, time) => (url === extra ? html(url, changed) : web(url, headers, time)));
    const result = await stage.conduct(recollection);
    expect(result).toMatchObject({ requests: 2, bytes: homeSize + size(changed), outcome: { changed: true } });
    expect(stage.asked).toEqual([home, extra]);
    expect(entriesOf(result).map(({ page }) => page?.text)).toContain('新的一页');
  });

  test('stops at the first change, and the full visit takes that answer over', async () => {
    const recollection = await earlier();
    const stage = new Stage((url, headers, time) =>
      url === home ? html(url, '<title>新</title>') : web(url, headers, time),
    );
    await stage.conduct(recollection);
    expect(stage.asked).toEqual([home, extra]);
  });

  test('that breaks leads to a full visit', async () => {
    const recollection = await earlier();
    let calls = 0;
    const stage = new Stage((url, headers, time) => {
      if (++calls === 1) throw new Error('broken');
      return web(url, headers, time);
    });
    expect((await stage.conduct(recollection))?.outcome.changed).toBe(true);
    expect(stage.made.map(({ failure }) => failure)).toEqual([null, null]);
  });

  test('is left out where the findings would not hold', async () => {
    const stage = new Stage(web);
    const result = await stage.conduct(await earlier({ findingsHold: false }));
    expect(result).toMatchObject({ requests: 2, outcome: { changed: true } });
  });

  test('gives no result when the collection is aborted', async () => {
    const recollection = await earlier();
    const stage = new Stage((url, headers, time) => {
      stage.stop.abort(new Error('over'));
      return web(url, headers, time);
    });
    expect(await stage.conduct(recollection)).toBeNull();
  });
});

describe('a second pass', () => {
  test('asks only for what failed in the first, and counts nothing else', async () => {
    const { captures } = await earlier();
    const failed = captures.map((item) => (item.url === extra ? { ...item, failure: 'reset' as const } : item));
    const stage = new Stage(web);
    const result = await stage.conduct({
      captures: failed,
      unread: {},
      from: { when: 'tonight', again: ['reset'] },
      findingsHold: false,
      pagesKey: null,
    });
    expect(stage.asked).toEqual([extra]);
    expect(result).toMatchObject({ requests: 1, bytes: size('<p>旧的一页</p>') });
  });
});
