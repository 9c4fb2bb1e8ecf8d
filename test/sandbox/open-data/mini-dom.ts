import { createContext, runInContext } from 'node:vm';
import type { SiteHandler, Town } from '../../../src/sandbox/town.ts';
import { ask, textOf } from '../service/browse.ts';

/** The parts of an element that the platforms' scripts use. */
class MiniElement {
  readonly tagName: string;
  id = '';
  className = '';
  href = '';
  type = '';
  name = '';
  value = '';
  readonly children: MiniElement[] = [];
  readonly #attributes = new Map<string, string>();
  #text = '';

  constructor(tagName: string) {
    this.tagName = tagName.toUpperCase();
  }

  get textContent(): string {
    return this.#text + this.children.map((child) => child.textContent).join(' ');
  }

  set textContent(text: unknown) {
    this.children.length = 0;
    this.#text = String(text);
  }

  get firstChild(): MiniElement | null {
    return this.children[0] ?? null;
  }

  appendChild(child: MiniElement): MiniElement {
    this.children.push(child);
    return child;
  }

  insertBefore(child: MiniElement): MiniElement {
    this.children.unshift(child);
    return child;
  }

  setAttribute(name: string, value: string): void {
    this.#attributes.set(name, value);
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }

  byId(id: string): MiniElement | null {
    if (this.id === id) return this;
    for (const child of this.children) {
      const found = child.byId(id);
      if (found !== null) return found;
    }
    return null;
  }
}

/**
 * Text before and after a page's script runs in a minimal document; requests go directly to the
 * handler.
 */
export async function runPage(
  handler: SiteHandler,
  town: Town,
  address: string,
  base: URL,
): Promise<{ before: string; after: string }> {
  const reply = ask(handler, town, address, base);
  if (reply === null) throw new Error(`no page ${address}`);
  const html = textOf(reply);
  const body = new MiniElement('body');
  body.setAttribute('data-view', /data-view="([^"]*)"/.exec(html)?.[1] ?? '');
  body.setAttribute('data-kind', /data-kind="([^"]*)"/.exec(html)?.[1] ?? '');
  if (html.includes('id="root"')) body.appendChild(new MiniElement('div')).id = 'root';
  for (const [, id = ''] of html.matchAll(/id="(num-[a-z]+)"/g)) body.appendChild(new MiniElement('em')).id = id;
  const request = (method: string, url: string, payload: string | null) => {
    const answered = ask(handler, town, url, base, method === 'POST' ? (payload ?? '') : null);
    return answered === null ? { status: 404, text: '' } : { status: answered.status, text: textOf(answered) };
  };
  class Request {
    status = 0;
    readyState = 0;
    responseText = '';
    onload: (() => void) | null = null;
    onreadystatechange: (() => void) | null = null;
    #method = 'GET';
    #url = '';
    open(method: string, url: string): void {
      this.#method = method;
      this.#url = url;
    }
    setRequestHeader(): void {
      // Handlers ignore headers.
    }
    send(payload: string | null): void {
      const { status, text } = request(this.#method, this.#url, payload);
      Object.assign(this, { status, responseText: text, readyState: 4 });
      this.onload?.();
      this.onreadystatechange?.();
    }
  }
  const script = /<script src="([^"]+)"/.exec(html)?.[1]?.replace(/&amp;/g, '&') ?? '';
  const source = ask(handler, town, script, base);
  if (source === null) throw new Error(`no script ${script}`);
  const context = createContext({
    document: {
      body,
      createElement: (tag: string) => new MiniElement(tag),
      getElementById: (id: string) => body.byId(id),
    },
    location: { search: new URL(address, base).search },
    XMLHttpRequest: Request,
    fetch: async (url: string, options: { method: string; body?: string }) => ({
      json: async () => JSON.parse(request(options.method, url, options.body ?? null).text),
    }),
  });
  runInContext(textOf(source), context);
  await new Promise((resolve) => setImmediate(resolve));
  return { before: html.replace(/<[^>]+>/g, ' '), after: body.textContent };
}
