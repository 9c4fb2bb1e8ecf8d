import type { CompiledKnowledge } from '../../config/knowledge.ts';
import { datesIn } from '../dates.ts';
import type { Box } from './box.ts';
import { piecesOf } from './drafts.ts';
import { endsInColon, isKnownLabel, isLabelLike, labelOf, type Pair } from './labels.ts';

/** A block, or a run of text and inline elements, in page order. */
export interface Item {
  readonly box: Box | null;
  readonly text: string;
  readonly pairs: readonly Pair[];
  /** Whether groups of records were found inside, so that it is not a list item itself. */
  readonly full: boolean;
  /** What it consists of; empty for a line of a longer text. */
  readonly kids: readonly (Box | string)[];
}

export const longestValue = 2000;

/** A block as an item. */
export class BlockItem implements Item {
  readonly box: Box;
  readonly pairs: readonly Pair[];
  readonly full: boolean;

  constructor(box: Box, pairs: readonly Pair[], full: boolean) {
    this.box = box;
    this.pairs = pairs;
    this.full = full;
  }

  get text(): string {
    return this.box.text;
  }

  get kids(): readonly Box[] {
    return [this.box];
  }
}

/** Adds an item to those of its kind. */
export function file(kinds: Map<string, Item[]>, kind: string, item: Item): void {
  const known = kinds.get(kind);
  if (known) known.push(item);
  else kinds.set(kind, [item]);
}

export function cellsIn(box: Box): Box[] {
  return box.kids.filter((kid): kid is Box => typeof kid !== 'string' && kid.tag !== 'br');
}

const tableRows = new Set(['table', 'tbody', 'thead', 'tr']);

/**
 * Column names if the element is a row of at least three labels, most of them known to the pack;
 * else null.
 */
export function headerOf(box: Box, knowledge: CompiledKnowledge): readonly string[] | null {
  if (box.kids.length < 3 || tableRows.has(box.tag)) return null;
  const cells = cellsIn(box);
  if (cells.length < 3 || !cells.every(({ text }) => isLabelLike(text, knowledge) && !endsInColon(text))) return null;
  if (box.text.length > 200) return null;
  const known = cells.filter(({ text }) => isKnownLabel(text, knowledge)).length;
  if (known < 2 || known * 2 < cells.length) return null;
  return cells.map(({ text }) => labelOf(text, knowledge));
}

/** Text of an item without labels that have no value; empty if no label has one. */
export function textWithoutEmptyLabels(text: string, pairs: readonly Pair[], knowledge: CompiledKnowledge): string {
  if (pairs.length === 0) return text.slice(0, longestValue);
  if (pairs.some(({ value }) => value !== '')) return text.slice(0, longestValue);
  const rest = text.split('\n').filter((line) => !endsInColon(line) && !isKnownLabel(line, knowledge));
  return rest.join('\n').slice(0, longestValue);
}

export function sharingLabels(items: readonly Item[]): Item[] {
  const holders = items.filter(({ pairs }) => pairs.length > 0);
  if (holders.length < 2) return [];
  const names = new Map<string, number>();
  for (const { pairs } of holders)
    for (const name of new Set(pairs.map((pair) => pair.name))) names.set(name, (names.get(name) ?? 0) + 1);
  const shared = Math.max(0, ...names.values());
  return shared >= 2 && shared * 2 >= holders.length ? holders : [];
}

export function linksAway(box: Box | null): boolean {
  return box !== null && box.attributes.href !== undefined
    ? !box.attributes.href.startsWith('#')
    : (box?.boxes ?? []).some(linksAway);
}

/** A list entry: a link or several pieces with a date. */
export function isListed(box: Box, knowledge: CompiledKnowledge): boolean {
  const pieces = piecesOf(box);
  const dated = pieces.some((piece) => piece.length <= 40 && datesIn(piece, knowledge).length > 0);
  return dated && (pieces.length >= 2 || linksAway(box));
}

export function cellsOf(table: Box): Box[] {
  return table.boxes.flatMap((part) =>
    part.tag === 'td' || part.tag === 'th' ? [part] : part.tag === 'table' ? [] : cellsOf(part),
  );
}

/** A row with fewer pieces is a title with an annotation. */
const fewestCells = 4;

/**
 * Rows of a table without table elements or column names: adjacent similar blocks with equally many
 * children.
 */
export function drawnRows(items: readonly Item[]): ReadonlySet<Item> {
  const shapes = new Map<string, Item[]>();
  for (const item of items) {
    const { box, full, pairs } = item;
    if (box === null || full || pairs.length > 0 || box.tag === 'tr' || box.kids.length < fewestCells) continue;
    const cells = cellsIn(box);
    if (cells.length < fewestCells || cells.length < box.kids.filter(isSaid).length) continue;
    file(shapes, `${box.shape} ${cells.length}`, item);
  }
  const [rows = []] = [...shapes.values()].sort((a, b) => b.length - a.length);
  return new Set(rows.length >= 2 && rows.every(({ box }) => !isMenu(box)) ? rows : []);
}

function isSaid(kid: Box | string): boolean {
  return typeof kid !== 'string' || kid.trim() !== '';
}

/** A row of links to different targets is a menu, not one item. */
function isMenu(box: Box | null): boolean {
  return box !== null && box.boxes.filter((kid) => linksAway(kid)).length * 2 > box.boxes.length;
}
