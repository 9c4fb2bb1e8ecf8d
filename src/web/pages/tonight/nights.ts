import type { RunFigures } from '../../../application/console/nights.ts';
import type { Exchange } from '../../exchange.ts';
import { type Html, html, type Piece } from '../../markup.ts';
import { tonightTexts } from '../../messages/tonight.ts';
import { table } from '../../parts/table.ts';
import { dash, dayText, figure } from '../../parts/words.ts';
import { gateText } from '../runs/list.ts';

const [height, step] = [60, 12];

/** One small picture: a column a night, of one or more stacked parts. */
function multiple(
  nights: readonly RunFigures[],
  title: string,
  partsOf: (night: RunFigures) => readonly (readonly [style: string, value: number])[],
): Html {
  const sums = nights.map((night) => partsOf(night).reduce((sum, [, value]) => sum + value, 0));
  const most = Math.max(1e-9, ...sums);
  const drawn = nights.map((night, index) => {
    let y = height;
    return partsOf(night).map(([style, value]) => {
      const high = (value / most) * height;
      y -= high;
      return html`<rect class="${style}" x="${index * step + 1}" y="${y.toFixed(1)}" width="${step - 2}" height="${high.toFixed(1)}"/>`;
    });
  });
  const wide = Math.max(step * 14, nights.length * step);
  return html`<figure class="multiple"><figcaption>${title}</figcaption><svg viewBox="0 0 ${wide} ${height}" width="${wide}" height="${height}" role="img" aria-label="${title}"><path class="axis" d="M0 ${height - 0.5}H${wide}"/>${drawn}</svg></figure>`;
}

/** Earlier nights as small multiples, and as a table for those who do not see them. */
export function earlierNights(exchange: Exchange, newestFirst: readonly RunFigures[]): Html {
  const texts = exchange.texts(tonightTexts);
  if (newestFirst.length === 0) return html``;
  const nights = [...newestFirst].reverse();
  const failed = ({ failures }: RunFigures): number => failures.reduce((sum, [, count]) => sum + count, 0);
  const { multiples, tableColumns: columns } = texts;
  const rows = newestFirst.map((night): Piece[] => [
    html`<a href="/runs/${night.run.id}">${dayText(exchange, night.run.started)}</a> <small>${night.run.id}</small>`,
    `${night.completed}/${night.planned}`,
    String(night.states.present),
    String(night.states.absent),
    String(night.states.unknown),
    String(failed(night)),
    night.seconds === null ? dash : figure(night.seconds / 60, 1),
    gateText(exchange, night),
  ]);
  const numbers = [columns.visits, columns.present, columns.absent, columns.unknown, columns.failures, columns.minutes];
  const head = [
    { title: columns.run },
    ...numbers.map((title) => ({ title, isNumber: true })),
    { title: columns.gate },
  ];
  return html`<section><h2>${texts.earlier}</h2><p class="soft">${texts.earlierCaption}</p>
<div class="multiples">
${multiple(nights, multiples.states, ({ states }) => [
  ['present', states.present],
  ['absent', states.absent],
  ['unknown', states.unknown],
])}
${multiple(nights, multiples.failures, (night) => [['fill-bad', failed(night)]])}
${multiple(nights, multiples.seconds, ({ seconds }) => [['bar', (seconds ?? 0) / 60]])}
${multiple(nights, multiples.pages, ({ pages }) => [['bar', pages]])}
</div>
${table(head, rows, { caption: texts.table })}</section>`;
}
