import type { Request, Response } from 'playwright';
import type { CrawlSettings } from '../../config/schema/crawl.ts';
import { ClassifiedError, classifyError, classifyProxyStatus } from '../collect/classify-error.ts';
import type { FetchOutcome } from '../collect/fetch-outcome.ts';
import { DeadlineError, within } from './deadline.ts';
import { openPage } from './open-page.ts';
import type { SharedBrowser } from './pool.ts';

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

/** Throws when a document did not come from its site: the way out, or a proxy behind it, says that the site could not be reached. */
export function refuseProxyReply(response: Response | null): void {
  if (response === null || response.status() < 400) return;
  const said = classifyProxyStatus(response.headers()['proxy-status']);
  if (said !== null) throw new ClassifiedError(said.failure, said.detail);
}

/**
 * Loads an address in the shared browser and gives back the document as it stands once its scripts have settled. Never rejects.
 * The caller has passed the host's gate.
 */
export async function render(url: string, browser: SharedBrowser, settings: CrawlSettings): Promise<FetchOutcome> {
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
      const missed = new Set<Request>();
      const miss = (request: Request): void => {
        if (scripted.has(request.resourceType())) missed.add(request);
      };
      page.on('requestfailed', miss);
      page.on('response', (reply) => {
        if (reply.status() >= 500) miss(reply.request());
      });
      const response = await openPage(page, url, limit, guest);
      refuseProxyReply(response);
      // Scripts that poll never let the network rest; what is there after the settle time is what a patient visitor sees.
      await page.waitForLoadState('networkidle', { timeout: settings.browser['settle-time'] }).catch(() => undefined);
      const html = await within(limit, 'reading the page', page.content());
      return {
        ok: true,
        finalUrl: page.url(),
        redirects: [],
        status: response?.status() ?? 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: Buffer.from(html, 'utf8'),
        tls: null,
        missed: missed.size,
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
