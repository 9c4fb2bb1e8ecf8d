import type { Government } from '../../model/government.ts';
import { inZone } from '../../model/time.ts';
import { cityFile } from '../city.ts';
import type { ReportInput } from '../input.ts';
import { markQuotes } from '../mark-quotes.ts';
import { Markup, markup, siteLink } from '../markup.ts';
import type { Messages } from '../messages.ts';
import { captureAnchor, type PageQuote, type StoredPage } from '../stored-page.ts';
import { storedStyle } from '../style.ts';
import { excerpt } from '../text.ts';
import { factList, page } from './parts.ts';

const styleElement = new Markup(`<style>${storedStyle}</style>`);

/** File name of a picture beside the pages. */
export function pictureFile(code: string, sha256: string): string {
  return `${cityFile(code).replace(/\.html$/u, '')}/${sha256.replace(/[^\w-]/gu, '_')}.jpg`;
}

/**
 * The stored pages that a government's findings quote, as escaped text: nothing of a site's markup
 * or scripts is in the page, and its policy permits no script at all.
 *
 * @param of what the page says of itself, the zone of its times, and whether the sheet of the
 *   government stands beside it
 * @param names names of the indicators by probe
 */
export function htmlStoredPages(
  of: Pick<ReportInput, 'nature' | 'timeZone'> & { readonly isAlone?: boolean },
  government: Government,
  pages: readonly StoredPage[],
  quotes: ReadonlyMap<string, readonly PageQuote[]>,
  names: ReadonlyMap<string, string>,
  messages: Messages,
): string {
  const { stored } = messages;
  const title = stored.heading(government.name);
  const { code } = government;
  const body = markup`<header>${of.isAlone ? null : markup`<p><a href="../cities/${cityFile(code)}">${stored.back}</a></p>`}<h1>${title}</h1>
<p class="soft">${stored.note}</p></header>
<main>
${pages.map((entry) => storedPage(code, entry, quotes.get(entry.capture) ?? [], names, of.timeZone, messages))}
</main>`;
  return page(title, styleElement, body, of.nature, messages, 'pictures');
}

function storedPage(
  code: string,
  entry: StoredPage,
  quotes: readonly PageQuote[],
  names: ReadonlyMap<string, string>,
  zone: string,
  messages: Messages,
): Markup {
  const { stored, city, noscore } = messages;
  const { capture, address, time, via, status, sha256, picture } = entry;
  return markup`<article id="${captureAnchor(capture)}"><h2>${excerpt(entry.title === '' ? address : entry.title, 120)}</h2>
${factList([
  [stored.address, siteLink(address, excerpt(address, 200))],
  [city.time, inZone(time, zone)],
  [stored.via, stored.ways[via]],
  [stored.status, status === null ? noscore : String(status)],
  [city.capture, markup`<code>${capture}</code>`],
  [city.hash, sha256 === null ? noscore : markup`<code>${sha256}</code>`],
])}
<ul>${quotes.map(({ probe, quote }) => markup`<li>${messages.pair(names.get(probe) ?? probe, '')}<q>${excerpt(quote, 200)}</q></li>`)}</ul>
${
  picture === null
    ? null
    : markup`<figure><a href="${pictureFile(code, picture.sha256)}"><img src="${pictureFile(code, picture.sha256)}" loading="lazy" alt="${stored.picture}"></a><figcaption>${stored.picture}</figcaption></figure>`
}
${textOf(entry, quotes, messages)}
</article>
`;
}

function textOf({ lines, isWhole }: StoredPage, quotes: readonly PageQuote[], { stored }: Messages): Markup {
  if (lines === null) return markup`<p class="soft">${stored.gone}</p>`;
  const marked = markQuotes(
    lines,
    quotes.map(({ quote }) => quote),
  );
  const isFound = quotes.every(({ quote }) => quote === '') || marked.some(({ mark }) => mark !== '');
  return markup`${isFound ? null : markup`<p class="soft">${stored.elsewhere}</p>`}
<div class="text" tabindex="0" role="region" aria-label="${stored.text}">${marked.map(
    ({ before, mark, after }) => markup`<p>${before}${mark === '' ? null : markup`<mark>${mark}</mark>`}${after}</p>
`,
  )}</div>${isWhole ? null : markup`<p class="soft">${stored.cut}</p>`}`;
}
