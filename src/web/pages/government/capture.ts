import { z } from 'zod';
import {
  capturePicture,
  type ShownCapture,
  shownCapture,
  storedBytes,
} from '../../../application/console/stored-capture.ts';
import type { Capture } from '../../../model/capture.ts';
import { markQuotes } from '../../../report/mark-quotes.ts';
import { wordFor } from '../../../report/messages.ts';
import { excerpt, linkable } from '../../../report/text.ts';
import { download } from '../../download.ts';
import { NotFound } from '../../errors.ts';
import type { Exchange } from '../../exchange.ts';
import { type Html, html, type Piece, siteText } from '../../markup.ts';
import { governmentTexts } from '../../messages/government.ts';
import { snapshotOf, stateFields, stateLine, stateQuery } from '../../parts/state-choice.ts';
import { facts } from '../../parts/table.ts';
import { bytesText, dash, reasonWord, timeText } from '../../parts/words.ts';
import type { Page } from '../../route.ts';
import { capturePolicy, policyHeader } from '../../security/headers.ts';
import { governmentOf } from './government-of.ts';

const querySchema = z.object({ ...stateFields, quote: z.string().max(400).default('') });

/** Where a capture is, as the address of a page names it. */
function wantedOf(exchange: Exchange): { readonly government: string; readonly capture: string } {
  return { government: exchange.part('code'), capture: exchange.part('capture') };
}

/** A stored page as text, with the quote marked, its picture, and the requests that led to it. */
export async function showCapture(exchange: Exchange): Promise<Page> {
  const texts = exchange.texts(governmentTexts);
  const { data, pack } = exchange.console;
  const { quote } = exchange.query(querySchema);
  const snapshot = await snapshotOf(exchange);
  const { name, code } = governmentOf(snapshot, exchange.part('code'));
  const shown = await data.read((store) => shownCapture(store, pack, snapshot.state, wantedOf(exchange)));
  if (shown === null) throw new NotFound('capture');
  return {
    title: texts.capture.title(name),
    body: html`<p><a href="/governments/${code}${stateQuery(exchange)}">${texts.back(name)}</a></p>
${stateLine(exchange, snapshot)}
${quote === '' ? null : html`<p>${texts.capture.quote}: <q>${siteText(quote)}</q></p>`}
<div class="columns"><section><h2>${texts.capture.facts}</h2>${captureFacts(exchange, shown)}</section>
<section><h2>${texts.capture.way}</h2>${wayOf(exchange, shown)}</section></div>
${pictureOf(exchange, shown)}
${textOf(exchange, shown, quote)}`,
  };
}

function captureFacts(exchange: Exchange, { run, capture, page }: ShownCapture): Html {
  const { capture: texts } = exchange.texts(governmentTexts);
  const { words } = exchange;
  const optional: (readonly [string, Piece | null])[] = [
    [texts.requested, capture.url === capture.finalUrl ? null : html`<code>${excerpt(capture.url, 300)}</code>`],
    [texts.failure, capture.failure === null ? null : reasonWord(exchange, capture.failure)],
    [texts.detail, capture.detail === null ? null : siteText(capture.detail)],
    [texts.tls, capture.tls === null ? null : siteText(capture.tls)],
    [texts.question, capture.question === null ? null : siteText(capture.question.text)],
  ];
  const download =
    capture.body === null
      ? null
      : html` <a href="/captures/${capture.government}/${capture.id}/bytes${stateQuery(exchange)}">${texts.download}</a>`;
  const headers = Object.entries(capture.headers).map(
    ([name, value]) => html`<li><code>${siteText(`${name}: ${value}`)}</code></li>`,
  );
  return html`${facts([
    [texts.address, addressOf(page.address)],
    ...optional.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const])),
    [texts.time, timeText(exchange, page.time)],
    [texts.via, words.stored.ways[page.via]],
    [texts.status, page.status === null ? dash : String(page.status)],
    [texts.bytes, html`${bytesText(capture.bytes)}${download}`],
    [texts.hash, page.sha256 === null ? dash : html`<code>${page.sha256}</code>`],
    [texts.run, html`<a href="/runs/${run}">${run}</a>`],
  ])}
${headers.length === 0 ? null : html`<details><summary>${texts.headers}</summary><ul>${headers}</ul></details>`}`;
}

function addressOf(address: string): Html {
  const href = linkable(address);
  if (href === null) return html`<code>${excerpt(address, 300)}</code>`;
  return html`<a href="${href}" rel="noopener noreferrer nofollow" target="_blank"><code>${excerpt(href, 300)}</code></a>`;
}

/** The pages whose links led here, and the redirections of this request. */
function wayOf(exchange: Exchange, { way, capture }: ShownCapture): Html {
  const { capture: texts } = exchange.texts(governmentTexts);
  const { sites } = exchange.words;
  const step = (one: Capture): Html =>
    html`<li>${one.home ? html`${wordFor(sites, one.site)} ${texts.home}: ` : null}${one.label === null ? null : html`<q>${excerpt(one.label, 80)}</q> `}<a href="/captures/${one.government}/${one.id}${stateQuery(exchange)}"><code>${excerpt(one.url, 120)}</code></a></li>`;
  const hops = capture.redirects.map(
    ({ url, status }) => html`<li>${texts.hop(String(status))}: <code>${excerpt(url, 160)}</code></li>`,
  );
  return html`<ol>${way.map(step)}${hops}<li><strong>${capture.label === null ? null : html`<q>${excerpt(capture.label, 80)}</q> `}<code>${excerpt(capture.finalUrl, 160)}</code></strong></li></ol>`;
}

function pictureOf(exchange: Exchange, { capture, page }: ShownCapture): Html {
  if (page.picture === null) return html``;
  const texts = exchange.texts(governmentTexts);
  const source = `/captures/${capture.government}/${capture.id}/picture${stateQuery(exchange)}`;
  return html`<section><h2>${texts.picture}</h2><figure class="screenshot"><img src="${source}" alt="${texts.capture.pictureAlt(excerpt(page.address, 80))}"></figure></section>`;
}

function textOf(exchange: Exchange, { page }: ShownCapture, quote: string): Html {
  const { capture: texts } = exchange.texts(governmentTexts);
  if (page.lines === null) return html`<section><h2>${texts.text}</h2><p class="nothing">${texts.gone}</p></section>`;
  const marked = markQuotes(page.lines, quote === '' ? [] : [quote]);
  const first = marked.findIndex(({ mark }) => mark !== '');
  const lines = marked.map(({ before, mark, after }, index) => {
    const found = mark === '' ? null : html`<mark${index === first ? html` id="quote"` : null}>${mark}</mark>`;
    return html`<p>${before}${found}${after}</p>
`;
  });
  const missed = quote === '' || first >= 0 ? null : html`<p class="notice">${texts.notFound}</p>`;
  return html`<section><h2>${texts.text}</h2><p class="soft">${texts.textNote}</p>${missed}
<div class="pagetext" tabindex="0" role="region" aria-label="${texts.text}">
${lines}</div>${page.isWhole ? null : html`<p class="soft">${texts.cut}</p>`}</section>`;
}

/** The picture of a capture, which can be nothing but a picture. */
export async function captureImage(exchange: Exchange): Promise<Response> {
  const { data } = exchange.console;
  const snapshot = await snapshotOf(exchange);
  const bytes = await data.read((store) => capturePicture(store, snapshot.state, wantedOf(exchange)));
  if (bytes === null) throw new NotFound('picture');
  const headers = {
    'content-type': 'image/jpeg',
    [policyHeader]: capturePolicy,
    'cache-control': 'private, max-age=3600',
  };
  return new Response(new Uint8Array(bytes), { headers });
}

/** The stored bytes as a file to save; browsers never show them. */
export async function captureBytes(exchange: Exchange): Promise<Response> {
  const { data } = exchange.console;
  const snapshot = await snapshotOf(exchange);
  const wanted = wantedOf(exchange);
  const bytes = await data.read((store) => storedBytes(store, snapshot.state, wanted));
  if (bytes === null) throw new NotFound('bytes');
  return download(bytes, `${wanted.government}-${wanted.capture}.bin`, 'application/octet-stream');
}
