import type { ReviewOutcome } from '../../../application/review.ts';
import type { ReviewEffect, ShareChange } from '../../../application/review-effects.ts';
import type { Attachment } from '../../../model/review-log.ts';
import type { Standing } from '../../../scoring/explaining/standing.ts';
import type { Point } from '../../../scoring/point.ts';
import type { Exchange } from '../../exchange.ts';
import { actionForm } from '../../forms.ts';
import { attributes, type Html, html } from '../../markup.ts';
import { reviewTexts } from '../../messages/reviews.ts';
import { indicatorOf } from '../../parts/words.ts';
import type { Page } from '../../route.ts';
import { areKeysOn } from './keys.ts';
import { entryPath, table } from './parts.ts';

/** Governments listed one by one. */
const listed = 60;
/** Fields that the form of the entry sent and the confirmation sends again. */
const carried = ['entry', 'quick', 'state', 'value', 'why', 'member', 'seen', 'adjudicates'];

/** What a decision would change: scores, ranks, points and the shares of the bulletin. */
export function previewOf(exchange: Exchange, outcome: ReviewOutcome, attachment: Attachment | null): Page {
  const { preview: texts } = exchange.texts(reviewTexts);
  const { effects, others, shares, reviews } = outcome;
  return {
    title: texts.title,
    body: html`<p>${texts.intro}</p>
<p>${texts.decisions(String(reviews.length))}</p>
${confirmation(exchange, attachment)}
${table(
  texts.governments,
  texts.columns,
  effects.slice(0, listed).map((effect) => standingCells(exchange, effect)),
)}
${effects.length > listed ? html`<p class="soft">${texts.more(String(effects.length - listed))}</p>` : null}
<p>${texts.others(String(others.ranks), String(others.levels))}</p>
${pointsOf(exchange, effects)}
${sharesOf(exchange, shares)}`,
  };
}

function confirmation(exchange: Exchange, attachment: Attachment | null): Html {
  const { preview: texts } = exchange.texts(reviewTexts);
  const hidden = carried.flatMap((name) =>
    (exchange.form.get(name) ?? []).flatMap((value) =>
      typeof value === 'string' ? [html`<input type="hidden" name="${name}" value="${value}">`] : [],
    ),
  );
  const kept =
    attachment === null
      ? null
      : html`<input type="hidden" name="kept" value="${attachment.sha256} ${attachment.name}"><p class="soft">${attachment.name}</p>`;
  const entry = exchange.form.get('entry')?.[0];
  const content = html`${hidden}${kept}
<button class="main"${attributes({ autofocus: areKeysOn(exchange) })}>${texts.confirm}</button>
<a href="${entryPath(typeof entry === 'string' ? entry : '')}">${texts.cancel}</a>`;
  return actionForm(exchange, '/reviews/decide', content);
}

function standingCells(exchange: Exchange, { government, before, after }: ReviewEffect): string[] {
  return [
    exchange.names.government(government),
    changed(totalText(before), totalText(after)),
    changed(rankText(before), rankText(after)),
    changed(before.place?.level ?? '—', after.place?.level ?? '—'),
  ];
}

function pointsOf(exchange: Exchange, effects: readonly ReviewEffect[]): Html {
  const { preview: texts } = exchange.texts(reviewTexts);
  const rows = effects.flatMap(({ government, points }) =>
    points.map(({ probe, before, after }) => [
      exchange.names.government(government),
      indicatorOf(exchange, probe),
      changed(pointText(before), pointText(after)),
    ]),
  );
  if (rows.length === 0) return html`<p>${texts.noPoints}</p>`;
  return table(texts.points, texts.pointColumns, rows.slice(0, listed));
}

function sharesOf(exchange: Exchange, shares: readonly ShareChange[]): Html {
  const { preview: texts } = exchange.texts(reviewTexts);
  if (shares.length === 0) return html`<p>${texts.noShares}</p>`;
  const text = ({ numerator, denominator }: ShareChange['before']): string => `${numerator}/${denominator}`;
  return table(
    texts.shares,
    texts.shareColumns,
    shares.map(({ text: statement, before, after }) => [statement, text(before), text(after)]),
  );
}

function changed(before: string, after: string): string {
  return before === after ? before : `${before} → ${after}`;
}

function totalText({ total }: Standing): string {
  return total.score === null ? '—' : total.score.toFixed(2);
}

function rankText({ rank }: Standing): string {
  return rank === null ? '—' : String(rank);
}

function pointText({ point, low, high }: Point): string {
  const now = point === null ? '—' : point.toFixed(2);
  return low === high ? now : `${now} (${low.toFixed(2)}–${high.toFixed(2)})`;
}
