import { hostActivity } from '../../../application/console/hosts.ts';
import type { RunFigures } from '../../../application/console/nights.ts';
import { logPlace, runLines } from '../../../application/console/run-lines.ts';
import { workersNow } from '../../../application/console/workers.ts';
import { UsageError } from '../../../model/usage-error.ts';
import { excerpt } from '../../../report/text.ts';
import type { Exchange } from '../../exchange.ts';
import { type Html, html, type Piece, siteText } from '../../markup.ts';
import { tonightTexts } from '../../messages/tonight.ts';
import { stateBar } from '../../parts/bars.ts';
import { shareBar } from '../../parts/interval.ts';
import { cards, facts, table } from '../../parts/table.ts';
import { bytesText, dash, figure, reasonWord, timeText } from '../../parts/words.ts';

/** Lines at the end of the log that say what goes on now. */
const linesRead = 400;
const hostsShown = 12;

/** Everything about the newest run that changes while it goes on. */
export async function progress(exchange: Exchange, run: RunFigures, canaries: RunFigures | null): Promise<Html> {
  const texts = exchange.texts(tonightTexts);
  const { present, absent, unknown } = run.states;
  const { states: words, comma, pair } = exchange.words;
  const share = run.planned === 0 ? 0 : run.completed / run.planned;
  const rate = run.seconds === null || run.seconds <= 0 ? dash : figure(run.pages / run.seconds, 1);
  const counts = [`${words.present} ${present}`, `${words.absent} ${absent}`, `${words.unknown} ${unknown}`];
  const said = counts.join(comma);
  return html`${cards([
    [
      texts.progress,
      html`${texts.visits(String(run.completed), String(run.planned))}`,
      shareBar(share, texts.progress),
    ],
    [texts.left, leftText(exchange, run)],
    [texts.elapsed, run.seconds === null ? dash : texts.minutes(figure(run.seconds / 60, 1))],
    [texts.pages, String(run.pages), pair(texts.rate, rate)],
    [texts.requests, String(run.requests), bytesText(run.bytes)],
    [texts.findings, String(present + absent + unknown), html`${stateBar(run.states, said)}${said}`],
  ])}
${facts([
  [texts.gate, gateText(exchange, run)],
  [texts.browser, run.hasBrowser ? texts.browserOn : texts.browserOff],
  [
    texts.canaries,
    canaries === null ? texts.noCanaries : texts.canaryFigures(String(canaries.completed), String(canaries.planned)),
  ],
])}
${await workerTable(exchange)}
<div class="columns">${failureTable(exchange, run)}${await hostTable(exchange, run)}</div>`;
}

/** The processes that share visits; nothing where the database is a file of this machine. */
async function workerTable(exchange: Exchange): Promise<Html> {
  const texts = exchange.texts(tonightTexts);
  const workers = await exchange.console.data.read(workersNow);
  if (workers.length === 0) return html``;
  const { workerColumns: columns, workerDoing } = texts;
  const rows = workers.map(({ name, host, pid, version, visits, state }): Piece[] => [
    excerpt(name, 60),
    html`<code>${excerpt(host, 60)}</code> <small>${pid}</small>`,
    version,
    String(visits),
    html`${state.open.map((code) => html`<a href="/governments/${code}">${code}</a> `)}`,
    state.doing === 'visiting' || state.doing === 'waiting' ? workerDoing[state.doing] : excerpt(state.doing, 300),
  ]);
  const head = [
    { title: columns.name },
    { title: columns.host },
    { title: columns.version },
    { title: columns.visits, isNumber: true },
    { title: columns.open },
    { title: columns.doing },
  ];
  return html`<section><h2>${texts.workers}</h2>${table(head, rows, { caption: texts.workersCaption })}</section>`;
}

function leftText(exchange: Exchange, { completed, planned, seconds, isUnderWay }: RunFigures): string {
  const texts = exchange.texts(tonightTexts);
  if (!isUnderWay) return dash;
  if (completed === 0 || seconds === null) return texts.unknown;
  return texts.minutes(figure(((seconds / completed) * (planned - completed)) / 60, 0));
}

function gateText(exchange: Exchange, { verdict }: RunFigures): Piece {
  const texts = exchange.texts(tonightTexts);
  if (verdict === null) return texts.gateOpen;
  if (verdict.passed) return html`<span class="good">${texts.gatePassed}</span>`;
  return html`<span class="bad">${texts.gateRefused}</span><ul>${verdict.reasons.map((reason) => html`<li>${siteText(reason)}</li>`)}</ul>`;
}

function failureTable(exchange: Exchange, { failures }: RunFigures): Html {
  const texts = exchange.texts(tonightTexts);
  if (failures.length === 0)
    return html`<section><h2>${texts.failures}</h2><p class="nothing">${texts.noFailures}</p></section>`;
  const rows = failures.map(([name, count]): Piece[] => [
    html`${reasonWord(exchange, name)} <small>${name}</small>`,
    String(count),
  ]);
  const head = [{ title: texts.failures }, { title: texts.count, isNumber: true }];
  return html`<section><h2>${texts.failures}</h2>${table(head, rows, { caption: texts.failures })}</section>`;
}

async function hostTable(exchange: Exchange, { run }: RunFigures): Promise<Html> {
  const texts = exchange.texts(tonightTexts);
  const lines = await newestLines(exchange, run.id);
  const hosts = hostActivity(lines).slice(0, hostsShown);
  if (hosts.length === 0)
    return html`<section><h2>${texts.hosts}</h2><p class="nothing">${texts.noHosts}</p></section>`;
  const { hostColumns: columns } = texts;
  const rows = hosts.map(({ host, requests, pause, failed, last }): Piece[] => [
    html`<code>${excerpt(host, 60)}</code>`,
    String(requests),
    figure(pause, 2),
    String(failed),
    timeText(exchange, last).slice(11, 16),
  ]);
  const head = [
    { title: columns.host },
    { title: columns.requests, isNumber: true },
    { title: columns.pause, isNumber: true },
    { title: columns.failed, isNumber: true },
    { title: columns.last, isNumber: true },
  ];
  return html`<section><h2>${texts.hosts}</h2>${table(head, rows, { caption: texts.hostsCaption })}</section>`;
}

async function newestLines({ console }: Exchange, run: string): Promise<Awaited<ReturnType<typeof runLines>>['lines']> {
  try {
    return (await runLines(await logPlace(console.data), run, { level: 'debug' }, { most: linesRead })).lines;
  } catch (error) {
    // A run that has just begun, or an old one, has no log.
    if (error instanceof UsageError) return [];
    throw error;
  }
}
