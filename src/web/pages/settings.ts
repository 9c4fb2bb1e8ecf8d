import { z } from 'zod';
import { languages } from '../../report/messages.ts';
import type { Exchange } from '../exchange.ts';
import { actionForm, textField } from '../forms.ts';
import { html } from '../markup.ts';
import { frameTexts } from '../messages/frame.ts';
import { cookies, longestName, themes, writeCookie } from '../preferences.ts';
import { get, localPath, type Page, post, seeOther } from '../route.ts';

const settings = z.object({
  theme: z.enum(themes).optional(),
  lang: z.enum(languages).optional(),
  back: z.string().optional(),
});

/** Keeps language and theme in the browser. */
function saveSettings(exchange: Exchange): Response {
  const { theme, lang, back } = exchange.fields(settings);
  if (theme !== undefined) writeCookie(exchange.http, cookies.theme, theme);
  if (lang !== undefined) writeCookie(exchange.http, cookies.language, lang);
  return seeOther(withoutLanguage(localPath(back)));
}

/** A language in the address would outweigh the one that was just chosen. */
function withoutLanguage(path: string): string {
  const url = new URL(path, 'http://localhost');
  url.searchParams.delete('lang');
  return url.pathname + url.search;
}

function namePage(exchange: Exchange, back: string, error: string | null): Page {
  const { name: texts } = exchange.texts(frameTexts);
  const content = html`<input type="hidden" name="back" value="${back}">
${textField('name', texts.field, exchange.person.name ?? '', { error, required: true, autocomplete: 'name', max: longestName })}
<button class="main">${texts.save}</button>`;
  return {
    title: texts.title,
    status: error === null ? 200 : 400,
    body: html`<p>${texts.why}</p>${actionForm(exchange, '/name', content)}`,
  };
}

const nameFields = z.object({ name: z.string().default(''), back: z.string().optional() });

/** Keeps the name that reviews are signed with. */
function saveName(exchange: Exchange): Page | Response {
  const { name: texts } = exchange.texts(frameTexts);
  const { name: given, back } = exchange.fields(nameFields);
  const name = given
    .normalize('NFC')
    .replace(/\p{Cc}|\p{Cf}/gu, '')
    .trim();
  if (name === '') return namePage(exchange, localPath(back), texts.missing);
  if ([...name].length > longestName) return namePage(exchange, localPath(back), texts.long);
  writeCookie(exchange.http, cookies.name, name);
  return seeOther(localPath(back));
}

export const settingsPages = [
  get('/name', 'reviewer', null, (exchange) =>
    namePage(exchange, localPath(exchange.url.searchParams.get('back')), null),
  ),
  // `reader`: a reviewer without a name must be able to give one.
  post('/name', 'reader', saveName),
  post('/settings', 'anyone', saveSettings),
];
