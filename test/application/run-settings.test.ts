import { afterEach, beforeEach, expect, test } from 'vitest';
import { runSettings } from '../../src/application/run-settings.ts';
import { loadPack } from '../../src/config/pack.ts';
import { TemporaryPack, usageMessage } from '../config/temporary-pack.ts';

let folder: TemporaryPack;
beforeEach(() => {
  folder = new TemporaryPack();
});
afterEach(() => folder.remove());

test('a schedule that was started weeks ago follows a line that was added to the exclusions since', () => {
  const pack = loadPack(folder.directory);
  const hosts = () => runSettings(pack, { browser: false }, null, {}).settings.exclusions.map(({ host }) => host);
  expect(hosts()).toEqual([]);
  folder.write('exclusions.csv', 'host,since,who\nwww.example.org,2026-11-29,the clerk\n');
  expect(hosts()).toEqual(['www.example.org']);
  folder.write('exclusions.csv', 'host,since,who\nhttp://www.example.org/,2026-11-29,the clerk\n');
  expect(usageMessage(hosts)).toContain('exclusions.csv line 2, column host: expected a host');
});

test('a simulated country on this machine is asked without pauses of our own, real sites never', () => {
  const pack = loadPack(folder.directory);
  const { politeness, retry } = runSettings(pack, { browser: false, sandbox: true }, null, {}).settings;
  expect([politeness.pause, retry.pause]).toEqual([0, 0]);
  expect(retry.attempts).toBe(pack.crawl.retry.attempts);
  const real = runSettings(pack, { browser: false }, null, {}).settings;
  expect([real.politeness, real.retry]).toEqual([pack.crawl.politeness, pack.crawl.retry]);
  expect(real.politeness.pause).toBeGreaterThan(0);
});
