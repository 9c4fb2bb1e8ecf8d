import type { CompiledKnowledge } from '../config/knowledge.ts';
import { AddressBook, isWeb, sessionIn } from './addresses.ts';
import type { Link } from './page.ts';
import { foldSpace } from './text.ts';

const mostNodes = 200_000;
const longestText = 200_000;
const addressKeys = /^(?:url|href|link|linkurl|link_url|address|path|target|siteurl|menuurl)$/iu;
const nameKeys = /^(?:name|title|label|text|linkname|menuname|columnname)$/iu;

/**
 * Reads a JSON document: its value, its strings as text, and its objects with a name and a URL as
 * links.
 */
export function readJson(
  source: string,
  url: string,
  knowledge: CompiledKnowledge,
): { json: unknown; text: string; links: Link[] } | null {
  let json: unknown;
  try {
    json = unwrap(JSON.parse(source));
  } catch {
    // The caller reads broken JSON as markup, so its text is not lost.
    return null;
  }
  const addresses = new AddressBook(url, sessionIn(knowledge));
  const links: Link[] = [];
  const lines: string[] = [];
  let size = 0;
  // An explicit stack, because JSON may be nested deeper than the call stack; pushing in reverse
  // keeps document order.
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

/**
 * The argument of a script that is a single function call (`callback({...});`); null for other
 * scripts.
 */
export function calledWith(source: string): string | null {
  const start = /^[\s;]*(?:\/\*\*\/)?\s*(?:window\.)?[\w$.]{1,80}\s*(?:&&\s*[\w$.]{1,80}\s*)?\(\s*(?=[[{])/u.exec(
    source.slice(0, 300),
  );
  const end = /\)\s*;?\s*$/u.exec(source.slice(-40));
  return start && end ? source.slice(start[0].length, source.length - end[0].length) : null;
}

/** JSON strings may contain JSON again; unwrap up to this depth. */
const deepestWrap = 3;
const longestWrapped = 2_000_000;

/**
 * Replaces strings that contain JSON lists or objects by their values, at any place in the value.
 */
function unwrap(value: unknown): unknown {
  const opened = openString(value, deepestWrap);
  const stack: unknown[] = [opened];
  for (let nodes = 0; stack.length > 0 && nodes < mostNodes; nodes += 1) {
    const holder = stack.pop();
    if (typeof holder !== 'object' || holder === null) continue;
    for (const [key, member] of Object.entries(holder)) {
      if (key === '__proto__') continue;
      const inner = openString(member, deepestWrap);
      if (inner !== member) Object.assign(holder, { [key]: inner });
      if (typeof inner === 'object') stack.push(inner);
    }
  }
  return opened;
}

function openString(value: unknown, left: number): unknown {
  if (typeof value !== 'string' || left === 0 || value.length > longestWrapped) return value;
  if (!/^\s*(?:\[\s*[{"[]|\{\s*")/u.test(value) || !/[\]}]\s*$/u.test(value)) return value;
  try {
    return openString(JSON.parse(value), left - 1);
  } catch {
    // Text in brackets that is not JSON stays text.
    return value;
  }
}

function linkOf(entries: readonly [string, unknown][], addresses: AddressBook): Link | null {
  let address: string | null = null;
  let label = '';
  for (const [key, value] of entries) {
    if (typeof value !== 'string' || value === '') continue;
    if (address === null && addressKeys.test(key)) address = addresses.resolve(value);
    else if (label === '' && nameKeys.test(key)) label = foldSpace(value);
  }
  if (address === null) return titledLink(entries, addresses);
  if (label === '' || !isWeb(address)) return null;
  return { url: address, label: label.slice(0, 200), labelFrom: 'near', region: 'unknown', via: 'script', hints: '' };
}

const fewestWords = 4;
const picture = /\.(?:jpe?g|png|gif|bmp|svg|ico|css|js)$/iu;

/** The link of an object under any keys: a URL beside a text that may be its title. */
function titledLink(entries: readonly [string, unknown][], addresses: AddressBook): Link | null {
  const texts = entries.flatMap(([, value]) => (typeof value === 'string' ? [value] : []));
  const address = texts.find((text) => /^(?:https?:\/)?\/[^\s/][^\s]*$/u.test(text) && !picture.test(text));
  const label = texts.find(
    (text) => text !== address && /^[^<>/]+$/u.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) >= fewestWords,
  );
  const url = address === undefined || label === undefined ? null : addresses.resolve(address);
  if (url === null || label === undefined || !isWeb(url)) return null;
  return { url, label: foldSpace(label).slice(0, 200), labelFrom: 'near', region: 'unknown', via: 'script', hints: '' };
}

/** The value at a dotted path (`data.pager.total`); undefined if there is none. */
export function valueAt(json: unknown, path: string): unknown {
  let value: unknown = json;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
