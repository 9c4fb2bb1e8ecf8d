import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { speakIn } from '../../src/cli/say.ts';
import { leftOutTable } from '../../src/cli/views/calibrate.ts';
import { reliabilityOf } from '../../src/scoring/evaluation/reliability.ts';
import { storeRun } from '../application/known-data.ts';
import { inProcess } from '../smoke/in-process.ts';
import { finding } from '../store/samples.ts';
import { temporaryStore } from '../store/temporary-store.ts';

const given = temporaryStore();
const cities = ['510100', '330100'];

/** Two cities of the shipped pack, one with a search that works. */
async function crawl(id = 'r1'): Promise<void> {
  const towns = cities.map((code, index) => {
    const value = {
      level: index === 0 ? 'working' : 'linked',
      reached: 'linked',
      share: 1,
      perClass: { a: 1 },
      ownRegion: 1,
    };
    const findings = [
      { ...finding(code, 'present', 'smart-search'), value },
      finding(code, 'absent', 'follow-up'),
      finding(code, 'unknown', 'smart-qa'),
    ];
    return [code, { findings }] as const;
  });
  await storeRun(given.store, id, Object.fromEntries(towns), { provinces: { 510100: '四川省', 330100: '浙江省' } });
}

const govprobe = (...args: string[]) => inProcess([...args, '--data', given.path]);
const json = async (...args: string[]) => JSON.parse((await govprobe(...args, '--json')).stdout) as unknown;

describe('the commands of analysts', () => {
  test('explain goes back from the score, in the language asked for', async () => {
    await crawl();
    const tree = await govprobe('explain', '510100', '--no-uncertainty', '--lang', 'zh');
    expect([tree.status, tree.stderr]).toEqual([0, '']);
    expect(tree.stdout).toMatch(/3\.1\.1 +智能搜索 +6\.00 +6\.00 +100\.0% +存在 working/);
    const before = await inProcess(['--lang', 'zh', 'explain', '510100', '--no-uncertainty', '--data', given.path]);
    expect(before.stdout).toBe(tree.stdout);
    const leaf = await govprobe('explain', '510100', '智能搜索', '--no-uncertainty');
    expect(leaf.stdout).toMatch(/^3\.1\.1 智能搜索 \(smart-search\)$/m);
    expect(await json('explain', '510100', '#17', '--no-uncertainty')).toMatchObject({ named: [expect.any(String)] });
    const wrong = await govprobe('explain', '510100', '智能搜');
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toMatch(/did you mean 智能搜索 \(smart-search, 3\.1\.1\)/);
  });

  test('diff, evaluate, calibrate and doctor are in the language asked for, and their JSON is not', async () => {
    await crawl();
    const [first = '', second = ''] = cities;
    await storeRun(given.store, 'r2', {
      [first]: { findings: [finding(first, 'absent', 'smart-search'), finding(first, 'present', 'smart-qa')] },
      [second]: { findings: [{ ...finding(second, 'present', 'smart-search'), value: { level: 'working' } }] },
    });
    const truth = join(given.path, 'truth.jsonl');
    const lines = cities.map((government) => ({
      government,
      probe: 'smart-search',
      state: 'present',
      level: 'linked',
    }));
    writeFileSync(truth, lines.map((line) => JSON.stringify(line)).join('\n'));
    const said = async (...args: string[]): Promise<string> => {
      const { status, stdout, stderr } = await govprobe(...args, '--lang', 'zh');
      expect([0, 1], stderr).toContain(status);
      return stdout + stderr;
    };
    const diff = await said('diff', 'r1', 'r2', '--evidence');
    expect(diff).toContain('r1 → r2：');
    expect(diff).toMatch(/消失 1/);
    expect(diff).toMatch(/层级改变 1/);
    expect(diff).not.toMatch(/findings|disappeared|before|after|unexplained|another/);
    const evaluation = await said('evaluate', '--truth', truth, '--mismatches');
    expect(evaluation).toMatch(/^探针 +查准率 +查全率/m);
    expect(evaluation).toMatch(/^误判为无 510100 smart-search：应为/m);
    expect(evaluation).not.toMatch(/precision|confidence|claims|expected|right of/);
    speakIn('zh');
    const claims = [{ government: first, probe: 'smart-qa', confidence: 0.9, right: true }];
    const left = leftOutTable([{ world: 'a', reliability: reliabilityOf(claims) }]).join('\n');
    speakIn('en');
    expect(left).toMatch(/^样本 +断言 +校准误差 +95% 区间 +布里尔分数 +最佳常数$/m);
    const doctor = await said('doctor');
    expect(doctor).toMatch(/^状态 +检查 +结果$/m);
    expect(doctor).toMatch(/^正常 +Node\.js +版本 24/m);
    expect(doctor).not.toMatch(/font|folder|version|none in|can be/);
    expect(JSON.stringify(await json('doctor', '--lang', 'zh'))).toContain('version 24');
  }, 60_000);

  test('findings and score print filters, order and tables; what does not go together is refused', async () => {
    await crawl();
    const doubtful = await govprobe('findings', '--below', '0.9', '--sort', '-stake', '--limit', '1');
    expect(doubtful.stdout.trim().split('\n')).toHaveLength(3);
    expect(doubtful.stderr).toBe('1 of 4 findings are shown (--limit)\n');
    expect((await govprobe('findings', '--csv', '--province', '四川')).stdout).toMatch(/^\ufeffcode,[\s\S]*510100/);
    expect((await govprobe('findings', '--csv', '--no-bom')).stdout).toMatch(/^code,/);
    expect(await json('score', '--only', '330100')).toMatchObject({ ranking: [{ government: '330100' }] });
    for (const args of [
      ['findings', '--csv', '--json'],
      ['findings', '--below', '2'],
      ['findings', '--sort', 'colour'],
      ['findings', '--limit', '0'],
      ['findings', '--reason', 'because'],
      ['score', '--csv', '--json'],
      ['score', '--province', '湖南'],
      ['score', '--indicator', '1.1', '--uncertainty'],
    ]) {
      const { status, stdout, stderr } = await govprobe(...args);
      expect([args, status, stdout]).toEqual([args, 2, '']);
      expect(stderr).toMatch(/expected|exclude|no province|leave --indicator out/);
      expect(stderr).not.toMatch(/\n {4}at /);
    }
  });

  test('review takes a file, all or none, and prints the effect', async () => {
    await crawl();
    const file = join(given.path, 'verdicts.csv');
    writeFileSync(
      file,
      'government,probe,state,value\n330100,smart-search,present,level=working\n510100,follow-up,gone,\n',
    );
    const by = ['--who', '王芳', '--why', '人工核对'];
    const refused = await govprobe('review', '--file', file, ...by);
    expect([refused.status, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toMatch(
      /1 of 2 verdicts cannot be taken, so none was stored:\n {2}line 3: state: expected one of/,
    );
    writeFileSync(file, 'government,probe,state,value\n330100,smart-search,present,level=working\n');
    const dry = await govprobe('review', '--file', file, ...by, '--dry-run');
    expect(dry.stdout).toMatch(/330100 +330100市 +\d+\.\d\d → \d+\.\d\d +\+\d/);
    expect(await json('review', '--list')).toEqual([]);
    expect(await json('review', '--file', file, ...by)).toMatchObject({ stored: true, reviews: [{ id: 1 }] });
    expect(await json('review', '--list')).toHaveLength(1);
    for (const args of [
      ['--file', file, '--list'],
      ['330100', '--file', file],
      ['--file', 'none.csv', ...by],
    ]) {
      expect((await govprobe('review', ...args)).status).toBe(2);
    }
  });

  test('runs lists, asks before it removes, and refuses what is needed', async () => {
    await crawl('r1');
    await crawl('r2');
    expect(await json('runs')).toMatchObject([
      { id: 'r2', shown: 'base' },
      { id: 'r1', shown: null },
    ]);
    const asked = await govprobe('runs', 'remove', 'r1');
    expect(asked.status).toBe(2);
    expect(asked.stderr).toMatch(/nothing was removed: confirm with --yes/);
    expect((await govprobe('runs', 'remove', 'r2', '--yes')).stderr).toMatch(/r2 has to stay/);
    expect((await govprobe('runs', 'remove', 'r1', '--yes')).stdout).toMatch(/^run r1 \(crawl, 2 visits\) removed$/m);
    expect(await json('runs', '--no-size')).toMatchObject([{ id: 'r2', size: null }]);
    for (const args of [['sweep'], ['remove'], ['list', 'r2'], ['--yes']]) {
      expect((await govprobe('runs', ...args)).status).toBe(2);
    }
  });

  test('schedule --check looks ahead, also where nothing is there yet, and changes nothing', async () => {
    await crawl();
    const { status, stdout } = await govprobe('schedule', '--check', '--no-browser');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^MISSING: the contact .* is a placeholder/m);
    const sandbox = await inProcess([
      'schedule',
      '--check',
      '--sandbox',
      '--no-browser',
      '--data',
      join(given.path, 'none'),
    ]);
    expect([sandbox.status, sandbox.stderr]).toEqual([0, '']);
    expect(sandbox.stdout).toMatch(/duration +not known: no night was measured/);
    expect((await govprobe('schedule', '--check', '--once')).status).toBe(2);
  });
});
