// Crawls two towns with all pauses and reports them again and again: some minutes.
// `corrections.test.ts` and `old-data.test.ts` go the same ways on a stored folder.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { govprobe, type Outcome, temporaryFolder } from './cli.ts';
import { inProcess } from './in-process.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const run = (...args: string[]): Promise<Outcome> => inProcess([...args, '--data', folder.path]);
async function json(...args: string[]) {
  const { status, stdout, stderr } = await run(...args, '--json');
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}
async function refused(message: RegExp, ...args: string[]): Promise<void> {
  const { status, stdout, stderr } = await run(...args);
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect([status, stdout]).toEqual([2, '']);
}

describe('from a crawl to a published edition and an appeal', () => {
  test('on two simulated towns', async () => {
    await refused(/holds no govprobe.sqlite/, 'edition', 'list');
    const crawl = await govprobe(['crawl', '--sandbox', '--only', '成都,hefei', '--data', folder.path, '--json']);
    expect(crawl.status, crawl.stderr).toBe(0);
    const crawled = JSON.parse(crawl.stdout);
    expect(await json('edition', 'freeze', '2022', '--year', '2022')).toMatchObject({
      name: '2022',
      derivedFrom: null,
    });
    await refused(/there is an edition 2022 already/, 'edition', 'freeze', '2022');

    const who = ['--who', '王芳', '--why', '入口\u001b[2J打不开'];
    await refused(/--state is missing/, 'review', '成都', 'smart-search', ...who);
    await run('review', '成都', 'smart-search', '--state', 'absent', ...who);
    const listed = await run('review', '--list', 'chengdu');
    expect(listed.stdout).toContain('入口');
    const shown = await run('findings', '成都', '--probe', 'smart-search');
    expect(shown.stdout).toMatch(/absent .* review 1 \(王芳, .*the probe said present level working/);
    const evidence = await run('evidence', '成都', 'smart-search');
    expect(evidence.stdout).toContain('why: 入口');
    for (const { stdout } of [listed, shown, evidence]) expect(stdout).not.toContain('\u001b');

    await json('edition', 'freeze', '2023');
    await run('review', '--withdraw', '1', '--who', '李强', '--why', '看错');
    const [frozen] = await json('findings', '成都', '--probe', 'smart-search', '--edition', '2023');
    expect(frozen).toMatchObject({ state: 'absent', review: { machine: { state: 'present' } } });
    const diff = await json('diff', '2022', '2023');
    expect(diff.changes).toMatchObject([{ government: '510100', kind: 'disappeared', causes: ['review'] }]);
    expect(diff.scores).toHaveLength(2);
    expect(
      diff.scores.find((item: { government: string }) => item.government === '510100').score.difference,
    ).toBeLessThan(0);
    await refused(/there is no edition "2024"; did you mean/, 'score', '--edition', '2024');
    await refused(/expected two runs or two editions/, 'diff', '2023', crawled.run);

    await json('rejudge', '--run', crawled.run, '--into', 'again');
    expect(await json('diff', crawled.run, 'again')).toMatchObject({ changes: [], same: 48 });
    expect((await json('score', '--edition', '2023')).ranking).toHaveLength(2);
    expect(await json('edition', 'verify', '2022')).toMatchObject({ intact: true, damage: [] });

    const file = join(folder.path, 'pack.zip');
    await json('appeal', '成都', '--probe', 'smart-search', '--edition', '2023', '--out', file);
    const outer = unzipSync(readFileSync(file));
    expect(Object.keys(outer).sort()).toEqual([
      '510100.wacz',
      'README.md',
      'SHA256SUMS',
      'index.html',
      'objection.json',
    ]);
    const entries = unzipSync(outer['510100.wacz'] ?? new Uint8Array());
    const read = (name: string) => Buffer.from(entries[`govprobe/${name}`] ?? []).toString();
    const [claim] = JSON.parse(read('findings.json'));
    const captures: { capture: { id: string; body: string | null } }[] = read('captures.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const bodies = captures.flatMap(({ capture: { body } }) => body ?? []);
    expect(bodies.length).toBeGreaterThan(5);
    for (const { capture } of claim.finding.evidence)
      expect(captures.find((one) => one.capture.id === capture)?.capture.body).not.toBeNull();
    expect(read('log.jsonl')).toContain('"event":"finding"');

    const bytes = bodies[0] ?? '';
    writeFileSync(join(folder.path, 'evidence', bytes.slice(0, 2), `${bytes}.zst`), 'cut');
    const damaged = await run('edition', 'verify', '2023');
    expect(damaged.status).toBe(1);
    expect(damaged.stdout).toMatch(new RegExp(`${bytes}.*damaged`, 'u'));
  }, 240_000);
});
