import { listObjections } from '../../../application/reviewing/objections.ts';
import type { ListedEntry, ReviewQueue } from '../../../application/reviewing/queue.ts';
import { machineFinding } from '../../../model/review.ts';
import type { Exchange } from '../../exchange.ts';
import { actionForm } from '../../forms.ts';
import { attributes, type Html, html } from '../../markup.ts';
import { reviewTexts } from '../../messages/reviews.ts';
import { behindNote } from '../../parts/state-choice.ts';
import { indicatorOf } from '../../parts/words.ts';
import type { Page } from '../../route.ts';
import { areKeysOn, keyOf } from './keys.ts';
import { claimText, entryPath, share, table } from './parts.ts';

/** Entries on the page. */
const shown = 50;

/** The queue with the doubt that is left, a forecast and the advice to go on or to stop. */
export async function queuePage(exchange: Exchange): Promise<Page> {
  const { data, queues } = exchange.console;
  const { queue: texts } = exchange.texts(reviewTexts);
  const choice = { limit: shown, ...(exchange.person.name === null ? {} : { who: exchange.person.name }) };
  const shownQueue = await data.read((store) => queues.of(store, choice));
  const queue = shownQueue.value;
  const objections = await data.read(listObjections);
  const pending = objections.filter(({ outcome }) => outcome === 'pending').length;
  const [first] = queue.entries;
  return {
    title: texts.title,
    body: html`${doneNote(exchange)}
${pending === 0 ? null : html`<p class="notice">${texts.objections(String(pending))} <a href="/objections">${texts.toObjections}</a></p>`}
${behindNote(exchange, shownQueue)}${outlook(exchange, queue)}
${first === undefined ? html`<p>${texts.none}</p>` : html`<p><a class="button main" ${attributes({ 'data-key': keyOf(exchange, 'j') })} href="${entryPath(first.id)}">${texts.start}</a></p>`}
${queue.entries.length === 0 ? null : entriesTable(exchange, queue)}
<p class="soft">${texts.how}</p>
${actionForm(exchange, '/reviews/undo', html`<button>${texts.undo}</button>`, { class: 'inline' })}
<p><a href="/reviews/chain">${texts.chain}</a></p>
${keyToggle(exchange)}`,
  };
}

function outlook(exchange: Exchange, { doubt, next, later, advice, ranked, isStale }: ReviewQueue): Html {
  const { queue: texts } = exchange.texts(reviewTexts);
  const { settled } = next;
  return html`${isStale ? html`<p class="soft" role="status">${texts.measuring}</p>` : null}
<dl class="facts">
<dt>${texts.doubt}</dt><dd>${texts.doubtOf(doubt.mean.toFixed(1), doubt.low.toFixed(0), doubt.high.toFixed(0), String(ranked))}</dd>
<dt>${texts.next(String(next.reviews))}</dt><dd>${texts.nextOf(settled.mean.toFixed(1), settled.low.toFixed(0), settled.high.toFixed(0))}</dd>
<dt>${texts.advised}</dt><dd><strong>${texts.advice[advice.reason]}</strong></dd>
</dl>
<details><summary>${texts.later}</summary>${table(
    texts.later,
    texts.laterColumns,
    later.map(({ reviews, after }) => [
      String(reviews),
      after.mean.toFixed(1),
      `${after.low.toFixed(0)}–${after.high.toFixed(0)}`,
    ]),
  )}</details>`;
}

function entriesTable(exchange: Exchange, queue: ReviewQueue): Html {
  const { queue: texts } = exchange.texts(reviewTexts);
  return table(
    texts.list(String(queue.entries.length), String(queue.all)),
    texts.columns,
    queue.entries.map((entry) => [
      String(entry.place),
      html`<a href="${entryPath(entry.id)}">${indicatorOf(exchange, entry.probe)}</a>${entry.isSkipped ? html` <span class="soft">${texts.skipped}</span>` : null}`,
      aboutListed(exchange, entry),
      claimOf(exchange, entry),
      entry.kind === 'open' ? '—' : share(entry.chance),
      entry.flips.toFixed(2),
    ]),
  );
}

function aboutListed(exchange: Exchange, { kind, product, governments }: ListedEntry): string {
  const { queue: texts } = exchange.texts(reviewTexts);
  if (kind === 'shared') return texts.cause(product ?? '', String(governments.length));
  const [first] = governments;
  return first === undefined ? '' : exchange.names.government(first);
}

function claimOf(exchange: Exchange, { findings, probe }: ListedEntry): Html | null {
  const [first] = findings;
  return first === undefined ? null : claimText(exchange, probe, machineFinding(first));
}

/** What was just done, after an action. */
export function doneNote(exchange: Exchange): Html | null {
  const { done } = exchange.texts(reviewTexts);
  const [kind = '', count = ''] = (exchange.url.searchParams.get('done') ?? '').split(':');
  const number = /^\d{1,5}$/u.test(count) ? count : '1';
  const said = { saved: done.saved(number), undone: done.undone(number), skipped: done.skippedOne }[kind];
  return said === undefined ? null : html`<p class="notice" role="status">${said}</p>`;
}

function keyToggle(exchange: Exchange): Html {
  const { queue: texts } = exchange.texts(reviewTexts);
  const isOn = areKeysOn(exchange);
  const content = html`<button name="keys" value="${isOn ? 'off' : 'on'}">${isOn ? texts.turnOff : texts.turnOn}</button>`;
  return html`<p class="soft">${isOn ? texts.keysOn : texts.keysOff}</p>${actionForm(exchange, '/reviews/keys', content, { class: 'inline' })}`;
}
