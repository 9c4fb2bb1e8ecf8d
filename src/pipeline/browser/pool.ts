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
  /** Fresh pages open at once: those who act on a page wait most of the time. */
  readonly conversations: number;
}

/** Longest time that opening or closing a page may take, in milliseconds. */
const housekeepingTime = 15_000;
/** A browser is replaced after so many pages, before its memory has grown. */
const pagesPerBrowser = 100;

/** Arguments that every Chromium of this program is started with. */
export function launchArguments(): string[] {
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
 * The one browser pool of a run: a few pages at a time. Every call is bounded in time; a page that hangs
 * costs its browser, not the run.
 */
export class SharedBrowser {
  readonly #pool: BrowserPool<{ browserPlugins: PlaywrightPlugin[] }>;
  readonly #shared: PlaywrightPlugin;
  readonly #fresh: PlaywrightPlugin;
  readonly #queue: PQueue;
  readonly #conversations: PQueue;
  readonly #settings: CrawlSettings;

  constructor(options: SharedBrowserOptions) {
    this.#settings = options.settings;
    this.#queue = new PQueue({ concurrency: Math.max(1, options.settings.browser.pages) });
    this.#conversations = new PQueue({ concurrency: Math.max(1, options.conversations) });
    const { proxy } = options;
    const launch = {
      executablePath: options.executable,
      headless: true,
      // Without a proxy of the run, one that the machine's settings name must not be used either.
      args: [...launchArguments(), ...(proxy === null ? ['--no-proxy-server'] : [])],
      // Signals are the run's business: it ends in order and closes the browsers then.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      ...(proxy !== null && {
        proxy: {
          server: proxy.origin,
          bypass: '<-loopback>',
          username: decodeURIComponent(proxy.username),
          password: decodeURIComponent(proxy.password),
        },
      }),
    };
    this.#shared = new PlaywrightPlugin(chromium, { launchOptions: { ...launch, ...this.#contextOptions() } });
    this.#fresh = new PlaywrightPlugin(chromium, { useIncognitoPages: true, launchOptions: launch });
    this.#pool = new BrowserPool({
      browserPlugins: [this.#shared, this.#fresh],
      useFingerprints: false,
      maxOpenPagesPerBrowser: Math.max(options.settings.browser.pages, options.conversations),
      retireBrowserAfterPageCount: pagesPerBrowser,
      operationTimeoutSecs: housekeepingTime / 1000,
    });
  }

  #contextOptions() {
    return {
      viewport: this.#settings.browser.viewport,
      userAgent: this.#settings['user-agent'],
      ignoreHTTPSErrors: true,
      serviceWorkers: 'block' as const,
      acceptDownloads: false,
      locale: 'zh-CN',
    };
  }

  /**
   * Runs `use` with a page of its own when one is free; the page is closed afterwards, come what may. `shared`: the pages of a browser have
   * one context, which makes them three times as fast, for looking only. `fresh`: a context of its own, for whoever acts on the page.
   */
  withPage<T>(context: 'shared' | 'fresh', use: (page: Page) => Promise<T>): Promise<T> {
    return (context === 'shared' ? this.#queue : this.#conversations).add(async () => {
      const page = await within(
        2 * housekeepingTime,
        'opening a page',
        context === 'shared'
          ? this.#pool.newPage({ browserPlugin: this.#shared })
          : this.#pool.newPage({ browserPlugin: this.#fresh, pageOptions: this.#contextOptions() }),
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
    this.#conversations.clear();
    await within(housekeepingTime, 'closing the browsers', this.#pool.destroy()).catch(() =>
      this.#pool.retireAllBrowsers(),
    );
  }
}
