import { createHash } from 'node:crypto';
import type { Capture } from '../../src/model/capture.ts';
import type { Government } from '../../src/model/government.ts';

/** A capture as the crawl would write it; tests only state the members that matter. */
export function capture(change: Partial<Capture> & { url: string }): Capture {
  const made: Capture = {
    id: '',
    government: '110000',
    site: 'portal',
    role: 'page',
    via: 'http',
    finalUrl: change.url,
    redirects: [],
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    time: '2026-11-01T20:00:00.000Z',
    body: 'ab'.repeat(32),
    bytes: 1000,
    encoding: 'utf-8',
    failure: null,
    detail: null,
    tls: null,
    depth: 1,
    from: null,
    label: null,
    intents: [],
    home: false,
    question: null,
    screenshot: null,
    ...change,
  };
  const key = [made.government, made.site, made.role, made.via, made.url].join(' ');
  return { ...made, id: change.id ?? createHash('sha256').update(key).digest('hex').slice(0, 20) };
}

export const town: Government = {
  code: '410900',
  name: '安和市',
  pinyin: 'anhe',
  province: '某省',
  region: '中部',
  group: 'prefecture',
  scored: true,
  sites: { portal: { url: 'http://www.anhe.gov.cn/', confidence: 'high' } },
};
