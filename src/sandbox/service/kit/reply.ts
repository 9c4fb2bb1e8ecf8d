import iconv from 'iconv-lite';
import type { SiteReply, Town } from '../../town.ts';
import { pick } from './chance.ts';

/** Escapes text for HTML element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
    : text;
}

/** Escapes a JSON text for use inside a script element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

const gbkLabels = ['gb2312', 'gbk', 'GBK', 'gb18030'] as const;

/** Charset that a page of the town declares in its meta element. */
export function declaredCharset(town: Town, encoding: Town['style']['encoding']): string {
  if (encoding === 'utf-8') return pick(['utf-8', 'UTF-8'] as const, town.style.seed, 'charset');
  // Real UTF-16 pages declare gb2312; only the byte order mark is right.
  if (encoding === 'utf-16le') return 'gb2312';
  return pick(gbkLabels, town.style.seed, 'charset');
}

/**
 * An HTML page in the given encoding. Half of the GBK towns also name the charset in the header.
 */
export function htmlReply(town: Town, html: string, encoding: Town['style']['encoding'], status = 200): SiteReply {
  if (encoding === 'utf-8') {
    return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: html };
  }
  if (encoding === 'utf-16le') {
    const body = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(html, 'utf16le')]);
    return { status, headers: { 'content-type': 'text/html' }, body };
  }
  const named = pick([true, false] as const, town.style.seed, 'charset-header');
  return {
    status,
    headers: { 'content-type': named ? `text/html;charset=${declaredCharset(town, encoding)}` : 'text/html' },
    body: iconv.encode(html, 'gb18030'),
  };
}

/** A JSON document, UTF-8. */
export function jsonReply(value: unknown): SiteReply {
  return {
    status: 200,
    headers: { 'content-type': 'application/json;charset=UTF-8' },
    body: JSON.stringify(value),
  };
}

/** A script in GB18030; only the script element names its charset. */
export function gbkScriptReply(source: string): SiteReply {
  return { status: 200, headers: { 'content-type': 'application/javascript' }, body: iconv.encode(source, 'gb18030') };
}

/** A script file, UTF-8. */
export function scriptReply(source: string): SiteReply {
  return { status: 200, headers: { 'content-type': 'application/javascript; charset=utf-8' }, body: source };
}

/** A style sheet. */
export function styleReply(source: string): SiteReply {
  return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: source };
}

/** A file with the given content type. */
export function fileReply(body: Buffer | string, type: string, name: string | null = null): SiteReply {
  const headers: Record<string, string> = { 'content-type': type };
  if (name !== null) headers['content-disposition'] = `attachment; filename="${encodeURIComponent(name)}"`;
  return { status: 200, headers, body };
}
