import type { Exchange } from './exchange.ts';
import type { Html } from './markup.ts';
import type { Section } from './menu.ts';
import type { Audience } from './roles.ts';

/** A page without its frame. */
export interface Page {
  /** Plain text: the heading of the page and its title. */
  readonly title: string;
  readonly body: Html;
  /** Seconds after which browsers read the page again, for what goes on by itself. */
  readonly refresh?: number;
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 500;
}

/** What a handler gives: a page, or a response of its own such as a file or a redirection. */
export type Answer = Page | Response;

export interface Route {
  readonly method: 'get' | 'post';
  /** Path in the manner of Hono: `/governments/:code`. */
  readonly path: string;
  readonly audience: Audience;
  /** The entry of the menu that is marked on this page; null for what is no page. */
  readonly section: Section | null;
  /** Largest body in bytes; that of a form without files where it is not stated. */
  readonly limit?: number;
  readonly handle: (exchange: Exchange) => Answer | Promise<Answer>;
}

/** Something to look at, which changes nothing. */
export function get(path: string, audience: Audience, section: Section | null, handle: Route['handle']): Route {
  return { method: 'get', path, audience, section, handle };
}

/** An action: a form with the token of `actionForm`. @param limit largest body in bytes */
export function post(path: string, audience: Audience, handle: Route['handle'], limit?: number): Route {
  return { method: 'post', path, audience, section: null, handle, ...(limit === undefined ? {} : { limit }) };
}

/** The answer to an action that was done: the browser reads the page at a path of the console. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: localPath(path) } });
}

/** The path if it leads to a page of the console, else that of the first page. */
export function localPath(path: string | null | undefined): string {
  return path != null && /^\/(?![/\\])[^\s\\]*$/u.test(path) ? path : '/';
}
