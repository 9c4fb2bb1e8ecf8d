import { z } from 'zod';
import {
  type RankingEntry,
  type RankingView,
  rankingView,
  selectionTable,
} from '../../../application/console/ranking.ts';
import type { Snapshot } from '../../../application/console/snapshots.ts';
import { columnName } from '../../../report/column-names.ts';
import { toCsv } from '../../../report/csv.ts';
import { bannerOf, titleOf } from '../../../report/nature.ts';
import { bandText, percent } from '../../../report/text.ts';
import { download } from '../../download.ts';
import type { Exchange } from '../../exchange.ts';
import { type Html, html, type Piece } from '../../markup.ts';
import { rankingTexts } from '../../messages/ranking.ts';
import { intervalPicture } from '../../parts/interval.ts';
import { pager, sliceOf } from '../../parts/pager.ts';
import { snapshotOf, stateFields, stateLine, stateQuery } from '../../parts/state-choice.ts';
import { type Column, table } from '../../parts/table.ts';
import { dash, figure, shareText } from '../../parts/words.ts';
import { get, type Page } from '../../route.ts';
import { filterForm, rankingFilterSchema } from './filter.ts';
import { tileMap } from './map.ts';

const pageSize = 100;
/** Governments without a rank that are listed with their reasons; the filter shows all. */
const unrankedShown = 40;
const querySchema = rankingFilterSchema.extend({
  ...stateFields,
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

async function showRanking(exchange: Exchange): Promise<Page> {
  const texts = exchange.texts(rankingTexts);
  const query = exchange.query(querySchema);
  const snapshot = await snapshotOf(exchange);
  const view = rankingView(snapshot, exchange.console.pack, query);
  const slice = sliceOf(view.entries, query.page, pageSize);
  return {
    title: texts.title,
    body: html`${stateLine(exchange, snapshot)}
${filterForm(exchange, snapshot, query)}
${notes(exchange, view)}
${view.entries.length === 0 ? html`<p class="nothing">${texts.none}</p>` : rankingTable(exchange, snapshot, view, slice.items)}
${pager(exchange, slice)}
${exportLinks(exchange)}
${unrankedTable(exchange, snapshot, view)}
${tileMap(exchange, snapshot)}`,
  };
}

function notes(exchange: Exchange, { bands, isSimulated }: RankingView): Html {
  const texts = exchange.texts(rankingTexts);
  const simulating =
    isSimulated || !exchange.console.simulates ? null : html`<p class="notice">${texts.simulating}</p>`;
  const banded =
    bands === null ? null : html`<p class="notice">${texts.bandsNote(percent(bands.flagged / bands.placed, 0))}</p>`;
  return html`${simulating}${banded}`;
}

function rankingTable(
  exchange: Exchange,
  { assessed }: Snapshot,
  view: RankingView,
  entries: readonly RankingEntry[],
): Html {
  const texts = exchange.texts(rankingTexts);
  const { columns } = texts;
  const capabilities = assessed.assessment.tree.nodes.filter(({ level, counted }) => level === 'capability' && counted);
  const head: Column[] = [
    { title: columns.rank, isNumber: true },
    { title: columns.name, isName: true },
    { title: columns.interval },
    { title: columns.score, isNumber: true },
    { title: columns.bounds, isNumber: true },
    { title: columns.coverage, isNumber: true },
    { title: columns.tier },
    ...capabilities.map((node): Column => ({ title: exchange.names.indicator(node), isNumber: true })),
  ];
  const caption = texts.caption(String(view.entries.length), String(view.all), String(view.ranked));
  const rows = entries.map((entry): Piece[] => {
    const { government, ranked, total, place, score } = entry;
    const band = bandText(view.bands?.places[government.code]);
    return [
      ranked.rank === null ? dash : String(ranked.rank),
      html`<a href="/governments/${government.code}${stateQuery(exchange)}">${exchange.names.government(government)}</a> <small>${exchange.names.province(government.province)}</small>`,
      intervalOf(exchange, entry, view),
      figure(total.score),
      total.high - total.low < 0.005 ? dash : `${figure(total.low, 1)}–${figure(total.high, 1)}`,
      shareText(total.coverage, 0),
      band ?? place?.level ?? dash,
      ...capabilities.map(({ index }) => figure(score.nodes[index]?.score, 1)),
    ];
  });
  return table(head, rows, { caption, hasRowTitles: false });
}

function intervalOf(
  exchange: Exchange,
  { government, ranked, uncertain }: RankingEntry,
  { ranked: all }: RankingView,
): Piece {
  if (uncertain === null || ranked.rank === null) return dash;
  const { low, high } = uncertain.rank;
  const label = exchange
    .texts(rankingTexts)
    .intervalOf(exchange.names.government(government), String(low), String(high));
  return html`${intervalPicture({ low, high, place: ranked.rank, all }, label)}<small>${low}–${high}</small>`;
}

/** Governments without a rank among those chosen, each with the reason. */
function unrankedTable(exchange: Exchange, { assessed }: Snapshot, { entries }: RankingView): Html {
  const texts = exchange.texts(rankingTexts);
  const without = entries.filter(({ ranked }) => ranked.rank === null);
  if (without.length === 0) return html``;
  const { nodes } = assessed.assessment.tree;
  const rows = without.slice(0, unrankedShown).map(({ government, ranked, total }): Piece[] => {
    const node = nodes.find(({ path }) => path === ranked.withheld?.path);
    const name = node === undefined || node.level === 'total' ? texts.total : exchange.names.indicator(node);
    const reason =
      ranked.withheld === null
        ? texts.noScore
        : texts.withheld(name, shareText(ranked.withheld.coverage), shareText(ranked.withheld.minimum, 0));
    return [
      html`<a href="/governments/${government.code}${stateQuery(exchange)}">${exchange.names.government(government)}</a>`,
      exchange.names.province(government.province),
      shareText(total.coverage),
      `${figure(total.low, 1)}–${figure(total.high, 1)}`,
      reason,
    ];
  });
  const { columns } = texts;
  const head = [
    { title: columns.name },
    { title: texts.province },
    { title: columns.coverage, isNumber: true },
    { title: columns.bounds, isNumber: true },
    { title: texts.reason, isText: true },
  ];
  const more = without.length - unrankedShown;
  const rest =
    more > 0
      ? html`<p class="soft">${texts.more(String(more))} <a href="${exchange.withQuery({ place: 'unranked', page: null })}">${texts.places.unranked}</a></p>`
      : null;
  return html`<section><h2>${texts.unranked}</h2>${table(head, rows, { caption: texts.unrankedCaption })}${rest}</section>`;
}

function exportLinks(exchange: Exchange): Html {
  const texts = exchange.texts(rankingTexts);
  const { search } = exchange.url;
  return html`<p class="actions">${texts.export}: <a class="button" href="/ranking.csv${search}">${texts.csv}</a> <a class="button" href="/ranking.xlsx${search}">${texts.xlsx}</a></p>`;
}

async function rankingCsv(exchange: Exchange): Promise<Response> {
  const snapshot = await snapshotOf(exchange);
  const view = rankingView(snapshot, exchange.console.pack, exchange.query(querySchema));
  return download(toCsv(selectionTable(snapshot, view)), 'ranking.csv', 'text/csv; charset=utf-8');
}

async function rankingWorkbook(exchange: Exchange): Promise<Response> {
  const { words } = exchange;
  const snapshot = await snapshotOf(exchange);
  const selection = selectionTable(snapshot, rankingView(snapshot, exchange.console.pack, exchange.query(querySchema)));
  const { title, run, nature, assessment } = snapshot.assessed;
  const names = selection.head.map((code) => columnName('ranking', code, assessment.tree.nodes, words));
  const name = exchange.texts(rankingTexts).sheet;
  const about = { title: titleOf(title, nature, words), moment: run.started, banner: bannerOf(nature, words) };
  const key = JSON.stringify([snapshot.stamp, snapshot.drawn() === null, exchange.language, exchange.url.search]);
  const bytes = await exchange.console.workbooks.of(key, () => [[{ name, table: selection, names }], about]);
  return download(bytes, 'ranking.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
}

export const rankingPages = [
  get('/ranking', 'reader', 'ranking', showRanking),
  get('/ranking.csv', 'reader', null, rankingCsv),
  get('/ranking.xlsx', 'reader', null, rankingWorkbook),
];
