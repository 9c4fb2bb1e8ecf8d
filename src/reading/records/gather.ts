import type { CompiledKnowledge } from '../../config/knowledge.ts';
import type { RecordSource } from '../record.ts';
import { type Box, textOf } from './box.ts';
import { thingsOf } from './definitions.ts';
import { cardOf, type Draft, type DraftGroup } from './drafts.ts';
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
import { labelItems, noItems, pairUp } from './label-items.ts';
import { type Pair, splitPairs } from './labels.ts';
import { pairsInLine } from './lines.ts';
import { isMenu } from './menu.ts';
import { tableDrafts } from './table-drafts.ts';
import { readTable } from './tables.ts';
import { type Tabs, tabsOf } from './tabs.ts';

const shortHeading = 60;
const titles = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'legend']);
const lists = new Set(['table', 'ul', 'ol', 'dl']);

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
    if (!box.blocks) return pairsInLine(box.kids, box.tag === 'br' ? null : box.text, this.knowledge);
    const things = box.tag === 'dl' ? thingsOf(box, this.knowledge) : null;
    if (things) {
      this.groups.push({ source: 'list', heading: this.heading, headers: [], drafts: things, region: box.region });
      return [];
    }
    const items = this.items(box);
    const labels = labelItems(items, this.knowledge);
    const records = labels.size === 0 ? this.cards(items) : noItems;
    if (records.size === 0) return pairUp(items, labels, this.knowledge);
    if (!this.isGrid([...records])) this.addCards([...records]);
    const rest = items.filter((item) => !records.has(item));
    return pairUp(rest, labels, this.knowledge);
  }

  private items(box: Box): Item[] {
    const items: Item[] = [];
    let run: (Box | string)[] | null = null;
    const flush = (): void => {
      const text = run === null ? '' : textOf(run);
      if (run !== null && text !== '')
        items.push({ box: null, kids: run, text, pairs: pairsInLine(run, text, this.knowledge), full: false });
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

  /** Similar siblings: with equal labels, or each with a date or pieces of text beside its link. */
  private cards(items: readonly Item[]): ReadonlySet<Item> {
    const rows = this.gridRows(items);
    if (rows.size > 0 || items.length < 2) return rows;
    const kinds = new Map<string, Item[]>();
    for (const item of items) if (item.box && !item.full) file(kinds, item.box.tag, item);
    for (const alike of kinds.values()) {
      if (alike.length < 2) continue;
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
