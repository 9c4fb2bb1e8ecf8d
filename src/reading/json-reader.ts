import type { CompiledKnowledge } from '../config/knowledge.ts';
import { AddressBook, isWeb, sessionIn } from './addresses.ts';
import type { Link } from './page.ts';
import { foldSpace } from './text.ts';

const mostNodes = 200_000;
const longestText = 200_000;
const addressKeys = /^(?:url|href|link|linkurl|link_url|address|path|target|siteurl|menuurl)$/iu;
const nameKeys = /^(?:name|title|label|text|linkname|menuname|columnname)$/iu;

/** Reads a JSON document: the value itself, its strings as text, and objects that pair a name with an address as links. */
export function readJson(
  source: string,
  url: string,
  knowledge: CompiledKnowledge,
): { json: unknown; text: string; links: Link[] } | null {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch {
    // Broken JSON is read as markup by the caller; what it says is not lost.
    return null;
  }
  const addresses = new AddressBook(url, sessionIn(knowledge));
  const links: Link[] = [];
  const lines: string[] = [];
  let size = 0;
  // A stack instead of recursion: JSON may be nested deeper than the call stack. Reversed pushes keep document order.
  const stack: unknown[] = [json];
  for (let nodes = 0; stack.length > 0 && nodes < mostNodes; nodes += 1) {
    const value = stack.pop();
    if (typeof value === 'string') {
      const line = foldSpace(value);
      if (line !== '' && size < longestText) {
        lines.push(line);
        size += line.length;
      }
    } else if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index -= 1) stack.push(value[index]);
    } else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value);
      const link = linkOf(entries, addresses);
      if (link) links.push(link);
      for (let index = entries.length - 1; index >= 0; index -= 1) stack.push(entries[index]?.[1]);
    }
  }
  return { json, text: lines.join('\n'), links };
}

function linkOf(entries: readonly [string, unknown][], addresses: AddressBook): Link | null {
  let address: string | null = null;
  let label = '';
  for (const [key, value] of entries) {
    if (typeof value !== 'string' || value === '') continue;
    if (address === null && addressKeys.test(key)) address = addresses.resolve(value);
    else if (label === '' && nameKeys.test(key)) label = foldSpace(value);
  }
  if (address === null || label === '' || !isWeb(address)) return null;
  return { url: address, label: label.slice(0, 200), labelFrom: 'near', region: 'unknown', via: 'script', hints: '' };
}

/** The value at a dotted path (`data.pager.total`); undefined where the path leads nowhere. */
export function valueAt(json: unknown, path: string): unknown {
  let value: unknown = json;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
