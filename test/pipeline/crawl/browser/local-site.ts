import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CrawlSettings } from '../../../../src/config/schema/crawl.ts';
import type { BrowserJob } from '../../../../src/pipeline/crawl/browser/job.ts';
import type { Manners } from '../../../../src/pipeline/crawl/browser/manners.ts';
import { SharedBrowser } from '../../../../src/pipeline/crawl/browser/pool.ts';
import { Guard } from '../../../../src/pipeline/crawl/guard/guard.ts';

/** A site on this machine and a browser that may visit it. */
export interface LocalSite {
  /** Address without a slash at its end. */
  readonly base: string;
  readonly browser: SharedBrowser;
  close(): Promise<void>;
}

export async function openLocalSite(
  answer: RequestListener,
  options: {
    readonly chromium: string | null;
    readonly settings: CrawlSettings;
    readonly manners?: Manners;
    readonly onJob?: (job: BrowserJob) => void;
  },
): Promise<LocalSite> {
  const { chromium, settings, onJob, manners } = options;
  if (chromium === null) throw new Error('no Chromium: the test should have been skipped');
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = new SharedBrowser({
    executable: chromium,
    settings,
    guard: new Guard({ settings, exempt: [new URL(base).host] }),
    proxy: null,
    conversations: 2,
    ...(manners === undefined ? {} : { manners }),
    ...(onJob === undefined ? {} : { onJob }),
  });
  return {
    base,
    browser,
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
