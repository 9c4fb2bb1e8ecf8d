import { BrowserPool, PlaywrightPlugin } from '@crawlee/browser-pool';
import PQueue from 'p-queue';
import { chromium, type Page } from 'playwright';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { Guard } from '../guard/guard.ts';
import type { ClassifiedError } from '../outcome/classify-error.ts';
import { type Clock, systemClock } from '../outcome/clock.ts';
import { within } from '../outcome/deadline.ts';
import { Doorkeeper } from './doorkeeper.ts';
import { GuardedProxy } from './guarded-proxy.ts';
import { Guest } from './guest.ts';
import type { BrowserJob, BrowserJobKind } from './job.ts';
import { type Manners, unbound } from './manners.ts';
import { ownerArgument, reapBrowser, reapOrphans } from './reap.ts';

export interface SharedBrowserOptions {
  readonly executable: string;
  readonly settings: CrawlSettings;
  /** Judges whatever a page loads. */
  readonly guard: Guard;
  /** Outbound proxy; null for direct connections. */
  readonly proxy: URL | null;
  /** Fresh pages open at once: those who act on a page wait most of the time. */
  readonly conversations: number;
  /** What the browser shares with fetching over HTTP; left out where it is alone. */
  readonly manners?: Manners;
  /** Called when a job is over, however it ended. */
  readonly onJob?: (job: BrowserJob) => void;
  /** The system's by default. */
  readonly clock?: Clock;
}

/** Longest time that opening or closing a page may take, in milliseconds. */
const housekeepingTime = 15_000;
/** A browser is replaced after so many pages, before its memory has grown. */
const pagesPerBrowser = 100;

/**
 * Addresses that one shared page renders before it is closed; opening a page costs as much as a
 * load.
 */
const usesPerPage = 10;

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
    // Everything goes through the guarded proxy, so the browser resolves no names itself.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    // Frames of other sites stay in the page's own process, where their redirects are seen too.
    '--disable-site-isolation-trials',
    '--dns-prefetch-disable',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    // Pictures are heavy on slow hosts and say nothing that their alt text does not.
    '--blink-settings=imagesEnabled=false',
  ];
}

/**
 * The browser pool of a run. Every call has a time limit; a page that hangs costs its browser, not
 * the run.
 */
export class SharedBrowser {
  /** The clock of whoever works with its pages. */
  readonly clock: Clock;
  readonly #pool: BrowserPool<{ browserPlugins: PlaywrightPlugin[] }>;
  readonly #shared: PlaywrightPlugin;
  readonly #fresh: PlaywrightPlugin;
  readonly #queue: PQueue;
  readonly #conversations: PQueue;
  readonly #settings: CrawlSettings;
  readonly #guard: Guard;
  readonly #wayOut: GuardedProxy;
  readonly #manners: Manners;
  readonly #door: Doorkeeper;
  readonly #onJob: (job: BrowserJob) => void;
  /** Pages of the shared context that wait for their next address. */
  readonly #idle: { readonly page: Page; readonly uses: number }[] = [];
  /** Marks all browsers of the pool, so that none can be left behind. */
  readonly #mark = ownerArgument();

  constructor(options: SharedBrowserOptions) {
    this.#settings = options.settings;
    this.clock = options.clock ?? systemClock;
    this.#door = new Doorkeeper(this.clock);
    this.#guard = options.guard;
    this.#onJob = options.onJob ?? (() => undefined);
    this.#manners = options.manners ?? unbound;
    const { guard, settings, proxy: upstream } = options;
    const connect: Manners['connect'] = (host, giveUp, lost) => this.#manners.connect(host, giveUp, lost);
    const shared = this.#manners.shared === true;
    this.#wayOut = new GuardedProxy({ guard, settings, upstream, connect, shared });
    this.#queue = new PQueue({ concurrency: Math.max(1, options.settings.browser.pages) });
    this.#conversations = new PQueue({ concurrency: Math.max(1, options.conversations) });
    reapOrphans();
    const launch = {
      executablePath: options.executable,
      headless: true,
      args: [...launchArguments(), this.#mark],
      // Signals are the run's business: it ends in order and closes the browsers then.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    };
    this.#shared = new PlaywrightPlugin(chromium, { launchOptions: { ...launch, ...this.#contextOptions() } });
    this.#fresh = new PlaywrightPlugin(chromium, { useIncognitoPages: true, launchOptions: launch });
    this.#pool = new BrowserPool({
      browserPlugins: [this.#shared, this.#fresh],
      useFingerprints: false,
      preLaunchHooks: [
        async (_page, context) => {
          const proxy = { server: await this.#wayOut.origin(), bypass: '<-loopback>' };
          context.launchOptions = { ...context.launchOptions, proxy };
        },
      ],
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
      locale: this.#settings.visitor.locale,
      timezoneId: this.#settings.visitor['time-zone'],
    };
  }

  /**
   * Runs `use` with a page when one is free. Interactions get a fresh context, and their page is
   * closed afterwards. Renderings share a context and reuse pages, which is cheaper; a page that
   * failed is closed.
   */
  withPage<T>(kind: BrowserJobKind, use: (page: Page, guest: Guest) => Promise<T>): Promise<T> {
    const isShared = kind === 'render';
    return (isShared ? this.#queue : this.#conversations).add(async () => {
      const began = this.clock.steady();
      const open = (): Promise<Page> =>
        within(
          2 * housekeepingTime,
          'opening a page',
          isShared
            ? this.#pool.newPage({ browserPlugin: this.#shared })
            : this.#pool.newPage({ browserPlugin: this.#fresh, pageOptions: this.#contextOptions() }),
        );
      const waiting = isShared ? this.#idle.pop() : undefined;
      // A browser that has died unnoticed refuses one page and is replaced for the next.
      const page = waiting && !waiting.page.isClosed() ? waiting.page : await open().catch(open);
      const uses = (waiting?.page === page ? waiting.uses : 0) + 1;
      page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
      const guest = new Guest(this.#manners, this.#guard, this.#settings.browser['requests-per-page']);
      let isSound = false;
      try {
        await within(housekeepingTime, 'preparing the page', this.#door.attend(page, guest, isShared));
        const result = await use(page, guest);
        isSound = isShared && !guest.isCut && uses < usesPerPage;
        return result;
      } finally {
        forget(page);
        const isEmpty = await this.#door.dismiss(page);
        if (isSound && isEmpty) this.#idle.push({ page, uses });
        else {
          await within(housekeepingTime, 'closing a page', page.close()).catch(() =>
            this.#pool.retireBrowserByPage(page),
          );
        }
        this.#onJob({ kind, seconds: (this.clock.steady() - began) / 1000 });
      }
    });
  }

  /** Throws the guard's refusal of an address; to be called before a page opens it. */
  judge(url: string): void {
    this.#guard.judge(new URL(url));
  }

  /** Why a host could not be reached, if the guarded proxy knows better than the browser. */
  failureAt(url: string): ClassifiedError | null {
    return this.#wayOut.failureAt(url);
  }

  async close(): Promise<void> {
    this.#queue.clear();
    this.#conversations.clear();
    await within(housekeepingTime, 'closing the browsers', this.#pool.destroy()).catch(() =>
      this.#pool.retireAllBrowsers(),
    );
    reapBrowser(this.#mark);
    await this.#wayOut.close();
  }
}

/** Removes the listeners of the job that a page had. */
function forget(page: Page): void {
  for (const event of ['dialog', 'popup', 'request', 'requestfailed', 'requestfinished', 'response'])
    page.removeAllListeners(event);
}
