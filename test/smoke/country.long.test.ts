// Whole countries take minutes each; `agreement.test.ts` crawls some governments in a storm.
import { afterAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../src/pipeline/crawl/browser/find-chromium.ts';
import { temporaryFolder } from './cli.ts';
import { measure, turningProbes } from './truth.ts';

const folders: { remove: () => void }[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

describe.each(['calm', 'storm'] as const)('all 337 governments, %s', (weather) => {
  test('precision and recall of the turning probes are at least 0.98, and nothing unseen is absent', async () => {
    const folder = temporaryFolder();
    folders.push(folder);
    const { probes } = await measure(folder.path, {
      weather,
      env: { GOVPROBE_CHROMIUM: findChromium(process.env) ?? 'none' },
    });
    for (const probe of probes.filter((item) => turningProbes.includes(item.probe))) {
      expect(probe.precision, `precision of ${probe.probe}`).toBeGreaterThanOrEqual(0.98);
      expect(probe.recall, `recall of ${probe.probe}`).toBeGreaterThanOrEqual(0.98);
      expect(probe.falseAbsent, `false absent of ${probe.probe}`).toBe(0);
    }
  }, 3_600_000);
});
