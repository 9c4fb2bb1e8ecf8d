import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, Response } from 'playwright';
import { within } from '../outcome/deadline.ts';
import type { Guest } from './guest.ts';

/** How often a page is asked how far it has come, in milliseconds. */
const askTime = 250;

/**
 * Sends a page to an address; resolves with the response when the document there is parsed.
 * Chromium does not tell that of a document from which a download began meanwhile, so the page
 * itself is asked besides. Throws what the browser throws, `DeadlineError`, and class `robots`
 * or `excluded` where the document, or one that it leads to, may not be asked for.
 * @param limit milliseconds for all of it but the host's pause.
 */
export async function openPage(page: Page, url: string, limit: number, guest: Guest): Promise<Response | null> {
  const refused = guest.refused.length;
  await guest.turn(url);
  const stop = new AbortController();
  const open = async (): Promise<Response | null> => {
    const response = await page.goto(url, { waitUntil: 'commit', timeout: limit });
    const told = page.waitForLoadState('domcontentloaded', { timeout: limit });
    told.catch(() => undefined);
    await Promise.race([told, isParsed(page, stop.signal)]);
    return response;
  };
  try {
    return await within(limit, 'loading the page', open());
  } catch (error) {
    const isRefusal = error instanceof Error && /ERR_BLOCKED_BY_CLIENT/u.test(error.message);
    if (isRefusal) guest.throwRefused(refused);
    throw error;
  } finally {
    stop.abort();
  }
}

async function isParsed(page: Page, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(askTime);
    // A document that is just giving way to the next one does not answer.
    const state = await page.evaluate('document.readyState').catch(() => 'loading');
    if (state !== 'loading') return;
  }
}
