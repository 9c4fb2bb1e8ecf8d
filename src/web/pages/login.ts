import { deleteCookie } from 'hono/cookie';
import { z } from 'zod';
import type { Exchange } from '../exchange.ts';
import { actionForm, textField } from '../forms.ts';
import { html } from '../markup.ts';
import { loginTexts } from '../messages/login.ts';
import { cookieName, cookies, readCookie, writeCookie } from '../preferences.ts';
import { get, localPath, type Page, post, seeOther } from '../route.ts';

const fields = z.object({
  name: z.string().max(200).default(''),
  password: z.string().max(1000).default(''),
  back: z.string().optional(),
});

function loginPage(exchange: Exchange, back: string, name: string, error: string | null): Page {
  const texts = exchange.texts(loginTexts);
  if (exchange.console.access.kind === 'open') return { title: texts.title, body: html`<p>${texts.open}</p>` };
  const content = html`<input type="hidden" name="back" value="${back}">
${textField('name', texts.name, name, { required: true, autocomplete: 'username' })}
${textField('password', texts.password, '', { required: true, type: 'password', autocomplete: 'current-password' })}
<button class="main">${texts.enter}</button>`;
  const trouble = error === null ? null : html`<p class="trouble" role="alert">${error}</p>`;
  return { title: texts.title, body: html`${trouble}${actionForm(exchange, '/login', content)}` };
}

function showLogin(exchange: Exchange): Page {
  return loginPage(exchange, localPath(exchange.url.searchParams.get('back')), '', null);
}

async function logIn(exchange: Exchange): Promise<Page | Response> {
  const texts = exchange.texts(loginTexts);
  const { access, now, log } = exchange.console;
  const { name, password, back } = exchange.fields(fields);
  const became = await access.logIn(name, password, now());
  if (became.kind === 'in') {
    // The old cookies go, so that nothing that was planted before the log-in counts after it.
    forget(exchange, cookies.browser);
    writeCookie(exchange.http, cookies.session, became.session, null);
    log({ event: 'log-in', name });
    return seeOther(localPath(back));
  }
  log({ event: 'log-in-refused', name, reason: became.kind });
  const error = became.kind === 'wait' ? texts.wait(String(became.seconds)) : texts.wrong;
  const page = loginPage(exchange, localPath(back), name, error);
  return { ...page, status: became.kind === 'wait' ? 429 : 401 };
}

function logOut(exchange: Exchange): Response {
  const session = readCookie(exchange.http, cookies.session);
  if (session !== undefined) exchange.console.access.logOut(session);
  forget(exchange, cookies.session);
  return seeOther('/login');
}

function forget({ http }: Exchange, cookie: string): void {
  deleteCookie(http, cookieName(http, cookie), { path: '/', secure: http.get('isSecure') === true });
}

export const loginPages = [
  get('/login', 'anyone', null, showLogin),
  post('/login', 'anyone', logIn),
  post('/logout', 'reader', logOut),
];
