import iconv from 'iconv-lite';
import type { CompiledKnowledge, CompiledVendor } from '../../config/knowledge.ts';
import { wordsOf } from '../../config/word-sections.ts';
import { isWeb } from '../../reading/addresses.ts';
import type { Seen } from '../../reading/coverage.ts';
import { matchLink } from '../../reading/match-link.ts';
import type { Form, FormField, Page } from '../../reading/page.ts';
import type { Ask, Question } from '../contract.ts';
import type { EntryLink } from './entries.ts';
import { type SearchBox, searchWords } from './search-box.ts';
import type { ResultPaths } from './search-results.ts';

/** An HTTP request by which a site's search engine can be asked. */
export interface Route {
  /** The request for a question. */
  readonly ask: (question: Question) => Extract<Ask, { how: 'http' }>;
  /** Possible paths to total and items in a JSON answer. */
  readonly paths: readonly ResultPaths[];
  /** True for a product's usual API that the site did not show: an empty answer proves nothing. */
  readonly guessed: boolean;
}

const formType = 'application/x-www-form-urlencoded';
const ownButtons = new Set(['submit', 'image', 'button', 'reset', 'file', 'checkbox', 'radio']);
/** Limit on routes, because each costs the site a request. */
const mostRoutes = 5;

/**
 * Routes, best first: forms of the search boxes, URLs in scripts and links, JSON endpoints of
 * recognised products.
 * @param further pages from earlier answers, which may show the product
 */
export function routesOf(
  seen: Seen,
  boxes: readonly SearchBox[],
  entries: readonly EntryLink[],
  further: readonly Page[],
): Route[] {
  const { knowledge } = seen;
  const routes = new Map<string, Route>();
  const add = (route: Route): void => {
    // HTTP and HTTPS URLs are the same engine.
    const key = route.ask({ id: '', text: '' }).url.replace(/^https?:/u, '');
    if (!routes.has(key)) routes.set(key, route);
  };
  for (const box of boxes) {
    const route = formRoute(box);
    if (route) add(route);
  }
  for (const template of writtenAddresses(seen, entries)) add(addressRoute(template));
  const plain = [...routes.values()].slice(0, 2);
  const engines = [
    ...boxes.map((box) => ({ url: box.form.action, page: box.page, form: box.form, field: box.field })),
    ...entries.map(({ link, page }) => ({ url: link.url, page, form: null, field: null })),
    ...further.map((page) => ({ url: page.url, page, form: null, field: null })),
  ];
  routes.clear();
  for (const route of plain) add(route);
  const carried = parametersOf(boxes, engines);
  for (const { url, page } of engines) {
    const vendor = vendorAt(url ?? page.url, knowledge) ?? vendorAt(page.url, knowledge);
    if (vendor === null) continue;
    for (const route of endpointRoutes(vendor, url ?? page.url, carried, { gives: 'search', code: '' })) add(route);
  }
  return [...routes.values()].slice(0, mostRoutes);
}

/**
 * Further parameters of the engine's form or URL (site numbers and keys), which its endpoint needs
 * too.
 */
function parametersOf(
  boxes: readonly SearchBox[],
  engines: readonly { readonly url: string | null }[],
): Map<string, string> {
  const carried = new Map<string, string>();
  for (const { form, field } of boxes)
    for (const other of form.fields)
      if (other !== field && other.type === 'hidden' && other.name !== '' && !carried.has(other.name))
        carried.set(other.name, other.value);
  for (const { url } of engines) {
    if (url === null || !isWeb(url)) continue;
    for (const [name, value] of new URL(url).searchParams)
      if (!carried.has(name) && value !== '') carried.set(name, value);
  }
  return carried;
}

/** The search product of a URL. */
export function vendorAt(url: string, knowledge: CompiledKnowledge): CompiledVendor | null {
  return (
    knowledge.vendors.find(({ rule, urls }) => rule.kind === 'search' && urls.some((pattern) => pattern.test(url))) ??
    null
  );
}

/**
 * Submits the form as a browser would, with all fields in the page's encoding; null if only a
 * script can submit it.
 */
export function formRoute({ form, field, page }: SearchBox): Route | null {
  if (form.loose || form.action === null || !isWeb(form.action) || field.name === '') return null;
  const { action } = form;
  const pairs = (text: string): string =>
    fieldsOf(form, field)
      .map(([name, value]) => `${encode(name, page)}=${encode(name === field.name ? text : value, page)}`)
      .join('&');
  return {
    paths: [],
    guessed: false,
    ask: (question) => {
      const common = { how: 'http', question } as const;
      if (form.method === 'post')
        return {
          ...common,
          method: 'post',
          url: action,
          body: pairs(question.text),
          headers: { 'content-type': formType },
        };
      const url = new URL(action);
      url.search = pairs(question.text);
      return { ...common, method: 'get', url: url.href, body: null, headers: {} };
    },
  };
}

function fieldsOf(form: Form, field: FormField): [string, string][] {
  const pairs = new Map<string, string>();
  for (const { name, type, value } of form.fields)
    if (name !== '' && !ownButtons.has(type) && !pairs.has(name)) pairs.set(name, value);
  pairs.set(field.name, '');
  return [...pairs];
}

/** Percent-encodes in the page's encoding: pages in GBK send GBK. */
function encode(text: string, page: Page): string {
  if (!/^gb/iu.test(page.capture.encoding ?? '')) return encodeURIComponent(text);
  return [...iconv.encode(text, 'gb18030')]
    .map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`)
    .join('');
}

interface Template {
  readonly url: string;
  readonly field: string;
}

/** Engine URLs in scripts and links, with the parameter for the words. */
function writtenAddresses(seen: Seen, entries: readonly EntryLink[]): Template[] {
  const { knowledge } = seen;
  const names = new Set(wordsOf(searchWords, knowledge)['search-fields'].words);
  const intent = knowledge.intents.get('search');
  const found = new Map<string, Template>();
  const look = (address: string): void => {
    if (!isWeb(address)) return;
    const url = new URL(address);
    const fields = [...url.searchParams.keys()].filter((name) => names.has(name.toLowerCase()));
    // The longer name is clearer: `searchWord`, while `q` may have another meaning.
    const [field] = fields.sort(
      (a, b) => Number(url.searchParams.get(a) !== '') - Number(url.searchParams.get(b) !== '') || b.length - a.length,
    );
    const key = `${url.host}${url.pathname}`;
    if (field !== undefined && !found.has(key)) found.set(key, { url: url.href, field });
  };
  for (const page of seen.pages('portal')) {
    if (!page.capture.home && page.capture.role === 'page' && !page.capture.intents.includes('search')) continue;
    for (const link of page.links) {
      if (!/=$/u.test(link.url) || !isWeb(link.url)) continue;
      if (vendorAt(link.url, knowledge) !== null || (intent && matchLink(link, intent, knowledge) !== null))
        look(link.url);
    }
  }
  for (const { link } of entries) look(link.url);
  return [...found.values()];
}

function addressRoute({ url, field }: Template): Route {
  return {
    paths: [],
    guessed: false,
    ask: (question) => {
      const address = new URL(url);
      address.searchParams.set(field, question.text);
      return { how: 'http', method: 'get', url: address.href, body: null, headers: {}, question };
    },
  };
}

/**
 * Endpoints of a product that answer a query.
 * @param options `gives`: the kind of result; `code`: division code for endpoints that need one
 */
export function endpointRoutes(
  vendor: CompiledVendor,
  base: string,
  carried: ReadonlyMap<string, string>,
  { gives, code }: { readonly gives: string; readonly code: string },
): Route[] {
  return vendor.rule.endpoints
    .filter((endpoint) => endpoint.gives === gives)
    .map((endpoint) => ({
      paths: [{ total: endpoint.total, items: endpoint.items }],
      guessed: true,
      ask: (question: Question) => {
        const type = endpoint['content-type'];
        const json = type?.includes('json') === true;
        const fill = (template: string, encoded: (text: string) => string): string =>
          template
            .replaceAll('{code}', code)
            .replaceAll('{page}', '1')
            .replaceAll('{keyword}', () => encoded(question.text));
        const url = new URL(fill(endpoint.path, encodeURIComponent), base);
        let body = endpoint.body === null ? null : fill(endpoint.body, json ? inJson : encodeURIComponent);
        if (endpoint.method === 'get') {
          for (const [name, value] of carried) if (!url.searchParams.has(name)) url.searchParams.set(name, value);
        } else if (body !== null) body = json ? withJson(body, carried) : withForm(body, carried);
        return {
          how: 'http' as const,
          method: endpoint.method,
          url: url.href,
          body,
          headers: type === null ? {} : { 'content-type': type },
          question,
        };
      },
    }));
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function withForm(body: string, carried: ReadonlyMap<string, string>): string {
  const own = new URLSearchParams(body);
  const more = [...carried].filter(([name]) => !own.has(name));
  return [body, ...more.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)].join('&');
}

function withJson(body: string, carried: ReadonlyMap<string, string>): string {
  const own: unknown = JSON.parse(body);
  return typeof own === 'object' && own !== null ? JSON.stringify({ ...Object.fromEntries(carried), ...own }) : body;
}
