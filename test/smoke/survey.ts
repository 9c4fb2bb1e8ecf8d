import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CrawlSettings } from '../../src/config/schema/crawl.ts';
import { startSandbox, truthLines } from '../../src/sandbox/index.ts';
import { pack, runIn } from './fault-run.ts';

/** The shipped limits without the pauses that real sites are owed. */
export const withoutPauses: CrawlSettings = {
  ...pack.crawl,
  politeness: { ...pack.crawl.politeness, pause: 0, 'max-crawl-delay': 20, 'max-retry-after': 200 },
  timeouts: { dns: 5000, connect: 5000, tls: 5000, 'first-byte': 6000, body: 6000, total: 8000 },
  retry: { ...pack.crawl.retry, pause: 50 },
};

/**
 * Crawls towns of the simulated country inside this process, without a browser, and writes the truth
 * of the whole country to `truth.jsonl` in the data folder; `sandbox-run.test.ts` does the same by
 * commands in processes of their own.
 */
export async function survey(
  data: string,
  codes: readonly string[],
  weather: 'calm' | 'storm' = 'calm',
): Promise<{ truth: string }> {
  const { governments, observed } = pack;
  const today = new Date().toISOString().slice(0, 10);
  const sandbox = await startSandbox({ governments, observed, weather, today });
  try {
    mkdirSync(data, { recursive: true });
    const truth = join(data, 'truth.jsonl');
    writeFileSync(truth, [...truthLines(sandbox.world)].map((line) => `${JSON.stringify(line)}\n`).join(''));
    const chosen = governments.filter(({ code }) => codes.includes(code));
    await runIn(data, chosen, { proxy: sandbox.proxyUrl, settings: withoutPauses, nature: 'simulated' });
    return { truth };
  } finally {
    await sandbox.close();
  }
}
