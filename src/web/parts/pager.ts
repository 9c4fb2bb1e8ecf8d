import type { Exchange } from '../exchange.ts';
import { type Html, html } from '../markup.ts';
import { partTexts } from '../messages/parts.ts';

/** A page of a list, and how many there are. */
export interface Slice<Item> {
  readonly items: readonly Item[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly all: number;
}

/** The items of one page; the nearest one where there are not so many. */
export function sliceOf<Item>(items: readonly Item[], page: number, size: number): Slice<Item> {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const shown = Math.min(Math.max(1, page), pages);
  return { items: items.slice((shown - 1) * size, shown * size), page: shown, pages, all: items.length };
}

/** Links to the pages before and behind; nothing for a list of one page. */
export function pager(exchange: Exchange, { page, pages, all }: Slice<unknown>): Html {
  const texts = exchange.texts(partTexts);
  if (pages === 1) return html``;
  const to = (target: number, label: string, rel: string) =>
    html`<a href="${exchange.withQuery({ page: target === 1 ? null : target })}" rel="${rel}">${label}</a>`;
  return html`<nav class="pages" aria-label="${texts.pages}">
${page > 1 ? to(page - 1, texts.previous, 'prev') : null}
<span>${texts.pageOf(String(page), String(pages), String(all))}</span>
${page < pages ? to(page + 1, texts.next, 'next') : null}
</nav>`;
}
