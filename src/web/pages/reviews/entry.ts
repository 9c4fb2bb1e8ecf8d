import { z } from 'zod';
import type { OpenEntry } from '../../../application/reviewing/entry.ts';
import { findingStates } from '../../../model/finding.ts';
import { machineFinding } from '../../../model/review.ts';
import type { Exchange } from '../../exchange.ts';
import { actionForm, choiceField, textField } from '../../forms.ts';
import { attributes, type Html, html, siteText } from '../../markup.ts';
import { reviewTexts } from '../../messages/reviews.ts';
import { indicatorOf } from '../../parts/words.ts';
import type { Page } from '../../route.ts';
import { keyOf } from './keys.ts';
import { aboutEntry, claimText, evidenceParts, share } from './parts.ts';
import { doneNote } from './queue.ts';

const query = z.object({ id: z.string().max(500), done: z.string().optional() });

/** One entry: what is claimed, what it rests on, and the ways to decide. */
export async function entryPage(exchange: Exchange): Promise<Page> {
  const { entry: texts } = exchange.texts(reviewTexts);
  const { id } = exchange.query(query);
  const open = await exchange.console.desk.ask('entry', id);
  return {
    title: texts.title(indicatorOf(exchange, open.entry.findings[0]?.probe ?? ''), aboutEntry(exchange, open)),
    body: html`${doneNote(exchange)}
<p><a href="/reviews">${texts.back}</a> · ${open.place === null ? texts.outside : texts.place(String(open.place))}</p>
${claimFacts(exchange, open)}
${objectionsOf(exchange, open)}
<h2>${texts.examined}</h2>
<div class="columns">${open.examined.map((one) => evidenceParts(exchange, one))}</div>
${decisionForm(exchange, open)}
${skipForm(exchange, open)}`,
  };
}

function claimFacts(exchange: Exchange, { entry, members }: OpenEntry): Html {
  const { entry: texts } = exchange.texts(reviewTexts);
  const [first] = members;
  const review = first?.finding.review;
  return html`<dl class="facts">
<dt>${texts.claim}</dt><dd>${first === undefined ? null : claimText(exchange, first.finding.probe, machineFinding(first.finding))}</dd>
${entry.kind === 'open' || entry.chance === 0 ? null : html`<dt>${texts.chance}</dt><dd>${share(entry.chance)}</dd>`}
${entry.worth === 0 ? null : html`<dt>${texts.worth}</dt><dd>${entry.flips.toFixed(2)}</dd>`}
${review === undefined ? null : html`<dt>${texts.earlier}</dt><dd>${exchange.words.pair(siteText(review.who), '')}${first === undefined ? null : claimText(exchange, first.finding.probe, review.verdict)} ${siteText(review.why)}</dd>`}
</dl>`;
}

function objectionsOf(exchange: Exchange, { objections }: OpenEntry): Html | null {
  const { entry: texts } = exchange.texts(reviewTexts);
  const { reviews: words, comma, pair } = exchange.words;
  if (objections.length === 0) return null;
  const items = objections.map(
    ({ office, signer, dated, probe, claim, why, outcome }) =>
      html`<li>${pair([siteText(office), siteText(signer), dated].join(comma), '')}${claimText(exchange, probe, claim)} ${siteText(why)} (${words.outcomes[outcome]})</li>`,
  );
  return html`<h2>${texts.objection}</h2><ul>${items}</ul>`;
}

/** Everything in one form: each way to decide is a button of its own. */
function decisionForm(exchange: Exchange, open: OpenEntry): Html {
  const { entry: texts } = exchange.texts(reviewTexts);
  const { entry, members } = open;
  const isClaimed = entry.kind !== 'open' || entry.findings.some(({ state }) => state !== 'unknown');
  const buttons = html`<p class="actions">
${isClaimed ? html`<button class="main" name="quick" value="accept"${key(exchange, 'a')}>${texts.accept}${hint(exchange, 'a')}</button>` : null}
${quickAnswers(exchange, open)}
<button name="quick" value="unknown"${key(exchange, 'u')}>${texts.unknown}${hint(exchange, 'u')}</button>
</p>`;
  const states = findingStates.map((state) => [state, exchange.words.states[state]] as const);
  const content = html`<input type="hidden" name="entry" value="${entry.id}">
${members.map(({ key: own, newest }) => html`<input type="hidden" name="seen" value="${own}=${newest ?? ''}">`)}
${members.length < 2 ? html`<input type="hidden" name="member" value="${members[0]?.key ?? ''}">` : memberChoice(exchange, open)}
${buttons}
${textField('why', texts.why, texts.whyDefault, { required: true, max: 2000 })}
<details><summary>${texts.other}</summary>
${choiceField('state', texts.state, 'present', states)}
${textField('value', texts.value, '', { hint: texts.valueHint, max: 2000 })}
<button name="quick" value="overrule">${texts.overrule}</button>
</details>
${textField('attachment', texts.attachment, '', { type: 'file', hint: texts.attachmentHint })}`;
  return actionForm(exchange, '/reviews/preview', content, { files: true, id: 'decision' });
}

/** The other things that may be there, at most four: absent, and the levels of the probe. */
function quickAnswers(exchange: Exchange, { levels, members }: OpenEntry): Html[] {
  const [first] = members;
  if (first === undefined) return [];
  const machine = machineFinding(first.finding);
  const levelled = levels.map((level) => ({ state: 'present' as const, value: { level } as Record<string, unknown> }));
  const present = levelled.length > 0 ? levelled : [{ state: 'present' as const, value: null }];
  const choices = [{ state: 'absent' as const, value: null }, ...present].filter(
    ({ state, value }) => state !== machine.state || (value !== null && value.level !== machine.value?.level),
  );
  return choices.slice(0, 4).map(({ state, value }, index) => {
    const name = `is:${state}${value === null ? '' : `:${String(value.level)}`}`;
    const place = String(index + 1);
    return html`<button name="quick" value="${name}"${key(exchange, place)}>${claimText(exchange, first.finding.probe, { state, value })}${hint(exchange, place)}</button>`;
  });
}

function memberChoice(exchange: Exchange, { members }: OpenEntry): Html {
  const { entry: texts } = exchange.texts(reviewTexts);
  const items = members.map(
    ({ key: own, government }) =>
      html`<li><label><input type="checkbox" name="member" value="${own}" checked> ${exchange.names.government(government)}</label></li>`,
  );
  return html`<fieldset><legend>${texts.members(String(members.length))}</legend>
<p class="hint">${texts.membersNote}</p>
<ul class="choices">${items}</ul></fieldset>`;
}

function skipForm(exchange: Exchange, { entry }: OpenEntry): Html {
  const { entry: texts } = exchange.texts(reviewTexts);
  const content = html`<input type="hidden" name="entry" value="${entry.id}">
<button class="plain"${key(exchange, 's')}>${texts.skip}${hint(exchange, 's')}</button>`;
  return actionForm(exchange, '/reviews/skip', content, { class: 'inline' });
}

function key(exchange: Exchange, name: string): Html {
  return attributes({ 'data-key': keyOf(exchange, name) });
}

function hint(exchange: Exchange, name: string): Html | null {
  return keyOf(exchange, name) === null ? null : html` <kbd aria-hidden="true">${name}</kbd>`;
}
