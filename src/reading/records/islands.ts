import { parseDocument } from 'htmlparser2';
import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { type DataGroup, plainText } from './data-records.ts';
import type { Draft } from './drafts.ts';

/**
 * Content of a document's data islands: groups of records, and markup that a script would insert.
 */
export interface Islands {
  readonly groups: readonly DataGroup[];
  /** Markup of each island, records joined, with the total that the island states. */
  readonly markup: readonly { readonly html: string; readonly total: number | null }[];
}

type XmlNode = ReturnType<typeof parseDocument>['children'][number];

const mostIslands = 20;
const longestIsland = 1_000_000;
const mostRecords = 400;
const mostNodes = 30_000;
const deepest = 400;
const island =
  /<script\b[^>]{0,300}\btype\s*=\s*["']?(?:text|application)\/xml[^>]{0,300}>([\s\S]*?)<\/script\s*>|<(xml|datastore)\b[^>]{0,300}>([\s\S]*?)<\/\2\s*>/giu;

/** Reads XML inside a page, or a document that is XML. */
export function readIslands(source: string, knowledge: CompiledKnowledge): Islands {
  const groups: DataGroup[] = [];
  const markup: { html: string; total: number | null }[] = [];
  for (const xml of sourcesIn(source)) {
    if (xml.length > longestIsland || !isShallow(xml)) continue;
    const read = readXml(xml, knowledge);
    groups.push(...read.groups);
    markup.push(...read.markup);
  }
  return { groups, markup };
}

function sourcesIn(source: string): string[] {
  if (/^\s*<\?xml\b/u.test(source.slice(0, 200)) && !/<html\b/iu.test(source.slice(0, 2000))) return [source];
  if (!/<(?:xml|datastore)\b|type\s*=\s*["']?(?:text|application)\/xml/iu.test(source)) return [];
  const found: string[] = [];
  for (const match of source.matchAll(island)) {
    found.push(match[1] ?? match[0]);
    if (found.length >= mostIslands) break;
  }
  return found;
}

/** Whether XML is shallow enough for a recursive tree reader. */
function isShallow(xml: string): boolean {
  let depth = 0;
  for (const match of xml.matchAll(/<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)[a-z][^<>]*?(\/?)>/giu)) {
    if (match[0].startsWith('<!')) continue;
    if (match[1] === '/') depth -= 1;
    else if (match[2] !== '/') depth += 1;
    if (depth > deepest) return false;
  }
  return true;
}

function readXml(xml: string, knowledge: CompiledKnowledge): Islands {
  const root = parseDocument(xml, { xmlMode: true });
  const groups: DataGroup[] = [];
  const markup: { html: string; total: number | null }[] = [];
  const totals: number[] = [];
  const loose: string[] = [];
  let nodes = 0;
  const look = (node: XmlNode | typeof root): void => {
    nodes += 1;
    if (nodes > mostNodes || !('children' in node)) return;
    const elements = node.children.filter((kid) => 'attribs' in kid);
    for (const kid of elements) {
      if (!('attribs' in kid) || !knowledge.forms.totalKeys.some((pattern) => pattern.test(kid.name))) continue;
      const text = textIn(kid);
      if (/^\d{1,9}$/u.test(text)) totals.push(Number(text));
    }
    const alike = groupOf(elements);
    if (alike.length > 0) {
      const texts = alike.map((kid) =>
        'children' in kid && kid.children.every((inner) => !('attribs' in inner)) ? textIn(kid) : null,
      );
      if (texts.every((text) => text !== null)) {
        const inside = texts.filter((text) => text !== null);
        if (inside.some((text) => /<[a-z]/iu.test(text))) loose.push(...inside.slice(0, mostRecords));
      } else {
        const drafts = alike.slice(0, mostRecords).flatMap((kid) => draftOf(kid) ?? []);
        if (drafts.length > 0)
          groups.push({ source: 'xml', heading: '', headers: [], drafts, region: 'main', total: null });
      }
    }
    for (const kid of elements) look(kid);
  };
  look(root);
  const [total] = totals;
  if (loose.length > 0) markup.push({ html: wrapped(loose), total: total ?? null });
  return {
    groups: groups.map((group) => ({
      ...group,
      total: total !== undefined && total >= group.drafts.length ? total : null,
    })),
    markup,
  };
}

/** Wraps pieces of markup: rows need a table, list entries a list. */
function wrapped(pieces: readonly string[]): string {
  const joined = pieces.join('\n');
  if (/^\s*<tr\b/iu.test(joined)) return `<table>${joined}</table>`;
  if (/^\s*<li\b/iu.test(joined)) return `<ul>${joined}</ul>`;
  return pieces.map((piece) => `<div>${piece}</div>`).join('\n');
}

/** Elements of a repeated name, or of a name typical of records. */
function groupOf(elements: readonly XmlNode[]): readonly XmlNode[] {
  const names = new Map<string, XmlNode[]>();
  for (const element of elements)
    if ('attribs' in element) names.set(element.name, [...(names.get(element.name) ?? []), element]);
  for (const [name, alike] of names) if (alike.length > 1 || /^(?:record|item|row|entry)$/iu.test(name)) return alike;
  return [];
}

function draftOf(element: XmlNode): Draft | null {
  if (!('attribs' in element) || !('children' in element)) return null;
  const fields = [
    ...Object.entries(element.attribs).map(([name, value]) => ({ name, value: String(value) })),
    ...element.children.flatMap((kid) => ('attribs' in kid ? [{ name: kid.name, value: plainText(textIn(kid)) }] : [])),
  ].filter(({ value }) => value !== '');
  return fields.length === 0 ? null : { fields, text: fields.map(({ value }) => value).join(' '), box: null };
}

function textIn(node: XmlNode): string {
  if (node.type === 'text') return node.data;
  return 'children' in node ? node.children.map(textIn).join('').trim() : '';
}
