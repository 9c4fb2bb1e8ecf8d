import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { AddressBook, isWeb, sessionIn } from '../addresses.ts';
import type { Link, PageRegion } from '../page.ts';
import type { Field, PageRecord, RecordGroup } from '../record.ts';
import { foldSpace } from '../text.ts';
import { type Box, boxesOf } from './box.ts';
import { type DataGroup, dataGroups } from './data-records.ts';
import type { Draft, DraftGroup } from './drafts.ts';
import { Gatherer } from './gather.ts';
import { type Islands, readIslands } from './islands.ts';
import { dataInScript } from './literal.ts';
import { canBuildTree } from './tame.ts';

/** Context of the source: base URL, page region and kind of links. */
export interface RecordPlace {
  /** Base URL of the document. */
  readonly base: string;
  readonly region: PageRegion;
  /** Source of the links. */
  readonly via: Link['via'];
}

/** Limits on the size of records, because parsed pages are stored from run to run. */
const mostRecords = 300;
const mostGroups = 40;
const mostFields = 40;
const longestField = 200;
/** Limit for pages that show a single thing, which have longer texts. */
const longestOfOne = 2000;
const longestName = 40;
const longestRecord = 400;
const mostFragments = 30;
const longestFragments = 1_000_000;

/**
 * Signs in the source that a document may contain records: rows, definitions, dates, labels,
 * headings, data.
 */
const signs: readonly { readonly pattern: RegExp; readonly needed: number }[] = [
  { pattern: /<t[dh][\s>]/giu, needed: 2 },
  { pattern: /<dd[\s>]/giu, needed: 1 },
  { pattern: />[^<>]{0,60}(?<!\d)(?:19|20)\d\d\s*[^\w\s<>]\s*\d{1,2}\s*[^\w\s<>]\s*\d/gu, needed: 2 },
  { pattern: />\s*[^\s<>:：]{2,16}\s*[:：]/gu, needed: 2 },
  { pattern: /<h[2-6][\s>]/giu, needed: 3 },
  { pattern: />\s*\d[\d,.]*\s*[^\s<>]{0,3}\s*</gu, needed: 2 },
  { pattern: /<(?:xml|datastore)\b|<!\[CDATA\[|type\s*=\s*["']?(?:text|application)\/xml/giu, needed: 1 },
];

/** Cheap test on the source: false if building a tree would find no records. */
export function mayHoldRecords(html: string, knowledge: CompiledKnowledge): boolean {
  for (const { pattern, needed } of signs) {
    let seen = 0;
    for (const _ of html.matchAll(pattern)) {
      seen += 1;
      if (seen >= needed) return true;
    }
  }
  return knowledge.forms.labelSigns?.test(html) ?? false;
}

/**
 * Repeated items and labelled values of a page, from tables, definition lists, cards, lists, tabs,
 * XML islands and script data. Never throws; time is linear in length, and hostile or huge
 * documents yield only a part or nothing.
 * @param tree gives the boxes of the document where somebody has them
 * @param islands of the document
 */
export function readRecords(
  html: string,
  script: string,
  place: RecordPlace,
  knowledge: CompiledKnowledge,
  tree: () => Box | null = () => null,
  islands: Islands = readIslands(html, knowledge),
): readonly RecordGroup[] {
  const keeper = new Keeper(place, knowledge);
  if (mayHoldRecords(html, knowledge)) {
    for (const group of islands.groups) keeper.add(group);
    for (const { html: inner, total } of islands.markup) keeper.fragment(inner, total);
    keeper.document(html, tree);
  }
  if (/[[{]/u.test(script)) for (const data of dataInScript(script)) keeper.data(data);
  return keeper.groups;
}

/** Records of parsed data: a JSON document, or literal data in a script. */
export function readDataRecords(
  values: readonly unknown[],
  place: RecordPlace,
  knowledge: CompiledKnowledge,
): readonly RecordGroup[] {
  const keeper = new Keeper(place, knowledge);
  for (const value of values) keeper.data(value);
  return keeper.groups;
}

/** Turns drafts into records until the limits are reached. */
class Keeper {
  readonly groups: RecordGroup[] = [];
  private readonly place: RecordPlace;
  private readonly knowledge: CompiledKnowledge;
  private readonly addresses: AddressBook;
  private left = mostRecords;
  private fragments = 0;
  private fragmentLength = 0;

  constructor(place: RecordPlace, knowledge: CompiledKnowledge) {
    this.place = place;
    this.knowledge = knowledge;
    this.addresses = new AddressBook(place.base, sessionIn(knowledge));
  }

  document(html: string, tree: () => Box | null): void {
    if (!canBuildTree(html)) return;
    const base = /<base\b[^>]{0,200}?\bhref\s*=\s*["']?([^"'\s>]{1,500})/iu.exec(html)?.[1];
    if (base !== undefined) this.addresses.rebase(base);
    this.boxes(tree() ?? boxesOf(html, this.knowledge, this.place.region), null);
  }

  /** Reads markup that was found inside data. */
  fragment(html: string, total: number | null): void {
    this.fragments += 1;
    this.fragmentLength += html.length;
    if (this.fragments > mostFragments || this.fragmentLength > longestFragments || !canBuildTree(html)) return;
    this.boxes(boxesOf(html, this.knowledge, this.place.region), total);
  }

  data(json: unknown): void {
    const inside: string[] = [];
    for (const group of dataGroups(json, 'json', this.knowledge, (html) => inside.push(html))) this.add(group);
    for (const html of inside) this.fragment(html, null);
  }

  add(group: DraftGroup & Partial<Pick<DataGroup, 'total'>>): void {
    if (this.left <= 0 || this.groups.length >= mostGroups) return;
    const one = group.drafts.length === 1;
    const drafts = group.drafts.slice(0, this.left);
    const records = drafts
      .map((draft) => this.record(draft, one, group.region))
      .filter(({ fields, text }) => fields.length > 0 && !isTemplate(text));
    if (records.length === 0) return;
    this.left -= records.length;
    this.groups.push({
      source: group.source,
      heading: group.heading.slice(0, longestField),
      headers: group.headers.slice(0, mostFields).map((name) => name.slice(0, longestName)),
      records,
      total: group.total ?? null,
    });
  }

  private boxes(root: Box, total: number | null): void {
    const gatherer = new Gatherer(this.knowledge);
    gatherer.read(root);
    const longest = Math.max(0, ...gatherer.groups.map(({ drafts }) => drafts.length));
    for (const group of gatherer.groups)
      this.add({
        ...group,
        total: group.drafts.length === longest && total !== null && total >= longest ? total : null,
      });
  }

  private record(draft: Draft, one: boolean, region: PageRegion): PageRecord {
    const fields: Field[] = [];
    for (const { name, value } of draft.fields.slice(0, mostFields)) {
      const folded = foldSpace(value.slice(0, longestOfOne * 2)).slice(0, one ? longestOfOne : longestField);
      if (name !== '' || folded !== '') fields.push({ name: name.slice(0, longestName), value: folded });
    }
    const text = foldSpace(draft.text.slice(0, longestRecord * 2)).slice(0, longestRecord);
    return { fields, text, link: this.linkOf(draft, region) };
  }

  private linkOf(draft: Draft, region: PageRegion): Link | null {
    const found = draft.box === null ? null : linkIn(draft.box, this.addresses);
    if (found !== null) {
      const label = foldSpace(found.label).slice(0, longestField);
      return { url: found.url, label, labelFrom: 'text', region, via: this.place.via, hints: '' };
    }
    if (draft.box !== null) return null;
    for (const { name, value } of draft.fields) {
      if (!/url|href|link|path|address/iu.test(name) || value.length > 500) continue;
      const url = this.addresses.resolve(value);
      if (url !== null && isWeb(url)) return { url, label: '', labelFrom: 'none', region, via: 'script', hints: '' };
    }
    return null;
  }
}

const opens = /(?:open|href|location|replace|assign|goto|jump|url|link)\w*\s*(?:\(|=)\s*(['"`])([^'"`\s]{1,500})\1/iu;

/** The first labelled link of an element, else the first link. */
function linkIn(box: Box, addresses: AddressBook): { url: string; label: string } | null {
  let nameless: { url: string; label: string } | null = null;
  const stack: Box[] = [box];
  for (let inside = stack.pop(); inside !== undefined; inside = stack.pop()) {
    const { href, onclick, title } = inside.attributes;
    const reference =
      href !== undefined && !/^\s*(?:javascript:|#)/iu.test(href) ? href : opens.exec(onclick ?? href ?? '')?.[2];
    const url = reference === undefined ? null : addresses.resolve(reference);
    if (url !== null && isWeb(url)) {
      const label = title ?? inside.text;
      if (label !== '') return { url, label };
      nameless ??= { url, label: '' };
    }
    for (let at = inside.boxes.length - 1; at >= 0; at -= 1) {
      const kid = inside.boxes[at];
      if (kid) stack.push(kid);
    }
  }
  return nameless;
}

/** Whether a row contains template placeholders, which a script has not replaced. */
function isTemplate(text: string): boolean {
  if (!text.includes('{') && !text.includes('<%')) return false;
  return /\{\{.{0,80}\}\}|<%.{0,80}%>|\$\{.{0,80}\}|\{\$.{0,40}\}/u.test(text);
}
