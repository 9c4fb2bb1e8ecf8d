import { BrowserPool, PlaywrightPlugin } from 'crawlee';
import PQueue from 'p-queue';
import { chromium, type Page } from 'playwright';
import type { CrawlSettings } from '../../config/schema/crawl.ts';
import { within } from './deadline.ts';

export interface SharedBrowserOptions {
  readonly executable: string;
  readonly settings: CrawlSettings;
  /** Outbound proxy; null for direct connections. */
  readonly proxy: URL | null;
}

/** Longest time that opening or closing a page may take, in milliseconds. */
const housekeepingTime = 15_000;
/** A browser is replaced after so many pages, before its memory has grown. */
const pagesPerBrowser = 100;

function launchArguments(): string[] {
  const isRoot = process.getuid?.() === 0;
  return [
    // Chromium refuses to start as root with its sandbox on; anybody else keeps it.
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
    '--disable-features=Translate,MediaRouter,OptimizationHints',
    // Pictures are heavy on slow hosts and say nothing that their alt text does not.
    '--blink-settings=imagesEnabled=false',
  ];
}

/**
 * The one browser pool of a run: a few pages at a time, each in a fresh context. Every call is bounded in time; a page that hangs
 * costs its browser, not the run.
 */
export class SharedBrowser {
  readonly #pool: BrowserPool<{ browserPlugins: [PlaywrightPlugin] }>;
  readonly #queue: PQueue;
  readonly #settings: CrawlSettings;

  constructor(options: SharedBrowserOptions) {
    this.#settings = options.settings;
    this.#queue = new PQueue({ concurrency: Math.max(1, options.settings.browser.pages) });
    const { proxy } = options;
    this.#pool = new BrowserPool({
      browserPlugins: [
        new PlaywrightPlugin(chromium, {
          useIncognitoPages: true,
          launchOptions: {
            executablePath: options.executable,
            headless: true,
            args: launchArguments(),
            proxy:
              proxy === null
                ? { server: 'direct://' }
                : {
                    server: proxy.origin,
                    bypass: '<-loopback>',
                    username: decodeURIComponent(proxy.username),
                    password: decodeURIComponent(proxy.password),
                  },
          },
        }),
      ],
      useFingerprints: false,
      maxOpenPagesPerBrowser: options.settings.browser.pages,
      retireBrowserAfterPageCount: pagesPerBrowser,
      operationTimeoutSecs: housekeepingTime / 1000,
    });
  }

  /** Runs `use` with a page of its own when one is free. The page is closed afterwards, come what may. */
  withPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
    return this.#queue.add(async () => {
      const { viewport } = this.#settings.browser;
      const page = await within(
        2 * housekeepingTime,
        'opening a page',
        this.#pool.newPage({
          pageOptions: {
            viewport,
            userAgent: this.#settings['user-agent'],
            ignoreHTTPSErrors: true,
            serviceWorkers: 'block',
            acceptDownloads: false,
            locale: 'zh-CN',
          },
        }),
      );
      page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
      try {
        return await use(page);
      } finally {
        await within(housekeepingTime, 'closing a page', page.close()).catch(() =>
          this.#pool.retireBrowserByPage(page),
        );
      }
    });
  }

  async close(): Promise<void> {
    this.#queue.clear();
    await within(housekeepingTime, 'closing the browsers', this.#pool.destroy()).catch(() =>
      this.#pool.retireAllBrowsers(),
    );
  }
}
