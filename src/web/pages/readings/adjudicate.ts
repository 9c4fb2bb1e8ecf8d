import type { LogEntry } from '../../../application/reviewing/log.ts';
import type { OpenReading } from '../../../application/reviewing/reading-pages.ts';
import { findingKey, findingStates } from '../../../model/finding.ts';
import { machineFinding } from '../../../model/review.ts';
import type { Exchange } from '../../exchange.ts';
import { actionForm, choiceField, textField } from '../../forms.ts';
import { type Html, html, siteText } from '../../markup.ts';
import { readingTexts } from '../../messages/readings.ts';
import { reviewTexts } from '../../messages/reviews.ts';
import { indicatorOf } from '../../parts/words.ts';
import type { Page } from '../../route.ts';
import { claimText, evidenceParts } from '../reviews/parts.ts';

/** Both readings and the probe side by side; where they differ, with the ways to decide. */
export function adjudicationPage(exchange: Exchange, open: OpenReading): Page {
  const texts = exchange.texts(readingTexts);
  const { reading, evidence } = open;
  const { finding, first, second, final, stage } = reading;
  const isOpen = stage === 'differ' && first !== null && second !== null;
  const machine = machineFinding(finding);
  const mayCompare = stage !== 'first' && stage !== 'second';
  return {
    title: exchange.words.pair(indicatorOf(exchange, finding.probe), exchange.names.government(reading.government)),
    body: html`<p><a href="/readings">${texts.back}</a> · ${texts.stages[stage]}</p>
${
  mayCompare
    ? html`<div class="columns">
${side(exchange, texts.first, first)}
${side(exchange, texts.second, second)}
<section aria-label="${texts.probe}"><h2>${texts.probe}</h2><p>${claimText(exchange, finding.probe, machine)}</p></section>
</div>${final === null ? null : side(exchange, texts.decide, final)}`
    : null
}
${evidenceParts(exchange, evidence, !mayCompare)}
${isOpen ? decisions(exchange, open, first, second) : null}`,
  };
}

function side(exchange: Exchange, title: string, entry: LogEntry | null): Html | null {
  if (entry?.state == null) return null;
  const { probe, state, value, who, why } = entry;
  return html`<section aria-label="${title}"><h2>${title}</h2>
<p>${claimText(exchange, probe, { state, value })}</p><p class="soft">${exchange.words.pair(who, siteText(why))}</p></section>`;
}

/** Forms that lead to the preview of the decision, as on the page of an entry. */
function decisions(exchange: Exchange, open: OpenReading, first: LogEntry, second: LogEntry): Html {
  const texts = exchange.texts(readingTexts);
  const { entry: words } = exchange.texts(reviewTexts);
  const hidden = common(open, first, second);
  const take = (label: string, { state, value, why }: LogEntry, isMain: boolean): Html =>
    actionForm(
      exchange,
      '/reviews/preview',
      html`${hidden}<input type="hidden" name="state" value="${state}">
<input type="hidden" name="value" value="${value === null ? '' : JSON.stringify(value)}">
<input type="hidden" name="why" value="${why}">
<button name="quick" value="overrule"${isMain ? html` class="main"` : null}>${label}</button>`,
      { class: 'inline' },
    );
  const states = findingStates.map((state) => [state, exchange.words.states[state]] as const);
  const otherwise = html`${hidden}${choiceField('state', texts.state, 'present', states)}
${textField('value', texts.value, '', { hint: texts.valueHint, max: 2000 })}
${textField('why', texts.why, words.whyDefault, { required: true, max: 2000 })}
<button name="quick" value="overrule">${texts.decide}</button>`;
  return html`<h2>${texts.adjudication}</h2>
${take(texts.takeFirst, first, true)} ${take(texts.takeSecond, second, false)}
<details><summary>${texts.other}</summary>${actionForm(exchange, '/reviews/preview', otherwise)}</details>`;
}

function common({ reading, newest }: OpenReading, first: LogEntry, second: LogEntry): Html {
  const key = findingKey(reading.finding);
  return html`<input type="hidden" name="entry" value="finding ${key}">
<input type="hidden" name="member" value="${key}">
<input type="hidden" name="seen" value="${key}=${newest ?? ''}">
<input type="hidden" name="adjudicates" value="${first.id}">
<input type="hidden" name="adjudicates" value="${second.id}">`;
}
