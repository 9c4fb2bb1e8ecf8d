import type { FolderKind } from '../model/nature.ts';
import { bannerOf } from '../report/nature.ts';
import { toolVersion } from '../version.ts';
import type { Exchange } from './exchange.ts';
import { actionForm } from './forms.ts';
import { attributes, type Html, html, raw } from './markup.ts';
import { type Section, sections } from './menu.ts';
import { frameTexts } from './messages/frame.ts';
import { themes } from './preferences.ts';
import { permits } from './roles.ts';
import type { Page, Route } from './route.ts';
import { staticPath } from './static.ts';

/** What the frame needs beside the page itself. */
export interface Frame {
  readonly routes: readonly Route[];
  readonly section: Section | null;
  /** Whether a simulation answered; null where it is not known. */
  readonly nature: FolderKind | null;
}

/** A whole document around a page. */
export function documentOf(exchange: Exchange, page: Page, frame: Frame): Html {
  const texts = exchange.texts(frameTexts);
  const { words, theme } = exchange;
  const banner = frame.nature === null ? null : bannerOf(frame.nature, words);
  return html`${raw('<!doctype html>')}
<html lang="${words.htmlLanguage}"${attributes({ 'data-theme': theme === 'system' ? null : theme })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${theme === 'system' ? 'light dark' : theme}">
${page.refresh === undefined ? null : html`<meta http-equiv="refresh" content="${page.refresh}">`}<title>${page.title} · ${texts.product}</title>
<link rel="icon" href="${staticPath('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${staticPath('style.css')}">
<script src="${staticPath('console.js')}" defer></script>
</head>
<body>
<a class="skip" href="#content">${texts.skip}</a>
<header class="top">
<p class="product"><a href="/">${texts.product}</a></p>
${personOf(exchange)}
</header>
${banner === null ? null : html`<aside class="nature">${banner}</aside>`}
${menuOf(exchange, frame)}
<main id="content" tabindex="-1">
<h1>${page.title}</h1>
${page.body}
</main>
<footer class="bottom">
<p>${texts.footer(toolVersion)}</p>
${settingsOf(exchange)}
</footer>
</body>
</html>`;
}

/** The entry page of every section that the person may open, in the order of the menu. */
function menuOf(exchange: Exchange, { routes, section }: Frame): Html {
  const texts = exchange.texts(frameTexts);
  const entries = sections.flatMap((own) => {
    const entry = routes.find((route) => route.section === own && !route.path.includes(':'));
    return entry !== undefined && permits(entry.audience, exchange.person.role) ? [entry] : [];
  });
  if (entries.length === 0) return html``;
  const items = entries.map(({ path, section: own }) => {
    const current = attributes({
      'aria-current': own !== section ? null : path === exchange.url.pathname ? 'page' : 'true',
    });
    return html`<li><a href="${path}"${current}>${texts.sections[own ?? ''] ?? own ?? ''}</a></li>`;
  });
  return html`<nav class="menu" aria-label="${texts.menu}"><ul>${items}</ul></nav>`;
}

function personOf(exchange: Exchange): Html {
  const texts = exchange.texts(frameTexts);
  const { name, role } = exchange.person;
  if (exchange.console.access.kind === 'open') {
    const shown = name === null ? texts.noReviewer : texts.reviewer(name);
    return html`<p class="person">${shown} <a href="/name">${texts.changeName}</a></p>`;
  }
  if (name === null || role === null) return html``;
  const leave = actionForm(exchange, '/logout', html`<button class="plain">${texts.logOut}</button>`, {
    class: 'inline',
  });
  return html`<div class="person"><span>${texts.account(name, texts.roles[role])}</span>${leave}</div>`;
}

function settingsOf(exchange: Exchange): Html {
  const texts = exchange.texts(frameTexts);
  const { pathname, search } = exchange.url;
  const choices = themes.map(
    (theme) =>
      html`<option value="${theme}"${attributes({ selected: theme === exchange.theme })}>${texts.themes[theme]}</option>`,
  );
  const content = html`<input type="hidden" name="back" value="${pathname}${search}">
<label>${texts.theme} <select name="theme">${choices}</select></label>
<button>${texts.apply}</button>
<button name="lang" value="${texts.otherLanguageCode}" lang="${texts.otherLanguageCode}">${texts.otherLanguage}</button>`;
  return html`<section aria-label="${texts.settings}">${actionForm(exchange, '/settings', content, { class: 'inline' })}</section>`;
}
