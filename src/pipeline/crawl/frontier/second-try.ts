import type { CrawlSettings } from '../../../config/schema/crawl.ts';
import type { FetchOutcome } from '../outcome/fetch-outcome.ts';
import { retryAfter } from '../outcome/retry-after.ts';
import type { Queued } from './visit.ts';

/** Whether a second try within the visit may bring more than this one did. */
export function mayTryAgain(
  { target: item, attempt }: Queued,
  outcome: FetchOutcome,
  settings: CrawlSettings,
): boolean {
  if (attempt >= settings.retry.attempts) return false;
  const { classes } = settings.retry;
  // An inspected page was read already; a browser that hung on it would hang again.
  if (!outcome.ok) return item.controls === null && classes.includes(outcome.failure);
  if (outcome.cut) return classes.includes('reset');
  return outcome.status === 429 || (outcome.status >= 500 && classes.includes('http-5xx'));
}

/**
 * How long the server asks to be left alone, in milliseconds, within the configured limit; 0 when
 * it does not ask.
 * @param now milliseconds since the epoch
 */
export function patienceFor(outcome: FetchOutcome, settings: CrawlSettings, now: number): number {
  const asked = outcome.status === null ? null : retryAfter(outcome.status, outcome.headers, now);
  return Math.min(asked ?? 0, settings.politeness['max-retry-after']);
}
