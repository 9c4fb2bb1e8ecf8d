import { linkable } from '../text.ts';

/** A piece of a line: text, marked or not, or a link. */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'emphasis' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly address: string };

/** A block of a text that a person wrote. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly line: readonly Inline[] }
  | { readonly kind: 'paragraph' | 'quote'; readonly line: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

const inline = /\*\*([^*\n]+)\*\*|\*([^*\n]+)\*|`([^`\n]+)`|\[([^\]\n]+)\]\((?:<([^>\n]+)>|([^()\s]+))\)/gu;

/**
 * Reads a small, safe part of Markdown: headings, paragraphs, quotes, lists of one level, strong and
 * emphasised text, code, and links to http and https addresses. Everything else, HTML among it, is
 * plain text.
 */
export function parseProse(markdown: string): Block[] {
  return markdown
    .replace(/\r\n?/gu, '\n')
    .replace(/<!--[\s\S]*?-->/gu, '')
    .split(/\n[ \t]*\n/u)
    .flatMap((part) => blocksOf(part.split('\n').filter((line) => line.trim() !== '')));
}

/** Blocks of lines without an empty one between them. */
function blocksOf(lines: readonly string[]): Block[] {
  const found: Block[] = [];
  let plain: string[] = [];
  const close = () => {
    if (plain.length > 0) found.push({ kind: 'paragraph', line: inlineOf(joined(plain)) });
    plain = [];
  };
  for (const line of lines) {
    const block = blockOf(line.trim());
    if (block === null) {
      plain.push(line.trim());
      continue;
    }
    close();
    const last = found.at(-1);
    const isSame = last?.kind === 'list' && block.kind === 'list' && last.ordered === block.ordered;
    if (isSame) found.splice(-1, 1, { ...last, items: [...last.items, ...block.items] });
    else found.push(block);
  }
  close();
  return found;
}

/** A line that is a block of its own; null for a line of a paragraph. */
function blockOf(line: string): Block | null {
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/u.exec(line);
  if (heading !== null) return { kind: 'heading', level: heading[1] === '#' ? 1 : 2, line: inlineOf(heading[2] ?? '') };
  const item = /^(?:([-*+])|\d{1,3}[.)])\s+(.*)$/u.exec(line);
  if (item !== null) return { kind: 'list', ordered: item[1] === undefined, items: [inlineOf(item[2] ?? '')] };
  const quote = /^>\s?(.*)$/u.exec(line);
  return quote === null ? null : { kind: 'quote', line: inlineOf(quote[1] ?? '') };
}

/** Lines of a paragraph on one; between Chinese characters a line break is no blank. */
function joined(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/(?<=[\u2e80-\u{10ffff}])\n(?=[\u2e80-\u{10ffff}])/gu, '')
    .replaceAll('\n', ' ');
}

function inlineOf(line: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const match of line.matchAll(inline)) {
    if (match.index > from) found.push({ kind: 'text', text: line.slice(from, match.index) });
    found.push(markedOf(match));
    from = match.index + match[0].length;
  }
  if (from < line.length) found.push({ kind: 'text', text: line.slice(from) });
  return found;
}

function markedOf(match: RegExpMatchArray): Inline {
  const [whole, strong, emphasis, code, label, bracketed, bare] = match;
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (emphasis !== undefined) return { kind: 'emphasis', text: emphasis };
  if (code !== undefined) return { kind: 'code', text: code };
  const address = linkable(bracketed ?? bare ?? '');
  return address === null ? { kind: 'text', text: label ?? whole } : { kind: 'link', text: label ?? '', address };
}
