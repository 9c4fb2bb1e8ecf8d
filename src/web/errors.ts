import type { Exchange } from './exchange.ts';
import { html } from './markup.ts';
import { frameTexts } from './messages/frame.ts';
import type { Page } from './route.ts';

/** What a page names is not there. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

type Failing = Exclude<Page['status'], undefined | 200>;

/** A page that says what went wrong, without anything of the program in it. */
export function errorPage(exchange: Exchange, status: Failing, title: string, sentence: string): Page {
  const { back } = exchange.texts(frameTexts).errors;
  return { status, title, body: html`<p class="trouble">${sentence}</p><p><a href="/">${back}</a></p>` };
}
