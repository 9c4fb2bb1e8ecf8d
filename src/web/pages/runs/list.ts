import { z } from 'zod';
import { runPage } from '../../../application/console/run-pages.ts';
import type { RunEntry } from '../../../application/runs.ts';
import { excerpt } from '../../../report/text.ts';
import type { Exchange } from '../../exchange.ts';
import { type Html, html, type Piece } from '../../markup.ts';
import { runTexts } from '../../messages/runs.ts';
import { pager } from '../../parts/pager.ts';
import { table } from '../../parts/table.ts';
import { dash, figure, timeText } from '../../parts/words.ts';
import type { Page } from '../../route.ts';

const pageSize = 60;
const querySchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) });

/** Every run of the data folder. */
export async function showRuns(exchange: Exchange): Promise<Page> {
  const texts = exchange.texts(runTexts);
  const { data } = exchange.console;
  const { page } = exchange.query(querySchema);
  const slice = await data.read((store) => runPage(store, page, pageSize));
  const { columns } = texts;
  const head = [
    { title: columns.run },
    { title: columns.kind, isName: true },
    { title: columns.started },
    { title: columns.lasted, isNumber: true },
    { title: columns.visits, isNumber: true },
    { title: columns.gate },
    { title: columns.shown },
    { title: columns.used },
  ];
  const rows = slice.items.map((entry) => rowOf(exchange, entry));
  const body =
    rows.length === 0 ? html`<p class="nothing">${texts.noRuns}</p>` : table(head, rows, { caption: texts.caption });
  return {
    title: texts.title,
    body: html`${body}${pager(exchange, slice)}<p><a href="/logs">${texts.logTitle}</a></p>`,
  };
}

function rowOf(exchange: Exchange, entry: RunEntry): Piece[] {
  const texts = exchange.texts(runTexts);
  const { run, planned, completed, shown, editions, reviews } = entry;
  return [
    html`<a href="/runs/${run.id}">${run.id}</a>`,
    exchange.words.origin.kinds[run.kind],
    html`<span class="nowrap">${timeText(exchange, run.started)}</span>`,
    lasted(exchange, entry),
    `${completed}/${planned}`,
    gateText(exchange, entry),
    shown === null ? dash : texts[shown],
    editions.length === 0 && reviews === 0 ? dash : texts.usedBy(editions.join(', ') || '0', String(reviews)),
  ];
}

function lasted(exchange: Exchange, { run, underWay }: RunEntry): Piece {
  const texts = exchange.texts(runTexts);
  if (underWay) return texts.underWay;
  if (run.finished === null)
    return run.failure ? html`<span class="bad">${texts.failed(excerpt(run.failure, 80))}</span>` : texts.unfinished;
  return texts.minutes(figure((Date.parse(run.finished) - Date.parse(run.started)) / 60_000, 1));
}

export function gateText(exchange: Exchange, { verdict }: Pick<RunEntry, 'verdict'>): Html {
  const texts = exchange.texts(runTexts);
  if (verdict === null) return html`${texts.notAsked}`;
  return verdict.passed
    ? html`<span class="good">${texts.passed}</span>`
    : html`<span class="bad">${texts.refused}</span>`;
}
