import type { PublishedScore } from '../../../application/console/edition-scores.ts';
import type { GovernmentNight } from '../../../application/console/nights.ts';
import type { NodeRow } from '../../../application/explain.ts';
import type { FindingState } from '../../../model/finding.ts';
import type { Exchange } from '../../exchange.ts';
import { type Html, html, type Piece } from '../../markup.ts';
import { governmentTexts } from '../../messages/government.ts';
import { table } from '../../parts/table.ts';
import { dash, dayText, figure } from '../../parts/words.ts';

/** A sign for each state; the word stands beside it for screen readers. */
const signs: Readonly<Record<FindingState, string>> = {
  present: '●',
  absent: '○',
  unknown: '?',
  'not-applicable': '–',
};

/** What earlier visits found, leaf by leaf. */
export function timeline(exchange: Exchange, nights: readonly GovernmentNight[], rows: readonly NodeRow[]): Html {
  const texts = exchange.texts(governmentTexts);
  if (nights.length === 0) return html`<p class="nothing">${texts.noNights}</p>`;
  const leaves = rows.filter(({ node }) => node.leaf !== null);
  const found = nights.map(({ findings }) => new Map(findings.map((finding) => [finding.probe, finding.state])));
  const head = [
    { title: texts.columns.indicator },
    ...nights.map(({ run, visited }) => ({
      title: html`<a href="/runs/${run.id}">${dayText(exchange, visited).slice(5)}</a>`,
    })),
  ];
  const cells = leaves.map(({ number, node }): Piece[] => [
    `${number} ${exchange.names.indicator(node)}`,
    ...found.map((states) => signOf(exchange, states.get(node.leaf?.finding ?? ''))),
  ]);
  return table(head, cells, { caption: texts.nightsCaption });
}

function signOf({ words }: Exchange, state: FindingState | undefined): Piece {
  if (state === undefined) return dash;
  return html`<span class="sign ${state}" title="${words.states[state]}"><span aria-hidden="true">${signs[state]}</span><span class="hidden">${words.states[state]}</span></span>`;
}

/** What editions published, beside what would be published now. */
export function editionTable(exchange: Exchange, published: readonly PublishedScore[]): Html {
  const texts = exchange.texts(governmentTexts);
  if (published.length === 0) return html`<p class="nothing">${texts.noEditions}</p>`;
  const { editionColumns: columns } = texts;
  const head = [
    { title: columns.edition },
    { title: columns.year, isNumber: true },
    { title: columns.rank, isNumber: true },
    { title: columns.score, isNumber: true },
    { title: columns.level },
  ];
  const rows = published.map(({ edition, rank, score, level }): Piece[] => [
    html`<a href="/editions/${edition.name}">${edition.name}</a>`,
    edition.year === null ? dash : String(edition.year),
    rank === null ? dash : String(rank),
    figure(score),
    level ?? dash,
  ]);
  return table(head, rows, { caption: texts.editions });
}
