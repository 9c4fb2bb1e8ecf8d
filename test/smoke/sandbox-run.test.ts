import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findingsOf, govprobe, packWithoutPauses, startCli, temporaryFolder } from './cli.ts';

const folders: { remove: () => void }[] = [];
function folder(): string {
  const made = temporaryFolder();
  folders.push(made);
  return made.path;
}
afterAll(() => {
  for (const made of folders) made.remove();
});

const some = '成都,hefei,110000,博尔塔拉';
const many = 4;
const config = packWithoutPauses(folder());
const crawling = ['crawl', '--sandbox', '--only', some, '--config', config];

async function crawlSome(data: string, ...more: string[]): Promise<void> {
  const { status, stderr } = await govprobe([...crawling, '--data', data, ...more]);
  expect(status, stderr).toBe(0);
}

describe('a run on the simulated country', () => {
  const first = folder();
  beforeAll(() => crawlSome(first), 180_000);

  test('gives byte-identical findings twice, and again when judged from the stored captures', async () => {
    const second = folder();
    await crawlSome(second, '--concurrency', '3');
    const once = (await govprobe(['findings', '--json', '--data', first])).stdout;
    expect((await govprobe(['findings', '--json', '--data', second])).stdout).toBe(once);
    const again = await govprobe(['rejudge', '--json', '--data', first]);
    expect(again.status, again.stderr).toBe(0);
    expect(
      z.array(z.object({ changed: z.array(z.unknown()), missing: z.number() })).parse(JSON.parse(again.stdout)),
    ).toMatchObject([{ changed: [], missing: 0 }]);
    expect((await govprobe(['findings', '--json', '--data', first])).stdout).toBe(once);
    const findings = await findingsOf(first);
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
    for (const wait of [1700, 2300]) {
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
    const { stdout } = await govprobe(['findings', '--json', '--data', cut]);
    expect(stdout).toBe((await govprobe(['findings', '--json', '--data', first])).stdout);
  }, 180_000);

  test('leaves a bulletin, scores, a log and the chain of evidence', async () => {
    const data = first;
    const report = await govprobe(['report', '--data', data, '--json']);
    expect(report.status, report.stderr).toBe(0);
    expect(readFileSync(join(data, 'report', 'bulletin.md'), 'utf8')).toContain('成都市');
    expect(existsSync(join(data, 'report', 'ranking.csv'))).toBe(true);
    const scores = await govprobe(['score', '--data', data, '--json']);
    expect(z.looseObject({ ranking: z.array(z.unknown()) }).parse(JSON.parse(scores.stdout)).ranking).toHaveLength(
      many,
    );
    expect((await govprobe(['logs', 'chengdu', '--data', data, '--probe', 'smart-search'])).stdout).toMatch(/finding/);
    await followsTheLog(data);
    const evidence = await govprobe(['evidence', '成都', 'smart-search', '--data', data]);
    expect(evidence.stdout).toMatch(/sha256 [0-9a-f]{64}/);
    const probed = await govprobe([
      'probe',
      '成都',
      '--sandbox',
      '--config',
      config,
      '--data',
      data,
      '--probe',
      'smart-search',
      '--json',
    ]);
    expect(probed.status, probed.stderr).toBe(0);
    expect(JSON.parse(probed.stdout).changes).toHaveLength(1);
    expect(await findingsOf(data)).toHaveLength(many * 24);
  }, 240_000);
});

/** Appends to the newest log while `logs --follow` reads it: every line of the government is shown once, others are not. */
async function followsTheLog(data: string): Promise<void> {
  const logs = join(data, 'logs');
  const file = join(logs, readdirSync(logs).toSorted().at(-1) ?? '');
  const child = startCli(['logs', '成都', '--data', data, '--follow', '--level', 'error']);
  let shown = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
  });
  const closed = new Promise<number | null>((done) => child.once('close', done));
  const line = (government: string, detail: string): string =>
    `${JSON.stringify({ level: 50, time: '2026-01-01T00:00:00.000Z', run: 'r', event: 'probe-error', government, detail })}\n`;
  const until = performance.now() + 30_000;
  for (let count = 1; performance.now() < until && !shown.includes('detail=third'); count += 1) {
    const text = count === 1 ? 'first' : count === 2 ? 'second' : 'third';
    if (count <= 3) appendFileSync(file, `${line('510100', text)}${line('999999', 'another')}`);
    await sleep(700);
  }
  child.kill('SIGINT');
  expect(await closed).toBe(130);
  expect(shown.match(/detail=\w+/gu)).toEqual(['detail=first', 'detail=second', 'detail=third']);
}
