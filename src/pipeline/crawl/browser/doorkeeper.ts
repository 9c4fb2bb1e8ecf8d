import type { BrowserContext, CDPSession, Page, Route, WebSocketRoute } from 'playwright';
import { type Clock, systemClock } from '../outcome/clock.ts';
import { within } from '../outcome/deadline.ts';
import { embedded, type Guest, pageOf } from './guest.ts';
import { KeptFiles, mayKeep } from './kept-files.ts';
import { withoutBypasses } from './page-scripts.ts';

/** Error code of requests that are not made. */
const refusal = 'blockedbyclient';
/** Kinds that add nothing to the text of a page, as Playwright calls them. */
const needless: ReadonlySet<string> = new Set([
  ...['image', 'media', 'font', 'texttrack', 'manifest'],
  ...['ping', 'cspviolationreport', 'prefetch'],
]);
/** Those of them that a page may still send while it is left, which Playwright lets go unseen. */
const parting = ['Ping', 'CSPViolationReport'] as const;
/** Kinds whose redirects are checked hop by hop, since a hop may be forbidden by robots.txt. */
const watched = ['Document', 'XHR', 'Fetch', 'EventSource', 'Script', 'Stylesheet'] as const;
/** Kinds whose answers are kept for other pages. */
const keptKinds = ['Script', 'Stylesheet'] as const;
/** Kinds whose answers are looked at. */
const answeredKinds = [...keptKinds, 'Other'] as const;

/** Longest time that a page may take to obey, in milliseconds. */
const obeyTime = 3000;
/** A page that was not seen asking for so long, in milliseconds, asks no more. */
const quietTime = 300;
/** Longest time that is waited for that, in milliseconds. */
const quietLimit = 10_000;

/** An answer that waits for us to let it pass, as the protocol tells of it. */
interface PausedAnswer {
  readonly requestId: string;
  readonly resourceType: string;
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
  /** How the protocol below Playwright reaches a page. */
  readonly #sessions = new WeakMap<Page, CDPSession>();
  /** When a page was last seen asking for something, on the steady clock. */
  readonly #asked = new WeakMap<Page, number>();
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
      const session = this.#sessions.get(page);
      if (session !== undefined) void silence(session).catch(() => undefined);
    };
  }

  /**
   * Ends a page's job: whatever it still asks for is refused, until it asks for nothing. A page that
   * is closed earlier would leave requests in the browser that nobody judges any more.
   * @returns whether the page obeyed and is empty, so that another job may use it
   */
  async dismiss(page: Page): Promise<boolean> {
    this.#guests.delete(page);
    this.#guests.delete(page.context());
    const session = this.#sessions.get(page);
    if (session === undefined || page.isClosed()) return false;
    try {
      await within(obeyTime, 'stopping the page', silence(session));
    } catch {
      // Nobody answers where a script never rests, and none answers to this either.
      void session.send('Page.crash').catch(() => undefined);
      this.#asked.set(page, this.#clock.steady());
      await this.#quiet(page);
      return false;
    }
    if (!(await this.#quiet(page))) return false;
    const leave = async (): Promise<void> => {
      await page.goto('about:blank');
      await session.send('Emulation.setScriptExecutionDisabled', { value: false });
    };
    return within(obeyTime, 'leaving the page', leave()).then(
      () => true,
      () => false,
    );
  }

  /** Resolves when a page has asked for nothing for a moment; false when it did not come to that. */
  async #quiet(page: Page): Promise<boolean> {
    const end = this.#clock.steady() + quietLimit;
    for (;;) {
      const wait = (this.#asked.get(page) ?? Number.NEGATIVE_INFINITY) + quietTime - this.#clock.steady();
      if (wait <= 0) return true;
      if (this.#clock.steady() >= end || page.isClosed()) return false;
      await this.#clock.sleep(wait);
    }
  }

  #guestOf(page: Page | null, context: BrowserContext): Guest | undefined {
    return (page === null ? undefined : this.#guests.get(page)) ?? this.#guests.get(context);
  }

  async #decide(route: Route, context: BrowserContext): Promise<void> {
    const request = route.request();
    const kind = request.resourceType();
    const page = pageOf(request);
    if (page !== null) this.#asked.set(page, this.#clock.steady());
    const guest = this.#guestOf(page, context);
    if (guest === undefined || needless.has(kind)) return route.abort(refusal);
    const kept = embedded.has(kind) ? this.#files.get(request.url(), this.#clock.steady()) : null;
    if (kept !== null) return route.fulfill({ status: 200, headers: kept.headers, body: kept.body });
    const verdict = await guest.admits(request);
    return verdict === 'go' ? route.continue() : route.abort(verdict === 'refused' ? refusal : 'aborted');
  }

  /** Sockets pass no route; whoever is not allowed one finds it closed. */
  async #decideSocket(socket: WebSocketRoute, page: Page): Promise<void> {
    const url = URL.parse(socket.url());
    const guest = this.#guestOf(page, page.context());
    if (guest === undefined || url === null || !(await guest.mayAsk(url))) await socket.close();
    else socket.connectToServer();
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
    const headers = headersOf(answer);
    const isNew = this.#files.get(request.url, this.#clock.steady()) === null;
    if (
      answer.resourceType === 'Other' ||
      responseStatusCode !== 200 ||
      request.method !== 'GET' ||
      !isNew ||
      !mayKeep(headers)
    )
      return;
    const { body, base64Encoded } = await session.send('Fetch.getResponseBody', { requestId });
    const bytes = Buffer.from(body, base64Encoded ? 'base64' : 'utf8');
    this.#files.keep(request.url, headers, bytes, this.#clock.steady());
  }

  /** Routes do not show the hops of a redirect, nor bodies as they came; the protocol below them does. */
  async #watchHops(page: Page): Promise<void> {
    if (this.#watched.has(page)) return;
    this.#watched.add(page);
    const context = page.context();
    await page.addInitScript(withoutBypasses);
    await page.routeWebSocket(/^/u, (socket) => this.#decideSocket(socket, page).catch(() => undefined));
    const session = await context.newCDPSession(page);
    this.#sessions.set(page, session);
    const mainFrame = (await session.send('Page.getFrameTree')).frameTree.frame.id;
    session.on('Fetch.requestPaused', (paused) => {
      const { requestId, request, redirectedRequestId, resourceType, frameId } = paused;
      this.#asked.set(page, this.#clock.steady());
      if (paused.responseStatusCode !== undefined || paused.responseErrorReason !== undefined) {
        if (isPreloading(paused)) {
          void session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }).catch(() => undefined);
        } else void this.#passAnswer(session, paused);
        return;
      }
      const decide = async (): Promise<void> => {
        const guest = this.#guestOf(page, context);
        const url = redirectedRequestId === undefined ? null : URL.parse(request.url);
        const leaves = resourceType === 'Document' && frameId === mainFrame;
        const hop = { kind: resourceType.toLowerCase(), page: page.url(), leaves };
        const isParting = parting.some((kind) => kind === resourceType);
        if (guest === undefined || isParting || (url !== null && !(await guest.admitsHop(url, hop))))
          await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
        else await session.send('Fetch.continueRequest', { requestId });
      };
      // The page went away meanwhile, and its request with it.
      void decide().catch(() => undefined);
    });
    await session.send('Fetch.enable', {
      patterns: [
        ...[...watched, ...parting].map((resourceType) => ({
          urlPattern: '*',
          resourceType,
          requestStage: 'Request' as const,
        })),
        ...answeredKinds.map((resourceType) => ({ urlPattern: '*', resourceType, requestStage: 'Response' as const })),
      ],
    });
  }
}

/** Headers of an answer under their names in small letters. */
function headersOf({ responseHeaders = [] }: PausedAnswer): Record<string, string> {
  return Object.fromEntries(responseHeaders.map(({ name, value }) => [name.toLowerCase(), value]));
}

/** Whether an answer tells Chromium what to load beforehand. */
function isPreloading(answer: PausedAnswer): boolean {
  return /speculationrules/iu.test(headersOf(answer)['content-type'] ?? '');
}

/** Takes the scripts of a page away and calls off what it is loading. */
async function silence(session: CDPSession): Promise<void> {
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  await session.send('Page.stopLoading');
}
