import { z } from 'zod';
import { runVisits } from '../../../application/console/run-pages.ts';
import { NotFound } from '../../errors.ts';
import type { Exchange } from '../../exchange.ts';
import { type Html, html, type Piece, siteText } from '../../markup.ts';
import { runTexts } from '../../messages/runs.ts';
import { pager, sliceOf } from '../../parts/pager.ts';
import { facts, table } from '../../parts/table.ts';
import { bytesText, figure, reasonWord, timeText } from '../../parts/words.ts';
import type { Page } from '../../route.ts';
import { gateText } from './list.ts';

const pageSize = 120;
const querySchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) });

/** One run: what it came to, and its visits. */
export async function showRun(exchange: Exchange): Promise<Page> {
  const texts = exchange.texts(runTexts);
  const { desk } = exchange.console;
  const id = exchange.part('run');
  const figures = await desk.ask('night', { id });
  if (figures === null) throw new NotFound('run');
  const { run, verdict, failures } = figures;
  const sums = texts.captureFigures(String(figures.pages), String(figures.requests), bytesText(figures.bytes));
  const rows = failures.map(([name, count]): Piece[] => [
    html`${reasonWord(exchange, name)} <small>${name}</small>`,
    String(count),
  ]);
  return {
    title: texts.one(run.id),
    body: html`<p class="actions"><a class="button" href="/logs?run=${run.id}">${texts.log}</a> <a class="button" href="/ranking?run=${run.id}">${texts.state}</a></p>
<section><h2>${texts.facts}</h2>${facts([
      [texts.columns.kind, exchange.words.origin.kinds[run.kind]],
      [texts.columns.started, timeText(exchange, run.started)],
      [texts.columns.lasted, endText(exchange, figures)],
      [texts.columns.visits, `${figures.completed}/${figures.planned}`],
      [texts.captures, sums],
      [texts.columns.gate, gateText(exchange, figures)],
      ...(verdict === null || verdict.passed
        ? []
        : [
            [
              texts.reasons,
              html`<ul>${verdict.reasons.map((reason) => html`<li>${siteText(reason)}</li>`)}</ul>`,
            ] as const,
          ]),
      [texts.program, run.toolVersion],
      [texts.config, html`<code>${run.configHash.slice(0, 16)}</code>`],
    ])}</section>
${rows.length === 0 ? null : html`<section><h2>${texts.failures}</h2>${table([{ title: texts.failures }, { title: texts.failureCount, isNumber: true }], rows, { caption: texts.failures })}</section>`}
${await visitSection(exchange, id)}`,
  };
}

function endText(
  exchange: Exchange,
  {
    run,
    isUnderWay,
    seconds,
  }: {
    readonly run: { readonly finished: string | null };
    readonly isUnderWay: boolean;
    readonly seconds: number | null;
  },
): string {
  const texts = exchange.texts(runTexts);
  const took = seconds === null ? '' : texts.minutes(figure(seconds / 60, 1));
  if (isUnderWay) return `${texts.underWay} ${took}`;
  return run.finished === null ? `${texts.unfinished} ${took}` : took;
}

async function visitSection(exchange: Exchange, id: string): Promise<Html> {
  const texts = exchange.texts(runTexts);
  const { visits, governments } = await exchange.console.data.read((store) => runVisits(store, id));
  const slice = sliceOf(visits, exchange.query(querySchema).page, pageSize);
  if (visits.length === 0)
    return html`<section><h2>${texts.visits}</h2><p class="nothing">${texts.noVisits}</p></section>`;
  const { visitColumns: columns } = texts;
  const rows = slice.items.map((visit): Piece[] => {
    const { code, started, finished, pages, requests, failures } = visit;
    const failed = Object.entries(failures).map(([name, count]) => `${name} ${count}`);
    return [
      html`<a href="/governments/${code}">${exchange.nameIn(governments, code)}</a>`,
      html`<span class="nowrap">${timeText(exchange, finished)}</span>`,
      figure((Date.parse(finished) - Date.parse(started)) / 1000, 1),
      String(pages),
      String(requests),
      failed.join(', '),
      html`<a href="/logs?run=${id}&amp;government=${code}">${texts.log}</a>`,
    ];
  });
  const head = [
    { title: columns.government },
    { title: columns.finished },
    { title: columns.seconds, isNumber: true },
    { title: columns.pages, isNumber: true },
    { title: columns.requests, isNumber: true },
    { title: columns.failures },
    { title: columns.log },
  ];
  return html`<section><h2>${texts.visits}</h2>${table(head, rows, { caption: texts.visitsCaption })}${pager(exchange, slice)}</section>`;
}
