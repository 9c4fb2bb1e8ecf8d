import type { CompiledKnowledge } from '../config/knowledge.ts';

/** A bot wall that answered in place of the site. */
export interface Wall {
  readonly vendor: string;
  readonly class: 'blocked' | 'captcha';
  /** One line: the product and the sign that identified it. */
  readonly detail: string;
}

export interface Response {
  readonly status: number | null;
  /** Keyed by lower-case name; several cookies are joined by line breaks or commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Size of the body in bytes. */
  readonly bytes: number;
}

const readSigns = 40_000;
/** A reply with this many links, or this many characters of text, is the site's own. */
const ownLinks = 5;
const ownText = 400;

/**
 * Recognises the reply of a bot wall by the vendors of kind `wall`; null if the site itself
 * replied. A reply with content is never a wall, because guarded sites carry scripts of their guard
 * on every page and may write about security firms. A fingerprint must be a whole word.
 */
export function recognizeWall(response: Response, knowledge: CompiledKnowledge): Wall | null {
  const text = response.text.length > readSigns ? response.text.slice(0, readSigns) : response.text;
  let title: string | null = null;
  for (const vendor of knowledge.vendors) {
    if (vendor.rule.kind !== 'wall') continue;
    for (const sign of vendor.signs) {
      if (sign.status !== null && (response.status === null || !sign.status.includes(response.status))) continue;
      if (sign.maxBytes !== null && response.bytes > sign.maxBytes) continue;
      if (sign.header !== null && !sign.header.pattern.test(response.headers[sign.header.name] ?? '')) continue;
      if (sign.body !== null && !matchesWholeWord(sign.body, text)) continue;
      if (sign.title !== null) {
        title ??= /<title[^>]*>([^<]{0,200})/iu.exec(text)?.[1] ?? '';
        if (!sign.title.test(title)) continue;
      }
      if (hasContent(text, response.status)) return null;
      const detail = `${vendor.rule.name}: status ${response.status ?? 'none'}, ${response.bytes} bytes`;
      return { vendor: vendor.rule.id, class: sign.class, detail };
    }
  }
  return null;
}

/** Whether a pattern matches whole words. */
function matchesWholeWord(pattern: RegExp, text: string): boolean {
  // Hardly any page has one of the signs, which one search tells.
  if (text.search(pattern) < 0) return false;
  const all = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`);
  for (const match of text.matchAll(all)) {
    const [found] = match;
    const end = match.index + found.length;
    const inWord = wordCharacter.test(found.charAt(0)) && wordCharacter.test(text.charAt(match.index - 1));
    const goesOn = wordCharacter.test(found.slice(-1)) && wordCharacter.test(text.charAt(end));
    if (!inWord && !goesOn) return true;
  }
  return false;
}

const wordCharacter = /[a-z0-9-]/iu;

/**
 * Whether a reply has links or text, unlike a wall; an error page with links is the site's own too.
 */
function hasContent(text: string, status: number | null): boolean {
  const links = text.match(/<a\s[^>]{0,300}?href\s*=\s*["']?(?!javascript|#)[^\s"'>]/giu)?.length ?? 0;
  if (links >= ownLinks) return true;
  if (status === null || status < 200 || status >= 300) return false;
  return visibleLength(text) > ownText;
}

/** Number of visible characters without white space. */
function visibleLength(html: string): number {
  let visible = '';
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    if (tag < 0) break;
    visible += html.slice(at, tag);
    const raw = /^<(script|style|title|noscript|textarea)\b/iu.exec(html.slice(tag, tag + 12))?.[1];
    const end = html.startsWith('<!--', tag)
      ? html.indexOf('-->', tag)
      : raw === undefined
        ? html.indexOf('>', tag)
        : endOf(html, raw, tag);
    if (end < 0) return visible.replace(/\s+/gu, '').length;
    at = end + 1;
  }
  return (visible + html.slice(at)).replace(/\s+/gu, '').length;
}

/** Offset of the end of a raw text element; -1 if it is not closed. */
function endOf(html: string, tag: string, from: number): number {
  const close = new RegExp(`</${tag}[^>]*>`, 'giu');
  close.lastIndex = from;
  const match = close.exec(html);
  return match === null ? -1 : match.index + match[0].length - 1;
}
