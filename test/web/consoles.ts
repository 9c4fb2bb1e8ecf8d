import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { wordSource } from '../../src/application/word-sections.ts';
import { loadPack } from '../../src/config/pack.ts';
import { createApp } from '../../src/web/app.ts';
import { type ConsoleContext, type ConsoleSetting, consoleContext, type ServerEvent } from '../../src/web/context.ts';
import { pages } from '../../src/web/pages/list.ts';
import type { Route } from '../../src/web/route.ts';
import { openAccess } from '../../src/web/security/access.ts';
import { afterwards } from '../afterwards.ts';
import { placeOf } from '../store/place.ts';

const pack = await loadPack(join(import.meta.dirname, '../../config'), wordSource);

export interface TestConsole {
  readonly app: Hono;
  readonly context: ConsoleContext;
  readonly events: readonly ServerEvent[];
}

/** A console over a data folder, an empty one unless another is named; closed when the test ends. */
export function openConsole(
  overrides: Partial<ConsoleSetting> & { readonly routes?: readonly Route[] } = {},
): TestConsole {
  const { folder = emptyFolder(), routes = pages, ...own } = overrides;
  const events: ServerEvent[] = [];
  const context = consoleContext({
    ...{ folder, services: placeOf(folder), pack, access: openAccess, origin: null, probing: null, simulates: false },
    now: () => Date.now(),
    log: (event) => events.push(event),
    ...own,
  });
  afterwards(() => context.close());
  return { app: createApp(context, routes), context, events };
}

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'govprobe-console-'));
  afterwards(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A browser that keeps cookies, sends forms as browsers do, and follows no redirection. */
export class Browser {
  readonly #app: Hono;
  readonly #origin: string;
  readonly cookies = new Map<string, string>();

  constructor(app: Hono, origin = 'http://localhost') {
    this.#app = app;
    this.#origin = origin;
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#send(path, { headers });
  }

  /** Reads a page for its token, then sends a form with it. */
  async post(path: string, fields: Readonly<Record<string, string>>, from = '/name'): Promise<Response> {
    const token = await this.token(from);
    return this.send(path, new URLSearchParams({ token, ...fields }));
  }

  /** Sends a form as it is, from a page of the console unless other headers are given. */
  send(
    path: string,
    body: URLSearchParams | FormData,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const own = { origin: this.#origin, 'sec-fetch-site': 'same-origin', ...headers };
    return this.#send(path, { method: 'POST', body, headers: own });
  }

  /** The token of the forms of a page. */
  async token(path = '/name'): Promise<string> {
    const page = await (await this.get(path)).text();
    return /name="token" value="([^"]+)"/u.exec(page)?.[1] ?? '';
  }

  async #send(
    path: string,
    init: RequestInit & { readonly headers: Readonly<Record<string, string>> },
  ): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const host = new URL(this.#origin).host;
    const headers = { host, ...(cookie === '' ? {} : { cookie }), ...init.headers };
    const response = await this.#app.request(`http://${host}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0\b/iu.test(line)) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}
