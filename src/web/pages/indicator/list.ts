import { leafCounts } from '../../../application/console/indicators.ts';
import type { Exchange } from '../../exchange.ts';
import { html, type Piece } from '../../markup.ts';
import { indicatorTexts } from '../../messages/indicator.ts';
import { stateBar } from '../../parts/bars.ts';
import { snapshotOf, stateLine, stateQuery } from '../../parts/state-choice.ts';
import { table } from '../../parts/table.ts';
import { figure } from '../../parts/words.ts';
import type { Page } from '../../route.ts';

/** Every leaf of the index with its distribution. */
export async function showIndicators(exchange: Exchange): Promise<Page> {
  const texts = exchange.texts(indicatorTexts);
  const { states: words } = exchange.words;
  const snapshot = await snapshotOf(exchange);
  const { columns } = texts;
  const rows = leafCounts(snapshot).map(({ numbered: { number, node }, states, mean }): Piece[] => {
    const label = `${words.present} ${states.present}, ${words.absent} ${states.absent}, ${words.unknown} ${states.unknown}`;
    return [
      html`<a href="/indicators/${node.id}${stateQuery(exchange)}">${number} ${exchange.names.indicator(node)}</a>${node.counted ? null : html` <small>${texts.outside}</small>`}`,
      figure(node.full),
      figure(mean),
      String(states.present),
      String(states.absent),
      String(states.unknown),
      stateBar(states, label),
    ];
  });
  const head = [
    { title: columns.indicator },
    { title: columns.full, isNumber: true },
    { title: columns.mean, isNumber: true },
    { title: columns.present, isNumber: true },
    { title: columns.absent, isNumber: true },
    { title: columns.unknown, isNumber: true },
    { title: columns.bar },
  ];
  return {
    title: texts.title,
    body: html`${stateLine(exchange, snapshot)}${table(head, rows, { caption: texts.caption })}`,
  };
}
