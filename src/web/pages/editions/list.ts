import { z } from 'zod';
import { listedEditions } from '../../../application/console/editions.ts';
import { freeze } from '../../../application/edition.ts';
import type { Exchange } from '../../exchange.ts';
import { actionForm, choiceField, textField } from '../../forms.ts';
import { type Html, html, type Piece, siteText } from '../../markup.ts';
import { editionTexts } from '../../messages/editions.ts';
import { partTexts } from '../../messages/parts.ts';
import { table } from '../../parts/table.ts';
import { dash, dayText } from '../../parts/words.ts';
import { permits } from '../../roles.ts';
import { type Page, seeOther } from '../../route.ts';

/** All editions, and the form that freezes another one. */
export async function showEditions(exchange: Exchange): Promise<Page> {
  const texts = exchange.texts(editionTexts);
  const editions = await exchange.console.data.read(listedEditions);
  const { columns } = texts;
  const rows = editions.map(({ edition, errata, replacedBy }): Piece[] => [
    html`<a href="/editions/${encodeURIComponent(edition.name)}">${edition.name}</a>`,
    edition.year === null ? dash : String(edition.year),
    dayText(exchange, edition.frozen),
    edition.note === null ? dash : siteText(edition.note),
    [
      ...(replacedBy === null ? [] : [texts.replacedBy(replacedBy.name)]),
      ...(errata.length === 0 ? [] : [texts.errata(String(errata.length))]),
    ].join(' · ') || dash,
  ]);
  const head = [
    { title: columns.name },
    { title: columns.year, isNumber: true },
    { title: columns.frozen },
    { title: columns.note, isText: true },
    { title: columns.corrections },
  ];
  const list =
    rows.length === 0 ? html`<p class="nothing">${texts.none}</p>` : table(head, rows, { caption: texts.caption });
  return {
    title: texts.title,
    body: html`${list}${freezeForm(
      exchange,
      editions.map(({ edition }) => edition.name),
    )}`,
  };
}

function freezeForm(exchange: Exchange, names: readonly string[]): Html {
  if (!permits('admin', exchange.person.role)) return html``;
  const texts = exchange.texts(editionTexts);
  const none = ['', exchange.texts(partTexts).none] as const;
  const content = html`<p>${texts.freezeNote}</p>
${textField('name', texts.name, '', { required: true, max: 60 })}
${textField('year', texts.year, '', { type: 'number' })}
${textField('note', texts.note, '', { max: 500 })}
${names.length === 0 ? null : choiceField('replaces', texts.replaces, '', [none, ...names.map((name) => [name, name] as const)])}
<button class="main">${texts.freezeButton}</button>`;
  return html`<section><h2>${texts.freeze}</h2>${actionForm(exchange, '/editions', content)}</section>`;
}

const blank = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional();
const freezeFields = z.object({
  name: z.string().trim().min(1, 'expected a name'),
  year: blank
    .transform((text) => (text === undefined ? undefined : Number(text)))
    .pipe(z.number().int().min(1900).max(2999).optional()),
  note: blank,
  replaces: blank,
});

/** Freezes what is known now. */
export async function freezeEdition(exchange: Exchange): Promise<Response> {
  const { data, pack } = exchange.console;
  const { name, year, note, replaces } = exchange.fields(freezeFields);
  const edition = await data.write((store) => freeze(store, pack, { name, year, note, replaces }));
  return seeOther(`/editions/${encodeURIComponent(edition.name)}`);
}
