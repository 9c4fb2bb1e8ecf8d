import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { findingSchema } from '../../src/model/finding.ts';
import { runLogFile } from '../../src/pipeline/crawl/run/run-log.ts';
import { openStore } from '../store/place.ts';
import { govprobe, packWithoutPauses, startCli, temporaryFolder } from './cli.ts';
import { inProcess } from './in-process.ts';

const folders: { remove: () => void }[] = [];
function folder(): string {
  const made = temporaryFolder();
  folders.push(made);
  return made.path;
}
afterAll(() => {
  for (const made of folders) made.remove();
});

// A name, a spelling and a part of a name: towns of few pages, since they are crawled again and again here.
const some = '自贡,luan,克拉玛依';
const many = 3;
const config = packWithoutPauses(folder());
const crawling = ['crawl', '--sandbox', '--only', some, '--config', config];

/** As in a process of its own: without the proxies and folders of whoever runs the tests. */
beforeAll(() => {
  for (const name of Object.keys(process.env)) if (/proxy|^GOVPROBE_/i.test(name)) vi.stubEnv(name, undefined);
  vi.stubEnv('GOVPROBE_CHROMIUM', 'none');
});
afterAll(() => vi.unstubAllEnvs());

async function crawlSome(data: string, ...more: string[]): Promise<void> {
  const { status, stderr } = await govprobe([...crawling, '--data', data, ...more]);
  expect(status, stderr).toBe(0);
}

/** What a command prints that only reads, or that visits one town, inside this process. */
async function printed(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await inProcess(args);
  expect(status, stderr).toBe(0);
  return stdout;
}

describe('a run on the simulated country', () => {
  const first = folder();
  beforeAll(() => crawlSome(first), 180_000);

  test('gives byte-identical findings twice, and again when judged from the stored captures', async () => {
    const second = folder();
    await crawlSome(second, '--concurrency', '2');
    const once = (await govprobe(['findings', '--json', '--data', first])).stdout;
    expect(await printed('findings', '--json', '--data', second)).toBe(once);
    const again = z
      .array(z.object({ changed: z.array(z.unknown()), missing: z.number() }))
      .parse(JSON.parse(await printed('rejudge', '--json', '--data', first)));
    expect(again).toMatchObject([{ changed: [], missing: 0 }]);
    expect(await printed('findings', '--json', '--data', first)).toBe(once);
    const findings = z.array(findingSchema).parse(JSON.parse(once));
    expect(findings).toHaveLength(many * 24);
    expect(findings.filter((finding) => finding.state === 'present').length).toBeGreaterThan(20);
    for (const finding of findings.filter((item) => item.state === 'present')) {
      expect(finding.evidence.length, `${finding.government} ${finding.probe}`).toBeGreaterThan(0);
    }
  }, 240_000);

  test('killed at any moment and resumed, finds what an undisturbed run finds', async () => {
    const cut = folder();
    let kills = 0;
    // `kill.long.test.ts` kills at many more moments.
    for (const wait of [1700, 2600]) {
      const child = startCli([...crawling, '--data', cut, '--concurrency', '2', '--resume']);
      await sleep(wait);
      if (child.exitCode === null) kills++;
      child.kill('SIGKILL');
      await new Promise((done) =>
        child.exitCode !== null || child.signalCode !== null ? done(null) : child.once('exit', done),
      );
    }
    expect(kills).toBeGreaterThan(0);
    await crawlSome(cut, '--resume');
    expect(await printed('findings', '--json', '--data', cut)).toBe(
      await printed('findings', '--json', '--data', first),
    );
  }, 180_000);

  test('leaves a bulletin, scores, a log and the chain of evidence', async () => {
    const data = first;
    await printed('report', '--data', data, '--json');
    expect(readFileSync(join(data, 'report', 'bulletin.md'), 'utf8')).toContain('自贡市');
    expect(existsSync(join(data, 'report', 'ranking.csv'))).toBe(true);
    const scores = await printed('score', '--data', data, '--json');
    expect(z.looseObject({ ranking: z.array(z.unknown()) }).parse(JSON.parse(scores)).ranking).toHaveLength(many);
    expect(await printed('logs', 'zigong', '--data', data, '--probe', 'smart-search')).toMatch(/finding/);
    await followsTheLog(data);
    expect(await printed('evidence', '自贡', 'open-data-platform', '--data', data)).toMatch(/sha256 [0-9a-f]{64}/);
    const probing = ['probe', '自贡', '--sandbox', '--config', config, '--data', data, '--probe', 'smart-search'];
    expect(JSON.parse(await printed(...probing, '--json')).changes).toHaveLength(1);
    expect(JSON.parse(await printed('findings', '--json', '--data', data))).toHaveLength(many * 24);
  }, 240_000);
});

/** Writes a line about each of two governments into the log of a visit, wherever it lies. */
async function log(data: string, detail: string): Promise<void> {
  const store = await openStore(data, 'write');
  try {
    const run = (await store.visits.newest('510300'))?.id ?? '';
    const pieces = ['510300', '999999'].map((government) => {
      const line = { level: 50, time: '2026-01-01T00:00:00.000Z', run, event: 'probe-error', government, detail };
      return { government, lines: `${JSON.stringify(line)}\n` };
    });
    if (store.logLines !== null) await store.logLines.add(run, 'a worker', pieces);
    else for (const { lines } of pieces) appendFileSync(runLogFile(data, run), lines);
  } finally {
    await store.close();
  }
}

/** Appends to the newest log while `logs --follow` reads it: every line of the government is shown once, others are not. */
async function followsTheLog(data: string): Promise<void> {
  const child = startCli(['logs', '自贡', '--data', data, '--follow', '--level', 'error']);
  let shown = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
  });
  const closed = new Promise<number | null>((done) => child.once('close', done));
  const until = performance.now() + 30_000;
  for (let count = 1; performance.now() < until && !shown.includes('detail=third'); count += 1) {
    const text = count === 1 ? 'first' : count === 2 ? 'second' : 'third';
    if (count <= 3) await log(data, text);
    await sleep(700);
  }
  child.kill('SIGINT');
  expect(await closed).toBe(130);
  expect(shown.match(/detail=\w+/gu)).toEqual(['detail=first', 'detail=second', 'detail=third']);
}
