import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../../src/pipeline/crawl/browser/find-chromium.ts';
import { render } from '../../../../src/pipeline/crawl/browser/render.ts';
import { quickSettings } from '../settings.ts';
import { type LocalSite, openLocalSite } from './local-site.ts';

const chromium = existsSync('/proc/self/stat') ? findChromium(process.env) : null;
const settings = quickSettings();

interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function running(): Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        return [{ pid: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'latin1') }];
      } catch {
        return [];
      }
    });
}

/** Processes of the browsers that this process has started. */
function ours(): Running[] {
  const all = running();
  const children = (of: number): Running[] =>
    all.filter(({ parent }) => parent === of).flatMap((child) => [child, ...children(child.pid)]);
  return children(process.pid).filter(({ command }) => command.includes('chrom'));
}

/** Kills what `choose` says as soon as there is any of it. */
async function kill(choose: (one: Running) => boolean): Promise<number> {
  for (let turn = 0; turn < 200; turn += 1) {
    const chosen = ours().filter(choose);
    for (const { pid } of chosen) process.kill(pid, 'SIGKILL');
    if (chosen.length > 0) return chosen.length;
    await sleep(50);
  }
  return 0;
}

const isRenderer = ({ command }: Running): boolean => command.includes('--type=renderer');
const isBrowser = ({ command }: Running): boolean =>
  command.includes('--govprobe-owner=') && !command.includes('--type=');

describe.skipIf(chromium === null)('a browser that crashes (skipped without Chromium or /proc)', () => {
  let site: LocalSite;

  beforeAll(async () => {
    const answer: RequestListener = (request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      // A page that never ends keeps the browser at it until it is killed.
      if (request.url === '/endless') response.write('<html><body><p>…</p>');
      else response.end('<html><body><p>政务公开</p></body></html>');
    };
    site = await openLocalSite(answer, { chromium, settings });
  });
  afterAll(() => site.close());

  test.each([
    ['its page', isRenderer],
    ['the whole browser', isBrowser],
  ])(
    'fails the page under way and serves the next one: %s',
    async (_, choose) => {
      expect((await render(`${site.base}/`, site.browser, settings)).ok).toBe(true);
      const underWay = render(`${site.base}/endless`, site.browser, settings);
      await sleep(300);
      expect(await kill(choose)).toBeGreaterThan(0);
      const outcome = await underWay;
      expect(outcome.ok).toBe(false);
      const next = await render(`${site.base}/`, site.browser, settings);
      expect(next.ok && next.body.toString('utf8')).toContain('政务公开');
    },
    60_000,
  );

  test('leaves no process behind when it is closed', async () => {
    await site.browser.close();
    for (let turn = 0; turn < 100 && ours().length > 0; turn += 1) await sleep(50);
    expect(ours()).toEqual([]);
  }, 30_000);
});
