import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../../src/model/capture.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Government } from '../../src/model/government.ts';
import { findingOf } from '../../src/pipeline/judging/judge.ts';
import { probeById } from '../../src/probes/list.ts';
import { decodeText } from '../../src/reading/decode.ts';
import type { Page } from '../../src/reading/page.ts';
import { readPage } from '../../src/reading/read-page.ts';
import { makeSeen } from '../../src/reading/seen.ts';
import { recognizeWall } from '../../src/reading/walls.ts';
import { capture } from './captures.ts';
import { knowledge } from './knowledge.ts';

const folder = new URL('../../../shared/realpages/', import.meta.url);
const there = existsSync(new URL('manifest.jsonl', folder));
if (!there) process.stderr.write('recorded pages (../shared/realpages) are missing: their tests are skipped\n');

interface Recorded {
  readonly url: string;
  readonly file: string;
  readonly status: number;
  readonly headers: Record<string, string>;
}
type Entry = { capture: Capture; page: Page | null };

function linesOf<T>(name: string): T[] {
  return readFileSync(new URL(name, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

function entry(recorded: Recorded, government: string, home: string, assets: 'read' | 'unreachable'): Entry | null {
  const script = recorded.file.startsWith('assets/');
  const bytes = readFileSync(new URL(recorded.file, folder));
  const { text, encoding } = decodeText(bytes, recorded.headers['content-type'] ?? null, script ? 'script' : 'html');
  const wall = recognizeWall(
    { status: recorded.status, headers: recorded.headers, text, bytes: bytes.length },
    knowledge(),
  );
  const failure = wall?.class ?? (script && assets === 'unreachable' ? 'refused' : null);
  const isHome = !script && recorded.url === home;
  const made = capture({
    government,
    url: recorded.url,
    role: script ? 'script' : 'page',
    status: recorded.status,
    headers: recorded.headers,
    encoding,
    failure,
    home: isHome,
    depth: isHome ? 0 : 1,
    from: isHome ? null : home,
  });
  return { capture: made, page: failure === null ? readPage(made, text, knowledge()) : null };
}

/** One visit to a recorded site: its home page, and with `read` the script files that came with it. */
function visit(home: string, code: string, assets: 'read' | 'unreachable' = 'read'): (probe: string) => Finding {
  const { origin } = new URL(home);
  const entries = linesOf<Recorded>('manifest.jsonl')
    .filter((recorded) => new URL(recorded.url).origin === origin)
    .flatMap((recorded) => entry(recorded, code, home, assets) ?? []);
  const government: Government = {
    code,
    name: code,
    pinyin: '',
    province: '',
    region: '',
    group: '',
    scored: true,
    sites: { portal: { url: home, confidence: 'high' } },
  };
  return (id) => {
    const probe = probeById(id);
    if (!probe) throw new Error(`no probe ${id}`);
    const seen = makeSeen({ government, knowledge: knowledge(), entries, unread: {} }, probe);
    return findingOf(probe, code, probe.judge(seen));
  };
}

function homes(): Map<string, string> {
  const rows = readFileSync(new URL('governments.csv', folder), 'utf8').trim().split('\n').slice(1);
  return new Map(rows.map((row) => [row.split(',')[0] ?? '', row.split(',')[6] ?? '']));
}

const written = new Set(['smart-search', 'smart-qa', 'privacy-policy', 'open-data-platform']);

describe.skipIf(!there)('recorded pages', () => {
  it('gives every accepted state', () => {
    const failed: string[] = [];
    const addresses = homes();
    for (const line of linesOf<{ government: string; probe: string; state: string | string[] }>('truth.jsonl')) {
      if (!written.has(line.probe)) continue;
      const finding = visit(addresses.get(line.government) ?? '', line.government)(line.probe);
      if (![line.state].flat().includes(finding.state))
        failed.push(`${line.government} ${line.probe}: ${finding.state} ${finding.reason}`);
    }
    expect(failed).toEqual([]);
  });

  it('never says absent of pages that show their header only after scripts', () => {
    const addresses = homes();
    for (const code of ['320000', '310000', '211000'])
      for (const id of [
        'smart-search',
        'smart-qa',
        'privacy-policy',
        'open-data-platform',
        'api-count',
        'app-count',
        'data-catalog',
      ])
        for (const assets of ['read', 'unreachable'] as const)
          expect(visit(addresses.get(code) ?? '', code, assets)(id).state, `${code} ${id} ${assets}`).not.toBe(
            'absent',
          );
  });

  it('finds search, robot and open data of Jiangsu and Shanghai in their script files', () => {
    const jiangsu = visit('http://www.jiangsu.gov.cn/', '320000');
    expect(jiangsu('smart-search')).toMatchObject({
      state: 'present',
      value: { vendor: 'hanweb-jsearch', field: 'q' },
    });
    expect(jiangsu('smart-qa')).toMatchObject({
      state: 'present',
      value: { vendor: 'hanweb-jpaas-robot', level: 'linked' },
    });
    const shanghai = visit('https://www.shanghai.gov.cn/', '310000');
    expect(shanghai('smart-search').state).toBe('present');
    expect(shanghai('smart-qa')).toMatchObject({ state: 'present', value: { label: '智能客服' } });
  });

  it('finds what INDEX.tsv describes', () => {
    expect(visit('https://www.yichun.gov.cn/', '360900')('smart-search').value).toMatchObject({
      field: 'searchWord',
      url: 'https://www.yichun.gov.cn/search4/s',
    });
    expect(visit('https://www.yichun.gov.cn/', '360900')('open-data-platform').value).toMatchObject({
      level: 'linked',
      url: 'http://data.yichun.gov.cn/',
    });
    expect(visit('http://www.fcgs.gov.cn/', '450600')('smart-search').value).toMatchObject({
      field: 'searchWord',
      by: 'loose',
    });
    expect(visit('http://www.fcgs.gov.cn/', '450600')('smart-qa').value).toMatchObject({
      url: 'http://www.fcgs.gov.cn/gx-znwd/home/fcgs',
    });
    expect(visit('https://www.wanzai.gov.cn/', '360922')('privacy-policy').value).toMatchObject({
      where: 'portal',
      level: 'linked',
      url: 'http://www.wanzai.gov.cn/wzxrmzf/yssm/gywz_tt.shtml',
    });
    expect(visit('http://www.wlmq.gov.cn/', '650100')('smart-search').value).toMatchObject({ field: 'q' });
    expect(visit('http://hdzfxxgk.hd.gov.cn/', '130400')('smart-search').value).toMatchObject({ vendor: 'trs-was' });
    expect(visit('http://www.xa.gov.cn/', '610100')('smart-search').value).toMatchObject({
      field: 'qt',
      vendor: 'kaipuyun-so',
    });
    expect(visit('http://swj.wuhan.gov.cn/', '420100')('smart-search').value).toMatchObject({ field: 'searchword' });
    expect(visit('https://www.usa.gov/', '900001')('smart-search').state).toBe('present');
    expect(visit('https://www.usa.gov/', '900001')('privacy-policy').state).toBe('present');
  });

  it('says blocked of both wall pages', () => {
    for (const [code, home] of [
      ['100002', 'http://www.gsxt.gov.cn/'],
      ['100003', 'https://www.mps.gov.cn/'],
    ] as const)
      for (const id of written) expect(visit(home, code)(id)).toMatchObject({ state: 'unknown', reason: 'blocked' });
  });
});
