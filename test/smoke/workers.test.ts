import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { findingSchema } from '../../src/model/finding.ts';
import { describeOnPostgres, temporaryDatabase } from '../postgres.ts';
import { govprobe, inFile, packWithoutPauses, startCli, temporaryFolder } from './cli.ts';

const names = '自贡,六安,克拉玛依';
const summarySchema = z.looseObject({ run: z.string(), visits: z.number(), complete: z.boolean(), pages: z.number() });

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
