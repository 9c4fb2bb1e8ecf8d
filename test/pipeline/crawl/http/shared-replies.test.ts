import { afterEach, describe, expect, test } from 'vitest';
import { SharedReplies } from '../../../../src/pipeline/crawl/http/shared-replies.ts';
import type { WireRequest, WireResponse } from '../../../../src/pipeline/crawl/http/wire.ts';
import { hashOf } from '../../../../src/store/evidence-files.ts';
import { FakeClock, settled } from '../fake-clock.ts';

const host = 'zwfw.example.gov.cn';
const request = (change: Partial<WireRequest> & { path?: string } = {}): WireRequest => {
  const { path = '/guide', ...rest } = change;
  return { url: new URL(`http://${host}${path}`), method: 'GET', headers: { 'user-agent': 'us' }, body: null, ...rest };
};
const reply = (change: Partial<WireResponse> = {}): WireResponse => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  cookies: [],
  body: Buffer.from('办事指南'.repeat(100)),
  cut: false,
  ...change,
});

let stored = new Map<string, Buffer>();
let sent = 0;
afterEach(() => {
  stored = new Map();
  sent = 0;
});
const open = (most?: number) =>
  new SharedReplies({
    evidence: { get: async (hash) => stored.get(hash) ?? null, put: async () => '' },
    hosts: new Set([host]),
    clock: new FakeClock(),
    ...(most === undefined ? {} : { most }),
  });
const sending = (response: WireResponse) => async () => {
  sent++;
  return response;
};

/** Two governments ask one after the other; how many requests were sent for them. */
async function inTurn(first: WireRequest, second: WireRequest, response = reply()): Promise<number> {
  const shared = open();
  const one = await shared.take(first, '510100', sending(response));
  const two = await shared.take(second, '510300', sending(response));
  expect(two.response.body).toEqual(one.response.body);
  return sent;
}

describe('a reply that several governments ask for', () => {
  test('comes with one request, the same bytes and headers, and the name of who asked', async () => {
    const shared = open();
    const own = await shared.take(request(), '510100', sending(reply()));
    const taken = await shared.take(request(), '510300', sending(reply()));
    expect(sent).toBe(1);
    expect(own.from).toBeNull();
    expect(taken.from).toEqual({ government: '510100', time: '2026-11-25T00:00:00.000Z' });
    expect(taken.response).toEqual(own.response);
  });

  test('is waited for while the first request is under way', async () => {
    const shared = open();
    let answer = (_: WireResponse): void => undefined;
    const slow = () => {
      sent++;
      return new Promise<WireResponse>((resolve) => {
        answer = resolve;
      });
    };
    const all = ['1', '2', '3'].map((code) => shared.take(request(), code, slow));
    await settled();
    expect(sent).toBe(1);
    answer(reply());
    expect((await Promise.all(all)).map(({ from }) => from?.government ?? null)).toEqual([null, '1', '1']);
  });

  test('is fetched from the evidence when memory has left its body', async () => {
    const shared = open();
    const first = reply();
    stored.set(hashOf(first.body), first.body);
    await shared.take(request(), '1', sending(first));
    for (let other = 0; other < 60; other++)
      await shared.take(request({ path: `/${other}` }), '1', sending(reply({ body: Buffer.alloc(1000, other) })));
    expect((await shared.take(request(), '2', sending(reply()))).response.body).toEqual(first.body);
    expect(sent).toBe(61);
  });

  test('is asked for again when its bytes were not kept', async () => {
    const shared = open();
    await shared.take(request(), '1', sending(reply()));
    for (let other = 0; other < 60; other++)
      await shared.take(request({ path: `/${other}` }), '1', sending(reply({ body: Buffer.alloc(1000, other) })));
    const again = await shared.take(request(), '2', sending(reply()));
    expect({ sent, from: again.from }).toEqual({ sent: 62, from: null });
  });

  test('is forgotten, the longest unused first, so that a large country needs no more memory', async () => {
    const shared = open(10);
    stored.set(hashOf(reply().body), reply().body);
    for (let page = 0; page < 50; page++) {
      await shared.take(request(), '1', sending(reply()));
      await shared.take(request({ path: `/${page}` }), '1', sending(reply()));
    }
    expect(shared.size).toBe(10);
    expect(sent).toBe(51);
    expect(shared.knows(request().url.href)).toBe(true);
    expect(shared.knows(request({ path: '/0' }).url.href)).toBe(false);
  });

  test('does not depend on the fragment of an address', async () => {
    const shared = open();
    await shared.take(request(), '1', sending(reply()));
    expect(shared.knows(`http://${host}/guide#top`)).toBe(true);
    expect(shared.knows(`http://${host}/guide?page=2`)).toBe(false);
  });
});

describe('every government asks for itself', () => {
  test('at hosts that only one has', async () => {
    const other = { url: new URL('http://www.anhe.gov.cn/') };
    expect(await inTurn(request(other), request(other))).toBe(2);
  });

  test('when a cookie is sent, whoever set it', async () => {
    const session = request({ headers: { cookie: 'id=1' } });
    expect(await inTurn(session, request())).toBe(2);
    sent = 0;
    expect(await inTurn(request(), session)).toBe(2);
  });

  test('when the reply begins a session', async () => {
    expect(await inTurn(request(), request(), reply({ cookies: ['JSESSIONID=1; Path=/'] }))).toBe(2);
  });

  test('when the server says that each reply is for one request only', async () => {
    const asterisks = ['*', 'accept-encoding, *', '*,cookie'].map((vary) => ({ vary }));
    for (const headers of [...asterisks, { 'cache-control': 'no-cache, no-store' }, { 'cache-control': 'NO-STORE' }]) {
      sent = 0;
      expect(await inTurn(request(), request(), reply({ headers }))).toBe(2);
    }
    sent = 0;
    expect(await inTurn(request(), request(), reply({ headers: { 'cache-control': 'private, no-cache' } }))).toBe(1);
  });

  test('for POST, other headers, other conditions and parts of documents', async () => {
    const plain = request();
    for (const other of [
      request({ method: 'POST', body: 'q=1' }),
      request({ headers: { 'user-agent': 'us', 'x-requested-with': 'XMLHttpRequest' } }),
      request({ headers: { 'user-agent': 'us', 'if-none-match': '"1"' } }),
      request({ upTo: 100 }),
    ]) {
      sent = 0;
      expect(await inTurn(plain, other)).toBe(2);
      sent = 0;
      expect(await inTurn(other, plain)).toBe(2);
    }
    sent = 0;
    const post = request({ method: 'POST', body: 'q=1' });
    expect(await inTurn(post, post)).toBe(2);
  });

  test('after 429, 5xx and a document that was cut or has no content', async () => {
    const empty = reply({ body: Buffer.alloc(0) });
    for (const bad of [reply({ status: 429 }), reply({ status: 503 }), reply({ cut: true }), empty]) {
      sent = 0;
      expect(await inTurn(request(), request(), bad)).toBe(2);
    }
  });

  test('when the shared request fails, all at once and with failures of their own', async () => {
    const shared = open();
    let fail = (_: Error): void => undefined;
    const first = shared.take(request(), '1', () => {
      sent++;
      return new Promise<WireResponse>((_, reject) => {
        fail = reject;
      });
    });
    const others = ['2', '3'].map((code) => shared.take(request(), code, sending(reply())));
    await settled();
    expect(sent).toBe(1);
    fail(new Error('timeout'));
    await expect(first).rejects.toThrow('timeout');
    expect((await Promise.all(others)).map(({ from }) => from)).toEqual([null, null]);
    expect(sent).toBe(3);
  });
});

test('a missing page and a redirect are shared, the latter without what stands beside it', async () => {
  const missing = reply({ status: 404 });
  expect(await inTurn(request(), request(), missing)).toBe(1);
  const shared = open();
  const moved = reply({ status: 302, headers: { location: '/new' }, body: Buffer.alloc(9000, 'x') });
  await shared.take(request(), '1', sending(moved));
  const taken = await shared.take(request(), '2', sending(moved));
  expect(taken.response).toMatchObject({ status: 302, headers: { location: '/new' } });
});
