import type { FindingEvidence } from '../../../application/evidence.ts';
import type { OpenEntry } from '../../../application/reviewing/entry.ts';
import type { Finding } from '../../../model/finding.ts';
import { wordFor } from '../../../report/messages.ts';
import { describeValue } from '../../../report/values/describe.ts';
import type { Exchange } from '../../exchange.ts';
import { attributes, type Html, html, type Piece, siteText } from '../../markup.ts';
import { reviewTexts } from '../../messages/reviews.ts';

/** Longest text, in characters, that is never broken into lines. */
const longestWord = 12;

type Claim = Pick<Finding, 'state' | 'value'> & { readonly reason?: string | null };

/** A claim as words: its state, what was measured, else why it is unknown. */
export function claimText(exchange: Exchange, probe: string, { state, value, reason = null }: Claim): Html {
  const { states, reasons, values } = exchange.words;
  // The words of some values leave the level out, which others show beside them.
  const level = typeof value?.level === 'string' ? wordFor(values.levels, value.level) : null;
  const why = reason === null ? null : wordFor(reasons, reason);
  const detail = describeValue(probe, value, exchange.words) ?? why ?? level;
  return html`<span class="state ${state}">${states[state]}</span>${detail === null ? null : html` ${siteText(detail)}`}`;
}

/** A table in its own scrolling box; columns of numbers stand at their right. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly Piece[])[]): Html {
  const numbers = head.map((_, index) => rows.length > 0 && rows.every((cells) => isNumber(cells[index])));
  const kindOf = (cell: Piece, index: number): string =>
    numbers[index] === true ? 'number' : isShort(cell) ? 'nowrap' : 'text';
  return html`<div class="table" role="region" tabindex="0" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${head.map((one, index) => html`<th scope="col"${attributes({ class: numbers[index] === true ? 'number' : null })}>${one}</th>`)}</tr></thead>
<tbody>${rows.map(
    (cells) => html`<tr>${cells.map((one, index) => html`<td class="${kindOf(one, index)}">${one}</td>`)}</tr>
`,
  )}</tbody>
</table></div>`;
}

/** Whether a cell holds a number, a range of numbers, or the sign of none. */
function isNumber(piece: Piece | undefined): boolean {
  return typeof piece === 'string' && /^(?:[\d.,%\s/–-]+|—)$/u.test(piece);
}

/** A number or a word needs no room to be broken into lines. */
function isShort(piece: Piece): boolean {
  return typeof piece === 'string' && piece.length <= longestWord;
}

/** The address of an entry's page. */
export function entryPath(id: string, done?: string): string {
  const query = new URLSearchParams({ id, ...(done === undefined ? {} : { done }) });
  return `/reviews/entry?${query}`;
}

/** Whom an entry is about. */
export function aboutEntry(
  exchange: Exchange,
  { entry, members, product }: Pick<OpenEntry, 'entry' | 'members' | 'product'>,
): string {
  const { queue } = exchange.texts(reviewTexts);
  if (entry.kind === 'shared') return queue.cause(product ?? '', String(entry.findings.length));
  const [first] = members;
  return first === undefined ? entry.id : exchange.names.government(first.government);
}

/** What a finding rests on: quotes with their stored pages, and what kept it from being settled. */
export function evidenceParts(
  exchange: Exchange,
  { government, finding, chain }: FindingEvidence,
  isBlind = false,
): Html {
  const { entry: texts } = exchange.texts(reviewTexts);
  const quotes = chain.map(({ url, quote, run, capture }) => {
    const query = new URLSearchParams({ quote });
    const stored = run === null ? null : `/captures/${government.code}/${encodeURIComponent(capture)}?${query}#quote`;
    return html`<li><q>${siteText(quote)}</q><br><span class="soft mono">${siteText(url)}</span>${stored === null ? null : html` <a href="${stored}">${texts.page}</a>`}</li>`;
  });
  const obstacles = (finding.obstacles ?? []).map(
    ({ reason, url, part }) =>
      html`<li>${wordFor(exchange.words.reasons, reason)}${part === undefined ? null : html` · ${siteText(part)}`}${url === undefined ? null : html` <span class="soft mono">${siteText(url)}</span>`}</li>`,
  );
  return html`<section aria-label="${exchange.names.government(government)}"><h3><a href="/governments/${government.code}">${exchange.names.government(government)}</a></h3>
${isBlind ? null : html`<p>${claimText(exchange, finding.probe, finding)}</p>`}
${quotes.length === 0 ? html`<p class="soft">${texts.noEvidence}</p>` : html`<ul>${quotes}</ul>`}
${obstacles.length === 0 || isBlind ? null : html`<p>${texts.obstacles}</p><ul>${obstacles}</ul>`}</section>`;
}

/** A share as a percentage. */
export function share(value: number): string {
  return `${(100 * value).toFixed(value < 0.1 ? 1 : 0)}%`;
}
