import { newestEdition } from '../../../application/console/editions.ts';
import {
  changesSince,
  type Holder,
  type IndicatorView,
  indicatorView,
} from '../../../application/console/indicators.ts';
import type { Snapshot } from '../../../application/console/snapshots.ts';
import { findingStates } from '../../../model/finding.ts';
import { decimals, percent } from '../../../report/text.ts';
import { NotFound } from '../../errors.ts';
import type { Exchange } from '../../exchange.ts';
import { type Html, html, type Piece, siteText } from '../../markup.ts';
import { indicatorTexts } from '../../messages/indicator.ts';
import { columnPicture, stateBar } from '../../parts/bars.ts';
import { snapshotOf, stateLine, stateQuery } from '../../parts/state-choice.ts';
import { facts, table } from '../../parts/table.ts';
import { figure, shareText, stateWord } from '../../parts/words.ts';
import { get, type Page } from '../../route.ts';
import { definition } from './definition.ts';
import { showIndicators } from './list.ts';

/** Products that are listed; the rest is a number. */
const productsShown = 30;
/** Changed governments that are listed. */
const changesShown = 100;

async function showIndicator(exchange: Exchange): Promise<Page> {
  const { pack } = exchange.console;
  const snapshot = await snapshotOf(exchange);
  const view = indicatorView(snapshot, pack, exchange.part('id'));
  if (view === null) throw new NotFound('indicator');
  const { numbered, leaf } = view;
  return {
    title: `${numbered.number} ${exchange.names.indicator(numbered.node)}`,
    body: html`${stateLine(exchange, snapshot)}
${distribution(exchange, view)}
${definition(exchange, view)}
${lists(exchange, view)}
${accuracy(exchange, view)}
${products(exchange, view)}
${await changes(exchange, snapshot, leaf.finding, leaf.id)}`,
  };
}

function distribution(exchange: Exchange, { statistics, tenths, holders, groups }: IndicatorView): Html {
  const texts = exchange.texts(indicatorTexts);
  const { states: words } = exchange.words;
  const columns = tenths.map((value, index) => {
    const [from, to] = [decimals(index / 10, 1), decimals((index + 1) / 10, 1)];
    return index === 10
      ? { value, name: '1', label: texts.full(String(value)) }
      : { value, name: from, label: texts.tenth(from, to, String(value)) };
  });
  const rows = groups.map(({ group, states }): Piece[] => [
    exchange.names.group(group, exchange.console.pack.meta.groups),
    String(states.present),
    String(states.absent),
    String(states.unknown),
    stateBar(
      states,
      `${words.present} ${states.present}, ${words.absent} ${states.absent}, ${words.unknown} ${states.unknown}`,
    ),
  ]);
  const head = [
    { title: texts.group },
    { title: words.present, isNumber: true },
    { title: words.absent, isNumber: true },
    { title: words.unknown, isNumber: true },
    { title: texts.columns.bar },
  ];
  const mean = [
    [texts.mean, shareText(statistics?.rate)],
    [texts.deviation, figure(statistics?.score.population)],
    [texts.open, String(holders.unknown.length)],
  ] as const;
  return html`<section><h2>${texts.distribution}</h2><div class="columns"><figure>${columnPicture(columns, texts.distributionCaption)}<figcaption>${texts.distributionCaption}</figcaption></figure><div>${facts(mean)}${table(head, rows, { caption: texts.groups })}</div></div></section>`;
}

/** Who has it and who has not: the list behind every percentage. */
function lists(exchange: Exchange, { holders, leaf }: IndicatorView): Html {
  const texts = exchange.texts(indicatorTexts);
  const { states: words } = exchange.words;
  const query = stateQuery(exchange);
  const entry = ({ government, point }: Holder): Html =>
    html`<li><a href="/governments/${government.code}/${leaf.id}${query}">${exchange.names.government(government)}</a>${point.point === null || point.point === 0 || point.point === 1 ? null : html` <small>${figure(point.point)}</small>`}</li>`;
  const blocks = findingStates.flatMap((state) => {
    const own = holders[state];
    if (own.length === 0) return [];
    return [
      html`<details${state === 'absent' ? html` open` : null}><summary>${texts.list(words[state], String(own.length))}</summary><ul class="names">${own.map(entry)}</ul></details>`,
    ];
  });
  return html`<section><h2>${texts.who}</h2>${blocks}</section>`;
}

function accuracy(exchange: Exchange, { accuracy: measured }: IndicatorView): Html {
  const texts = exchange.texts(indicatorTexts);
  if (measured.length === 0)
    return html`<section><h2>${texts.accuracy}</h2><p class="nothing">${texts.noAccuracy}</p></section>`;
  const { accuracyColumns: columns } = texts;
  const rows = measured.map(({ state, right, n, interval: [low, high] }): Piece[] => [
    stateWord(exchange, state),
    `${right}/${n}`,
    percent(right / n, 1),
    `${percent(low, 1)}–${percent(high, 1)}`,
  ]);
  const head = [
    { title: columns.state },
    { title: columns.right, isNumber: true },
    { title: columns.share, isNumber: true },
    { title: columns.interval, isNumber: true },
  ];
  return html`<section><h2>${texts.accuracy}</h2>${table(head, rows, { caption: texts.accuracyCaption })}</section>`;
}

function products(exchange: Exchange, { products: all }: IndicatorView): Html {
  const texts = exchange.texts(indicatorTexts);
  const shared = all.filter(({ governments }) => governments > 1);
  if (shared.length === 0) return html``;
  const { productColumns: columns } = texts;
  const { states: words } = exchange.words;
  const rows = shared
    .slice(0, productsShown)
    .map(({ product, states, governments, reviewed, overruled }): Piece[] => [
      siteText(product),
      String(governments),
      String(states.present),
      String(states.absent),
      String(states.unknown),
      String(reviewed),
      String(overruled),
    ]);
  const numbers = [
    columns.governments,
    words.present,
    words.absent,
    words.unknown,
    columns.reviewed,
    columns.overruled,
  ];
  const head = [{ title: columns.product, isText: true }, ...numbers.map((title) => ({ title, isNumber: true }))];
  const rest = shared.length - productsShown;
  return html`<section><h2>${texts.products}</h2><p class="soft">${texts.productsNote}</p>${table(head, rows, { caption: texts.products })}${rest > 0 ? html`<p class="soft">${texts.more(String(rest))}</p>` : null}</section>`;
}

async function changes(exchange: Exchange, now: Snapshot, probe: string, leaf: string): Promise<Html> {
  const texts = exchange.texts(indicatorTexts);
  const name = await exchange.console.data.read(newestEdition);
  if (name === null) return html`<section><h2>${texts.changes}</h2><p class="nothing">${texts.noEdition}</p></section>`;
  const changed = changesSince(await snapshotOf(exchange, { edition: name }), now, probe);
  if (changed.length === 0)
    return html`<section><h2>${texts.changes}</h2><p class="nothing">${texts.noChanges}</p></section>`;
  const { changeColumns: columns } = texts;
  const rows = changed
    .slice(0, changesShown)
    .map(({ government, before, after }): Piece[] => [
      html`<a href="/governments/${government.code}/${leaf}">${exchange.names.government(government)}</a>`,
      stateWord(exchange, before.state),
      stateWord(exchange, after.state),
    ]);
  const head = [{ title: columns.government }, { title: columns.before }, { title: columns.after }];
  const rest = changed.length - changesShown;
  return html`<section><h2>${texts.changes}</h2>${table(head, rows, { caption: texts.changesSince(name) })}${rest > 0 ? html`<p class="soft">${texts.more(String(rest))}</p>` : null}</section>`;
}

export const indicatorPages = [
  get('/indicators', 'reader', 'indicators', showIndicators),
  get('/indicators/:id', 'reader', 'indicators', showIndicator),
];
