import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wordSections } from '../../../../src/application/word-sections.ts';
import { loadPack } from '../../../../src/config/pack.ts';
import { type RunSummary, runCrawl } from '../../../../src/pipeline/crawl/run/run.ts';
import { privacyPolicy } from '../../../../src/probes/privacy-policy.ts';
import type { Store } from '../../../../src/store/store.ts';
import { town } from '../../../probes/captures.ts';
import { temporaryFolder } from '../../../smoke/cli.ts';
import { openStore } from '../../../store/place.ts';
import { type Documents, SmallSite } from './small-site.ts';

const pack = loadPack('config', wordSections);
const settings = { ...pack.crawl, politeness: { ...pack.crawl.politeness, pause: 0 } };
const portal = 'http://www.anhe.gov.cn/';
const government = { ...town, sites: { portal: { url: portal, confidence: 'high' as const } } };
const links = '<a href="/about/">网站声明</a><a href="/privacy/">隐私政策</a>';
const home = `<title>安和市人民政府</title><p>今日安和</p>${links}`;
const documents = (): Documents => ({
  [portal]: { html: home, etag: '"home"' },
  [`${portal}about/`]: { html: '<title>网站声明</title><p>版权所有</p>' },
  [`${portal}privacy/`]: { html: '<title>隐私政策</title><p>我们收集个人信息</p>' },
});

let folder: ReturnType<typeof temporaryFolder>;
let site: SmallSite;
let store: Store;
beforeEach(async () => {
  folder = temporaryFolder();
  site = await SmallSite.open(documents());
  store = await openStore(folder.path, 'write');
});
afterEach(async () => {
  await store.close();
  site.close();
  folder.remove();
});

/** One night over the town; what the run and its visit say they asked for. */
async function night(): Promise<{ summary: RunSummary; requests: number; bytes: number }> {
  site.reset();
  const summary = await runCrawl({
    store,
    dataFolder: folder.path,
    pack,
    settings,
    probes: [privacyPolicy],
    governments: [government],
    kind: 'crawl',
    proxy: new URL(site.proxy),
    chromium: null,
    resume: null,
    observer: { started: () => undefined, captured: () => undefined, visited: () => undefined },
    signal: new AbortController().signal,
    incremental: true,
  });
  const [visit] = await store.visits.list(summary.run, government.code);
  return { summary, requests: visit?.requests ?? -1, bytes: visit?.bytes ?? -1 };
}

const asked = () => ({ requests: site.requests, bytes: site.bytes });
const said = ({ summary, requests, bytes }: Awaited<ReturnType<typeof night>>) => ({
  run: { requests: summary.requests, bytes: summary.bytes },
  visit: { requests, bytes },
});

describe('requests and bytes of a run are those that the servers saw', () => {
  test('on the first night', async () => {
    const first = await night();
    expect(first.requests).toBeGreaterThan(2);
    expect(said(first)).toEqual({ run: asked(), visit: asked() });
  });

  test('when a recheck finds nothing changed', async () => {
    await night();
    const second = await night();
    expect(second.summary.unchanged).toBe(1);
    expect(site.bytes).toBeGreaterThan(0);
    expect(said(second)).toEqual({ run: asked(), visit: asked() });
  });

  test('when a recheck asks for a page that the visit in full no longer needs', async () => {
    await night();
    const changed = home.replace('<a href="/about/">网站声明</a>', '');
    Object.assign(site.documents, { [portal]: { html: changed, etag: '"new"', delay: 400 } });
    const second = await night();
    expect(second.summary.unchanged).toBe(0);
    expect(said(second)).toEqual({ run: asked(), visit: asked() });
  });

  test('when a recheck finds a change and the visit in full takes all else from memory', async () => {
    await night();
    Object.assign(site.documents, { [`${portal}about/`]: { html: '<title>网站声明</title><p>今年</p>' } });
    const second = await night();
    expect(second.summary.unchanged).toBe(0);
    expect(said(second)).toEqual({ run: asked(), visit: asked() });
  });

  test('when the same pages are asked for by another configuration, on condition that they changed', async () => {
    await night();
    const other = { ...government, region: '东部' };
    site.reset();
    const summary = await runCrawl({
      store,
      dataFolder: folder.path,
      pack,
      settings,
      probes: [privacyPolicy],
      governments: [other],
      kind: 'crawl',
      proxy: new URL(site.proxy),
      chromium: null,
      resume: null,
      observer: { started: () => undefined, captured: () => undefined, visited: () => undefined },
      signal: new AbortController().signal,
      incremental: true,
    });
    expect({ requests: summary.requests, bytes: summary.bytes }).toEqual(asked());
  });
});
