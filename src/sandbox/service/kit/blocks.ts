/** A link with a label and an optional remark (a date, a count). */
export interface LinkItem {
  readonly text: string;
  readonly href: string;
  readonly note?: string;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'password' | 'checkbox' | 'hidden' | 'select' | 'textarea';
  readonly value?: string;
  readonly hint?: string;
  readonly choices?: readonly string[];
}

export type FactsMarkup = 'table' | 'list' | 'tabs' | 'headings' | 'brackets';

/** Content of a page, independent of the family's markup. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'links'; readonly items: readonly LinkItem[]; readonly as: 'list' | 'cards' | 'table' }
  | { readonly kind: 'names'; readonly items: readonly string[] }
  | {
      readonly kind: 'facts';
      readonly entries: readonly { readonly label: string; readonly value: string }[];
      readonly as: FactsMarkup;
    }
  | {
      readonly kind: 'form';
      readonly action: string;
      readonly method: 'get' | 'post';
      readonly fields: readonly Field[];
      readonly button: string;
    }
  | { readonly kind: 'pager'; readonly page: number; readonly pages: number; readonly links: readonly LinkItem[] };

/** A page of a site. */
export interface Content {
  readonly title: string;
  /** ISO date of an article; null for other pages. */
  readonly published: string | null;
  readonly blocks: readonly Block[];
}

export const text = (words: string): Block => ({ kind: 'text', text: words });
export const heading = (words: string): Block => ({ kind: 'heading', text: words });

/**
 * Page numbers around the current page, with first and last, so that the last page is always
 * reachable.
 */
export function pagerBlock(page: number, pages: number, href: (page: number) => string): Block {
  const links: LinkItem[] = [];
  if (page > 1) links.push({ text: '首页', href: href(1) }, { text: '上一页', href: href(page - 1) });
  for (let number = Math.max(1, page - 2); number <= Math.min(pages, page + 2); number += 1) {
    links.push({ text: String(number), href: href(number) });
  }
  if (page < pages) links.push({ text: '下一页', href: href(page + 1) }, { text: '尾页', href: href(pages) });
  return { kind: 'pager', page, pages, links };
}

/** The requested page number, limited to 1..pages. */
export function pageNumber(asked: string | null, pages: number): number {
  const number = Number.parseInt(asked ?? '1', 10);
  return Number.isNaN(number) ? 1 : Math.min(Math.max(number, 1), Math.max(pages, 1));
}
