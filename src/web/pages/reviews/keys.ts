import { z } from 'zod';
import type { Exchange } from '../../exchange.ts';
import { readCookie, writeCookie } from '../../preferences.ts';
import { seeOther } from '../../route.ts';

/** Keeps in a browser that single keys are off; they are on without it. */
const keysCookie = 'govprobe-keys';

/** Whether single keys act on the pages of the queue. */
export function areKeysOn(exchange: Exchange): boolean {
  return readCookie(exchange.http, keysCookie) !== 'off';
}

/** The key of an element, where keys are on. */
export function keyOf(exchange: Exchange, key: string): string | null {
  return areKeysOn(exchange) ? key : null;
}

/** Switches single keys on or off in this browser. */
export function switchKeys(exchange: Exchange): Response {
  const { keys } = exchange.fields(z.object({ keys: z.enum(['on', 'off']) }));
  writeCookie(exchange.http, keysCookie, keys);
  return seeOther('/reviews');
}
