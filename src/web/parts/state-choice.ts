import { z } from 'zod';
import type { Snapshot } from '../../application/console/snapshots.ts';
import type { StateChoice } from '../../application/state.ts';
import { inZone } from '../../model/time.ts';
import type { Exchange } from '../exchange.ts';
import { type Html, html } from '../markup.ts';
import { partTexts } from '../messages/parts.ts';
import { dayText, timeText } from './words.ts';

/** Parameters that name the state a page shows; neither: what is known now. */
export const stateFields = {
  run: z.string().max(200).optional(),
  edition: z.string().max(200).optional(),
};

const choiceSchema = z.object(stateFields);

/** The state that the address of a page names. */
export function choiceOf(exchange: Exchange): StateChoice {
  const { run, edition } = exchange.query(choiceSchema);
  return { ...(run === undefined ? {} : { run }), ...(edition === undefined ? {} : { edition }) };
}

/** The snapshot that a page shows; a simulation of its ranks begins beside it. */
export async function snapshotOf(exchange: Exchange, choice: StateChoice = choiceOf(exchange)): Promise<Snapshot> {
  const { data, snapshots, simulates, log } = exchange.console;
  const snapshot = await data.read((store) => snapshots.of(store, choice));
  // A state that changes with every visit would be simulated again and again.
  if (simulates && snapshot.drawn() === null && !snapshot.isUnderWay && !snapshot.isBehind)
    snapshot.draw().catch((error: unknown) => log({ event: 'simulation-failed', error: String(error) }));
  return snapshot;
}

/** Which state a page shows, and the way to another. */
export function stateLine(exchange: Exchange, snapshot: Snapshot): Html {
  const texts = exchange.texts(partTexts);
  const { edition, run } = snapshot.assessed;
  if (edition !== null) {
    const shown = texts.ofEdition(edition.name, dayText(exchange, edition.frozen));
    return html`<p class="soft"><a href="/editions/${edition.name}">${shown}</a> · <a href="${exchange.withQuery({ edition: null })}">${texts.toNow}</a></p>`;
  }
  const isNow = choiceOf(exchange).run === undefined;
  const shown = isNow
    ? texts.asKnown(timeText(exchange, run.started))
    : texts.ofRun(run.id, timeText(exchange, run.started));
  const back = isNow ? null : html` · <a href="${exchange.withQuery({ run: null })}">${texts.toNow}</a>`;
  return html`<p class="soft"><a href="/runs/${run.id}">${shown}</a>${back} · <a href="/editions">${texts.toEdition}</a></p>${behindNote(exchange, snapshot)}`;
}

/** As of when a page is that shows an earlier result while the newer one is being made. */
export function behindNote(exchange: Exchange, { isBehind, made }: Pick<Snapshot, 'isBehind' | 'made'>): Html | null {
  if (!isBehind) return null;
  const asOf = inZone(made, exchange.console.pack.meta['time-zone'], 'seconds');
  return html`<p class="notice" role="status">${exchange.texts(partTexts).behind(asOf)}</p>`;
}

/** The query that keeps the chosen state on a link to another page; empty for what is known now. */
export function stateQuery(exchange: Exchange, more: Readonly<Record<string, string>> = {}): string {
  const { run, edition } = choiceOf(exchange);
  const query = new URLSearchParams({
    ...(run === undefined ? {} : { run }),
    ...(edition === undefined ? {} : { edition }),
    ...more,
  }).toString();
  return query === '' ? '' : `?${query}`;
}

/** The chosen state as a part of a path: `now`, `edition-2023`, `run-20261101`. */
export function stateName(exchange: Exchange): string {
  const { run, edition } = choiceOf(exchange);
  if (edition !== undefined) return `edition-${encodeURIComponent(edition)}`;
  return run === undefined ? 'now' : `run-${encodeURIComponent(run)}`;
}
