import { beforeEach, describe, expect, test } from 'vitest';
import { MemoryBoard } from '../../../../scripts/polite-night/memory-board.ts';
import { SharedReplies } from '../../../../src/pipeline/crawl/http/shared-replies.ts';
import type { WireRequest, WireResponse } from '../../../../src/pipeline/crawl/http/wire.ts';
import { hashOf } from '../../../../src/store/evidence-files.ts';
import type { ReplyBoard } from '../../../../src/store/reply-board.ts';
import { FakeClock, settled } from '../fake-clock.ts';

const host = 'zwfw.example.gov.cn';
const request: WireRequest = {
  ...{ url: new URL(`http://${host}/guide`), method: 'GET', body: null },
  headers: { 'user-agent': 'us' },
};
const large = Buffer.from('办事指南'.repeat(100));
const reply = (change: Partial<WireResponse> = {}): WireResponse => ({
  ...{ status: 200, headers: { 'content-type': 'text/html' }, cookies: [], body: large, cut: false },
  ...change,
});

let clock = new FakeClock();
let board: ReplyBoard = new MemoryBoard(clock);
let evidence = new Map<string, Buffer>();
let sent = 0;
beforeEach(() => {
  clock = new FakeClock();
  board = new MemoryBoard(clock);
  evidence = new Map();
  sent = 0;
});

/** What one process knows. */
const process = (): SharedReplies =>
  new SharedReplies({
    evidence: {
      get: async (hash) => evidence.get(hash) ?? null,
      async put(bytes, hash = hashOf(bytes)) {
        evidence.set(hash, Buffer.from(bytes));
        return hash;
      },
    },
    ...{ hosts: new Set([host]), clock, board },
  });
const sending = (response: WireResponse | Error) => async () => {
  sent++;
  if (response instanceof Error) throw response;
  return response;
};

describe('a reply that visits in several processes ask for', () => {
  test.each([
    ['a document', reply()],
    ['an empty page that is not there', reply({ status: 404, body: Buffer.alloc(0) })],
    ['a redirect', reply({ status: 302, headers: { location: '/a' }, body: Buffer.alloc(0) })],
  ])('comes with one request and is the same for all: %s', async (_, response) => {
    const [east, west, north] = [process(), process(), process()];
    const own = await east.take(request, '510100', sending(response));
    const taken = await west.take(request, '510300', sending(reply({ body: Buffer.from('other') })));
    const last = await north.take(request, '510500', sending(reply({ body: Buffer.from('other') })));
    expect(sent).toBe(1);
    expect(own.from).toBeNull();
    for (const { response: theirs, from } of [taken, last]) {
      expect(theirs).toEqual(own.response);
      expect(from).toEqual({ government: '510100', time: '2026-11-25T00:00:00.000Z' });
    }
    expect(west.knows(request.url.href)).toBe(true);
  });

  test('is waited for while another process asks', async () => {
    const [east, west] = [process(), process()];
    let answer = (_: WireResponse): void => undefined;
    const slow = east.take(request, '1', () => {
      sent++;
      return new Promise((resolve) => {
        answer = resolve;
      });
    });
    await settled();
    const waiting = west.take(request, '2', sending(reply()));
    await clock.advance(5000);
    answer(reply());
    await slow;
    await clock.advance(1000);
    expect((await waiting).from?.government).toBe('1');
    expect(sent).toBe(1);
  });

  test('is asked for by whoever has waited in vain, and by others once the claim is over', async () => {
    const [dead, west, north] = [process(), process(), process()];
    void dead.take(request, '1', () => new Promise(() => undefined));
    await settled();
    const waiting = west.take(request, '2', sending(reply()));
    await clock.advance(19_000);
    expect(sent).toBe(0);
    await clock.advance(2000);
    expect((await waiting).from).toBeNull();
    await clock.advance(60_000);
    expect((await north.take(request, '3', sending(reply()))).from).toBeNull();
    expect((await process().take(request, '4', sending(reply()))).from?.government).toBe('3');
    expect(sent).toBe(2);
  });

  test('is asked for by the next one where it failed, or where a server is in trouble', async () => {
    await expect(process().take(request, '1', sending(new Error('reset')))).rejects.toThrow('reset');
    for (const status of [503, 429]) await process().take(request, '2', sending(reply({ status })));
    await process().take(request, '3', sending(reply({ cut: true })));
    expect((await process().take(request, '4', sending(reply()))).from).toBeNull();
    expect((await process().take(request, '5', sending(reply()))).from?.government).toBe('4');
    expect(sent).toBe(5);
  });

  test('is not shared where each visitor gets another, and nobody waits for it', async () => {
    const own = reply({ cookies: ['session=1'] });
    for (const code of ['1', '2', '3']) expect((await process().take(request, code, sending(own))).from).toBeNull();
    const claims = [process(), process()].map((one) => one.take(request, '4', sending(own)));
    await Promise.all(claims);
    expect(sent).toBe(5);
  });

  test('is asked for again where its bytes are gone, and while the board cannot be read', async () => {
    await process().take(request, '1', sending(reply()));
    evidence.clear();
    expect((await process().take(request, '2', sending(reply()))).from).toBeNull();
    const broken = async (): Promise<never> => {
      throw new Error('Connection terminated unexpectedly');
    };
    board = { claim: broken, post: broken, giveUp: broken };
    expect((await process().take(request, '3', sending(reply()))).response).toEqual(reply());
    expect(sent).toBe(3);
  });
});
