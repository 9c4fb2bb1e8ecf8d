import type { BrowserContext, CDPSession, Page, Route } from 'playwright';
import { type Clock, systemClock } from '../outcome/clock.ts';
import { embedded, type Guest, pageOf } from './guest.ts';
import { KeptFiles, mayKeep } from './kept-files.ts';

/** Error code of requests that are not made. */
const refusal = 'blockedbyclient';
/** Kinds that add nothing to the text of a page. */
const heavy: ReadonlySet<string> = new Set(['image', 'media', 'font']);
/** Kinds whose redirects are checked hop by hop, since a hop may be forbidden by robots.txt. */
const watched = ['Document', 'XHR', 'Fetch'] as const;
/** Kinds whose answers are kept for other pages. */
const keptKinds = ['Script', 'Stylesheet'] as const;

/** An answer that waits for us to let it pass, as the protocol tells of it. */
interface PausedAnswer {
  readonly requestId: string;
  readonly request: { readonly url: string; readonly method: string };
  /** Left out where the request itself waits. */
  readonly responseStatusCode?: number;
  readonly responseErrorReason?: string;
  readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Intercepts every request of a browser, and every hop of documents and data, and asks the guest of
 * its job.
 */
export class Doorkeeper {
  readonly #routed = new WeakSet<BrowserContext>();
  readonly #watched = new WeakSet<Page>();
  readonly #guests = new WeakMap<BrowserContext | Page, Guest>();
  /** What takes the scripts of a page away. */
  readonly #stops = new WeakMap<Page, () => void>();
  readonly #files = new KeptFiles();
  readonly #clock: Clock;

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  /**
   * Assigns the requests of a page to a guest.
   * @param shared whether pages of several jobs live in the page's context
   */
  async attend(page: Page, guest: Guest, shared: boolean): Promise<void> {
    const context = page.context();
    this.#guests.set(shared ? page : context, guest);
    if (!this.#routed.has(context)) {
      this.#routed.add(context);
      await context.route('**/*', (route) => this.#decide(route, context).catch(() => undefined));
      if (!shared) context.on('page', (opened) => void this.#watchHops(opened).catch(() => undefined));
    }
    await this.#watchHops(page);
    // A page that asks without end would keep us busy refusing.
    guest.onExcess = () => {
      guest.onExcess = null;
      this.#stops.get(page)?.();
    };
  }

  /** Ends a page's job: its later requests belong to no guest and are refused. */
  dismiss(page: Page): void {
    this.#guests.delete(page);
  }

  #guestOf(page: Page | null, context: BrowserContext): Guest | undefined {
    return (page === null ? undefined : this.#guests.get(page)) ?? this.#guests.get(context);
  }

  async #decide(route: Route, context: BrowserContext): Promise<void> {
    const request = route.request();
    const kind = request.resourceType();
    const guest = this.#guestOf(pageOf(request), context);
    if (guest === undefined || heavy.has(kind)) return route.abort(refusal);
    const kept = embedded.has(kind) ? this.#files.get(request.url(), this.#clock.steady()) : null;
    if (kept !== null) return route.fulfill({ status: 200, headers: kept.headers, body: kept.body });
    const verdict = await guest.admits(request);
    return verdict === 'go' ? route.continue() : route.abort(verdict === 'refused' ? refusal : 'aborted');
  }

  /** Lets an answer pass after it was kept; what cannot be kept is shown all the same. */
  async #passAnswer(session: CDPSession, answer: PausedAnswer): Promise<void> {
    const { requestId } = answer;
    await this.#keepAnswer(session, answer).catch(() => undefined);
    await session.send('Fetch.continueRequest', { requestId }).catch(() => undefined);
  }

  /**
   * Keeps the bytes of a script as they came. Chromium tells later only what it read in them, in an
   * encoding that may be one page's own.
   */
  async #keepAnswer(session: CDPSession, answer: PausedAnswer): Promise<void> {
    const { requestId, request, responseStatusCode } = answer;
    const headers = Object.fromEntries(
      (answer.responseHeaders ?? []).map(({ name, value }) => [name.toLowerCase(), value]),
    );
    const isNew = this.#files.get(request.url, this.#clock.steady()) === null;
    if (responseStatusCode !== 200 || request.method !== 'GET' || !isNew || !mayKeep(headers)) return;
    const { body, base64Encoded } = await session.send('Fetch.getResponseBody', { requestId });
    const bytes = Buffer.from(body, base64Encoded ? 'base64' : 'utf8');
    this.#files.keep(request.url, headers, bytes, this.#clock.steady());
  }

  /** Routes do not show the hops of a redirect, nor bodies as they came; the protocol below them does. */
  async #watchHops(page: Page): Promise<void> {
    if (this.#watched.has(page)) return;
    this.#watched.add(page);
    const context = page.context();
    const session = await context.newCDPSession(page);
    this.#stops.set(page, () => {
      // Blocked before they reach us, and no more scripts to send them.
      const calls = [
        session.send('Network.setBlockedURLs', { urls: ['*'] }),
        session.send('Emulation.setScriptExecutionDisabled', { value: true }),
        session.send('Fetch.disable'),
      ];
      void Promise.all(calls).catch(() => undefined);
    });
    const mainFrame = (await session.send('Page.getFrameTree')).frameTree.frame.id;
    session.on('Fetch.requestPaused', (paused) => {
      const { requestId, request, redirectedRequestId, resourceType, frameId } = paused;
      if (paused.responseStatusCode !== undefined || paused.responseErrorReason !== undefined) {
        void this.#passAnswer(session, paused);
        return;
      }
      const decide = async (): Promise<void> => {
        const guest = this.#guestOf(page, context);
        const url = redirectedRequestId === undefined ? null : URL.parse(request.url);
        const leaves = resourceType === 'Document' && frameId === mainFrame;
        if (guest !== undefined && url !== null && !(await guest.admitsHop(url, leaves)))
          await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
        else await session.send('Fetch.continueRequest', { requestId });
      };
      // The page went away meanwhile, and its request with it.
      void decide().catch(() => undefined);
    });
    await session.send('Fetch.enable', {
      patterns: [
        ...watched.map((resourceType) => ({ urlPattern: '*', resourceType, requestStage: 'Request' as const })),
        ...keptKinds.map((resourceType) => ({ urlPattern: '*', resourceType, requestStage: 'Response' as const })),
      ],
    });
  }
}
