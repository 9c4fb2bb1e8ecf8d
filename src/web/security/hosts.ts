import type { Context } from 'hono';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request names the console by its own name. A page of another site whose name was pointed
 * at this machine (DNS rebinding) names that site.
 *
 * @param origin where browsers find the console behind a proxy; null: on this machine
 */
export function isOwnHost(c: Context, origin: string | null): boolean {
  const host = hostOf(c);
  const address = `http://${host}`;
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '' || url.pathname !== '/') return false;
  return origin === null ? loopback.has(url.hostname) : host.toLowerCase() === new URL(origin).host;
}

/** The origin from which this request may come if it is sent by a page of the console. */
export function ownOrigin(c: Context, origin: string | null): string {
  return origin ?? `http://${hostOf(c).toLowerCase()}`;
}

function hostOf(c: Context): string {
  return c.req.header('host') ?? new URL(c.req.url).host;
}
