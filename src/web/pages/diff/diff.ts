import { z } from 'zod';
import type { PlainDiff } from '../../../application/console/desk/plain-diff.ts';
import { listedEditions } from '../../../application/console/editions.ts';
import { runIds } from '../../../application/console/run-pages.ts';
import type { Finding } from '../../../model/finding.ts';
import { wordFor } from '../../../report/messages.ts';
import { describeValue } from '../../../report/values/describe.ts';
import type { Exchange } from '../../exchange.ts';
import { choiceField, textField } from '../../forms.ts';
import { type Html, html, type Piece, siteText } from '../../markup.ts';
import { diffTexts } from '../../messages/diff.ts';
import { pager, sliceOf } from '../../parts/pager.ts';
import { behindNote } from '../../parts/state-choice.ts';
import { table } from '../../parts/table.ts';
import { claimLine, dash, figure } from '../../parts/words.ts';
import { get, type Page } from '../../route.ts';

const pageSize = 100;
/** Runs that the form offers, and scores that are listed. */
const [runsOffered, scoresShown] = [100, 50];

const text = z.string().max(200).optional();
const querySchema = z.object({
  before: text,
  after: text,
  probe: text,
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
type DiffQuery = z.infer<typeof querySchema>;

/** Two runs or two editions beside each other, and why findings differ. */
async function showDiff(exchange: Exchange): Promise<Page> {
  const texts = exchange.texts(diffTexts);
  const query = exchange.query(querySchema);
  const { before, after, probe } = query;
  const form = await choiceForm(exchange, query);
  if (before === undefined || after === undefined)
    return { title: texts.title, body: html`${form}<p class="nothing">${texts.choose}</p>` };
  const { data, comparisons } = exchange.console;
  const shown = await data.read((store) => comparisons.of(store, { before, after, probe }));
  const diff = shown.value;
  return {
    title: texts.title,
    body: html`${form}${behindNote(exchange, shown)}${summary(exchange, diff)}${changeTable(exchange, diff, query.page)}${scoreTable(exchange, diff)}`,
  };
}

async function choiceForm(exchange: Exchange, { before, after, probe }: DiffQuery): Promise<Html> {
  const texts = exchange.texts(diffTexts);
  const { data } = exchange.console;
  const editions = (await data.read(listedEditions)).map(({ edition }) => edition.name);
  const names = [...editions, ...(await data.read(runIds)).slice(0, runsOffered)];
  const offered = (chosen: string | undefined) =>
    ['', ...(chosen === undefined || names.includes(chosen) ? names : [chosen, ...names])].map(
      (name) => [name, name] as const,
    );
  return html`<form class="filters" method="get" action="/diff">
${choiceField('before', texts.before, before ?? '', offered(before))}
${choiceField('after', texts.after, after ?? '', offered(after))}
${textField('probe', texts.probe, probe ?? '', { max: 60 })}
<button class="main">${texts.compare}</button></form>`;
}

function summary(exchange: Exchange, { comparison, before, after }: PlainDiff): Html {
  const texts = exchange.texts(diffTexts);
  const { changes, same, onlyBefore, onlyAfter } = comparison;
  const counts = new Map<string, number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts].map(([kind, count]) => html`<li>${wordFor(texts.kinds, kind)} ${count}</li>`);
  const only = (side: string, codes: readonly string[]): Html | null =>
    codes.length === 0 ? null : html`<p>${texts.only(side, String(codes.length))}</p>`;
  return html`<p class="lead">${texts.sum(String(changes.length), String(same))}</p>
${kinds.length === 0 ? null : html`<ul>${kinds}</ul>`}${only(before.name, onlyBefore)}${only(after.name, onlyAfter)}`;
}

function changeTable(exchange: Exchange, { comparison, governments }: PlainDiff, page: number): Html {
  const texts = exchange.texts(diffTexts);
  const { changes } = comparison;
  if (changes.length === 0) return html`<p class="nothing">${texts.none}</p>`;
  const slice = sliceOf(changes, page, pageSize);
  const claim = (finding: Finding | undefined): Piece => {
    if (finding === undefined) return dash;
    const measured = describeValue(finding.probe, finding.value, exchange.words);
    return html`${claimLine(exchange, finding)}${measured === null ? null : html`<br><small>${siteText(measured)}</small>`}`;
  };
  const rows = slice.items.map((change): Piece[] => [
    html`<a href="/governments/${change.government}">${exchange.nameIn(governments, change.government)}</a>`,
    html`<code>${change.probe}</code>`,
    wordFor(texts.kinds, change.kind),
    claim(change.before?.finding),
    claim(change.after?.finding),
    change.causes.map((cause) => wordFor(texts.causes, cause)).join(exchange.words.listMark) || texts.unexplained,
  ]);
  const { columns } = texts;
  const head = [columns.government, columns.probe, columns.kind, columns.before, columns.after, columns.cause];
  return html`<section><h2>${texts.changes}</h2>${table(
    head.map((title) => ({ title })),
    rows,
    { caption: texts.changesCaption },
  )}${pager(exchange, slice)}</section>`;
}

function scoreTable(exchange: Exchange, { editions, governments }: PlainDiff): Html {
  if (editions === null) return html``;
  const texts = exchange.texts(diffTexts);
  const moved = [...editions.scores].sort(
    (a, b) => Math.abs(b.score.difference ?? 0) - Math.abs(a.score.difference ?? 0),
  );
  const rows = moved
    .slice(0, scoresShown)
    .map(({ government, score, rank }): Piece[] => [
      html`<a href="/governments/${government}">${exchange.nameIn(governments, government)}</a>`,
      `${figure(score.before)} → ${figure(score.after)}`,
      `${rank.before ?? dash} → ${rank.after ?? dash}`,
    ]);
  const { scoreColumns: columns } = texts;
  const head = [
    { title: columns.government },
    { title: columns.score, isNumber: true },
    { title: columns.rank, isNumber: true },
  ];
  return html`<section><h2>${texts.scores}</h2>${table(head, rows, { caption: texts.scoresCaption(String(editions.compared)) })}</section>`;
}

export const diffPages = [get('/diff', 'reader', 'diff', showDiff)];
