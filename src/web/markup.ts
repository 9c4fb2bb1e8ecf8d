import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { oneLine } from '../report/text.ts';

export { html, raw };

/** Markup that is escaped already: the result of the template tag `html`. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What the template tag takes: everything else than `Html` is escaped; null gives nothing. */
export type Piece = Html | string | number | null | readonly Piece[];

/** Text of a site on one line, without control and reordering characters; escaped where it is put in. */
export function siteText(text: string): string {
  return oneLine(text);
}

/** Attributes of an element; false and null leave one out, true writes its name alone. */
export function attributes(values: Readonly<Record<string, string | number | boolean | null>>): Html {
  const parts = Object.entries(values).flatMap(([name, value]) => {
    if (value === null || value === false) return [];
    return [value === true ? html` ${name}` : html` ${name}="${value}"`];
  });
  return html`${parts}`;
}
