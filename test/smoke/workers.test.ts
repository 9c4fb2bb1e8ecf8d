import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { findingSchema } from '../../src/model/finding.ts';
import { findChromium } from '../../src/pipeline/crawl/browser/find-chromium.ts';
import { describeOnPostgres, temporaryDatabase } from '../postgres.ts';
import { govprobe, inFile, packWithoutPauses, startCli, temporaryFolder } from './cli.ts';

const chromium = findChromium(process.env);
const names = '自贡,六安,克拉玛依';
const summarySchema = z.looseObject({ run: z.string(), visits: z.number(), complete: z.boolean(), pages: z.number() });

const browserSchema = summarySchema.extend({ browser: z.looseObject({ governments: z.number() }) });

/** The standard error of a process as it grows. */
function listen(child: ChildProcess): { readonly text: () => string } {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (more: string) => {
    text += more;
  });
  return { text: () => text };
}

async function until(isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + 60_000; !isSo(); await sleep(100))
    if (performance.now() > end) throw new Error('it did not come to pass within a minute');
}

await describeOnPostgres('a run that others make', () => {
  const given = temporaryDatabase();

  it('comes to the findings of one process although a worker is killed, and logs name the workers', async () => {
    const folder = temporaryFolder();
    const config = packWithoutPauses(folder.path);
    const [alone, data] = [`${folder.path}/alone`, `${folder.path}/shared`];
    const env = { GOVPROBE_DATABASE: given.url };
    const common = ['--config', config, '--data', data];
    const workers: ChildProcess[] = [];
    try {
      const visiting = ['crawl', '--sandbox', '--no-browser', '--only', names, '--config', config, '--json'];
      const local = await govprobe([...visiting, '--data', alone], inFile);
      expect(local.status, local.stderr).toBe(0);
      const planning = govprobe([...visiting, '--plan-only', '--data', data], env);
      const east = startCli(['worker', '--name', 'east', '--visits', '1', ...common], env);
      workers.push(east);
      const heard = listen(east);
      await until(() => heard.text().includes('taking visits'));
      await sleep(300);
      east.kill('SIGKILL');
      const west = startCli(['worker', '--name', 'west', '--visits', '3', ...common], env);
      workers.push(west);
      const planned = await planning;
      expect(planned.status, planned.stderr).toBe(0);
      const [one, shared] = [local, planned].map(({ stdout }) => summarySchema.parse(JSON.parse(stdout)));
      expect(shared).toMatchObject({ visits: 3, complete: true, pages: one?.pages });
      west.kill('SIGTERM');
      expect(await once(west, 'close')).toEqual([0, null]);
      expect(await findings(data, env)).toEqual(await findings(alone, inFile));
      const log = await govprobe(['logs', '自贡', ...common, '--json'], env);
      expect(log.stdout).toMatch(/"worker":\s*"(?:east|west)"/u);
    } finally {
      for (const worker of workers) worker.kill('SIGKILL');
      folder.remove();
    }
  }, 240_000);

  it.skipIf(chromium === null)(
    'comes to the findings of one process with a browser in each worker, without pauses of our own',
    async () => {
      const folder = temporaryFolder();
      const [alone, data] = [`${folder.path}/alone`, `${folder.path}/shared`];
      const browser = { GOVPROBE_CHROMIUM: chromium ?? 'none' };
      const env = { ...browser, GOVPROBE_DATABASE: given.url };
      const workers: ChildProcess[] = [];
      try {
        const visiting = ['crawl', '--sandbox', '--only', names, '--json'];
        const local = await govprobe([...visiting, '--data', alone], { ...browser, ...inFile });
        expect(local.status, local.stderr).toBe(0);
        const heard = ['east', 'west'].map((name) => {
          const worker = startCli(['worker', '--name', name, '--visits', '1', '--data', data], env);
          workers.push(worker);
          return listen(worker);
        });
        await until(() => heard.every(({ text }) => text().includes('waiting for visits')));
        const planned = await govprobe([...visiting, '--plan-only', '--data', data], env);
        expect(planned.status, planned.stderr).toBe(0);
        expect(heard.map(({ text }) => text().includes('taking visits'))).toEqual([true, true]);
        expect(browserSchema.parse(JSON.parse(local.stdout)).browser.governments).toBeGreaterThan(0);
        expect(summarySchema.parse(JSON.parse(planned.stdout))).toMatchObject({ visits: 3, complete: true });
        expect(await findings(data, env)).toEqual(await findings(alone, inFile));
      } finally {
        for (const worker of workers) worker.kill('SIGKILL');
        folder.remove();
      }
    },
    480_000,
  );

  it('is left alone by a worker of another configuration, which says what differs', async () => {
    const folder = temporaryFolder();
    const [data, config] = [`${folder.path}/data`, packWithoutPauses(folder.path)];
    const env = { GOVPROBE_DATABASE: given.url };
    const plan = startCli(['crawl', '--plan-only', '--sandbox', '--no-browser', '--only', '自贡', '--data', data], env);
    const worker = startCli(['worker', '--config', config, '--data', data], env);
    const heard = listen(worker);
    try {
      await until(() => heard.text().includes('are not taken'));
      expect(heard.text()).toMatch(
        /its configuration is [0-9a-f]{12}, and that of .* is [0-9a-f]{12}; use the same pack/u,
      );
      plan.kill('SIGINT');
      expect(await once(plan, 'close')).toEqual([130, null]);
      worker.kill('SIGINT');
      expect(await once(worker, 'close')).toEqual([130, null]);
    } finally {
      plan.kill('SIGKILL');
      worker.kill('SIGKILL');
      folder.remove();
    }
  }, 120_000);

  it('keeps its evidence in one place: whoever would keep it elsewhere makes no visits, and says so', async () => {
    const folder = temporaryFolder();
    const [data, other] = [`${folder.path}/data`, `${folder.path}/other`];
    const env = { GOVPROBE_DATABASE: given.url };
    const visiting = ['crawl', '--plan-only', '--sandbox', '--no-browser', '--only', '自贡'];
    const plan = startCli([...visiting, '--data', data], env);
    const [worker, chineseWorker] = ['C.UTF-8', 'zh_CN.UTF-8'].map((LANG) =>
      startCli(['worker', '--no-browser', '--data', other], { ...env, LANG }),
    );
    if (worker === undefined || chineseWorker === undefined) throw new Error('there are two');
    const heard = [worker, chineseWorker].map(listen);
    try {
      await until(() => heard.every(({ text }) => text().split('\n').length > 2));
      const [english, chinese] = heard.map(({ text }) => text());
      expect(english).toMatch(/are not taken: the evidence of this database is kept in .*data on .*GOVPROBE_EVIDENCE/u);
      expect(chinese).toMatch(/不执行运行 .* 的访问：此数据库的证据存放在 .*data on .*GOVPROBE_EVIDENCE/u);
      plan.kill('SIGINT');
      expect(await once(plan, 'close')).toEqual([130, null]);
      const again = await govprobe([...visiting, '--data', other], env);
      expect([again.status, again.stderr]).toEqual([
        2,
        expect.stringContaining('the evidence of this database is kept'),
      ]);
    } finally {
      for (const child of [plan, worker, chineseWorker]) child.kill('SIGKILL');
      folder.remove();
    }
  }, 120_000);

  it('needs a database that others reach', async () => {
    const folder = temporaryFolder();
    try {
      const worker = await govprobe(['worker', '--data', folder.path], inFile);
      expect([worker.status, worker.stderr]).toEqual([2, expect.stringContaining('set GOVPROBE_DATABASE')]);
      const planning = ['crawl', '--plan-only', '--sandbox', '--only', '自贡', '--data', folder.path];
      const plan = await govprobe(planning, inFile);
      expect([plan.status, plan.stderr]).toEqual([2, expect.stringContaining('--plan-only leaves the visits')]);
    } finally {
      folder.remove();
    }
  });
});

async function findings(data: string, env: Record<string, string>): Promise<unknown> {
  const { stdout } = await govprobe(['findings', '--data', data, '--json'], env);
  return z.array(findingSchema).parse(JSON.parse(stdout));
}
