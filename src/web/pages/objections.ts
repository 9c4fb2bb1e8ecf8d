import { listObjections } from '../../application/reviewing/objections.ts';
import { largestObjection } from '../../config/objection-file.ts';
import type { Objection } from '../../model/review-checks.ts';
import { UsageError } from '../../model/usage-error.ts';
import type { Exchange } from '../exchange.ts';
import { actionForm, textField } from '../forms.ts';
import { type Html, html, siteText } from '../markup.ts';
import { objectionTexts } from '../messages/objections.ts';
import { get, type Page, post, seeOther } from '../route.ts';
import { claimText, entryPath, table } from './reviews/parts.ts';

/** What governments said against their findings, and what came of it. */
async function objectionsPage(exchange: Exchange): Promise<Page> {
  const texts = exchange.texts(objectionTexts);
  const objections = (await exchange.console.data.read(listObjections)).toReversed();
  const taken = /^\d{1,4}$/u.exec(exchange.url.searchParams.get('taken') ?? '')?.[0];
  const upload = html`${textField('file', texts.file, '', { type: 'file', hint: texts.fileHint, required: true })}
<button class="main">${texts.take}</button>`;
  return {
    title: texts.title,
    body: html`${taken === undefined ? null : html`<p class="notice" role="status">${texts.taken(taken)}</p>`}
<p>${texts.intro}</p>
${
  objections.length === 0
    ? html`<p>${texts.none}</p>`
    : table(
        texts.list,
        texts.columns,
        objections.map((one) => cells(exchange, one)),
      )
}
${actionForm(exchange, '/objections', upload, { files: true })}`,
  };
}

function cells(exchange: Exchange, objection: Objection): (string | Html)[] {
  const texts = exchange.texts(objectionTexts);
  const { reviews: words } = exchange.words;
  const { government, probe, office, signer, dated, claim, why, outcome, decided } = objection;
  const decide = html` <a href="${entryPath(`finding ${government} ${probe}`)}">${texts.decide}</a>`;
  return [
    html`<a href="/governments/${government}">${government}</a>`,
    probe,
    siteText([office, signer, dated].join(exchange.words.comma)),
    claimText(exchange, probe, claim),
    siteText(why),
    html`${words.outcomes[outcome]}${decided === null ? decide : html` <span class="soft">${exchange.words.pair(decided.who, siteText(decided.why))}</span>`}`,
  ];
}

/** Takes a file of objections in. */
async function takeIn(exchange: Exchange): Promise<Response> {
  const { desk, now } = exchange.console;
  const file = exchange.form.get('file')?.find((one) => typeof one !== 'string');
  if (file === undefined || typeof file === 'string' || file.size === 0)
    throw new UsageError(exchange.texts(objectionTexts).missing);
  const given = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  const opened = await desk.ask('objections', { file: given, now: new Date(now()) });
  return seeOther(`/objections?taken=${opened.length}`);
}

export const objectionPages = [
  get('/objections', 'reader', 'objections', objectionsPage),
  post('/objections', 'reviewer', takeIn, largestObjection + 100_000),
];
