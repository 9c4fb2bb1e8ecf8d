import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { folderKind } from '../application/console/folder-kind.ts';
import { UsageError } from '../model/usage-error.ts';
import { languageFor } from '../report/messages.ts';
import './variables.ts';
import type { ConsoleContext } from './context.ts';
import { errorPage, NotFound } from './errors.ts';
import { Exchange, type Form } from './exchange.ts';
import { tokenField } from './forms.ts';
import { documentOf } from './layout.ts';
import { frameTexts } from './messages/frame.ts';
import { pages } from './pages/list.ts';
import { cookies, languageOf, nameOf, readCookie, themeOf, writeCookie } from './preferences.ts';
import { readForm } from './read-form.ts';
import { permits } from './roles.ts';
import { type Answer, localPath, type Page, type Route, seeOther } from './route.ts';
import { ownPolicy, policyHeader, strictHeaders } from './security/headers.ts';
import { isOwnHost, ownOrigin } from './security/hosts.ts';
import { FormTokens, newSecret } from './security/tokens.ts';

/** Largest body of a form without files, in bytes. */
const formLimit = 64 * 1024;

/** The console as a function from requests to responses; `app.request(path)` needs no port. */
export function createApp(context: ConsoleContext, routes: readonly Route[] = pages): Hono {
  const app = new Hono();
  const tokens = new FormTokens();
  const answer = new Answers(context, routes, tokens);
  app.use(ownPolicy, strictHeaders);
  app.use(async (c, next) => {
    c.set('isSecure', context.origin !== null);
    if (!isOwnHost(c, context.origin)) return answer.refuse(c, 400, 'host', 'hostText');
    return next();
  });
  for (const route of routes) {
    const limit = route.limit ?? formLimit;
    const limited = bodyLimit({ maxSize: limit, onError: (c) => answer.tooLarge(c, limit) });
    app.on(route.method.toUpperCase(), route.path, limited, (c) => answer.to(c, route));
  }
  app.notFound((c) => answer.refuse(c, 404, 'notFound', 'notFoundText'));
  app.onError((error, c) => answer.failure(c, error));
  return app;
}

type ErrorText = 'host' | 'notFound' | 'refused' | 'forged' | 'type';

/** Turns routes into responses: checks who asks, reads forms, and puts pages into their frame. */
class Answers {
  readonly #context: ConsoleContext;
  readonly #routes: readonly Route[];
  readonly #tokens: FormTokens;
  readonly #paths: ReadonlySet<string>;

  constructor(context: ConsoleContext, routes: readonly Route[], tokens: FormTokens) {
    this.#context = context;
    this.#routes = routes;
    this.#tokens = tokens;
    this.#paths = new Set(routes.flatMap(({ method, path }) => (method === 'get' ? [path] : [])));
  }

  async to(c: Context, route: Route): Promise<Response> {
    const { person } = this.#exchange(c);
    const isAction = route.method === 'post';
    if (isAction && !this.#isOwnForm(c)) return this.refuse(c, 403, 'forged', 'forgedText');
    if (!permits(route.audience, person.role)) return this.#turnAway(c, person.role !== null);
    const form = isAction ? await readForm(c) : new Map();
    if (form === null) return this.refuse(c, 415, 'type', 'typeText');
    const exchange = this.#exchange(c, form);
    if (isAction && !this.#hasToken(exchange)) return this.refuse(c, 403, 'forged', 'forgedText');
    if (isAction && route.audience === 'reviewer' && person.name === null)
      return seeOther(`/name?back=${encodeURIComponent(pathOf(c.req.header('referer')))}`);
    return this.#respond(exchange, await route.handle(exchange), route);
  }

  refuse(c: Context, status: 400 | 403 | 404 | 415, title: ErrorText, text: `${ErrorText}Text`): Promise<Response> {
    const exchange = this.#exchange(c);
    const { errors } = exchange.texts(frameTexts);
    return this.#respond(exchange, errorPage(exchange, status, errors[title], errors[text]), null);
  }

  tooLarge(c: Context, limit: number): Promise<Response> {
    const exchange = this.#exchange(c);
    const { errors } = exchange.texts(frameTexts);
    const sentence = errors.tooLargeText(`${Math.floor(limit / 1024)} KB`);
    return this.#respond(exchange, errorPage(exchange, 413, errors.tooLarge, sentence), null);
  }

  failure(c: Context, error: Error): Promise<Response> {
    const exchange = this.#exchange(c);
    const { errors } = exchange.texts(frameTexts);
    if (error instanceof NotFound) return this.refuse(c, 404, 'notFound', 'notFoundText');
    if (error instanceof UsageError && isInterface(c)) return Promise.resolve(c.json({ error: error.message }, 400));
    if (error instanceof UsageError)
      return this.#respond(exchange, errorPage(exchange, 400, errors.usage, error.message), null);
    const id = randomUUID();
    this.#context.log({
      event: 'request-failed',
      id,
      path: exchange.url.pathname,
      error: error.stack ?? error.message,
    });
    return this.#respond(exchange, errorPage(exchange, 500, errors.broken, errors.brokenText(id)), null);
  }

  #exchange(c: Context, form: Form = new Map()): Exchange {
    const { access, pack, now } = this.#context;
    const session = readCookie(c, cookies.session);
    const known = access.personOf(session, now());
    const person = access.kind === 'open' ? { ...known, name: nameOf(c) } : known;
    const facts = {
      ...{ console: this.#context, theme: themeOf(c), person, form, http: c },
      language: languageOf(c, languageFor(pack.meta.language)),
      token: this.#tokens.tokenFor(this.#browserOf(c)),
    };
    return new Exchange(facts, this.#paths);
  }

  /** The secret that tells one browser from others, made with its first request. */
  #browserOf(c: Context): string {
    const known: unknown = c.get('browser');
    if (typeof known === 'string') return known;
    const kept = readCookie(c, cookies.session) ?? readCookie(c, cookies.browser);
    const browser = kept ?? newSecret();
    if (kept === undefined) writeCookie(c, cookies.browser, browser, null);
    c.set('browser', browser);
    return browser;
  }

  /** Whether a browser says that a page of this console sends the form. */
  #isOwnForm(c: Context): boolean {
    const site = c.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin') return false;
    return c.req.header('origin')?.toLowerCase() === ownOrigin(c, this.#context.origin);
  }

  #hasToken({ form, http }: Exchange): boolean {
    const [token] = form.get(tokenField) ?? [];
    return typeof token === 'string' && this.#tokens.isValid(token, this.#browserOf(http));
  }

  /** Sends somebody who is not logged in to the log-in, and refuses whose role is too low. */
  #turnAway(c: Context, isKnown: boolean): Promise<Response> | Response {
    if (isInterface(c)) {
      const status = isKnown ? 403 : 401;
      return c.json({ error: isKnown ? 'the role may not read this' : 'log in first' }, status);
    }
    if (isKnown || c.req.method !== 'GET') return this.refuse(c, 403, 'refused', 'refusedText');
    const { pathname, search } = new URL(c.req.url);
    return seeOther(`/login?back=${encodeURIComponent(pathname + search)}`);
  }

  async #respond(exchange: Exchange, given: Answer, route: Route | null): Promise<Response> {
    const { http: c } = exchange;
    if (given instanceof Response) {
      const policy = given.headers.get(policyHeader);
      if (policy !== null) c.set('ownPolicy', policy);
      return withCookies(c, given);
    }
    return this.#framed(exchange, given, route);
  }

  async #framed(exchange: Exchange, page: Page, route: Route | null): Promise<Response> {
    const { http: c } = exchange;
    if (isInterface(c)) return c.json({ error: page.title }, page.status ?? 400);
    // A page that says what went wrong must not fail itself.
    const nature = await this.#context.data.read(folderKind).catch(() => null);
    const frame = { routes: this.#routes, section: route?.section ?? null, nature };
    c.header('cache-control', 'private, no-cache');
    c.header('vary', 'Cookie');
    return c.html(documentOf(exchange, page, frame), page.status ?? 200);
  }
}

/** Whether a program asks, which reads errors as JSON. */
function isInterface(c: Context): boolean {
  return c.req.path.startsWith('/api/');
}

/** Puts the cookies that were set for this request on a response of a handler's own. */
function withCookies(c: Context, given: Response): Response {
  const own = new Response(given.body, given);
  for (const cookie of c.res.headers.getSetCookie()) own.headers.append('set-cookie', cookie);
  if (!own.headers.has('cache-control')) own.headers.set('cache-control', 'private, no-cache');
  return own;
}

/** Path and query of an address of the console; the first page for anything else. */
function pathOf(address: string | undefined): string {
  if (address === undefined || !URL.canParse(address)) return '/';
  const { pathname, search } = new URL(address);
  return localPath(pathname + search);
}
