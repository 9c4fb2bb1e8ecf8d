import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { RecordSource } from '../record.ts';
import { type Box, longestText, textOf } from './box.ts';
import { thingsOf } from './definitions.ts';
import { cardOf, type Draft, type DraftGroup } from './drafts.ts';
import { elementPairs, pairOf } from './element-pairs.ts';
import {
  BlockItem,
  cellsIn,
  cellsOf,
  drawnRows,
  file,
  headerOf,
  type Item,
  isListed,
  linksAway,
  sharingLabels,
  textWithoutEmptyLabels,
} from './items.ts';
import { endsInColon, isKnownLabel, isLabelLike, linePairs, type Pair, splitPairs } from './labels.ts';
import { isMenu } from './menu.ts';
import { tableDrafts } from './table-drafts.ts';
import { readTable } from './tables.ts';
import { type Tabs, tabsOf } from './tabs.ts';

/** An element that begins with a label starts a new pair. */
const startsLabelled = /^[^:：\s]{1,18}\s*[:：]/u;
const shortHeading = 60;
const titles = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'legend']);
const lists = new Set(['table', 'ul', 'ol', 'dl']);
const noPairs: readonly Pair[] = [];
const noItems: ReadonlySet<Item> = new Set();

/** Whether no part of a text begins with a label, as all of it is there to see. */
function isWithoutColon(text: string): boolean {
  return text.length < longestText && !/[:：]/u.test(text);
}

/** Walks a document once from the leaves up and collects groups of records. */
export class Gatherer {
  readonly groups: DraftGroup[] = [];
  private readonly knowledge: CompiledKnowledge;
  private tabs: Tabs = { panels: new Map(), bars: new Set() };
  private heading = '';
  /** Column names of a table made of other elements. */
  private columns: readonly string[] = [];

  constructor(knowledge: CompiledKnowledge) {
    this.knowledge = knowledge;
  }

  read(root: Box): void {
    this.tabs = tabsOf(root, this.knowledge);
    const pairs = this.walk(root);
    for (const [at, thing] of splitPairs(pairs).entries())
      if (thing.length > 1) this.addThing(thing, at, pairs.length === thing.length);
  }

  private addThing(pairs: readonly Pair[], at: number, alone: boolean): void {
    const source: RecordSource = pairs.every(({ from }) => from === 'table')
      ? 'table'
      : pairs.every(({ from }) => from === 'definition')
        ? 'definition'
        : 'label-value';
    const draft: Draft = { fields: pairs.map(({ name, value }) => ({ name, value })), text: '', box: null };
    const last = this.groups[this.groups.length - 1];
    if (!alone && at > 0 && last) last.drafts.push(draft);
    else this.groups.push({ source, heading: '', headers: [], drafts: [draft], region: 'main' });
  }

  /** Pairs inside an element that belong to no record yet. */
  private walk(box: Box): readonly Pair[] {
    if (box.region === 'nav' || this.tabs.bars.has(box)) return [];
    const own = box.tag === 'table' ? this.table(box) : null;
    const pairs = own ?? this.blocks(box);
    if (titles.has(box.tag)) this.heading = box.text.slice(0, shortHeading * 2);
    const label = this.tabs.panels.get(box);
    if (label !== undefined && box.spoken && !pairs.some(({ name }) => name === label))
      return [{ name: label, value: textWithoutEmptyLabels(box.text, pairs, this.knowledge), from: 'line' }, ...pairs];
    // Pairs in header and footer describe the site, not the content of the page.
    return box.region === 'footer' || box.region === 'header' ? [] : pairs;
  }

  private table(box: Box): readonly Pair[] | null {
    const reading = readTable(box, this.knowledge);
    if (reading.is === 'layout') return null;
    if (reading.is === 'pairs') {
      if (reading.heading !== '') this.heading = reading.heading;
      // A cell may contain a nested table, which is read as well.
      if (box.tables) this.inner(cellsOf(box));
      return reading.pairs;
    }
    const named = this.heading;
    for (const part of reading.parts) {
      const group = tableDrafts(part, this.knowledge);
      if (group) this.groups.push({ ...group, heading: group.heading || named, region: box.region });
    }
    return [];
  }

  /** Reads tables in the cells of a table; the preceding cell is the heading. */
  private inner(cells: readonly Box[]): void {
    for (const [at, cell] of cells.entries()) {
      if (!cell.tables) continue;
      const before = cells[at - 1];
      const named = before && !before.tables && before.text.length <= shortHeading && !isMenu([before], before.text);
      if (named && before.text !== '') this.heading = before.text;
      this.walk(cell);
    }
  }

  private blocks(box: Box): readonly Pair[] {
    if (!box.blocks) return this.line(box.kids, box.tag === 'br' ? null : box.text);
    const things = box.tag === 'dl' ? thingsOf(box, this.knowledge) : null;
    if (things) {
      this.groups.push({ source: 'list', heading: this.heading, headers: [], drafts: things, region: box.region });
      return [];
    }
    const items = this.items(box);
    const labels = this.labelItems(items);
    const records = labels.size === 0 ? this.cards(items) : noItems;
    if (records.size === 0) return this.pairUp(items, labels);
    if (!this.isGrid([...records])) this.addCards([...records]);
    return this.pairUp(
      items.filter((item) => !records.has(item)),
      labels,
    );
  }

  private items(box: Box): Item[] {
    const items: Item[] = [];
    let run: (Box | string)[] | null = null;
    const flush = (): void => {
      const text = run === null ? '' : textOf(run);
      if (run !== null && text !== '')
        items.push({ box: null, kids: run, text, pairs: this.line(run, text), full: false });
      run = null;
    };
    for (const kid of box.kids) {
      if (typeof kid === 'string' || (!kid.block && !kid.blocks)) {
        if (run === null) run = [kid];
        else run.push(kid);
        continue;
      }
      flush();
      if (!kid.spoken || this.tabs.bars.has(kid)) continue;
      const before = this.groups.length;
      if (lists.has(kid.tag) || (kid.tag === 'td' && kid.tables)) this.nameBy(items.at(-1));
      const header = headerOf(kid, this.knowledge);
      if (header) {
        this.columns = header;
        continue;
      }
      const pairs = this.walk(kid);
      items.push(new BlockItem(kid, pairs, this.groups.length > before));
    }
    flush();
    return items;
  }

  /** A short line directly before a list or table is its heading, a menu is not. */
  private nameBy(item: Item | undefined): void {
    if (!item || item.pairs.length > 0 || item.text.length > shortHeading || item.text.includes('\n')) return;
    if (!isMenu(item.kids, item.text)) this.heading = item.text;
  }

  /**
   * Pairs in a line of inline content: with colons, or an element that names its neighbour.
   *
   * @param text of these nodes where somebody has it
   */
  private line(kids: readonly (Box | string)[], text: string | null): readonly Pair[] {
    const [only] = kids;
    if (kids.length === 1 && only !== undefined && typeof only !== 'string')
      return this.line(only.kids, only.tag === 'br' ? null : only.text);
    const isLabelled = (kid: Box | string): boolean => typeof kid !== 'string' && startsLabelled.test(kid.text);
    const isPlain = text !== null && (isWithoutColon(text) || !kids.some(isLabelled));
    const flat = isPlain ? text : textOf(kids.flatMap((kid) => (isLabelled(kid) ? [' ', kid] : [kid])));
    const lines = flat.includes('\n') ? flat.split('\n') : [flat];
    const pairs =
      lines.length === 1 ? linePairs(flat, this.knowledge) : lines.flatMap((line) => linePairs(line, this.knowledge));
    if (lines.length > 2 && lines.filter((line) => isKnownLabel(line, this.knowledge)).length >= 2) {
      const items = lines.map((line) => ({
        box: null,
        kids: [],
        text: line,
        pairs: linePairs(line, this.knowledge),
        full: false,
      }));
      return this.pairUp(items, this.labelItems(items));
    }
    if (pairs.length > 0) return pairs;
    const parts = kids.filter((kid): kid is Box => typeof kid !== 'string' && kid.spoken);
    if (parts.length === 0) return noPairs;
    const own = parts.flatMap((part) => (part.tag === 'a' ? [] : linePairs(part.text, this.knowledge)));
    if (own.length > 0) return own;
    const loose = kids.some((kid) => typeof kid === 'string' && kid.trim() !== '');
    return elementPairs(parts, loose ? flat : null, this.knowledge);
  }

  /** Items that label the next one: known labels, those with only a colon, or alternating ones. */
  private labelItems(items: readonly Item[]): ReadonlySet<Item> {
    if (items.length === 0) return noItems;
    const labels = new Set<Item>();
    const shapes = new Map<string, Item[]>();
    for (const item of items) {
      if (item.full || item.text.length > 30) continue;
      const [only] = item.pairs;
      if (
        item.pairs.length === 0
          ? isKnownLabel(item.text, this.knowledge)
          : item.pairs.length === 1 && only?.value === '' && endsInColon(item.text)
      )
        labels.add(item);
      if (item.box && item.pairs.length === 0) file(shapes, item.box.shape, item);
    }
    for (const [shape, alike] of shapes)
      if (this.nameTheNext(shape, alike, items)) for (const item of alike) labels.add(item);
    return labels;
  }

  private nameTheNext(shape: string, alike: readonly Item[], items: readonly Item[]): boolean {
    if (alike.length < 2) return false;
    const heads =
      /^(?:h[1-6]|dt|th|label|strong|b)(?:\.|$)|\.(?:\w*[-_])?(?:tit|title|label|name|key|head|term|bt|lab)(?:[-_#]\w*)?(?:\.|$)/u.test(
        shape,
      );
    if (alike.length < (heads ? 2 : 3)) return false;
    const every = items.filter(({ box }) => box?.shape === shape);
    if (every.length !== alike.length) return false;
    if (!alike.every(({ text, box }) => isLabelLike(text, this.knowledge) && !linksAway(box))) return false;
    if (new Set(alike.map(({ text }) => text)).size !== alike.length) return false;
    const set = new Set(alike);
    const followed = items.filter(
      (item, at) => set.has(item) && items[at + 1] !== undefined && !set.has(items[at + 1] ?? item),
    );
    return heads ? followed.length >= 2 : followed.length === alike.length && items.length <= alike.length * 2 + 1;
  }

  /** Gives every label the text up to the next label, which may be empty. */
  private pairUp(items: readonly Item[], labels: ReadonlySet<Item>): readonly Pair[] {
    const pairs: Pair[] = [];
    let open: { name: string; values: string[]; definition: boolean } | null = null;
    const close = (): void => {
      if (open)
        pairs.push(pairOf(open.name, open.values.join('\n'), this.knowledge, open.definition ? 'definition' : 'line'));
      open = null;
    };
    for (const item of items) {
      if (labels.has(item)) {
        close();
        open = { name: item.text, values: [], definition: item.box?.tag === 'dt' };
        continue;
      }
      const value = open === null ? '' : textWithoutEmptyLabels(item.text, item.pairs, this.knowledge);
      if (open !== null && value !== '') (open as { values: string[] }).values.push(value);
      pairs.push(...item.pairs);
    }
    close();
    return pairs;
  }

  /** Similar siblings: with equal labels, or each with a date or pieces of text beside its link. */
  private cards(items: readonly Item[]): ReadonlySet<Item> {
    const rows = this.gridRows(items);
    if (rows.size > 0) return rows;
    const kinds = new Map<string, Item[]>();
    for (const item of items) if (item.box && !item.full) file(kinds, item.box.tag, item);
    for (const alike of kinds.values()) {
      const labelled = sharingLabels(alike);
      if (labelled.length >= 2) return new Set(labelled);
      const dated = alike.filter(
        ({ box, text }) => box !== null && text.length < 1200 && isListed(box, this.knowledge),
      );
      // Rows with one label each describe one thing, unless each has its own link.
      const named = alike.filter(({ pairs }) => pairs.length > 0).length;
      if (
        dated.length >= 2 &&
        dated.length * 2 >= alike.length &&
        (named * 3 <= alike.length || dated.every(({ box }) => linksAway(box)))
      )
        return new Set(dated);
    }
    return drawnRows(items);
  }

  /** Rows below a row of labels, made without a table element. */
  private gridRows(items: readonly Item[]): ReadonlySet<Item> {
    const { columns } = this;
    if (columns.length === 0) return noItems;
    const rows = items.filter(({ box, full }) => box !== null && !full && cellsIn(box).length === columns.length);
    if (rows.length === 0) return noItems;
    const drafts = rows.flatMap(({ box }) => {
      if (!box) return [];
      const fields = cellsIn(box).map(({ text }, at) => ({ name: columns[at] ?? '', value: text }));
      return [{ fields, text: box.text, box }];
    });
    const region = rows[0]?.box?.region ?? 'main';
    const last = this.groups[this.groups.length - 1];
    if (last && last.headers === columns) last.drafts.push(...drafts);
    else this.groups.push({ source: 'table', heading: this.heading, headers: columns, drafts, region });
    return new Set(rows);
  }

  private isGrid(items: readonly Item[]): boolean {
    const last = this.groups[this.groups.length - 1];
    return last?.drafts.some(({ box }) => box !== null && box === items[0]?.box) ?? false;
  }

  private addCards(items: readonly Item[]): void {
    const labelled = items.some(({ pairs }) => pairs.length > 0);
    const drafts = items.flatMap(({ box, pairs }) => (box ? [cardOf(box, pairs, this.knowledge)] : []));
    const region = items[0]?.box?.region ?? 'main';
    if (region === 'footer' || region === 'header') return;
    this.groups.push({ source: labelled ? 'card' : 'list', heading: this.heading, headers: [], drafts, region });
  }
}
