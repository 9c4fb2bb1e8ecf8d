import { z } from 'zod';
import { addErratum } from '../../../application/corrections.ts';
import { type EditionFigures, verifyEdition } from '../../../application/edition.ts';
import { decimals } from '../../../report/text.ts';
import type { Exchange } from '../../exchange.ts';
import { actionForm, textField } from '../../forms.ts';
import { type Html, html, type Piece, siteText } from '../../markup.ts';
import { editionTexts } from '../../messages/editions.ts';
import { facts, table } from '../../parts/table.ts';
import { dash, dayText, timeText } from '../../parts/words.ts';
import { permits } from '../../roles.ts';
import { type Page, seeOther } from '../../route.ts';

/** One edition in figures, with what was said about it since. */
export async function showEdition(exchange: Exchange): Promise<Page> {
  const name = exchange.part('name');
  const figures = await exchange.console.desk.ask('edition', name);
  return editionPage(exchange, figures, null);
}

function editionPage(exchange: Exchange, figures: EditionFigures, above: Html | null): Page {
  const texts = exchange.texts(editionTexts);
  const { edition, replacedBy, errata } = figures;
  const name = encodeURIComponent(edition.name);
  const notes = errata.map(
    ({ who, when, what }) =>
      html`<li>${siteText(what)} <small>${texts.erratumBy(siteText(who), dayText(exchange, when))}</small></li>`,
  );
  return {
    title: texts.one(edition.name),
    body: html`${above}
${replacedBy === null ? null : html`<p class="notice">${texts.replacedBy(replacedBy.name)}</p>`}
${notes.length === 0 ? null : html`<div class="notice"><ul>${notes}</ul></div>`}
<p class="actions"><a class="button" href="/ranking?edition=${name}">${texts.ranking}</a>
<a class="button" href="/bulletin/edition-${name}/bulletin.html">${texts.bulletin}</a>
<a class="button" href="/diff?after=${name}">${texts.compare}</a></p>
<section><h2>${texts.facts}</h2>${figureFacts(exchange, figures)}</section>
${tierTable(exchange, figures)}
${verifyForm(exchange, name)}
${erratumForm(exchange, name)}`,
  };
}

function figureFacts(exchange: Exchange, figures: EditionFigures): Html {
  const texts = exchange.texts(editionTexts);
  const { edition, tree } = figures;
  return facts([
    [texts.year, edition.year === null ? dash : String(edition.year)],
    [texts.columns.frozen, timeText(exchange, edition.frozen)],
    [texts.note, edition.note === null ? dash : siteText(edition.note)],
    [texts.seal, html`<code>${edition.sha256}</code>`],
    [texts.governments, String(figures.governments)],
    [texts.ranked, String(figures.ranked)],
    [texts.findings, String(figures.findings)],
    [texts.reviewed, String(figures.applied)],
    [texts.reviews, String(figures.reviews)],
    [texts.tree, texts.leaves(tree.title, String(tree.leaves))],
    [texts.runs, html`${edition.runs.map(({ id }) => html`<a href="/runs/${id}">${id}</a> `)}`],
    [texts.program, edition.toolVersion],
  ]);
}

function tierTable(exchange: Exchange, { tiers }: EditionFigures): Html {
  if (tiers.length === 0) return html``;
  const texts = exchange.texts(editionTexts);
  const { tierColumns: columns } = texts;
  const rows = tiers.map(({ name, letter, size, from, to, lowest, highest }): Piece[] => [
    `${letter} ${name}`,
    String(size),
    `${from}–${to}`,
    `${decimals(lowest, 2)}–${decimals(highest, 2)}`,
  ]);
  const head = [
    { title: columns.tier },
    { title: columns.size, isNumber: true },
    { title: columns.places, isNumber: true },
    { title: columns.scores, isNumber: true },
  ];
  return html`<section><h2>${texts.tiers}</h2>${table(head, rows, { caption: texts.tiers })}</section>`;
}

function verifyForm(exchange: Exchange, name: string): Html {
  const texts = exchange.texts(editionTexts);
  const content = html`<p>${texts.verifyNote}</p><button>${texts.verifyButton}</button>`;
  return html`<section><h2>${texts.verify}</h2>${actionForm(exchange, `/editions/${name}/verify`, content)}</section>`;
}

function erratumForm(exchange: Exchange, name: string): Html {
  if (!permits('reviewer', exchange.person.role)) return html``;
  const texts = exchange.texts(editionTexts);
  const content = html`${textField('what', texts.what, '', { required: true, max: 2000 })}<button>${texts.erratumButton}</button>`;
  return html`<section><h2>${texts.erratum}</h2>${actionForm(exchange, `/editions/${name}/errata`, content)}</section>`;
}

/** Recomputes all hashes of an edition and says what is damaged. */
export async function verify(exchange: Exchange): Promise<Page> {
  const texts = exchange.texts(editionTexts);
  const name = exchange.part('name');
  const { data } = exchange.console;
  const { damage, bodies } = await data.read((store) => verifyEdition(store, name, () => undefined));
  const figures = await exchange.console.desk.ask('edition', name).catch(() => null);
  const result =
    damage.length === 0
      ? html`<p class="notice" role="status">${texts.intact(String(bodies))}</p>`
      : html`<div class="trouble" role="alert"><p>${texts.damaged(String(damage.length))}</p><ul>${damage.slice(0, 200).map((one) => html`<li>${siteText(one)}</li>`)}</ul></div>`;
  // A damaged edition may not be readable at all.
  return figures === null ? { title: texts.one(name), body: result } : editionPage(exchange, figures, result);
}

const erratumFields = z.object({ what: z.string() });

/** Records what was found to be wrong in an edition. */
export async function recordErratum(exchange: Exchange): Promise<Response> {
  const { data, now } = exchange.console;
  const edition = exchange.part('name');
  const { what } = exchange.fields(erratumFields);
  const who = exchange.person.name ?? '';
  await data.write((store) => addErratum(store, { edition, who, what }, new Date(now())));
  return seeOther(`/editions/${encodeURIComponent(edition)}`);
}
