import type { Page, Request, Response } from 'playwright';
import { z } from 'zod';
import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import { sameSite } from '../../../reading/addresses.ts';
import { ClassifiedError, classifyError, classifyProxyStatus } from '../outcome/classify-error.ts';
import { DeadlineError, within } from '../outcome/deadline.ts';
import type { FetchOutcome } from '../outcome/fetch-outcome.ts';
import { findAddresses, writeAddresses } from './find-addresses.ts';
import type { Guest } from './guest.ts';
import { openPage } from './open-page.ts';
import { hoverScript, snapshotScript } from './page-scripts.ts';
import type { SharedBrowser } from './pool.ts';
import { DataOf } from './requested-data.ts';
import { UnderWay } from './traffic.ts';

const networkErrors: readonly [RegExp, ClassifiedError][] = [
  [/ERR_NAME_NOT_RESOLVED/, new ClassifiedError('dns', 'the browser could not resolve the name')],
  [/ERR_CONNECTION_REFUSED|ERR_ADDRESS_UNREACHABLE/, new ClassifiedError('refused', 'the browser was refused')],
  [
    /ERR_CONNECTION_RESET|ERR_CONNECTION_CLOSED|ERR_EMPTY_RESPONSE/,
    new ClassifiedError('reset', 'the connection broke'),
  ],
  [/ERR_TUNNEL_CONNECTION_FAILED|ERR_PROXY/, new ClassifiedError('refused', 'the proxy made no connection')],
  [/ERR_SSL|ERR_CERT/, new ClassifiedError('tls', 'the browser could not agree on TLS')],
  [/ERR_TOO_MANY_REDIRECTS/, new ClassifiedError('redirect-loop', 'too many redirects in the browser')],
  [/Timeout .*exceeded/i, new ClassifiedError('timeout-body', 'the page did not load in time')],
];

const snapshotSchema = z.object({ html: z.string(), clicks: z.number().int() });

/** Kinds of request whose answer may write something on the page. */
const scripted: ReadonlySet<string> = new Set(['script', 'xhr', 'fetch']);

/** The failure class of whatever a browser call threw on its way to an address. */
export function classify(error: unknown, url: string, browser: SharedBrowser): ClassifiedError {
  if (error instanceof ClassifiedError) return error;
  if (error instanceof DeadlineError) return new ClassifiedError('timeout-body', error.message);
  const message = error instanceof Error ? error.message : String(error);
  const known = networkErrors.find(([pattern]) => pattern.test(message));
  if (known) return browser.failureAt(url) ?? known[1];
  const { failure, detail } = classifyError(error);
  return new ClassifiedError(failure, detail);
}

/**
 * Throws when a document did not come from its site: the way out, or a proxy behind it, says that
 * the site could not be reached.
 */
export function refuseProxyReply(response: Response | null): void {
  if (response === null || response.status() < 400) return;
  const said = classifyProxyStatus(response.headers()['proxy-status']);
  if (said !== null) throw new ClassifiedError(said.failure, said.detail);
}

/** What is looked for on a rendered page besides its document. */
export interface RenderOptions {
  /** Whether answers of an address's host to the page's scripts are kept. */
  readonly isOwn: (url: string) => boolean;
  /** Words of elements that are never clicked. */
  readonly never: readonly string[];
}

const plainly: RenderOptions = { isOwn: () => false, never: [] };

/**
 * Loads an address in the shared browser and gives back the document as it stands once its scripts
 * have settled, with the menus that come up under the pointer, what stands in frames of its origin,
 * and addresses that only a click tells; besides, the data that its scripts asked for. Never
 * rejects. The caller has passed the host's gate.
 */
export async function render(
  url: string,
  browser: SharedBrowser,
  settings: CrawlSettings,
  options: RenderOptions = plainly,
): Promise<FetchOutcome> {
  const limit = settings.browser['page-time'];
  let asked = url;
  try {
    browser.judge(url);
    return await browser.withPage('render', async (page, guest) => {
      // Nobody reads the windows that it opens, and its context lives on.
      page.on('popup', (opened) => void opened.close().catch(() => undefined));
      page.on('request', (request) => {
        if (request.isNavigationRequest() && request.frame() === page.mainFrame()) asked = request.url();
      });
      const { missed, withheld } = missedBy(page, guest);
      const underWay = new UnderWay(page);
      const { 'data-per-page': most, 'data-bytes': bytes } = settings.browser;
      const data = new DataOf(page, { most, bytes, isOwn: options.isOwn });
      const response = await openPage(page, url, limit, guest);
      refuseProxyReply(response);
      // Scripts that poll never let the network rest; what is there after the settle time is what a
      // patient visitor sees.
      await page.waitForLoadState('networkidle', { timeout: settings.browser['settle-time'] }).catch(() => undefined);
      const [count, isWithheld] = [missed.size, withheld.size > 0];
      const finalUrl = page.url();
      const html = await within(
        limit,
        'reading the page',
        readDocument(page, { guest, data, underWay, settings, options }),
      );
      return {
        ok: true,
        finalUrl,
        redirects: [],
        status: response?.status() ?? 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: Buffer.from(html, 'utf8'),
        tls: null,
        missed: count,
        withheld: isWithheld,
        requested: await data.all(),
      };
    });
  } catch (error) {
    const { failure, message } = classify(error, asked, browser);
    return {
      ok: false,
      finalUrl: url,
      redirects: [],
      status: null,
      headers: {},
      body: null,
      tls: null,
      failure,
      detail: message,
    };
  }
}

/**
 * The requests of a page whose answers might have written something on it and did not come, and
 * those of them that were withheld by the wish of an operator.
 */
function missedBy(
  page: Page,
  guest: Guest,
): { readonly missed: ReadonlySet<Request>; readonly withheld: ReadonlySet<Request> } {
  const missed = new Set<Request>();
  const withheld = new Set<Request>();
  page.on('requestfailed', (request) => {
    if (!scripted.has(request.resourceType())) return;
    const url = URL.parse(request.url());
    const isWithheld = url !== null && guest.isExcluded(url);
    if (isWithheld) withheld.add(request);
    // What robots.txt of another site forbids counts its visitors, as a rule.
    const refused = request.failure()?.errorText.includes('ERR_BLOCKED_BY_CLIENT') === true;
    if (isWithheld || !refused || sameSite(request.url(), page.url())) missed.add(request);
  });
  page.on('response', (reply) => {
    if (reply.status() >= 500 && scripted.has(reply.request().resourceType())) missed.add(reply.request());
  });
  return { missed, withheld };
}

/**
 * The document as a visitor finds it who moves the pointer over its menus, with the addresses that
 * only clicks tell.
 */
async function readDocument(
  page: Page,
  work: {
    readonly guest: Guest;
    readonly data: DataOf;
    readonly underWay: UnderWay;
    readonly settings: CrawlSettings;
    readonly options: RenderOptions;
  },
): Promise<string> {
  const { guest, data, underWay, settings, options } = work;
  const patience = settings.browser['settle-time'];
  // A document that its own scripts replaced, or that keeps us from running ours, is read as it
  // stands.
  const plain = (): Promise<string> => page.content();
  if (guest.isCut) return plain();
  // What we do may ask for the next page of a list, and sends nothing that the page did not send by
  // itself; the page is not left.
  const isKnown = data.knownSoFar();
  guest.onScripted = (request) => request.method() !== 'GET' && !isKnown(request);
  guest.onLeave = () => true;
  guest.act();
  try {
    const hovered: unknown = await page.evaluate(hoverScript(settings.browser['hovers-per-page']));
    if (typeof hovered === 'number' && hovered > 0) await underWay.rest(patience);
    const clicks = settings.browser['clicks-per-page'];
    const seen = snapshotSchema.safeParse(await page.evaluate(snapshotScript({ clicks, never: options.never })));
    if (!seen.success) return await plain();
    const { html, clicks: marks } = seen.data;
    if (marks === 0) return html;
    const addresses = await findAddresses(page, guest, marks, patience).catch(() => new Map());
    await underWay.rest(patience);
    return writeAddresses(html, addresses);
  } catch (error) {
    if (error instanceof DeadlineError) throw error;
    return plain();
  }
}
