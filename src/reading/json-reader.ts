import type { CompiledKnowledge } from '../config/knowledge.ts';
import { AddressBook, isWeb, sessionIn } from './addresses.ts';
import type { Link } from './page.ts';
import { foldSpace } from './text.ts';

const mostNodes = 200_000;
const longestText = 200_000;
/** As many as are read of a page of markup. */
const mostLinks = 8000;
const addressKeys = /^(?:url|href|link|linkurl|link_url|address|path|target|siteurl|menuurl)$/iu;
const nameKeys = /^(?:name|title|label|text|linkname|menuname|columnname)$/iu;

/** What is read of a JSON document. */
export interface ReadJson {
  readonly json: unknown;
  readonly text: string;
  readonly links: readonly Link[];
  /** False where it has more values, text or links than are read. */
  readonly whole: boolean;
}

/**
 * Reads a JSON document: its value, its strings as text, and its objects with a name and a URL as
 * links. Null for broken JSON, and for values too deep in each other to be written again.
 */
export function readJson(source: string, url: string, knowledge: CompiledKnowledge): ReadJson | null {
  const parsed = parsedValue(source);
  // The caller reads such a document as markup, so its text is not lost.
  if (parsed === undefined) return null;
  const json = unwrap(parsed);
  const addresses = new AddressBook(url, sessionIn(knowledge));
  const links: Link[] = [];
  const lines: string[] = [];
  let size = 0;
  // Pushing in reverse keeps document order.
  const stack: unknown[] = [json];
  for (let nodes = 0; stack.length > 0 && nodes < mostNodes && links.length < mostLinks; nodes += 1) {
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
  return { json, text: lines.join('\n'), links, whole: stack.length === 0 && size < longestText };
}

/** A value that a document or a text holds; undefined if it is broken or too deep. */
function parsedValue(source: string): unknown {
  if (isTooDeep(source)) return undefined;
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** Deeper values overflow the call stack when they are written again, as kept pages are. */
const deepest = 500;
/** Codes of the signs that matter for the depth. */
const sign = { quote: 0x22, backslash: 0x5c, openList: 0x5b, closeList: 0x5d, openObject: 0x7b, closeObject: 0x7d };

/** Whether values stand too deep in each other. Brackets in strings do not count. */
function isTooDeep(source: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (inString) {
      if (code === sign.backslash) at += 1;
      else if (code === sign.quote) inString = false;
    } else if (code === sign.quote) inString = true;
    else if (code === sign.openList || code === sign.openObject) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (code === sign.closeList || code === sign.closeObject) depth -= 1;
  }
  return false;
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
    if (Array.isArray(holder)) {
      // Pairs of keys and values of a long list would take more memory than the list.
      for (let at = 0; at < holder.length; at += 1) {
        const inner = openString(holder[at], deepestWrap);
        holder[at] = inner;
        if (typeof inner === 'object' && inner !== null) stack.push(inner);
      }
      continue;
    }
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
  // A number that is too large would be null when the page comes back from the disk.
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  if (typeof value !== 'string' || left === 0 || value.length > longestWrapped) return value;
  if (!/^\s*(?:\[\s*[{"[]|\{\s*")/u.test(value) || !/[\]}]\s*$/u.test(value)) return value;
  const inner = parsedValue(value);
  // Text in brackets that is not JSON stays text.
  return inner === undefined ? value : openString(inner, left - 1);
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
