import type { Snapshot } from '../../../application/console/snapshots.ts';
import type { NodeRow } from '../../../application/explain.ts';
import type { Government } from '../../../model/government.ts';
import type { Exchange } from '../../exchange.ts';
import { type Html, html, type Piece } from '../../markup.ts';
import { governmentTexts } from '../../messages/government.ts';
import { stateQuery } from '../../parts/state-choice.ts';
import { type Column, table } from '../../parts/table.ts';
import { claimLine, dash, figure, shareText } from '../../parts/words.ts';

/** The tree of a government beside the means of its group: points got and points possible on every node. */
export function treeTable(
  exchange: Exchange,
  snapshot: Snapshot,
  government: Government,
  rows: readonly NodeRow[],
): Html {
  const texts = exchange.texts(governmentTexts);
  const { columns } = texts;
  const group = exchange.names.group(government.group, exchange.console.pack.meta.groups);
  const means = snapshot.facts().description.groups.divisions.find(({ id }) => id === government.group)?.nodes;
  const head: Column[] = [
    { title: columns.indicator },
    { title: columns.full, isNumber: true },
    { title: columns.got, isNumber: true },
    { title: columns.possible, isNumber: true },
    { title: columns.rate, isNumber: true },
    { title: columns.groupRate, isNumber: true },
    { title: columns.finding },
  ];
  const cells = rows.map((row): Piece[] => {
    const { node, score, finding } = row;
    return [
      nameCell(exchange, government, row),
      figure(node.full),
      figure(score.score),
      score.high - score.low < 0.005 ? dash : figure(score.high),
      shareText(score.rate),
      shareText(means?.[node.index]?.rate),
      finding === null ? '' : claimLine(exchange, finding),
    ];
  });
  const note = means?.[0]?.concluded === true ? null : html`<p class="soft">${texts.noMeans}</p>`;
  const list = table(head, cells, {
    caption: texts.treeCaption(group),
    rowClass: (index) => `level-${rows[index]?.node.level ?? 'leaf'}`,
  });
  return html`${note}${list}`;
}

function nameCell(exchange: Exchange, { code }: Government, { number, node }: NodeRow): Html {
  const name = node.level === 'total' ? exchange.texts(governmentTexts).total : exchange.names.indicator(node);
  const shown = number === '' ? name : `${number} ${name}`;
  const mark =
    node.level === 'capability' && !node.counted
      ? html` <small>${exchange.texts(governmentTexts).observed}</small>`
      : null;
  if (node.leaf === null) return html`${shown}${mark}`;
  return html`<a href="/governments/${code}/${node.leaf.id}${stateQuery(exchange)}">${shown}</a>`;
}
