import { nightsOf } from '../../../application/console/nights.ts';
import { explainOpened } from '../../../application/explain.ts';
import type { Exchange } from '../../exchange.ts';
import { html } from '../../markup.ts';
import { governmentTexts } from '../../messages/government.ts';
import { rankingTexts } from '../../messages/ranking.ts';
import { snapshotOf, stateLine, stateName, stateQuery } from '../../parts/state-choice.ts';
import type { Page } from '../../route.ts';
import { governmentOf } from './government-of.ts';
import { probeForm } from './probe.ts';
import { siteList, standingFacts } from './standing.ts';
import { editionTable, timeline } from './timeline.ts';
import { treeTable } from './tree.ts';

/** Visits that the timeline shows. */
const nightsShown = 14;

export async function showGovernment(exchange: Exchange): Promise<Page> {
  const texts = exchange.texts(governmentTexts);
  const { names } = exchange;
  const { data, pack, now, editions, simulates } = exchange.console;
  const snapshot = await snapshotOf(exchange);
  const government = governmentOf(snapshot, exchange.part('code'));
  const { code } = government;
  const drawn = snapshot.drawn()?.uncertainty ?? null;
  const explanation = await explainOpened(pack, { ...snapshot, drawn }, { government: code });
  const nights = await data.read((store) => nightsOf(store, code, nightsShown, now()));
  const published = await data.read((store) => editions.of(store, code));
  const query = stateQuery(exchange);
  return {
    title: names.government(government),
    body: html`<p class="lead">${government.code} · ${names.province(government.province)} · ${names.group(government.group, pack.meta.groups)}</p>
${stateLine(exchange, snapshot)}
<section><h2>${texts.standing}</h2>${drawn === null && simulates ? html`<p class="notice">${exchange.texts(rankingTexts).simulating}</p>` : null}${standingFacts(exchange, explanation)}</section>
<section><h2>${texts.tree}</h2>${treeTable(exchange, snapshot, government, explanation.rows)}</section>
<section><h2>${texts.nights}</h2>${timeline(exchange, nights, explanation.rows)}</section>
<section><h2>${texts.editions}</h2>${editionTable(exchange, published)}</section>
<section><h2>${texts.sites}</h2>${siteList(exchange, explanation)}</section>
<section><h2>${texts.files}</h2><p class="actions"><a class="button" href="/bulletin/${stateName(exchange)}/cities/${code}.html">${texts.sheet}</a>
<a class="button" href="/governments/${code}/appeal.zip${query}">${texts.appeal}</a>
<a class="button" href="/logs?government=${code}">${texts.log}</a></p></section>
${probeForm(exchange, government)}`,
  };
}
