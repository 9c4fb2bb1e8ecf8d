import { z } from 'zod';
import { checkReviewLog, headText } from '../../../application/review-chain.ts';
import { type LogEntry, reviewLog } from '../../../application/reviewing/log.ts';
import { dayIn } from '../../../model/time.ts';
import type { Exchange } from '../../exchange.ts';
import { type Html, html, siteText } from '../../markup.ts';
import { reviewTexts } from '../../messages/reviews.ts';
import type { Page } from '../../route.ts';
import { claimText, table } from './parts.ts';

/** Entries on a page. */
const shown = 100;

/** Checks the hash chain of the review log, and lists its entries, the newest first. */
export async function chainPage(exchange: Exchange): Promise<Page> {
  const { data, pack } = exchange.console;
  const { chain: texts } = exchange.texts(reviewTexts);
  const { page } = exchange.query(z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) }));
  const check = await data.read((store) => checkReviewLog(store));
  const entries = (await data.read(reviewLog)).toReversed();
  const isIntact = check.damage.length === 0;
  const own = entries.slice((page - 1) * shown, page * shown);
  return {
    title: texts.title,
    body: html`<p class="notice" role="status"><strong>${isIntact ? texts.intact(String(check.head.length)) : texts.broken(String(check.damage.length))}</strong></p>
${isIntact ? null : html`<ul class="wrong">${check.damage.slice(0, shown).map((one) => html`<li>${one}</li>`)}</ul>`}
<dl class="facts"><dt>${texts.head}</dt><dd class="mono">${headText(check.head)}</dd></dl>
<p class="soft">${texts.headNote}</p>
<p>${check.editions.length === 0 ? texts.noEditions : texts.editions(check.editions.join(', '))}</p>
${table(
  texts.log,
  texts.columns,
  own.map((entry) => entryCells(exchange, entry, pack.meta['time-zone'])),
)}
<p>${page > 1 ? html`<a href="${exchange.withQuery({ page: page - 1 })}">${texts.newer}</a> ` : null}${entries.length > page * shown ? html`<a href="${exchange.withQuery({ page: page + 1 })}">${texts.older}</a>` : null}</p>`,
  };
}

function entryCells(exchange: Exchange, entry: LogEntry, zone: string): (string | Html | null)[] {
  const { chain: texts } = exchange.texts(reviewTexts);
  const { id, kind, government, probe, state, value, who, when, why, withdraws, isWithdrawn, details } = entry;
  const attachment = details?.attachment;
  const content =
    withdraws !== null
      ? texts.takesBack(String(withdraws))
      : state === null
        ? null
        : html`${claimText(exchange, probe, { state, value })}${isWithdrawn ? html` <span class="soft">${texts.withdrawn}</span>` : null}`;
  return [
    String(id),
    texts.kinds[kind],
    html`<a href="/governments/${government}">${government}</a> ${probe}`,
    content,
    siteText(who),
    dayIn(when, zone),
    html`${siteText(why)}${attachment === undefined ? null : html` <a href="/reviews/attachments/${attachment.sha256}">${attachment.name}</a>`}`,
  ];
}
