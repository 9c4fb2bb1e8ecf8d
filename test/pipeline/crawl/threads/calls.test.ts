import { describe, expect, test } from 'vitest';
import type { FetchedBody } from '../../../../src/pipeline/crawl/outcome/fetch-outcome.ts';
import { packed, receivedError, sentError, unpacked } from '../../../../src/pipeline/crawl/threads/calls.ts';

const view = (text: string): Buffer => Buffer.from(`before${text}after`).subarray(6, 6 + Buffer.byteLength(text));

const outcome: FetchedBody = {
  ok: true,
  finalUrl: 'http://a/',
  redirects: [{ url: 'http://b/', status: 301 }],
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: view('<p>正文</p>'),
  tls: null,
  screenshot: view('picture'),
  requested: [
    {
      url: 'http://a/data',
      finalUrl: 'http://a/data',
      method: 'POST',
      sent: 'page=1',
      sentType: null,
      status: 200,
      headers: {},
      body: view('{}'),
    },
  ],
};

describe('what crosses threads', () => {
  test('keeps every body, and buffers stay buffers', () => {
    const received = unpacked(structuredClone(packed(outcome)));
    expect(received).toEqual(outcome);
    expect(received.ok && Buffer.isBuffer(received.body) && Buffer.isBuffer(received.requested?.[0]?.body)).toBe(true);
  });

  test('copies no more than the bodies themselves', () => {
    const { body, screenshot } = packed(outcome);
    expect([body?.buffer.byteLength, screenshot?.buffer.byteLength]).toEqual([body?.length, screenshot?.length]);
  });

  test('carries failures with and without a body', () => {
    const failure = { ...outcome, ok: false, failure: 'reset', detail: 'gone', requested: undefined } as const;
    for (const body of [null, view('wall')]) {
      const { requested: _requested, ...failed } = { ...failure, body };
      expect(unpacked(structuredClone(packed(failed)))).toEqual(failed);
    }
  });

  test('carries errors with the code of the system', () => {
    const system = { code: 'ENOSPC', syscall: 'open', path: '/data/x' };
    const full = Object.assign(new Error('no space left'), { ...system, errno: -28 });
    expect(receivedError(structuredClone(sentError(full)))).toMatchObject({ message: 'no space left', ...system });
    expect(receivedError(sentError('just a text')).message).toBe('just a text');
    expect('code' in receivedError(sentError(new Error('x')))).toBe(false);
  });
});
