import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import type { Notification } from './message.ts';

const limit = 15_000;
const attempts = 3;

/** `sha256=<hex>`: HMAC of the body's bytes, as in the header `X-Govprobe-Signature`. */
export function signature(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body, 'utf8').digest('hex')}`;
}

/**
 * Sends a notification as JSON by POST. Tried again after a network error or a 5xx, with a pause
 * that doubles. Rejects with one sentence when it was not taken; redirects are not followed, so the
 * body goes nowhere but to the address that was configured.
 *
 * @param secret signs the body; null: unsigned.
 */
export async function postNotification(
  address: string,
  notification: Notification,
  secret: string | null,
  pause = 2000,
): Promise<void> {
  const body = JSON.stringify(notification);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'govprobe',
    ...(secret === null ? {} : { 'x-govprobe-signature': signature(body, secret) }),
  };
  const host = new URL(address).host;
  let problem = '';
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt > 0) await sleep(pause * 2 ** (attempt - 1));
    try {
      const response = await request(address, { method: 'POST', headers, body, signal: AbortSignal.timeout(limit) });
      await response.body.dump();
      if (response.statusCode >= 200 && response.statusCode < 300) return;
      problem = `it answered ${response.statusCode}`;
      if (response.statusCode < 500) break;
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
  }
  // The path of a webhook often is its password.
  throw new Error(`the webhook at ${host} did not take the notification: ${problem}`);
}
