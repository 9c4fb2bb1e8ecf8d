import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Capture } from '../../../../src/model/capture.ts';
import type { Government } from '../../../../src/model/government.ts';
import { packedForm } from '../../../../src/pipeline/crawl/frontier/packed-form.ts';
import { target } from '../../../../src/pipeline/crawl/frontier/target.ts';
import { Recheck, recall } from '../../../../src/pipeline/crawl/memory/recheck.ts';
import {
  byRequest,
  conditionsFor,
  entryAgain,
  isSameDocument,
  recollectionKey,
  requestFor,
  seenAgain,
  unmodified,
} from '../../../../src/pipeline/crawl/memory/recollection.ts';
import { packedPages, RememberedPages } from '../../../../src/pipeline/crawl/memory/remembered-pages.ts';
import type { FetchedBody } from '../../../../src/pipeline/crawl/outcome/fetch-outcome.ts';
import type { RequestedData } from '../../../../src/pipeline/crawl/outcome/requested.ts';
import { ownData, requestedAgain, requestedEntries } from '../../../../src/pipeline/crawl/visit/requested.ts';
import { readPage } from '../../../../src/reading/read-page.ts';
import { EvidenceFiles, hashOf } from '../../../../src/store/evidence-files.ts';
import { town } from '../../../probes/captures.ts';
import { knowledge } from '../../../probes/knowledge.ts';
import { temporaryFolder } from '../../../smoke/cli.ts';

const text = '<html><body>昨天</body></html>';
const capture = (change: Partial<Capture> = {}): Capture => ({
  id: 'c1',
  government: '510100',
  site: 'portal',
  role: 'page',
  via: 'http',
  url: 'http://www.a.gov.cn/list',
  finalUrl: 'http://www.a.gov.cn/list/',
  redirects: [{ url: 'http://www.a.gov.cn/list', status: 301 }],
  status: 200,
  headers: { 'content-type': 'text/html', etag: '"1"', 'last-modified': 'Mon, 23 Nov 2026 00:00:00 GMT' },
  time: '2026-11-25T00:00:00.000Z',
  body: hashOf(Buffer.from(text)),
  bytes: 10,
  encoding: 'utf-8',
  failure: null,
  detail: null,
  tls: null,
  depth: 1,
  from: 'http://www.a.gov.cn/',
  label: '列表',
  intents: ['list'],
  home: false,
  question: null,
  screenshot: null,
  ...change,
});
const reply = (change: Partial<FetchedBody> = {}): FetchedBody => ({
  ok: true,
  finalUrl: 'http://www.a.gov.cn/list/',
  redirects: [{ url: 'http://www.a.gov.cn/list', status: 301 }],
  status: 200,
  headers: { 'content-type': 'text/html', etag: '"2"' },
  body: Buffer.from(text),
  tls: null,
  ...change,
});
const notModified = reply({ status: 304, headers: { etag: '"1"' }, body: Buffer.alloc(0) });

let folder: ReturnType<typeof temporaryFolder>;
let evidence: EvidenceFiles;
beforeEach(() => {
  folder = temporaryFolder();
  evidence = new EvidenceFiles(folder.path);
});
afterEach(() => folder.remove());

describe('conditions', () => {
  test('name what the server named', () => {
    expect(conditionsFor(capture())).toEqual({
      'if-none-match': '"1"',
      'if-modified-since': 'Mon, 23 Nov 2026 00:00:00 GMT',
    });
  });

  test.each([
    ['nothing earlier', undefined],
    ['a failure', capture({ failure: 'http-4xx' })],
    ['what a browser showed', capture({ via: 'browser' })],
    ['a form that was sent', capture({ request: { method: 'POST', body: 'q=1', headers: {}, anywhere: false } })],
    ['a server that names nothing', capture({ headers: {} })],
  ])('are not set for %s', (_name, before) => expect(conditionsFor(before)).toEqual({}));
});

describe('not modified', () => {
  test('stands for the earlier bytes, status and type', async () => {
    await evidence.put(Buffer.from(text));
    const found = await unmodified(notModified, capture(), evidence);
    expect(found).toMatchObject({ ok: true, status: 200, finalUrl: 'http://www.a.gov.cn/list/' });
    expect(found?.body?.toString()).toBe(text);
    expect(found?.headers['content-type']).toBe('text/html');
  });

  test('stands for nothing when the bytes are gone, or it came by another way', async () => {
    expect(await unmodified(notModified, capture(), evidence)).toBeNull();
    await evidence.put(Buffer.from(text));
    expect(await unmodified({ ...notModified, redirects: [] }, capture(), evidence)).toBeNull();
    expect(await unmodified({ ...notModified, finalUrl: 'http://elsewhere.gov.cn/' }, capture(), evidence)).toBeNull();
    expect(await unmodified(notModified, undefined, evidence)).toBeNull();
  });
});

describe('the same document', () => {
  test('has the same bytes by the same way, whatever its tag', () => {
    expect(isSameDocument(reply(), capture())).toBe(true);
    expect(isSameDocument(notModified, capture())).toBe(true);
  });

  test.each([
    ['other bytes', reply({ body: Buffer.from('今天') })],
    ['another type', reply({ headers: { 'content-type': 'application/json' } })],
    ['another status', reply({ status: 203 })],
    ['another address', reply({ finalUrl: 'http://www.a.gov.cn/new/' })],
    ['another certificate', reply({ tls: 'CERT_HAS_EXPIRED' })],
  ])('is not one with %s', (_name, other) => expect(isSameDocument(other, capture())).toBe(false));
});

describe('a request', () => {
  test('is found again from its capture, with form and question', () => {
    const request = { method: 'POST', body: 'q=1', headers: { a: 'b' }, anywhere: true } as const;
    const question = { id: 'w1', text: '公积金', probe: 'smart-search' };
    const asked = requestFor(capture({ role: 'answer', question, request }));
    expect(asked).toMatchObject({ url: 'http://www.a.gov.cn/list', role: 'answer', question, ...request });
  });

  test('is not found for what was done on a page in a browser', () => {
    const question = { id: 'q1', text: '?', probe: 'smart-qa' };
    expect(requestFor(capture({ via: 'browser', question }))).toBeNull();
  });

  test('of one site does not answer for another', () => {
    const [portal, service] = [requestFor(capture()), requestFor(capture({ site: 'service' }))];
    if (portal === null || service === null) throw new Error('no request');
    expect(recollectionKey(portal)).not.toBe(recollectionKey(service));
    expect(byRequest([capture(), capture({ site: 'service' })]).size).toBe(2);
  });
});

describe('an earlier capture in the place of a request', () => {
  const item = () => {
    const request = requestFor(capture({ label: '新的名称', depth: 2 }));
    if (request === null) throw new Error('no request');
    return request;
  };
  const page = readPage(capture(), '<title>记得的</title>', knowledge());
  const pages = () => {
    const kept = packedPages([capture()], () => (page === null ? null : packedForm(page)));
    return new RememberedPages({ find: (key) => kept.get(key) ?? null });
  };

  test('is read again from its bytes, under the label and depth of tonight', async () => {
    await evidence.put(Buffer.from(text));
    const entry = await entryAgain(item(), capture(), { knowledge: knowledge(), evidence, pages: null });
    expect(entry?.page?.text).toBe('昨天');
    expect(entry?.capture).toMatchObject({ label: '新的名称', depth: 2, id: 'c1' });
    expect(entry?.page?.capture).toBe(entry?.capture);
  });

  test('is not read where the page is remembered, as long as its bytes are kept', async () => {
    const context = { knowledge: knowledge(), evidence, pages: pages() };
    expect(await entryAgain(item(), capture(), context)).toBeNull();
    await evidence.put(Buffer.from(text));
    expect((await entryAgain(item(), capture(), context))?.page?.title).toBe('记得的');
  });

  test('takes over what the server now tells changes by, and the time', () => {
    expect(seenAgain(capture(), reply(), Date.parse('2026-11-26T00:00:00Z'))).toEqual(
      capture({ time: '2026-11-26T00:00:00.000Z', headers: { ...capture().headers, etag: '"2"' } }),
    );
  });
});

describe('a recheck', () => {
  const make = async (outcome: unknown) =>
    capture({ body: 'other', headers: {}, detail: JSON.stringify(outcome).slice(0, 20) });
  const recheck = () =>
    new Recheck({ captures: [capture()], unread: {}, from: { when: 'earlier' }, findingsHold: true, pagesKey: null });
  const keyOf = () => [...recheck().before.keys()][0] ?? '';

  test('ends with the captures of tonight when nothing changed', async () => {
    const all = recheck();
    expect(await all.compare(keyOf(), reply(), Date.parse('2026-11-26T00:00:00Z'), make)).not.toBeNull();
    expect(all.unchanged()).toEqual([
      capture({ time: '2026-11-26T00:00:00.000Z', headers: { ...capture().headers, etag: '"2"' } }),
    ]);
  });

  test('is over with the first change, with a document by another way, and while something was not asked for', async () => {
    const changed = recheck();
    expect(await changed.compare(keyOf(), reply({ body: Buffer.from('今天') }), 0, make)).toBeNull();
    expect(changed.unchanged()).toBeNull();
    const moved = recheck();
    expect(await moved.compare(keyOf(), { ...notModified, redirects: [] }, 0, make)).toBeNull();
    expect(moved.unchanged()).toBeNull();
    expect(recheck().unchanged()).toBeNull();
  });
});

describe('what a page asked for while it was rendered', () => {
  let evidence: EvidenceFiles;
  let remove: () => void;
  beforeEach(() => {
    const folder = temporaryFolder();
    evidence = new EvidenceFiles(folder.path);
    remove = folder.remove;
  });
  afterEach(() => remove());

  const page = capture({ via: 'browser', finalUrl: 'http://www.a.gov.cn/list/', redirects: [] });
  async function requested(): Promise<Capture> {
    const rendering = target({ url: page.url, site: 'portal', via: 'browser', depth: 1 });
    const data: RequestedData = {
      url: 'http://www.a.gov.cn/list.do',
      finalUrl: 'http://www.a.gov.cn/list.do',
      method: 'POST',
      sent: 'page=1',
      sentType: 'application/x-www-form-urlencoded',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from('{"rows":[{"title":"来信一"}]}'),
    };
    const outcome = reply({ redirects: [], requested: [data] });
    const context = { government: '510100', knowledge: knowledge(), evidence };
    const [entry, ...others] = await requestedEntries(rendering, outcome, 0, context);
    expect(others).toEqual([]);
    expect(entry?.page).toMatchObject({ kind: 'json', text: '来信一' });
    if (entry === undefined) throw new Error('no entry');
    return entry.capture;
  }

  test('is kept with its request, from the page', async () => {
    expect(await requested()).toMatchObject({
      role: 'data',
      via: 'browser',
      url: 'http://www.a.gov.cn/list.do',
      from: page.finalUrl,
      request: { method: 'POST', body: 'page=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    });
  });

  test('is never asked for again by itself, and stands for itself where nothing changed', async () => {
    const data = await requested();
    expect(requestFor(data)).toBeNull();
    const captures = [page, data];
    const recheck = new Recheck({
      captures,
      unread: {},
      from: { when: 'earlier' },
      findingsHold: true,
      pagesKey: null,
    });
    expect(recheck.requests()).toEqual([]);
    expect(recheck.unchanged()).toEqual(captures);
  });

  test('comes back with a page that is not rendered a second time tonight, and with no other', async () => {
    const data = await requested();
    const memory = recall(
      { captures: [page, data], unread: {}, from: { when: 'tonight', again: [] }, findingsHold: false, pagesKey: null },
      null,
      null,
    );
    const context = { knowledge: knowledge(), evidence, pages: null };
    const again = await requestedAgain(page, memory.requested, context);
    expect(again.map((entry) => [entry.capture, entry.page?.kind])).toEqual([[data, 'json']]);
    expect(await requestedAgain(capture(), memory.requested, context)).toEqual([]);
    expect(await requestedAgain({ ...page, finalUrl: 'http://www.a.gov.cn/' }, memory.requested, context)).toEqual([]);
  });

  test('belongs to the government whose site or page answers', () => {
    const government: Government = { ...town, sites: { portal: { url: 'http://www.a.gov.cn/', confidence: 'high' } } };
    const isOwn = ownData('http://zw.b.gov.cn/x', government);
    expect(['http://api.a.gov.cn/1', 'https://b.gov.cn/2', 'http://hm.baidu.com/3'].map(isOwn)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
