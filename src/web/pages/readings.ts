import { z } from 'zod';
import { waitsFor } from '../../application/reviewing/reading-pages.ts';
import type { SampledReading } from '../../application/reviewing/readings.ts';
import { findingStates } from '../../model/finding.ts';
import { wordFor } from '../../report/messages.ts';
import type { Exchange } from '../exchange.ts';
import { actionForm, choiceField, textField } from '../forms.ts';
import { type Html, html } from '../markup.ts';
import { readingTexts } from '../messages/readings.ts';
import { indicatorOf } from '../parts/words.ts';
import { get, type Page, post, seeOther } from '../route.ts';
import { adjudicationPage } from './readings/adjudicate.ts';
import { accuracyTable, agreementTable, pathOf } from './readings/figures.ts';
import { evidenceParts, share, table } from './reviews/parts.ts';
import { doneNote } from './reviews/queue.ts';

/** Findings listed at once. */
const shown = 100;

/** The sample: what waits for this person, how readers agree, and how right the probes are. */
async function overview(exchange: Exchange): Promise<Page> {
  const { desk, pack } = exchange.console;
  const texts = exchange.texts(readingTexts);
  const found = await desk.ask('readings', null);
  const mine = found.sampled.filter((one) => waitsFor(one, exchange.person.name));
  const differing = found.sampled.filter(({ stage }) => stage === 'differ');
  const [next] = mine;
  return {
    title: texts.title,
    body: html`${doneNote(exchange)}
<p>${texts.intro(String(found.sampled.length), share(pack.analysis.review['sample-share']))}</p>
<p>${next === undefined ? texts.noTasks : html`${texts.tasks(String(mine.length))} <a class="button main" href="${pathOf(next)}">${texts.start}</a>`}</p>
<h2>${texts.adjudication}</h2>
${differing.length === 0 ? html`<p>${texts.noDifferences}</p>` : sampledTable(exchange, differing.slice(0, shown), texts.adjudication)}
<h2>${texts.agreement}</h2>
${agreementTable(exchange, found)}
<h2>${texts.accuracy}</h2>
${accuracyTable(exchange, found.probes)}
${mine.length === 0 ? null : sampledTable(exchange, mine.slice(0, shown), texts.tasks(String(mine.length)))}`,
  };
}

function sampledTable(exchange: Exchange, sampled: readonly SampledReading[], caption: string): Html {
  const texts = exchange.texts(readingTexts);
  return table(
    caption,
    texts.columns,
    sampled.map((one) => [
      html`<a href="${pathOf(one)}">${indicatorOf(exchange, one.finding.probe)}</a>`,
      exchange.names.government(one.government),
      texts.stages[one.stage],
    ]),
  );
}

/** One finding, blind; readings that differ side by side. */
async function readingPage(exchange: Exchange): Promise<Page> {
  const texts = exchange.texts(readingTexts);
  const where = { code: exchange.part('code'), probe: exchange.part('probe') };
  const open = await exchange.console.desk.ask('reading', where);
  const { reading, evidence, levels } = open;
  if (!waitsFor(reading, exchange.person.name)) return adjudicationPage(exchange, open);
  const levelled = [
    ['', texts.noLevel] as const,
    ...levels.map((level) => [level, wordFor(exchange.words.values.levels, level)] as const),
  ];
  const content = html`${choiceField('state', texts.state, 'present', statesOf(exchange))}
${levels.length === 0 ? null : choiceField('level', texts.level, '', levelled)}
${textField('value', texts.value, '', { hint: texts.valueHint, max: 2000 })}
${textField('why', texts.why, '', { required: true, max: 2000 })}
<button class="main">${texts.save}</button>`;
  return {
    title: exchange.words.pair(
      indicatorOf(exchange, reading.finding.probe),
      exchange.names.government(reading.government),
    ),
    body: html`<p><a href="/readings">${texts.back}</a></p><p>${texts.blind}</p>
<ul>${sitesOf(reading)}</ul>
${evidenceParts(exchange, evidence, true)}
${actionForm(exchange, pathOf(reading), content)}`,
  };
}

function sitesOf({ government }: SampledReading): Html[] {
  return Object.values(government.sites).flatMap((site) =>
    site === null || site === undefined
      ? []
      : [html`<li class="mono">${typeof site === 'string' ? site : site.url}</li>`],
  );
}

function statesOf(exchange: Exchange): (readonly [string, string])[] {
  return findingStates.map((state) => [state, exchange.words.states[state]] as const);
}

const fields = z.object({
  state: z.enum(findingStates),
  level: z.string().max(20).default(''),
  value: z.string().max(2000).default(''),
  why: z.string().max(2000),
});

/** Stores a blind reading and goes on with the next. */
async function saveReading(exchange: Exchange): Promise<Response> {
  const { desk, now } = exchange.console;
  const { state, level, value, why } = exchange.fields(fields);
  const stated = [level === '' ? '' : `level=${level}`, value].filter((text) => text !== '').join('; ');
  const request = {
    ...{ government: exchange.part('code'), probe: exchange.part('probe'), state, why },
    value: state === 'present' ? stated : '',
    who: exchange.person.name ?? '',
  };
  await desk.ask('read', { request, now: new Date(now()) });
  const left = await desk.ask('readings', null);
  const next = left.sampled.find((one) => waitsFor(one, exchange.person.name));
  return seeOther(next === undefined ? '/readings?done=saved:1' : pathOf(next));
}

export const readingPages = [
  get('/readings', 'reviewer', 'readings', overview),
  get('/readings/:code/:probe', 'reviewer', 'readings', readingPage),
  post('/readings/:code/:probe', 'reviewer', saveReading),
];
