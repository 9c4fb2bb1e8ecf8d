import { bulletinScript } from '../../../application/console/bulletins.ts';
import { listedEditions } from '../../../application/console/editions.ts';
import type { Snapshot } from '../../../application/console/snapshots.ts';
import type { Shown } from '../../../application/latest.ts';
import type { StateChoice } from '../../../application/state.ts';
import { type Language, languages } from '../../../report/messages.ts';
import { NotFound } from '../../errors.ts';
import type { Exchange } from '../../exchange.ts';
import { html, type Piece } from '../../markup.ts';
import { bulletinTexts } from '../../messages/bulletin.ts';
import { behindNote, snapshotOf, stateLine } from '../../parts/state-choice.ts';
import { table } from '../../parts/table.ts';
import { get, type Page } from '../../route.ts';
import { policyHeader } from '../../security/headers.ts';

/** A bulletin is a document of its own: its styles are in it, and its one script is known by its hash. */
const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${bulletinScript}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;

async function showBulletins(exchange: Exchange): Promise<Page> {
  const texts = exchange.texts(bulletinTexts);
  const { data, simulates } = exchange.console;
  const snapshot = await snapshotOf(exchange, {});
  const editions = await data.read(listedEditions);
  const linkTo = (state: string, lang: Language): Piece =>
    html`<a href="/bulletin/${state}/bulletin.html?lang=${lang}">${texts.read}</a>`;
  const row = (name: string, state: string): Piece[] => [name, linkTo(state, 'zh'), linkTo(state, 'en')];
  const rows = [
    row(texts.now, 'now'),
    ...editions.map(({ edition: { name } }) => row(texts.edition(name), `edition-${encodeURIComponent(name)}`)),
  ];
  const { columns } = texts;
  const head = [{ title: columns.state }, { title: columns.zh }, { title: columns.en }];
  return {
    title: texts.title,
    body: html`<p class="lead">${texts.lead}</p>${stateLine(exchange, snapshot)}
${simulates && snapshot.drawn() === null ? html`<p class="notice">${texts.simulating}</p>` : null}
${table(head, rows, { caption: texts.caption })}`,
  };
}

/** The state that a part of the path names: `now`, `edition-2023`, `run-20261101`. */
function choiceFrom(part: string): StateChoice {
  const [, kind, name] = /^(edition|run)-(.+)$/u.exec(part) ?? [];
  if (kind === 'edition' && name !== undefined) return { edition: name };
  if (kind === 'run' && name !== undefined) return { run: name };
  if (part !== 'now') throw new NotFound(part);
  return {};
}

/** What `Bulletins` is asked for by an address. */
async function requested(exchange: Exchange): Promise<readonly [Snapshot, StateChoice, Language]> {
  const choice = choiceFrom(exchange.part('state'));
  const snapshot = await snapshotOf(exchange, choice);
  const asked = exchange.url.searchParams.get('lang');
  const language = languages.find((one) => one === asked) ?? exchange.language;
  return [snapshot, choice, language];
}

/** A document as it was written; one that is behind says above everything else as of when it is. */
function documentResponse(exchange: Exchange, { value, ...shown }: Shown<string>): Response {
  const note = behindNote(exchange, shown);
  const content = note === null ? value : value.replace('<body>', () => `<body>\n${note}`);
  const headers = { 'content-type': 'text/html; charset=utf-8', [policyHeader]: policy };
  return new Response(content, { headers });
}

async function readBulletin(exchange: Exchange): Promise<Response> {
  return documentResponse(exchange, await exchange.console.bulletins.documentOf(...(await requested(exchange))));
}

async function readSheet(exchange: Exchange): Promise<Response> {
  const code = exchange.part('file').replace(/\.html$/u, '');
  const sheet = await exchange.console.bulletins.sheetOf(...(await requested(exchange)), code);
  if (sheet.value === null) throw new NotFound(code);
  return documentResponse(exchange, { ...sheet, value: sheet.value });
}

export const bulletinPages = [
  get('/bulletin', 'reader', 'bulletin', showBulletins),
  get('/bulletin/:state/bulletin.html', 'reader', null, readBulletin),
  get('/bulletin/:state/cities/:file', 'reader', null, readSheet),
];
