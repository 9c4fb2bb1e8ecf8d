import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Language, languages } from '../report/messages.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Names of the cookies; none holds anything secret but those of browser and session. */
export const cookies = {
  browser: 'govprobe-browser',
  session: 'govprobe-session',
  language: 'govprobe-lang',
  theme: 'govprobe-theme',
  name: 'govprobe-name',
} as const;

const year = 365 * 86_400;

/** Longest name of a reviewer, in characters. */
export const longestName = 80;

/** The language of a page: that of `?lang`, else that of the cookie, else that of the pack. */
export function languageOf(c: Context, fallback: Language): Language {
  const asked = c.req.query('lang') ?? readCookie(c, cookies.language);
  return languages.find((language) => language === asked) ?? fallback;
}

export function themeOf(c: Context): Theme {
  const asked = readCookie(c, cookies.theme);
  return themes.find((theme) => theme === asked) ?? 'system';
}

/** Null where nobody has given a name. */
export function nameOf(c: Context): string | null {
  const name = readCookie(c, cookies.name)?.trim();
  return name === undefined || name === '' ? null : [...name].slice(0, longestName).join('');
}

/** Cookies of a console behind TLS have a prefix, so that no other host can set them. */
export function cookieName(c: Context, cookie: string): string {
  return c.get('isSecure') === true ? `__Host-${cookie}` : cookie;
}

export function readCookie(c: Context, cookie: string): string | undefined {
  return getCookie(c, cookieName(c, cookie));
}

/** Keeps a value in the browser. @param lasts seconds; null: until the browser is closed */
export function writeCookie(c: Context, cookie: string, value: string, lasts: number | null = year): void {
  const isSecure = c.get('isSecure') === true;
  setCookie(c, cookieName(c, cookie), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure,
    ...(lasts === null ? {} : { maxAge: lasts }),
  });
}
